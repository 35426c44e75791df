// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/access/privileged/auth_session_store.h"

#include "core/storage/transaction.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <sqlite3.h>

namespace thimblely::access {

namespace {

constexpr qint64 keptMs = qint64(90) * 24 * 60 * 60 * 1000; // what has run out longer ago says nothing any more

QByteArray infoOf(const SignInPlace &place)
{
    const QJsonObject info{{QLatin1String("device"), place.device.toString()},
                           {QLatin1String("computer"), place.computer},
                           {QLatin1String("program"), place.program},
                           {QLatin1String("seat"), place.seat},
                           {QLatin1String("account"), place.account}};
    return QJsonDocument(info).toJson(QJsonDocument::Compact);
}

} // namespace

Result<std::unique_ptr<AuthSessionStore>> AuthSessionStore::open(const storage::OpenOptions &options)
{
    TRY_ASSIGN(auto connection, storage::Connection::open(options));
    return std::unique_ptr<AuthSessionStore>(new AuthSessionStore(std::move(connection)));
}

Result<RowId> AuthSessionStore::begin(PersonId person, const QByteArray &tokenHash, const SignInPlace &place,
                                      Instant expiresAt, const Clock &clock)
{
    const Instant now = clock.now();
    TRY_ASSIGN(auto transaction, storage::WriteTransaction::begin(*m_connection));
    TRY(sweep(now));
    if (place.seat > 0)
        TRY(endSeat(place, now));
    const RowId id = RowId::make(clock);
    TRY_ASSIGN(auto insert, m_connection->query(R"(
        INSERT INTO auth_sessions (id, user_id, session_token_hash, device_info, expires_at, last_activity_at,
                                   created_at, updated_at)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?6, ?6))"));
    insert->bind(id, person).bindBlob(tokenHash).bindUtf8(infoOf(place)).bind(expiresAt, now);
    TRY(insert->run());
    insert->reset();
    TRY(transaction.commit());
    return id;
}

Result<void> AuthSessionStore::endSeat(const SignInPlace &place, Instant now)
{
    TRY_ASSIGN(auto update, m_connection->query(R"(
        UPDATE auth_sessions SET revoked_at = ?1, updated_at = ?1
         WHERE revoked_at IS NULL AND expires_at > ?1
           AND device_info ->> '$.device' = ?2 AND device_info ->> '$.seat' = ?3)"));
    update->bind(now, place.device.toString(), place.seat);
    return update->run();
}

Result<void> AuthSessionStore::sweep(Instant now)
{
    TRY_ASSIGN(auto remove, m_connection->query("DELETE FROM auth_sessions WHERE expires_at < ?"));
    remove->bind(now.plusMsecs(-keptMs));
    return remove->run();
}

Result<bool> AuthSessionStore::keep(const QByteArray &tokenHash, Instant now, Instant expiresAt)
{
    TRY_ASSIGN(auto update, m_connection->query(R"(
        UPDATE auth_sessions SET last_activity_at = ?1, expires_at = ?2, updated_at = ?1
         WHERE session_token_hash = ?3 AND revoked_at IS NULL AND expires_at > ?1 AND deleted_at IS NULL)"));
    update->bind(now, expiresAt).bindBlob(tokenHash);
    TRY(update->run());
    return sqlite3_changes(m_connection->handle()) > 0;
}

Result<AuthSessionStore::State> AuthSessionStore::stateOf(const QByteArray &tokenHash, PersonId person, Instant now)
{
    TRY_ASSIGN(auto query, m_connection->query(R"(
        SELECT expires_at > ?3 FROM auth_sessions
         WHERE session_token_hash = ?1 AND user_id = ?2 AND revoked_at IS NULL AND deleted_at IS NULL)"));
    query->bindBlob(tokenHash).bind(person, now);
    TRY_ASSIGN(const bool open, query->step());
    return !open ? State::Ended : query->boolean(0) ? State::Stands : State::RanOut;
}

Result<void> AuthSessionStore::end(const QByteArray &tokenHash, Instant now)
{
    TRY_ASSIGN(auto update, m_connection->query(R"(
        UPDATE auth_sessions SET revoked_at = ?1, last_activity_at = ?1, updated_at = ?1
         WHERE session_token_hash = ?2 AND revoked_at IS NULL AND expires_at > ?1)"));
    update->bind(now).bindBlob(tokenHash);
    return update->run();
}

} // namespace thimblely::access
