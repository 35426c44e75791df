// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/accounts/oauth/token_exchange.h"

namespace thimblely::oauth {

QByteArray exchangeForm(const AuthorizationRequest &request, const QString &code)
{
    QByteArray form;
    const auto add = [&form](const char *name, const QString &value) {
        if (!form.isEmpty())
            form += '&';
        form += name;
        form += '=' + QUrl::toPercentEncoding(value);
    };
    add("grant_type", QStringLiteral("authorization_code"));
    add("code", code);
    add("redirect_uri", request.redirect().toString(QUrl::FullyEncoded));
    add("client_id", request.provider().clientId);
    add("code_verifier", QString::fromLatin1(request.pkce().verifier()));
    if (!request.provider().clientSecret.isEmpty())
        add("client_secret", request.provider().clientSecret);
    return form;
}

Result<QByteArray> idTokenIn(const QJsonObject &answer, const OauthProvider &provider)
{
    const QString token = answer[QLatin1String("id_token")].toString();
    if (token.isEmpty())
        return Error{ErrorKind::Io, "oauth.bad_answer", {provider.issuer.host()}, QStringLiteral("no id_token")};
    return token.toLatin1();
}

} // namespace thimblely::oauth
