// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/access/principal.h"
#include "core/accounts/new_shop.h"
#include "core/accounts/secret_rules.h"

#include <QFuture>

namespace thimblely {

//! What the first-start wizard asks for.
struct FirstStartInput : NewShop {
    QString ownerName;
    QString ownerLogin; //!< an e-mail, or a login name without '@'
    QString password;
    QString pin; //!< may be empty: no PIN yet
};

/*!
 * Each field's refusal: those of the shop (new_shop.h), "first_start.no_owner", "first_start.bad_login",
 * "accounts.password_short", "accounts.pin_short", "accounts.pin_simple". In the order of the fields; empty where all is
 * well. How many digits a PIN needs is in secret_rules.h.
 */
std::vector<Error> validate(const FirstStartInput &input, int shortest = shortestPin(true));

/*!
 * Makes a new file: schema, owner, workspace, built-in templates; a file that fails half-way is taken away again.
 * A PIN is kept as hashNewPin() says. Conflict "file.exists" where there is one already; ReadOnly, DiskFull, NetworkPath. Runs on a thread of its own.
 */
class FirstStartService {
public:
    static QFuture<Result<access::Principal>> create(const QString &path, const FirstStartInput &input,
                                                     const Clock &clock);
};

} // namespace thimblely
