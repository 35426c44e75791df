// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/accounts/oauth/json_web_keys.h"
#include "core/accounts/oauth/oauth_provider.h"
#include "core/accounts/oauth/verified_identity.h"
#include "core/base/clock.h"
#include "core/base/result.h"

namespace thimblely {

/*!
 * A provider's word who somebody is: a signed token (RFC 7515, compact), looked at as OpenID Connect Core 3.1.3.7 asks.
 * Only RS256 and ES256 are taken, each with a key of its own kind: "none" and HS256, where a public key would pass for a
 * shared secret, never reach a key. Times may be five minutes off, as shop computers' clocks are. Pure.
 *
 * Errors, all of kind Invalid: "oauth.token_unreadable", "oauth.token_algorithm", "oauth.token_key" (the provider has no
 * such key: it may have changed them), "oauth.token_signature", "oauth.token_claims" (detail names the claim), "oauth.
 * token_expired", "oauth.token_future" (this computer's clock may be wrong).
 */
class IdToken {
public:
    static constexpr qint64 leewayMs = 5 * 60 * 1000;

    static Result<VerifiedIdentity> verify(const QByteArray &token, const oauth::JsonWebKeys &keys,
                                           const OauthProvider &provider, const QByteArray &nonce, Instant now);

private:
    static Result<VerifiedIdentity> readClaims(const QJsonObject &claims, const OauthProvider &provider,
                                               const QByteArray &nonce, Instant now);
};

} // namespace thimblely
