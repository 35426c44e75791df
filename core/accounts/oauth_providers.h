// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/accounts/oauth/oauth_provider.h"

#include <vector>

namespace thimblely {

/*!
 * The providers that this program can ask: Google, where it has a client id. It is the publisher's, set when the program is
 * built (THIMBLELY_GOOGLE_CLIENT_ID), or for this computer in the environment under the same name, and the "secret" that
 * goes with it likewise, which is in no source (oauth_provider.h). Apple brings its answer to a server's https address
 * only, so it waits for one. Any thread.
 */
std::vector<OauthProvider> oauthProviders();

//! Others in their place, as a test has started one; gives those before.
std::vector<OauthProvider> useOauthProviders(std::vector<OauthProvider> providers);

} // namespace thimblely
