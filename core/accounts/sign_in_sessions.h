// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/accounts/session_token.h"
#include "core/base/clock.h"
#include "core/base/id.h"
#include "core/base/result.h"

#include <QFuture>
#include <QThreadPool>

#include <functional>

namespace thimblely {

//! That somebody is signed in at this window: the row that says so, and what only this window has.
struct OpenSignIn {
    RowId id;
    SessionToken token;
};

/*!
 * Who is signed in at this window, as the file keeps it (auth_sessions): a row from the moment a secret was right until
 * the person leaves, another one comes or the window closes. Locked, it stays: who comes back goes on with it.
 *
 * It holds for 12 hours without a sign of life, so that a computer that was carried away or fell asleep lets nobody go on;
 * what was killed is ended when somebody next signs in at the same window of the same device (window_seat.h). A command of
 * thimblectl is signed in for itself alone, and practice is not the shop: neither has a row. It is never written with
 * anything else, and on a thread of its own: no order waits for it.
 */
class SignInSessions {
public:
    static constexpr qint64 silenceMs = qint64(12) * 60 * 60 * 1000;

    SignInSessions(QString path, const Clock &clock);
    //! What was given to it is done first.
    ~SignInSessions();

    const QString &path() const { return m_path; }
    //! `seat`: which of this device's windows on the file, asked on the other thread; 0: not known.
    QFuture<Result<OpenSignIn>> begin(PersonId person, DeviceId device, std::function<int()> seat);
    //! A sign of life. False: it was ended elsewhere, or has run out.
    QFuture<Result<bool>> keep(const OpenSignIn &open);
    void end(const OpenSignIn &open);

private:
    const QString m_path;
    const Clock &m_clock;
    QThreadPool m_pool;
};

} // namespace thimblely
