// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/accounts/oauth/authorization_request.h"

#include <QJsonObject>

namespace thimblely::oauth {

// The code, given for the provider's word who the person is (RFC 6749, 4.1.3; RFC 7636, 4.5).

//! What is posted to the provider's token endpoint.
QByteArray exchangeForm(const AuthorizationRequest &request, const QString &code);
//! The signed token of the answer; the others are left where they are, nobody needs them. Io "oauth.bad_answer".
Result<QByteArray> idTokenIn(const QJsonObject &answer, const OauthProvider &provider);

} // namespace thimblely::oauth
