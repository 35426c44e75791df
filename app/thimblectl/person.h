// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "app/thimblectl/arguments.h"

#include "core/access/session.h"
#include "core/base/clock.h"
#include "core/changes/write_door.h"

#include <memory>

namespace thimblectl {

//! A signed-in person's session on the file, and the door for what they write.
struct Desk {
    std::unique_ptr<thimblely::access::Session> session;
    std::unique_ptr<thimblely::changes::WriteDoor> door;
};

//! Brings the file to this program's version, signs in whom --as names, and opens the file for them.
thimblely::Result<Desk> openDesk(const Arguments &arguments, const thimblely::Clock &clock,
                                 thimblely::storage::OpenOptions::Durability durability);

//! Who --as names, after the password was right; the file as above.
struct SignedIn {
    thimblely::access::Principal principal;
    QString password;
};
thimblely::Result<SignedIn> signIn(const Arguments &arguments, const thimblely::Clock &clock);

//! One line of the open file that the option names by its number, else asked for on the terminal without showing it.
thimblely::Result<QString> readSecret(const Arguments &arguments, const QString &option, const QString &question);

} // namespace thimblectl
