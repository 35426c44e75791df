// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/accounts/standing.h"

#include "core/access/privileged/principal_store.h"
#include "core/accounts/background.h"

namespace thimblely {

QFuture<Result<bool>> stillStands(const QString &path, const access::Principal &principal)
{
    return accounts::runOn<Result<bool>>(*QThreadPool::globalInstance(), [path, principal]() -> Result<bool> {
        TRY_ASSIGN(auto store, access::PrincipalStore::open(storage::OpenOptions{path}));
        const auto now = store->load(principal.person, principal.workspace, principal.device);
        if (!now)
            return now.error().kind == ErrorKind::Forbidden ? Result<bool>(false) : now.error();
        return now->role == principal.role && now->job == principal.job && now->capabilities == principal.capabilities;
    });
}

} // namespace thimblely
