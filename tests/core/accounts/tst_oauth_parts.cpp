// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/accounts/oauth/authorization_request.h"
#include "core/accounts/oauth/discovery_document.h"
#include "core/accounts/oauth/loopback_listener.h"
#include "core/accounts/oauth/safe_address.h"
#include "core/accounts/oauth/token_exchange.h"

#include <QJsonArray>
#include <QSignalSpy>
#include <QTcpSocket>
#include <QTest>

using namespace thimblely;
using namespace thimblely::oauth;

namespace {

OauthProvider provider()
{
    return {"google", QUrl(QStringLiteral("https://accounts.provider.example")), QStringLiteral("us & them")};
}

QJsonObject document()
{
    return {{QStringLiteral("issuer"), QStringLiteral("https://accounts.provider.example")},
            {QStringLiteral("authorization_endpoint"), QStringLiteral("https://accounts.provider.example/auth?v=2")},
            {QStringLiteral("token_endpoint"), QStringLiteral("https://token.provider.example")},
            {QStringLiteral("jwks_uri"), QStringLiteral("https://keys.provider.example")},
            {QStringLiteral("response_types_supported"), QJsonArray{QStringLiteral("code")}},
            {QStringLiteral("code_challenge_methods_supported"), QJsonArray{QStringLiteral("S256")}}};
}

QString codeOf(const Error &error)
{
    return QString::fromLatin1(error.code);
}

} // namespace

//! What a login at a provider is made of, each part alone.
class TestOauthParts : public QObject {
    Q_OBJECT

private Q_SLOTS:
    //! RFC 7636, appendix B.
    void theChallengeIsThatOfTheRfc()
    {
        const PkcePair pair("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk");
        QCOMPARE(pair.challenge(), QByteArray("E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"));
        const PkcePair made = PkcePair::make();
        QCOMPARE(made.verifier().size(), 43);
        QVERIFY(made.verifier() != PkcePair::make().verifier());
    }

