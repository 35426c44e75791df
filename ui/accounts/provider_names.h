// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/accounts/oauth/oauth_provider.h"

#include <QString>

#include <optional>

namespace thimblely::ui {

//! What a provider calls itself: "Google".
QString providerName(const QByteArray &key);
//! How it can be asked here; none: this build has no client id for it.
std::optional<OauthProvider> providerFor(const QByteArray &key);

} // namespace thimblely::ui
