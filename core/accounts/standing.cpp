// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/accounts/standing.h"

#include "core/access/privileged/auth_session_store.h"
#include "core/access/privileged/principal_store.h"
#include "core/accounts/background.h"

namespace thimblely {

namespace {

Result<bool> sameStanding(const QString &path, const access::Principal &was)
{
    TRY_ASSIGN(const auto store, access::PrincipalStore::open(storage::OpenOptions{path}));
    const auto now = store->load(was.person, was.workspace, was.device);
    if (!now)
        return now.error().kind == ErrorKind::Forbidden ? Result<bool>(false) : now.error();
    return now->role == was.role && now->job == was.job && now->capabilities == was.capabilities;
}

Result<bool> sameSignIn(const QString &path, PersonId person, const WindowSignIn &signIn)
{
    TRY_ASSIGN(const auto store, access::AuthSessionStore::open(storage::OpenOptions{path}));
    return store->stands(signIn.token.hash(), person, signIn.clock.now());
}

} // namespace

QFuture<Result<bool>> stillStands(const QString &path, const access::Principal &principal,
                                  const std::optional<WindowSignIn> &signIn)
{
    return accounts::runOn<Result<bool>>(*QThreadPool::globalInstance(), [path, principal, signIn]() -> Result<bool> {
        TRY_ASSIGN(const bool stands, sameStanding(path, principal));
        return stands && signIn ? sameSignIn(path, principal.person, *signIn) : Result<bool>(stands);
    });
}

} // namespace thimblely
