// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/accounts/provider_names.h"

#include "core/accounts/oauth_providers.h"

#include <algorithm>

namespace thimblely::ui {

QString providerName(const QByteArray &key)
{
    return key == "apple" ? QStringLiteral("Apple") : QStringLiteral("Google"); // names, the same everywhere
}

std::optional<OauthProvider> providerFor(const QByteArray &key)
{
    const std::vector<OauthProvider> all = oauthProviders();
    const auto found = std::ranges::find(all, key, &OauthProvider::key);
    return found == all.end() ? std::nullopt : std::optional(*found);
}

} // namespace thimblely::ui
