// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/accounts/oauth/discovery_document.h"
#include "core/accounts/oauth/oauth_provider.h"
#include "core/accounts/oauth/pkce_pair.h"
#include "core/base/result.h"

#include <QUrl>
#include <QUrlQuery>

namespace thimblely::oauth {

/*!
 * One question to a provider, who the person at the browser is (RFC 6749, 4.1.1; OpenID Connect Core, 3.1.2.1), and the
 * reading of its answer. `state` ties the answer to the question, `nonce` the token. A value; each is used once.
 */
class AuthorizationRequest {
public:
    AuthorizationRequest(const OauthProvider &provider, QUrl redirect);

    QUrl page(const DiscoveryDocument &provider) const;
    //! The code. Cancelled "oauth.denied", Forbidden "oauth.refused", Io "oauth.bad_answer".
    Result<QString> read(const QUrlQuery &answer) const;

    const OauthProvider &provider() const { return m_provider; }
    const QUrl &redirect() const { return m_redirect; }
    const PkcePair &pkce() const { return m_pkce; }
    const QByteArray &state() const { return m_state; }
    const QByteArray &nonce() const { return m_nonce; }

private:
    OauthProvider m_provider;
    QUrl m_redirect;
    PkcePair m_pkce;
    QByteArray m_state;
    QByteArray m_nonce;
};

} // namespace thimblely::oauth
