// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/accounts/oauth/oauth_provider.h"
#include "core/accounts/oauth/verified_identity.h"
#include "core/base/clock.h"
#include "core/base/result.h"

#include <chrono>
#include <functional>
#include <memory>

namespace thimblely {

//! What a login at a provider is begun with; all of it is called on the login's own thread.
struct BrowserLoginRequest {
    OauthProvider provider;
    const Clock &clock;
    //! The page where the person says who they are; opened in their browser, never in a window of ours (RFC 8252, 8.12).
    std::function<void(const QUrl &)> openPage;
    //! Once; not after the login was destroyed.
    std::function<void(const Result<VerifiedIdentity> &)> answer;
    std::chrono::milliseconds patience = std::chrono::minutes(10); //!< for the person at the browser
};

/*!
 * A login on its way, on a thread of its own: the authorization code flow for programs without a server (RFC 8252), with
 * PKCE by S256 (RFC 7636), state and nonce, and a redirect that only this computer can take. Destroying it stops it and
 * waits for its thread. Nothing the provider gives is kept: neither the access nor a refresh token, for only who the person
 * is was asked.
 *
 * Errors: Io "oauth.unreachable" (args[0] the host), "oauth.bad_answer" (args[0] the host; detail says what), "oauth.
 * no_listener"; Invalid "oauth.insecure" (an address that is not https), "oauth.provider_old" (no S256); Cancelled
 * "oauth.denied", "oauth.too_long"; Forbidden "oauth.refused" (args[0] the provider's word); Invalid "oauth.token_…" as
 * id_token.h says.
 */
class BrowserLogin {
public:
    virtual ~BrowserLogin() = default;
    BrowserLogin(const BrowserLogin &) = delete;
    BrowserLogin &operator=(const BrowserLogin &) = delete;

protected:
    BrowserLogin() = default;
};

/*!
 * As a module exports it that is loaded with the first login: Qt Network and OpenSSL, with what they bring, would cost every
 * start some milliseconds, and hardly anybody links an account.
 */
using BeginBrowserLogin = std::unique_ptr<BrowserLogin> (*)(BrowserLoginRequest request);
constexpr const char *beginBrowserLoginName = "thimblelyBeginBrowserLogin"; //!< returns a BeginBrowserLogin

} // namespace thimblely
