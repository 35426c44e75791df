// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/accounts/linked_accounts_service.h"

#include "core/access/privileged/oauth_store.h"
#include "core/access/privileged/principal_store.h"
#include "core/accounts/background.h"
#include "core/accounts/pin_check.h"

#include <algorithm>

namespace thimblely {

namespace {

using changes::Operation;
using changes::WriteContext;
using storage::Table;

// Without the address: the history is read by others too.
constexpr const char *linkKind = "oauth.link";
constexpr const char *unlinkKind = "oauth.unlink";

// The view has the person's own only.
constexpr const char *ownAccounts = "SELECT id, provider, ifnull(email, ''), connected_at, last_used_at"
                                    " FROM oauth_connections ORDER BY provider, connected_at, id";

Result<std::vector<LinkedAccount>> read(access::ScopedConnection &connection)
{
    TRY_ASSIGN(auto query, connection.query(ownAccounts));
    std::vector<LinkedAccount> found;
    for (;;) {
        TRY_ASSIGN(const bool row, query->step());
        if (!row)
            return found;
        found.push_back(
            {query->id<RowId>(0), query->utf8(1), query->text(2), query->instant(3), query->optionalInstant(4)});
    }
}

Error conflict(const char *code)
{
    return {ErrorKind::Conflict, code, {}, {}};
}

//! What another person has linked nobody else sees; only that it is taken is said.
Result<void> checkFree(const QString &path, PersonId person, const VerifiedIdentity &identity)
{
    TRY_ASSIGN(const auto store, access::OauthStore::open(storage::OpenOptions{path}));
    TRY_ASSIGN(const std::optional<PersonId> whose, store->personOf(identity.provider(), identity.subject()));
    if (!whose)
        return {};
    return conflict(*whose == person ? "oauth.linked" : "oauth.taken");
}

//! A PIN or a password, by which one comes in without a provider.
Result<bool> hasSecret(const QString &path, PersonId person)
{
    TRY_ASSIGN(const auto store, access::PrincipalStore::open(storage::OpenOptions{path}));
    const auto secrets = store->secrets(person);
    if (!secrets && secrets.error().kind == ErrorKind::NotFound)
        return false;
    TRY(secrets);
    return secrets->pinHash.has_value() || secrets->passwordHash.has_value();
}

Result<void> keep(WriteContext &context, const VerifiedIdentity &identity)
{
    TRY_ASSIGN(const std::vector<LinkedAccount> own, read(context.connection()));
    if (std::ranges::find(own, identity.provider(), &LinkedAccount::provider) != own.end())
        return conflict("oauth.linked");
    const auto email = identity.email().isEmpty() ? std::nullopt : std::optional(identity.email());
    const auto kept = context.rows().insert(Table::OauthConnections, RowId::make(context.clock()),
                                            {{"user_id", context.principal().person},
                                             {"provider", identity.provider()},
                                             {"provider_user_id", identity.subject()},
                                             {"email", email},
                                             {"connected_at", context.clock().now()}});
    // Somebody was quicker, in another window.
    return kept || kept.error().kind != ErrorKind::Conflict ? kept : conflict("oauth.taken");
}

} // namespace

Result<std::vector<LinkedAccount>> LinkedAccountsService::all() const
{
    return read(m_session.reader());
}

QFuture<Result<void>> LinkedAccountsService::link(const VerifiedIdentity &identity, const QString &secret)
{
    return accounts::runOn<Result<void>>(
        *QThreadPool::globalInstance(),
        [path = m_session.path(), own = m_session.principal(), &door = m_door, identity, secret]() -> Result<void> {
            {
                TRY_ASSIGN(const auto store, access::PrincipalStore::open(storage::OpenOptions{path}));
                TRY(accounts::checkPinOrPassword(*store, door.clock(), own.person, secret));
            }
            TRY(checkFree(path, own.person, identity));
            return changes::await(door.write<void>(
                Operation{linkKind}, [identity](WriteContext &context) { return keep(context, identity); }));
        });
}

QFuture<Result<void>> LinkedAccountsService::unlink(const LinkedAccount &account)
{
    return accounts::runOn<Result<void>>(
        *QThreadPool::globalInstance(),
        [path = m_session.path(), person = m_session.principal().person, id = account.id,
         &door = m_door]() -> Result<void> {
            TRY_ASSIGN(const bool comesInByThemselves, hasSecret(path, person));
            return changes::await(door.write<void>(
                Operation{unlinkKind}, [id, comesInByThemselves](WriteContext &context) -> Result<void> {
                    TRY_ASSIGN(const std::vector<LinkedAccount> own, read(context.connection()));
                    const bool isLast = own.size() == 1 && own.front().id == id;
                    if (isLast && !comesInByThemselves)
                        return conflict("oauth.last_way");
                    return context.rows().remove(Table::OauthConnections, id.bytes());
                }));
        });
}

} // namespace thimblely
