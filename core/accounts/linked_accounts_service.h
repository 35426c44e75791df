// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/access/session.h"
#include "core/accounts/oauth/verified_identity.h"
#include "core/changes/write_door.h"

#include <QFuture>

#include <optional>
#include <vector>

namespace thimblely {

//! An account at a provider that lets its person in here.
struct LinkedAccount {
    RowId id;
    QByteArray provider;
    QString email; //!< as the provider said; empty: it said none
    Instant linkedAt;
    std::optional<Instant> usedAt; //!< to a day
};

/*!
 * The accounts somebody comes in by beside their PIN, read and written as oneself (access.md); each is one person's alone.
 * Of the account only the provider's own id of it and the address are kept. GUI thread; the door outlives what is asked.
 */
class LinkedAccountsService {
public:
    LinkedAccountsService(access::Session &session, changes::WriteDoor &door) : m_session(session), m_door(door) {}

    Result<std::vector<LinkedAccount>> all() const;
    /*!
     * After the person's own PIN or password was right: a window that was left open is no way to stay in for good.
     * WrongSecret and TryLater as sign_in_service.h says; Conflict "oauth.taken" where somebody of this file has it,
     * "oauth.linked" where they have one of this provider already.
     */
    QFuture<Result<void>> link(const VerifiedIdentity &identity, const QString &secret);
    //! Conflict "oauth.last_way" where nothing else would let them in: no PIN, no password, no other account.
    QFuture<Result<void>> unlink(const LinkedAccount &account);

private:
    access::Session &m_session;
    changes::WriteDoor &m_door;
};

} // namespace thimblely
