// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/accounts/login_names.h"

#include "core/access/privileged/workspace_slug.h"

namespace thimblely::accounts {

Result<QString> freeLoginName(access::PrincipalStore &store, const QString &personName)
{
    const QString base = access::slugFromName(personName);
    for (int number = 1;; ++number) {
        const QString login = number == 1 ? base : base + QString::number(number);
        TRY_ASSIGN(const auto taken, store.findByLogin(login));
        if (!taken)
            return login;
    }
}

} // namespace thimblely::accounts
