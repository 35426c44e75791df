// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/access/principal.h"
#include "core/accounts/session_token.h"
#include "core/base/clock.h"

#include <QFuture>

#include <optional>

namespace thimblely {

//! The sign-in of a window, and by which clock it runs out.
struct WindowSignIn {
    SessionToken token;
    const Clock &clock;
};

/*!
 * Whether somebody who is signed in is still what they were let in as: an active member with the same role, job and
 * rights, whose sign-in at this window, where it has one, was not ended elsewhere and has not run out. On a thread of its
 * own; where the file cannot be asked the error says so, and nothing is concluded.
 */
QFuture<Result<bool>> stillStands(const QString &path, const access::Principal &principal,
                                  const std::optional<WindowSignIn> &signIn = {});

} // namespace thimblely
