// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/accounts/standing.h"

#include "core/access/privileged/auth_session_store.h"
#include "core/access/privileged/invitation_store.h"
#include "core/access/privileged/principal_store.h"
#include "core/accounts/background.h"

namespace thimblely {

namespace {

using Why = std::optional<SignedOut>;

Result<Why> ofMember(const QString &path, const access::Principal &was)
{
    TRY_ASSIGN(const auto store, access::PrincipalStore::open(storage::OpenOptions{path}));
    const auto now = store->load(was.person, was.workspace, was.device);
    if (!now && now.error().kind == ErrorKind::Forbidden) {
        TRY_ASSIGN(const auto shops, access::InvitationStore::open(storage::OpenOptions{path}));
        TRY_ASSIGN(const bool there, shops->holdsWorkspace(was.workspace));
        return Why(there ? SignedOut::NoMember : SignedOut::ShopDeleted);
    }
    if (!now)
        return now.error();
    const bool same = now->role == was.role && now->job == was.job && now->capabilities == was.capabilities;
    return same ? Why() : Why(SignedOut::RightsChanged);
}

Result<Why> ofSignIn(const QString &path, PersonId person, const WindowSignIn &signIn)
{
    using State = access::AuthSessionStore::State;
    TRY_ASSIGN(const auto store, access::AuthSessionStore::open(storage::OpenOptions{path}));
    TRY_ASSIGN(const State state, store->stateOf(signIn.token.hash(), person, signIn.clock.now()));
    return state == State::Stands ? Why() : state == State::RanOut ? Why(SignedOut::RanOut) : Why(SignedOut::Elsewhere);
}

} // namespace

QFuture<Result<Why>> whySignedOut(const QString &path, const access::Principal &principal,
                                  const std::optional<WindowSignIn> &signIn)
{
    return accounts::runOn<Result<Why>>(*QThreadPool::globalInstance(), [path, principal, signIn]() -> Result<Why> {
        TRY_ASSIGN(const Why why, ofMember(path, principal));
        return why || !signIn ? Result<Why>(why) : ofSignIn(path, principal.person, *signIn);
    });
}

} // namespace thimblely
