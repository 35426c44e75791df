// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/accounts/oauth/authorization_request.h"

#include "core/accounts/oauth/random_text.h"

namespace thimblely::oauth {

namespace {

constexpr int stateBytes = 16;
constexpr qsizetype longestWord = 60; // of the provider's, in a sentence

QString valueOf(const QUrlQuery &query, const char *name)
{
    return query.queryItemValue(QString::fromLatin1(name), QUrl::FullyDecoded);
}

} // namespace

AuthorizationRequest::AuthorizationRequest(const OauthProvider &provider, QUrl redirect)
    : m_provider(provider), m_redirect(std::move(redirect)), m_pkce(PkcePair::make()), m_state(randomText(stateBytes)),
      m_nonce(randomText(stateBytes))
{}

QUrl AuthorizationRequest::page(const DiscoveryDocument &provider) const
{
    QUrlQuery query(provider.authorization);
    const auto add = [&query](const char *name, const QString &value) {
        query.addQueryItem(QString::fromLatin1(name), QString::fromLatin1(QUrl::toPercentEncoding(value)));
    };
    add("response_type", QStringLiteral("code"));
    add("client_id", m_provider.clientId);
    add("redirect_uri", m_redirect.toString(QUrl::FullyEncoded));
    add("scope", QStringLiteral("openid email"));
    add("state", QString::fromLatin1(m_state));
    add("nonce", QString::fromLatin1(m_nonce));
    add("code_challenge", QString::fromLatin1(m_pkce.challenge()));
    add("code_challenge_method", QStringLiteral("S256"));
    add("prompt", QStringLiteral("select_account")); // whoever is signed in at the browser may be somebody else
    QUrl page = provider.authorization;
    page.setQuery(query);
    return page;
}

Result<QString> AuthorizationRequest::read(const QUrlQuery &answer) const
{
    const QString host = m_provider.issuer.host();
    if (!sameText(valueOf(answer, "state").toLatin1(), m_state))
        return Error{ErrorKind::Io, "oauth.bad_answer", {host}, QStringLiteral("state")};
    // RFC 9207: where it says who it is, it is who was asked.
    const QString issuer = valueOf(answer, "iss");
    if (!issuer.isEmpty() && issuer != m_provider.issuer.toString(QUrl::FullyEncoded) &&
        !m_provider.alsoIssuers.contains(issuer))
        return Error{ErrorKind::Io, "oauth.bad_answer", {host}, QStringLiteral("iss")};
    const QString refusal = valueOf(answer, "error");
    if (refusal == QLatin1String("access_denied"))
        return Error{ErrorKind::Cancelled, "oauth.denied", {}, {}};
    if (!refusal.isEmpty())
        return Error{ErrorKind::Forbidden, "oauth.refused", {refusal.left(longestWord)}, {}};
    const QString code = valueOf(answer, "code");
    if (code.isEmpty())
        return Error{ErrorKind::Io, "oauth.bad_answer", {host}, QStringLiteral("no code")};
    return code;
}

} // namespace thimblely::oauth
