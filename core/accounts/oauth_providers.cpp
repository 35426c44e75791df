// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/accounts/oauth_providers.h"

#include <mutex>
#include <utility>

namespace thimblely {

namespace {

QString setting(const char *name, const char *built)
{
    const QString here = qEnvironmentVariable(name);
    return here.isEmpty() ? QString::fromLatin1(built) : here;
}

std::vector<OauthProvider> usual()
{
    OauthProvider google{"google",
                         QUrl(QStringLiteral("https://accounts.google.com")),
                         setting("THIMBLELY_GOOGLE_CLIENT_ID", THIMBLELY_GOOGLE_CLIENT_ID),
                         setting("THIMBLELY_GOOGLE_CLIENT_SECRET", ""),
                         {QStringLiteral("accounts.google.com")}}; // as its own pages say it may
    if (google.clientId.isEmpty())
        return {};
    return {google};
}

std::mutex mutex;

std::vector<OauthProvider> &inUse()
{
    static std::vector<OauthProvider> providers = usual();
    return providers;
}

} // namespace

std::vector<OauthProvider> oauthProviders()
{
    const std::lock_guard lock(mutex);
    return inUse();
}

std::vector<OauthProvider> useOauthProviders(std::vector<OauthProvider> providers)
{
    const std::lock_guard lock(mutex);
    return std::exchange(inUse(), std::move(providers));
}

} // namespace thimblely
