// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/accounts/oauth/authorization_request.h"
#include "core/accounts/oauth/browser_login.h"
#include "core/accounts/oauth/discovery_document.h"
#include "core/accounts/oauth/json_web_keys.h"

#include <QJsonObject>
#include <QObject>

#include <optional>

class QNetworkAccessManager;

namespace thimblely::oauth {

class LoopbackListener;

/*!
 * The steps of one login, one after the other, on the thread that runs start(): the provider's configuration and keys, the
 * person's browser, the code, the token. Where the token names a key that was not among them, they are fetched once more:
 * a provider changes its keys. See browser_login.h.
 */
class LoginFlow : public QObject {
    Q_OBJECT

public:
    explicit LoginFlow(BrowserLoginRequest request);
    void start();

private:
    template <typename Next>
    void fetch(const QUrl &address, const QByteArray &form, Next next);
    void fetchKeys(void (LoginFlow::*next)());
    void sendToBrowser();
    void takeAnswer(const QUrlQuery &answer);
    void verify();
    void verifyOnceMore();
    Result<VerifiedIdentity> look() const;
    void finish(const Result<VerifiedIdentity> &identity);

    const BrowserLoginRequest m_request;
    QNetworkAccessManager *m_network = nullptr;
    LoopbackListener *m_listener = nullptr;
    DiscoveryDocument m_provider;
    JsonWebKeys m_keys;
    std::optional<AuthorizationRequest> m_question;
    QByteArray m_token;
    bool m_finished = false;
};

} // namespace thimblely::oauth
