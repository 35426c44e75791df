// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/access/privileged/oauth_store.h"

#include "core/storage/transaction.h"

namespace thimblely::access {

namespace {

constexpr const char *useKind = "oauth.use";
constexpr qint64 dayMs = qint64(24) * 60 * 60 * 1000;

} // namespace

Result<std::unique_ptr<OauthStore>> OauthStore::open(const storage::OpenOptions &options)
{
    TRY_ASSIGN(auto connection, storage::Connection::open(options));
    return std::unique_ptr<OauthStore>(new OauthStore(std::move(connection)));
}

Result<std::vector<QByteArray>> OauthStore::linkedProviders()
{
    TRY_ASSIGN(auto query, m_connection->query(R"(
        SELECT DISTINCT link.provider
          FROM oauth_connections AS link
          JOIN auth_users AS login ON login.id = link.user_id AND login.deleted_at IS NULL
         WHERE link.deleted_at IS NULL
         ORDER BY 1)"));
    std::vector<QByteArray> found;
    for (;;) {
        TRY_ASSIGN(const bool row, query->step());
        if (!row)
            return found;
        found.push_back(query->utf8(0));
    }
}

Result<std::optional<PersonId>> OauthStore::personOf(const QByteArray &provider, const QString &subject)
{
    TRY_ASSIGN(auto query, m_connection->query(R"(
        SELECT link.user_id
          FROM oauth_connections AS link
          JOIN auth_users AS login ON login.id = link.user_id AND login.deleted_at IS NULL
         WHERE link.provider = ? AND link.provider_user_id = ? AND link.deleted_at IS NULL)"));
    query->bindUtf8(provider).bind(subject);
    TRY_ASSIGN(const bool found, query->step());
    return found ? std::optional(query->id<PersonId>(0)) : std::optional<PersonId>();
}

Result<void> OauthStore::noteUse(const Actor &person, const QByteArray &provider, const QString &subject,
                                 const Clock &clock)
{
    const Instant now = clock.now();
    TRY_ASSIGN(auto transaction, storage::WriteTransaction::begin(*m_connection));
    {
        TRY_ASSIGN(auto query, m_connection->query(R"(
            SELECT ifnull(last_used_at, 0) FROM oauth_connections
             WHERE provider = ? AND provider_user_id = ? AND deleted_at IS NULL)"));
        query->bindUtf8(provider).bind(subject);
        TRY_ASSIGN(const bool found, query->step());
        if (!found || query->int64(0) > now.msecs() - dayMs)
            return {};
    }
    TRY(beginOperation(*m_connection, person, useKind, {}, clock));
    {
        TRY_ASSIGN(auto update, m_connection->query(R"(
            UPDATE oauth_connections SET last_used_at = ?1, updated_at = ?1
             WHERE provider = ?2 AND provider_user_id = ?3 AND deleted_at IS NULL)"));
        update->bind(now).bindUtf8(provider).bind(subject);
        TRY(update->run());
    }
    TRY(endOperation(*m_connection));
    return transaction.commit();
}

} // namespace thimblely::access
