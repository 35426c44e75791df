// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/accounts/oauth/login_flow.h"

#include "core/accounts/oauth/id_token.h"
#include "core/accounts/oauth/json_fetch.h"
#include "core/accounts/oauth/loopback_listener.h"
#include "core/accounts/oauth/token_exchange.h"

#include <QNetworkAccessManager>
#include <QTimer>

#include <utility>

namespace thimblely::oauth {

LoginFlow::LoginFlow(BrowserLoginRequest request) : m_request(std::move(request)) {}

template <typename Next>
void LoginFlow::fetch(const QUrl &address, const QByteArray &form, Next next)
{
    fetchJson(*m_network, {address, form}, this, [this, next](const Result<QJsonObject> &answer) {
        if (!answer)
            return finish(answer.error());
        if (!m_finished)
            next(*answer);
    });
}

void LoginFlow::start()
{
    m_network = new QNetworkAccessManager(this);
    const QUrl &issuer = m_request.provider.issuer;
    fetch(DiscoveryDocument::addressOf(issuer), {}, [this, issuer](const QJsonObject &document) {
        const auto provider = DiscoveryDocument::read(document, issuer);
        if (!provider)
            return finish(provider.error());
        m_provider = *provider;
        fetchKeys(&LoginFlow::sendToBrowser);
    });
}

void LoginFlow::fetchKeys(void (LoginFlow::*next)())
{
    fetch(m_provider.keys, {}, [this, next](const QJsonObject &keys) {
        m_keys = JsonWebKeys::read(keys);
        (this->*next)();
    });
}

void LoginFlow::sendToBrowser()
{
    m_listener = new LoopbackListener(this);
    if (const auto listening = m_listener->listen(); !listening)
        return finish(listening.error());
    m_question.emplace(m_request.provider, m_listener->redirect());
    m_listener->expect(m_question->state());
    connect(m_listener, &LoopbackListener::answered, this, &LoginFlow::takeAnswer);
    QTimer::singleShot(m_request.patience, this, [this] {
        if (m_token.isEmpty())
            finish(Error{ErrorKind::Cancelled, "oauth.too_long", {}, {}});
    });
    m_request.openPage(m_question->page(m_provider));
}

void LoginFlow::takeAnswer(const QUrlQuery &answer)
{
    const auto code = m_question->read(answer);
    if (!code)
        return finish(code.error());
    fetch(m_provider.token, exchangeForm(*m_question, *code), [this](const QJsonObject &tokens) {
        const auto token = idTokenIn(tokens, m_request.provider);
        if (!token)
            return finish(token.error());
        m_token = *token;
        verify();
    });
}

Result<VerifiedIdentity> LoginFlow::look() const
{
    return IdToken::verify(m_token, m_keys, m_request.provider, m_question->nonce(), m_request.clock.now());
}

void LoginFlow::verify()
{
    const auto identity = look();
    if (!identity && identity.error().code == "oauth.token_key")
        return fetchKeys(&LoginFlow::verifyOnceMore);
    finish(identity);
}

void LoginFlow::verifyOnceMore()
{
    finish(look());
}

void LoginFlow::finish(const Result<VerifiedIdentity> &identity)
{
    if (std::exchange(m_finished, true))
        return;
    if (m_listener)
        m_listener->deleteLater(); // after what it still has to say to the browser
    m_listener = nullptr;
    m_request.answer(identity);
}

} // namespace thimblely::oauth
