// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/accounts/oauth/discovery_document.h"

#include "core/accounts/oauth/safe_address.h"

#include <QJsonArray>

namespace thimblely::oauth {

namespace {

Error badAnswer(const QUrl &issuer, const char *what)
{
    return {ErrorKind::Io, "oauth.bad_answer", {issuer.host()}, QString::fromLatin1(what)};
}

//! Whether a list that may be left out holds the word, or is left out.
bool allows(const QJsonObject &document, const char *list, const char *word)
{
    const QJsonValue values = document[QLatin1String(list)];
    return values.isUndefined() || values.toArray().contains(QString::fromLatin1(word));
}

} // namespace

QUrl DiscoveryDocument::addressOf(const QUrl &issuer)
{
    QUrl address = issuer;
    QString path = issuer.path();
    if (path.endsWith(u'/'))
        path.chop(1);
    address.setPath(path + QStringLiteral("/.well-known/openid-configuration"));
    return address;
}

Result<DiscoveryDocument> DiscoveryDocument::read(const QJsonObject &document, const QUrl &issuer)
{
    // Whoever answers for somebody else is refused.
    if (document[QLatin1String("issuer")].toString() != issuer.toString(QUrl::FullyEncoded))
        return badAnswer(issuer, "another issuer");
    DiscoveryDocument found;
    const std::pair<const char *, QUrl *> addresses[] = {
        {"authorization_endpoint", &found.authorization}, {"token_endpoint", &found.token}, {"jwks_uri", &found.keys}};
    for (const auto &[name, address] : addresses) {
        *address = QUrl(document[QLatin1String(name)].toString(), QUrl::StrictMode);
        if (address->isEmpty())
            return badAnswer(issuer, name);
        if (!isSafeAddress(*address))
            return Error{ErrorKind::Invalid, "oauth.insecure", {issuer.host()}, QString::fromLatin1(name)};
    }
    if (!allows(document, "response_types_supported", "code"))
        return badAnswer(issuer, "no code flow");
    if (!allows(document, "code_challenge_methods_supported", "S256"))
        return Error{ErrorKind::Invalid, "oauth.provider_old", {issuer.host()}, {}};
    return found;
}

} // namespace thimblely::oauth
