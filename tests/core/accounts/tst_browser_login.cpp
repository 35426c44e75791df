// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/accounts/provider_login.h"

#include "core/base/error_args.h"
#include "core/changes/write_door.h"
#include "tests/core/accounts/provider/test_provider.h"

#include <QSignalSpy>
#include <QTest>
#include <QUrlQuery>

using namespace thimblely;
using namespace thimblely::test;
using changes::await;

//! The whole way at a real provider, through the module that the program loads.
class TestBrowserLogin : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whoSomebodyIs_data()
    {
        QTest::addColumn<QString>("signature");
        QTest::addColumn<bool>("stale");
        QTest::newRow("RS256") << QStringLiteral("rsa") << false;
        QTest::newRow("ES256") << QStringLiteral("ec") << false;
        QTest::newRow("keys that were changed meanwhile") << QStringLiteral("rsa") << true;
    }
    void whoSomebodyIs()
    {
        QFETCH(QString, signature);
        QFETCH(bool, stale);
        const TestProvider server(stale);
        if (!server.missing().isEmpty())
            QSKIP(qPrintable(server.missing()));
        const auto identity = logIn(server.provider(qPrintable(signature)), TestBrowser::Says::Name);
        QVERIFY2(identity.ok(), qPrintable(identity ? QString() : describe(identity.error())));
        QCOMPARE(identity->subject(), QStringLiteral("amina"));
        QCOMPARE(identity->email(), QStringLiteral("amina@provider.example"));
        QVERIFY(m_page.contains(QStringLiteral("Go back to Thimblely")));
    }

    void whoSaysNo()
    {
        const TestProvider server;
        if (!server.missing().isEmpty())
            QSKIP(qPrintable(server.missing()));
        QCOMPARE(logIn(server.provider(), TestBrowser::Says::No).error().code, QByteArray("oauth.denied"));
        OauthProvider unknown = server.provider();
        unknown.clientId = QStringLiteral("nobody");
        ProviderLogin login(m_clock); // the provider shows that to the person, and sends nobody back
        QUrl page;
        const auto future = login.begin(unknown, [this, &page](const QUrl &address) {
            QMetaObject::invokeMethod(this, [&page, address] { page = address; });
        });
        QTRY_VERIFY_WITH_TIMEOUT(page.isValid(), 20'000);
        QVERIFY(TestBrowser().visit(page, TestBrowser::Says::Name, m_name).contains(QStringLiteral("invalid_client")));
        QVERIFY(!future.isFinished());
        login.cancel();
        QCOMPARE(await(future).error().code, QByteArray("oauth.cancelled"));
    }

    //! A code and a state that somebody else has seen let nobody in, and the answer is taken once.
    void whatIsCaughtOnTheWayIsOfNoUse()
    {
        const TestProvider server;
        if (!server.missing().isEmpty())
            QSKIP(qPrintable(server.missing()));
        TestBrowser browser;
        const auto identity = logIn(server.provider(), TestBrowser::Says::Name, &browser);
        QVERIFY(identity.ok());
        QNetworkAccessManager network;
        QNetworkRequest request(server.provider().issuer.resolved(QUrl(QStringLiteral("/token"))));
        request.setHeader(QNetworkRequest::ContentTypeHeader, QByteArray("application/x-www-form-urlencoded"));
        QUrl redirect = browser.back();
        const QString code = QUrlQuery(redirect).queryItemValue(QStringLiteral("code"), QUrl::FullyEncoded);
        redirect.setQuery(QString());
        QNetworkReply *reply =
            network.post(request, "grant_type=authorization_code&client_id=thimblely-rsa&code=" + code.toLatin1() +
                                      "&redirect_uri=" + QUrl::toPercentEncoding(redirect.toString()) +
                                      "&code_verifier=" + QByteArray(43, 'a'));
        QSignalSpy finished(reply, &QNetworkReply::finished);
        QVERIFY(finished.wait(20'000));
        QVERIFY(reply->readAll().contains("invalid_grant"));
        delete reply;
    }

    void whatCannotBeReachedSaysSo_data()
    {
        QTest::addColumn<QString>("issuer");
        QTest::addColumn<QByteArray>("code");
        QTest::newRow("nobody listens") << QStringLiteral("http://127.0.0.1:1") << QByteArray("oauth.unreachable");
        QTest::newRow("not https") << QStringLiteral("http://accounts.google.com") << QByteArray("oauth.insecure");
    }
    void whatCannotBeReachedSaysSo()
    {
        QFETCH(QString, issuer);
        QFETCH(QByteArray, code);
        ProviderLogin login(m_clock);
        const auto answer = await(login.begin({"google", QUrl(issuer), m_name}, [](const QUrl &) {}));
        QCOMPARE(answer.error().code, code);
    }

    //! At whatever step: nothing hangs, nothing is told twice.
    void isStoppedAtAnyTime()
    {
        const TestProvider server;
        if (!server.missing().isEmpty())
            QSKIP(qPrintable(server.missing()));
        {
            ProviderLogin login(m_clock);
            const auto first = login.begin(server.provider(), [](const QUrl &) {});
            const auto second = login.begin(server.provider(), [](const QUrl &) {});
            QCOMPARE(await(first).error().code, QByteArray("oauth.cancelled"));
            login.cancel();
            login.cancel();
            QCOMPARE(await(second).error().code, QByteArray("oauth.cancelled"));
        }
        QFuture<Result<VerifiedIdentity>> left = [&] {
            ProviderLogin login(m_clock);
            return login.begin(server.provider(), [](const QUrl &) {});
        }();
        QCOMPARE(await(left).error().code, QByteArray("oauth.cancelled"));
    }

private:
    Result<VerifiedIdentity> logIn(const OauthProvider &provider, TestBrowser::Says says,
                                   TestBrowser *browser = nullptr)
    {
        TestBrowser own;
        ProviderLogin login(m_clock);
        const auto future = login.begin(
            provider, [this](const QUrl &page) { QMetaObject::invokeMethod(this, [this, page] { m_asked = page; }); });
        m_asked.clear();
        (void)QTest::qWaitFor([&] { return !m_asked.isEmpty() || future.isFinished(); }, 20'000);
        if (!m_asked.isEmpty())
            m_page = (browser ? browser : &own)->visit(m_asked, says, m_name);
        (void)QTest::qWaitFor([&] { return future.isFinished(); }, 20'000);
        return future.isFinished() ? future.result()
                                   : Result<VerifiedIdentity>(Error{ErrorKind::Internal, "never", {}, {}});
    }

    const QString m_name = QStringLiteral("amina");
    SystemClock m_clock; // the provider has the computer's too
    QUrl m_asked;
    QString m_page;
};

QTEST_GUILESS_MAIN(TestBrowserLogin)
#include "tst_browser_login.moc"
