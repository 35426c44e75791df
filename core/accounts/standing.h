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

//! Why somebody who was signed in is not any more.
enum class SignedOut {
    NoMember, //!< suspended, or not in the team any more
    ShopDeleted,
    RightsChanged, //!< they sign in anew, and have them
    Elsewhere,     //!< from another window
    RanOut         //!< nobody used the window for long
};

/*!
 * None while somebody who is signed in is still what they were let in as: an active member with the same role, job and
 * rights, whose sign-in at this window, where it has one, was not ended elsewhere and has not run out. On a thread of its
 * own; where the file cannot be asked the error says so, and nothing is concluded.
 */
QFuture<Result<std::optional<SignedOut>>> whySignedOut(const QString &path, const access::Principal &principal,
                                                       const std::optional<WindowSignIn> &signIn = {});

} // namespace thimblely
