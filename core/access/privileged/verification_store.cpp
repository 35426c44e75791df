// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/access/privileged/verification_store.h"

#include "core/storage/transaction.h"

namespace thimblely::access {

namespace {

constexpr const char *confirmKind = "person.verify";

const char *typeOf(AddressKind kind)
{
    return kind == AddressKind::Email ? "email" : "sms";
}

} // namespace

Result<std::unique_ptr<VerificationStore>> VerificationStore::open(const storage::OpenOptions &options)
{
    TRY_ASSIGN(auto connection, storage::Connection::open(options));
    return std::unique_ptr<VerificationStore>(new VerificationStore(std::move(connection)));
}

Result<std::optional<QString>> VerificationStore::addressOf(PersonId person, AddressKind kind)
{
    TRY_ASSIGN(auto query, m_connection->query(R"(
        SELECT coalesce(nullif(person.email, ''), login.email), coalesce(nullif(person.phone, ''), login.phone)
          FROM profiles AS person LEFT JOIN auth_users AS login ON login.id = person.id AND login.deleted_at IS NULL
         WHERE person.id = ? AND person.deleted_at IS NULL)"));
    query->bind(person);
    TRY_ASSIGN(const bool found, query->step());
    return found ? query->optionalText(kind == AddressKind::Email ? 0 : 1) : std::optional<QString>();
}

Result<std::optional<Instant>> VerificationStore::confirmedAt(PersonId person, AddressKind kind, const QString &address)
{
    TRY_ASSIGN(auto query, m_connection->query(R"(
        SELECT max(verified_at) FROM verification_logs
         WHERE user_id = ? AND verification_type = ? AND sent_to = ? AND status = 'verified' AND deleted_at IS NULL)"));
    query->bind(person, typeOf(kind), address);
    TRY_ASSIGN(const bool found, query->step());
    return found ? query->optionalInstant(0) : std::optional<Instant>();
}

Result<std::optional<Instant>> VerificationStore::lastSent(PersonId person, AddressKind kind, const QString &address)
{
    TRY_ASSIGN(auto query, m_connection->query(R"(
        SELECT max(sent_at) FROM verification_logs
         WHERE user_id = ? AND verification_type = ? AND sent_to = ? AND deleted_at IS NULL)"));
    query->bind(person, typeOf(kind), address);
    TRY_ASSIGN(const bool found, query->step());
    return found ? query->optionalInstant(0) : std::optional<Instant>();
}

Result<std::optional<OpenVerification>> VerificationStore::openOne(PersonId person, AddressKind kind)
{
    TRY_ASSIGN(auto query, m_connection->query(R"(
        SELECT id, sent_to, token_hash, sent_at, ifnull(metadata ->> '$.tries', 0)
          FROM verification_logs
         WHERE user_id = ? AND verification_type = ? AND status IN ('sent', 'delivered') AND token_hash IS NOT NULL
           AND deleted_at IS NULL
         ORDER BY sent_at DESC, id DESC
         LIMIT 1)"));
    query->bind(person, typeOf(kind));
    TRY_ASSIGN(const bool found, query->step());
    if (!found)
        return std::optional<OpenVerification>();
    return std::optional(
        OpenVerification{query->id<RowId>(0), query->text(1), query->blob(2), query->instant(3), int(query->int64(4))});
}

Result<void> VerificationStore::closeOpen(PersonId person, AddressKind kind, Instant now)
{
    TRY_ASSIGN(auto update, m_connection->query(R"(
        UPDATE verification_logs SET status = 'failed', token_hash = NULL, updated_at = ?1
         WHERE user_id = ?2 AND verification_type = ?3 AND status IN ('sent', 'delivered'))"));
    update->bind(now, person, typeOf(kind));
    return update->run();
}

Result<void> VerificationStore::begin(PersonId person, AddressKind kind, const OpenVerification &code,
                                      const QString &provider, Instant now)
{
    TRY_ASSIGN(auto transaction, storage::WriteTransaction::begin(*m_connection));
    TRY(closeOpen(person, kind, now));
    {
        TRY_ASSIGN(auto insert, m_connection->query(R"(
            INSERT INTO verification_logs (id, user_id, verification_type, provider, status, token_hash, sent_to, sent_at,
                                           metadata, created_at, updated_at)
            VALUES (?1, ?2, ?3, ?4, 'sent', ?5, ?6, ?7, '{"tries":0}', ?7, ?7))"));
        insert->bind(code.id, person, typeOf(kind), provider).bindBlob(code.codeHash).bind(code.sentTo, now);
        TRY(insert->run());
    }
    return transaction.commit();
}

Result<void> VerificationStore::close(RowId id, Instant now)
{
    TRY_ASSIGN(auto update, m_connection->query("UPDATE verification_logs SET status = 'failed', token_hash = NULL,"
                                                " updated_at = ? WHERE id = ?"));
    update->bind(now, id);
    return update->run();
}

Result<void> VerificationStore::noteTry(RowId id, int tries, Instant now)
{
    TRY_ASSIGN(auto update, m_connection->query("UPDATE verification_logs SET metadata = json_object('tries', ?),"
                                                " updated_at = ? WHERE id = ?"));
    update->bind(tries, now, id);
    return update->run();
}

Result<void> VerificationStore::confirm(const Actor &person, AddressKind kind, RowId id, const Clock &clock)
{
    const Instant now = clock.now();
    const bool email = kind == AddressKind::Email;
    TRY_ASSIGN(auto transaction, storage::WriteTransaction::begin(*m_connection));
    TRY(beginOperation(*m_connection, person, confirmKind, {}, clock));
    {
        TRY_ASSIGN(auto log, m_connection->query(R"(
            UPDATE verification_logs SET status = 'verified', token_hash = NULL, verified_at = ?1, updated_at = ?1
             WHERE id = ?2)"));
        log->bind(now, id);
        TRY(log->run());
        TRY_ASSIGN(
            auto login,
            m_connection->query(email ? "UPDATE auth_users SET email_confirmed_at = ?1, updated_at = ?1 WHERE id = ?2"
                                      : "UPDATE auth_users SET phone_confirmed_at = ?1, updated_at = ?1"
                                        " WHERE id = ?2"));
        login->bind(now, person.person);
        TRY(login->run());
        TRY_ASSIGN(auto profile, m_connection->query("UPDATE profiles SET is_verified = 1, verified_at = ?1,"
                                                     " updated_at = ?1 WHERE id = ?2"));
        profile->bind(now, person.person);
        TRY(profile->run());
    }
    TRY(endOperation(*m_connection));
    return transaction.commit();
}

} // namespace thimblely::access
