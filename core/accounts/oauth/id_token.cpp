// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/accounts/oauth/id_token.h"

#include "core/accounts/oauth/random_text.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <optional>

namespace thimblely {

namespace {

using oauth::Signature;

constexpr qsizetype longestToken = 16 * 1024;
constexpr qsizetype longestSubject = 255; // OpenID Connect Core, 2

Error refused(const char *code, const char *what = "")
{
    return {ErrorKind::Invalid, code, {}, QString::fromLatin1(what)};
}

std::optional<QJsonObject> objectIn(const QByteArray &part)
{
    const QJsonDocument read = QJsonDocument::fromJson(oauth::fromUrlText(part));
    return read.isObject() ? std::optional(read.object()) : std::nullopt;
}

std::optional<Signature> signatureOf(const QString &algorithm)
{
    if (algorithm == QLatin1String("RS256"))
        return Signature::Rs256;
    if (algorithm == QLatin1String("ES256"))
        return Signature::Es256;
    return {};
}

//! For us: alone, or among others with our name as that of who asked (3.1.3.7, 3 to 5).
bool isFor(const QJsonObject &claims, const QString &clientId)
{
    const QJsonValue audience = claims[QLatin1String("aud")];
    const QJsonArray all = audience.isString() ? QJsonArray{audience} : audience.toArray();
    const QJsonValue asked = claims[QLatin1String("azp")];
    if (!all.contains(clientId) || (all.size() > 1 && asked.isUndefined()))
        return false;
    return asked.isUndefined() || asked.toString() == clientId;
}

//! Seconds since 1970, as milliseconds (RFC 7519, 2).
std::optional<qint64> timeIn(const QJsonObject &claims, const char *name)
{
    const double seconds = claims[QLatin1String(name)].toDouble(-1);
    constexpr double latest = 1e11;
    return seconds >= 0 && seconds < latest ? std::optional(qint64(seconds) * 1000) : std::nullopt;
}

Result<void> checkTimes(const QJsonObject &claims, Instant now)
{
    const auto expires = timeIn(claims, "exp");
    const auto issued = timeIn(claims, "iat");
    if (!expires || !issued)
        return refused("oauth.token_claims", expires ? "iat" : "exp");
    if (*expires <= now.msecs() - IdToken::leewayMs)
        return refused("oauth.token_expired");
    const qint64 latest = now.msecs() + IdToken::leewayMs;
    const auto notBefore = timeIn(claims, "nbf");
    if (*issued > latest || notBefore.value_or(0) > latest)
        return refused("oauth.token_future");
    return {};
}

QString verifiedEmail(const QJsonObject &claims)
{
    const QJsonValue verified = claims[QLatin1String("email_verified")];
    const bool is = verified.toBool() || verified.toString() == QLatin1String("true"); // Apple writes it as a text
    return is ? claims[QLatin1String("email")].toString() : QString();
}

} // namespace

Result<VerifiedIdentity> IdToken::verify(const QByteArray &token, const oauth::JsonWebKeys &keys,
                                         const OauthProvider &provider, const QByteArray &nonce, Instant now)
{
    const QByteArrayList parts = token.split('.');
    if (token.size() > longestToken || parts.size() != 3)
        return refused("oauth.token_unreadable");
    const auto header = objectIn(parts[0]);
    if (!header || header->contains(QLatin1String("crit"))) // what must be understood, and is not
        return refused("oauth.token_unreadable");
    const auto signature = signatureOf((*header)[QLatin1String("alg")].toString());
    if (!signature)
        return refused("oauth.token_algorithm");
    const oauth::SigningKey *key = keys.find((*header)[QLatin1String("kid")].toString().toUtf8(), *signature);
    if (!key)
        return refused("oauth.token_key");
    if (!oauth::isSignedBy(*key, parts[0] + '.' + parts[1], oauth::fromUrlText(parts[2])))
        return refused("oauth.token_signature");
    const auto claims = objectIn(parts[1]);
    if (!claims)
        return refused("oauth.token_unreadable");
    return readClaims(*claims, provider, nonce, now);
}

Result<VerifiedIdentity> IdToken::readClaims(const QJsonObject &claims, const OauthProvider &provider,
                                             const QByteArray &nonce, Instant now)
{
    const QString issuer = claims[QLatin1String("iss")].toString();
    if (issuer != provider.issuer.toString(QUrl::FullyEncoded) && !provider.alsoIssuers.contains(issuer))
        return refused("oauth.token_claims", "iss");
    if (!isFor(claims, provider.clientId))
        return refused("oauth.token_claims", "aud");
    TRY(checkTimes(claims, now));
    if (nonce.isEmpty() || !oauth::sameText(claims[QLatin1String("nonce")].toString().toUtf8(), nonce))
        return refused("oauth.token_claims", "nonce");
    const QString subject = claims[QLatin1String("sub")].toString();
    if (subject.isEmpty() || subject.size() > longestSubject)
        return refused("oauth.token_claims", "sub");
    return VerifiedIdentity(provider.key, subject, verifiedEmail(claims));
}

} // namespace thimblely
