// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/base/clock.h"
#include "core/base/id.h"
#include "core/base/result.h"
#include "core/storage/connection.h"

#include <QByteArray>
#include <QString>

#include <memory>

namespace thimblely::access {

//! Where somebody signed in, as auth_sessions.device_info keeps it.
struct SignInPlace {
    DeviceId device;
    QString computer;     //!< its name
    QString program;      //!< "Thimblely 0.1.0"
    int seat = 0;         //!< which of the device's windows on the file; 0: not known
    QString account = {}; //!< of the system
};

/*!
 * Privileged, without the wall: the rows of auth_sessions, found by the SHA-256 of a token that only the window has which
 * somebody is signed in at. For the accounts module alone; on the thread that opened it. Never journalled.
 */
class AuthSessionStore {
public:
    static Result<std::unique_ptr<AuthSessionStore>> open(const storage::OpenOptions &options);

    /*!
     * A new row. A window has one at a time: whoever was signed in at this seat of the device is not any more, as after a
     * program that was killed. Rows that ended or ran out long ago are taken away.
     */
    Result<RowId> begin(PersonId person, const QByteArray &tokenHash, const SignInPlace &place, Instant expiresAt,
                        const Clock &clock);
    //! Somebody is at work: it holds until `expiresAt` from now on. False: it was ended, or ran out.
    Result<bool> keep(const QByteArray &tokenHash, Instant now, Instant expiresAt);
    enum class State { Stands, Ended, RanOut };
    //! Ended too where there is none of that person.
    Result<State> stateOf(const QByteArray &tokenHash, PersonId person, Instant now);
    Result<void> end(const QByteArray &tokenHash, Instant now);

private:
    explicit AuthSessionStore(std::unique_ptr<storage::Connection> connection) : m_connection(std::move(connection)) {}
    Result<void> endSeat(const SignInPlace &place, Instant now);
    Result<void> sweep(Instant now);

    std::unique_ptr<storage::Connection> m_connection;
};

} // namespace thimblely::access
