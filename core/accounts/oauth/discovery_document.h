// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/base/result.h"

#include <QJsonObject>
#include <QUrl>

namespace thimblely::oauth {

//! Where a provider answers what (OpenID Connect Discovery 1.0, 3 and 4.3).
struct DiscoveryDocument {
    QUrl authorization;
    QUrl token;
    QUrl keys;

    static QUrl addressOf(const QUrl &issuer);
    //! Invalid "oauth.insecure", "oauth.provider_old"; Io "oauth.bad_answer" where it is another issuer's, or incomplete.
    static Result<DiscoveryDocument> read(const QJsonObject &document, const QUrl &issuer);
};

} // namespace thimblely::oauth
