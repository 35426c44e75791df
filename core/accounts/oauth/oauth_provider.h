// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>
#include <QUrl>

namespace thimblely {

/*!
 * Who vouches for a person, and as which program they are asked (OpenID Connect). A client id is given by the provider to
 * whoever publishes a program, and is no secret. Google gives programs for the desktop a "client secret" too, asks for it,
 * and says itself that it is none (developers.google.com/identity/protocols/oauth2/native-app): it stands in no source
 * here, and proves nothing; what keeps a stolen code useless is PKCE.
 */
struct OauthProvider {
    QByteArray key; //!< as oauth_connections.provider says it: "google"
    QUrl issuer;    //!< its configuration stands under this, /.well-known/openid-configuration
    QString clientId;
    QString clientSecret = {};    //!< empty: the provider asks for none
    QStringList alsoIssuers = {}; //!< other names it gives itself in its tokens
};

} // namespace thimblely
