// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/accounts/oauth/safe_address.h"

namespace thimblely::oauth {

bool isSafeAddress(const QUrl &address)
{
    if (!address.isValid() || address.host().isEmpty() || !address.userInfo().isEmpty())
        return false;
    const QString scheme = address.scheme();
    return scheme == QLatin1String("https") ||
           (scheme == QLatin1String("http") && address.host() == QLatin1String("127.0.0.1"));
}

} // namespace thimblely::oauth