    void addressesThatAreSafe_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<bool>("safe");
        const auto row = [](const char *address, bool safe) {
            QTest::newRow(address) << QString::fromLatin1(address) << safe;
        };
        row("https://accounts.google.com", true);
        row("http://127.0.0.1:4711/x", true);
        row("http://accounts.google.com", false);
        row("http://localhost:4711", false);
        row("http://127.0.0.1.evil.example", false);
        row("http://127.0.0.1@evil.example", false);
        row("https://somebody@accounts.google.com", false);
        row("file:///etc/passwd", false);
        row("https://", false);
        row("", false);
    }
    void addressesThatAreSafe()
    {
        QFETCH(QString, address);
        QFETCH(bool, safe);
        QCOMPARE(isSafeAddress(QUrl(address)), safe);
    }

    void aProvidersDocument_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QJsonValue>("value");
        QTest::addColumn<QString>("code");
        const auto row = [](const char *field, const QJsonValue &value, const char *code) {
            QTest::addRow("%s %s", field, code) << QString::fromLatin1(field) << value << QString::fromLatin1(code);
        };
        const QJsonValue none(QJsonValue::Undefined);
        row("userinfo_endpoint", QStringLiteral("x"), "");
        row("issuer", QStringLiteral("https://evil.example"), "oauth.bad_answer");
        row("issuer", QStringLiteral("https://accounts.provider.example/"), "oauth.bad_answer");
        row("token_endpoint", none, "oauth.bad_answer");
        row("token_endpoint", QStringLiteral("http://token.provider.example"), "oauth.insecure");
        row("jwks_uri", QStringLiteral("http://keys.provider.example"), "oauth.insecure");
        row("authorization_endpoint", QStringLiteral("javascript:alert(1)"), "oauth.insecure");
        row("code_challenge_methods_supported", QJsonArray{QStringLiteral("plain")}, "oauth.provider_old");
        row("code_challenge_methods_supported", none, "");
        row("response_types_supported", QJsonArray{QStringLiteral("token")}, "oauth.bad_answer");
    }
    void aProvidersDocument()
    {
        QFETCH(QString, field);
        QFETCH(QJsonValue, value);
        QFETCH(QString, code);
        QJsonObject changed = document();
        if (value.isUndefined())
            changed.remove(field);
        else
            changed[field] = value;
        const auto read = DiscoveryDocument::read(changed, provider().issuer);
        QCOMPARE(read ? QString() : codeOf(read.error()), code);
    }

    void itsAddress()
    {
        QCOMPARE(DiscoveryDocument::addressOf(QUrl(QStringLiteral("https://one.example/tenant/"))),
                 QUrl(QStringLiteral("https://one.example/tenant/.well-known/openid-configuration")));
    }

    void theQuestion()
    {
        const AuthorizationRequest request(provider(), QUrl(QStringLiteral("http://127.0.0.1:4711/signed-in")));
        const QUrl page = request.page(*DiscoveryDocument::read(document(), provider().issuer));
        const QUrlQuery query(page);
        const auto value = [&](const char *name) {
            return query.queryItemValue(QLatin1String(name), QUrl::FullyDecoded);
        };
        QCOMPARE(page.host(), QStringLiteral("accounts.provider.example"));
        QCOMPARE(value("v"), QStringLiteral("2")); // the provider's own part stays
        QCOMPARE(value("response_type"), QStringLiteral("code"));
        QCOMPARE(value("client_id"), QStringLiteral("us & them"));
        QCOMPARE(value("redirect_uri"), QStringLiteral("http://127.0.0.1:4711/signed-in"));
        QCOMPARE(value("scope"), QStringLiteral("openid email"));
        QCOMPARE(value("code_challenge_method"), QStringLiteral("S256"));
        QCOMPARE(value("code_challenge").toLatin1(), request.pkce().challenge());
        QCOMPARE(value("state").toLatin1(), request.state());
        QCOMPARE(value("nonce").toLatin1(), request.nonce());
        QVERIFY(!page.toString().contains(QString::fromLatin1(request.pkce().verifier())));
        const QByteArray form = exchangeForm(request, QStringLiteral("a code & more"));
        QVERIFY(form.contains("code=a%20code%20%26%20more"));
        QVERIFY(form.contains("code_verifier=" + request.pkce().verifier()));
        QVERIFY(!form.contains("client_secret"));
    }

    void theAnswer_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<QString>("code");
        const auto row = [](const char *query, const char *code) {
            QTest::newRow(query) << QString::fromLatin1(query) << QString::fromLatin1(code);
        };
        row("state=STATE&code=it", "");
        row("state=STATE&code=it&iss=https%3A%2F%2Faccounts.provider.example", "");
        row("state=STATE&code=it&iss=https%3A%2F%2Fevil.example", "oauth.bad_answer");
        row("state=other&code=it", "oauth.bad_answer");
        row("code=it", "oauth.bad_answer");
        row("state=STATE", "oauth.bad_answer");
        row("state=STATE&error=access_denied&code=it", "oauth.denied");
        row("state=STATE&error=server_error", "oauth.refused");
    }
    void theAnswer()
    {
        QFETCH(QString, query);
        QFETCH(QString, code);
        const AuthorizationRequest request(provider(), QUrl(QStringLiteral("http://127.0.0.1:4711/signed-in")));
        query.replace(QStringLiteral("STATE"), QString::fromLatin1(request.state()));
        const auto read = request.read(QUrlQuery(query));
        QCOMPARE(read ? QString() : codeOf(read.error()), code);
        if (read)
            QCOMPARE(*read, QStringLiteral("it"));
    }

    //! Only 127.0.0.1, only the answer that is waited for, and only once.
    void theListenerTakesOneAnswer()
    {
        LoopbackListener listener;
        QVERIFY(listener.listen());
        QCOMPARE(listener.redirect().host(), QStringLiteral("127.0.0.1"));
        QSignalSpy answered(&listener, &LoopbackListener::answered);
        QVERIFY(ask(listener, "GET /signed-in?state=x&code=y HTTP/1.1").contains("404")); // none is waited for yet
        listener.expect("the-state");
        for (const char *other :
             {"GET /favicon.ico HTTP/1.1", "GET /signed-in HTTP/1.1", "GET /signed-in?state=other&code=y HTTP/1.1",
              "POST /signed-in?state=the-state&code=y HTTP/1.1", "GET /other?state=the-state&code=y HTTP/1.1",
              "GET http://evil.example/ HTTP/1.1", "nonsense", ""})
            QVERIFY2(ask(listener, other).contains("404"), other);
        QCOMPARE(answered.size(), 0);
        const QByteArray page = ask(listener, "GET /signed-in?state=the-state&code=a+b HTTP/1.1");
        QVERIFY(page.contains("200 OK"));
        QVERIFY(page.contains("Go back to Thimblely"));
        QTRY_COMPARE(answered.size(), 1);
        QCOMPARE(answered[0][0].value<QUrlQuery>().queryItemValue(QStringLiteral("code"), QUrl::FullyDecoded),
                 QStringLiteral("a b"));
        QVERIFY(ask(listener, "GET /signed-in?state=the-state&code=z HTTP/1.1").isEmpty()); // it is closed
    }

    void theListenerReadsNoMoreThanItMust()
    {
        LoopbackListener listener;
        QVERIFY(listener.listen());
        listener.expect("the-state");
        QVERIFY(ask(listener, "GET /signed-in?state=" + QByteArray(40'000, 'a') + " HTTP/1.1").size() < 2000);
    }

private:
    static QByteArray ask(const LoopbackListener &listener, const QByteArray &line)
    {
        QTcpSocket socket;
        socket.connectToHost(QStringLiteral("127.0.0.1"), quint16(listener.redirect().port()));
        if (!QTest::qWaitFor([&] {
                return socket.state() != QAbstractSocket::ConnectingState &&
                       socket.state() != QAbstractSocket::HostLookupState;
            }))
            return {};
        if (socket.state() != QAbstractSocket::ConnectedState)
            return {};
        socket.write(line + "\r\nHost: 127.0.0.1\r\n\r\n");
        QByteArray heard;
        (void)QTest::qWaitFor([&] {
            heard += socket.readAll();
            return socket.state() == QAbstractSocket::UnconnectedState;
        });
        return heard + socket.readAll();
    }
};

QTEST_GUILESS_MAIN(TestOauthParts)
#include "tst_oauth_parts.moc"
