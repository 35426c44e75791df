// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/accounts/oauth/id_token.h"

#include "core/accounts/oauth/random_text.h"
#include "tests/core/accounts/signed_token.h"

#include <QJsonArray>
#include <QTest>

using namespace thimblely;
using namespace thimblely::test;

namespace {

const Instant now(1'795'597'200'000);
const QByteArray nonce = "the-nonce";

OauthProvider provider()
{
    return {"google",
            QUrl(QStringLiteral("https://accounts.provider.example")),
            QStringLiteral("us"),
            {},
            {QStringLiteral("accounts.provider.example")}};
}

QJsonObject claims()
{
    const qint64 seconds = now.msecs() / 1000;
    return {{QStringLiteral("iss"), QStringLiteral("https://accounts.provider.example")},
            {QStringLiteral("aud"), QStringLiteral("us")},
            {QStringLiteral("sub"), QStringLiteral("118")},
            {QStringLiteral("iat"), seconds - 2},
            {QStringLiteral("exp"), seconds + 600},
            {QStringLiteral("nonce"), QString::fromLatin1(nonce)},
            {QStringLiteral("email"), QStringLiteral("amina@provider.example")},
            {QStringLiteral("email_verified"), true}};
}

QJsonObject with(const char *name, const QJsonValue &value)
{
    QJsonObject changed = claims();
    if (value.isUndefined())
        changed.remove(QLatin1String(name));
    else
        changed[QLatin1String(name)] = value;
    return changed;
}

} // namespace

//! What a provider's word must be before somebody is let in by it: forged, stale and foreign ones by the row.
class TestIdToken : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatIsRightIsTaken_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::newRow("RS256") << QStringLiteral("RS256");
        QTest::newRow("ES256") << QStringLiteral("ES256");
    }
    void whatIsRightIsTaken()
    {
        QFETCH(QString, kind);
        const auto identity = verify(key(kind).sign(claims()));
        QVERIFY2(identity.ok(), qPrintable(identity ? QString() : describe(identity.error())));
        QCOMPARE(identity->provider(), QByteArray("google"));
        QCOMPARE(identity->subject(), QStringLiteral("118"));
        QCOMPARE(identity->email(), QStringLiteral("amina@provider.example"));
    }

    void claimsAreLookedAt_data()
    {
        QTest::addColumn<QJsonObject>("claims");
        QTest::addColumn<QString>("refusal");
        const qint64 seconds = now.msecs() / 1000;
        const qint64 leeway = IdToken::leewayMs / 1000;
        const QString wrong = QStringLiteral("oauth.token_claims ");
        const auto row = [](const char *name, const QJsonObject &said, const QString &refusal = {}) {
            QTest::newRow(name) << said << refusal;
        };
        const QJsonValue none(QJsonValue::Undefined);
        const auto text = [](const char *value) { return QJsonValue(QString::fromLatin1(value)); };
        row("another issuer", with("iss", text("https://evil.example")), wrong + QStringLiteral("iss"));
        row("an issuer that begins alike", with("iss", text("https://accounts.provider.example.evil.example")),
            wrong + QStringLiteral("iss"));
        row("its other name", with("iss", text("accounts.provider.example")));
        row("no issuer", with("iss", none), wrong + QStringLiteral("iss"));
        row("another audience", with("aud", text("them")), wrong + QStringLiteral("aud"));
        row("no audience", with("aud", none), wrong + QStringLiteral("aud"));
        row("alone in a list", with("aud", QJsonArray{QStringLiteral("us")}));
        QJsonObject several = with("aud", QJsonArray{QStringLiteral("them"), QStringLiteral("us")});
        row("among others without who asked", several, wrong + QStringLiteral("aud"));
        several[QStringLiteral("azp")] = QStringLiteral("them");
        row("among others, asked by them", several, wrong + QStringLiteral("aud"));
        several[QStringLiteral("azp")] = QStringLiteral("us");
        row("among others, asked by us", several);
        row("for us, asked by them", with("azp", text("them")), wrong + QStringLiteral("aud"));
        row("run out", with("exp", seconds - leeway), QStringLiteral("oauth.token_expired "));
        row("run out within the leeway", with("exp", seconds - leeway + 1));
        row("no end", with("exp", none), wrong + QStringLiteral("exp"));
        row("an end in words", with("exp", text("tomorrow")), wrong + QStringLiteral("exp"));
        row("no beginning", with("iat", none), wrong + QStringLiteral("iat"));
        row("from later", with("iat", seconds + leeway + 1), QStringLiteral("oauth.token_future "));
        row("from later within the leeway", with("iat", seconds + leeway));
        row("good only later", with("nbf", seconds + leeway + 1), QStringLiteral("oauth.token_future "));
        row("another question's", with("nonce", text("another")), wrong + QStringLiteral("nonce"));
        row("no question's", with("nonce", none), wrong + QStringLiteral("nonce"));
        row("nobody", with("sub", text("")), wrong + QStringLiteral("sub"));
        row("a number", with("sub", 118), wrong + QStringLiteral("sub"));
    }
    void claimsAreLookedAt()
    {
        QFETCH(QJsonObject, claims);
        QFETCH(QString, refusal);
        QCOMPARE(said(verify(key(QStringLiteral("RS256")).sign(claims))), refusal);
    }

    void onlyAVerifiedAddressIsShown_data()
    {
        QTest::addColumn<QJsonValue>("verified");
        QTest::addColumn<bool>("shown");
        QTest::newRow("yes") << QJsonValue(true) << true;
        QTest::newRow("in words, as Apple") << QJsonValue(QStringLiteral("true")) << true;
        QTest::newRow("no") << QJsonValue(false) << false;
        QTest::newRow("not said") << QJsonValue(QJsonValue::Undefined) << false;
    }
    void onlyAVerifiedAddressIsShown()
    {
        QFETCH(QJsonValue, verified);
        QFETCH(bool, shown);
        const auto identity = verify(key(QStringLiteral("RS256")).sign(with("email_verified", verified)));
        QCOMPARE(!identity->email().isEmpty(), shown);
    }

    void forgedOnesAreRefused_data()
    {
        QTest::addColumn<QByteArray>("token");
        QTest::addColumn<QString>("refusal");
        const SignedToken &rsa = key(QStringLiteral("RS256"));
        const SignedToken &ec = key(QStringLiteral("ES256"));
        const SignedToken stranger = SignedToken::make("RS256", rsa.id());
        const SignedToken strangerEc = SignedToken::make("ES256", ec.id());
        const auto row = [](const char *name, const QByteArray &token, const char *refusal) {
            QTest::newRow(name) << token << QString::fromLatin1(refusal) + u' ';
        };
        row("a stranger's key under the same name", stranger.sign(claims()), "oauth.token_signature");
        row("a stranger's curve key", strangerEc.sign(claims()), "oauth.token_signature");
        row("a key nobody knows", SignedToken::make("RS256", "other").sign(claims()), "oauth.token_key");
        row("of a curve, called RSA", ec.sign(claims(), {{QStringLiteral("alg"), QStringLiteral("RS256")}}),
            "oauth.token_key");
        row("unsigned", SignedToken::unsignedOne(claims()), "oauth.token_algorithm");
        row("unsigned, in capitals", SignedToken::unsignedOne(claims(), "NONE"), "oauth.token_algorithm");
        row("signed with the public key as a secret", rsa.signedByItsPublicKey(claims()), "oauth.token_algorithm");
        row("the same, called RS256", rsa.signedByItsPublicKey(claims(), "RS256"), "oauth.token_signature");
        row("a longer digest", rsa.sign(claims(), {{QStringLiteral("alg"), QStringLiteral("RS512")}}),
            "oauth.token_algorithm");
        row("what must be understood", rsa.sign(claims(), {{QStringLiteral("crit"), QJsonArray{QStringLiteral("x")}}}),
            "oauth.token_unreadable");
        const QByteArrayList parts = rsa.sign(claims()).split('.');
        row("without its signature", parts[0] + '.' + parts[1] + '.', "oauth.token_signature");
        row("in two parts", parts[0] + '.' + parts[1], "oauth.token_unreadable");
        row("in four parts", parts.join('.') + ".x", "oauth.token_unreadable");
        row("with other claims",
            parts[0] + '.' + SignedToken::part(with("sub", QStringLiteral("119"))) + '.' + parts[2],
            "oauth.token_signature");
        row("with letters that are none", parts[0] + '.' + parts[1] + '.' + parts[2] + '!', "oauth.token_signature");
        const QByteArrayList curve = ec.sign(claims()).split('.');
        row("half a signature", curve[0] + '.' + curve[1] + '.' + curve[2].first(43), "oauth.token_signature");
        row("a signature of nothing", curve[0] + '.' + curve[1] + '.' + oauth::toUrlText(QByteArray(64, '\0')),
            "oauth.token_signature");
        row("nothing", "", "oauth.token_unreadable");
        row("too much", QByteArray(20'000, 'a'), "oauth.token_unreadable");
        row("a list", oauth::toUrlText("[]") + '.' + parts[1] + '.' + parts[2], "oauth.token_unreadable");
    }
    void forgedOnesAreRefused()
    {
        QFETCH(QByteArray, token);
        QFETCH(QString, refusal);
        QCOMPARE(said(verify(token)), refusal);
    }

    //! A token that names no key is one of the only key there is, and of none where there are several.
    void aKeyThatIsNotNamed()
    {
        const SignedToken &rsa = key(QStringLiteral("RS256"));
        const QByteArray token = rsa.sign(claims(), {{QStringLiteral("kid"), QJsonValue::Null}});
        QCOMPARE(said(verify(token)), QString());
        const auto two = keysOf({rsa.publicKey(), SignedToken::make("RS256", "other").publicKey()});
        QCOMPARE(said(IdToken::verify(token, two, provider(), nonce, now)), QStringLiteral("oauth.token_key "));
    }

    void keysThatProveNothingAreLeftOut_data()
    {
        QTest::addColumn<QJsonObject>("key");
        const auto row = [](const char *name, const SignedToken &from, const char *field, const QJsonValue &value) {
            QJsonObject key = from.publicKey();
            key[QLatin1String(field)] = value;
            QTest::newRow(name) << key;
        };
        const SignedToken &rsa = key(QStringLiteral("RS256"));
        const SignedToken &ec = key(QStringLiteral("ES256"));
        row("for encryption", rsa, "use", QStringLiteral("enc"));
        row("for another signature", rsa, "alg", QStringLiteral("PS256"));
        row("a shared secret", rsa, "kty", QStringLiteral("oct"));
        row("exponent one", rsa, "e", QStringLiteral("AQ"));
        row("no modulus", rsa, "n", QString());
        row("another curve", ec, "crv", QStringLiteral("P-384"));
        row("a point off the curve", ec, "y", ec.publicKey()[QStringLiteral("x")]);
        row("half a point", ec, "y", QString());
        QTest::newRow("1024 bits") << SignedToken::make("RS256", "short", 1024).publicKey();
    }
    void keysThatProveNothingAreLeftOut()
    {
        QFETCH(QJsonObject, key);
        QVERIFY(keysOf({key}).isEmpty());
    }

private:
    static const SignedToken &key(const QString &kind)
    {
        static const SignedToken rsa = SignedToken::make("RS256", "rsa");
        static const SignedToken ec = SignedToken::make("ES256", "ec");
        return kind == QLatin1String("RS256") ? rsa : ec;
    }
    static oauth::JsonWebKeys keysOf(const QList<QJsonObject> &keys)
    {
        QJsonArray all;
        for (const QJsonObject &each : keys)
            all.append(each);
        return oauth::JsonWebKeys::read({{QStringLiteral("keys"), all}});
    }
    static Result<VerifiedIdentity> verify(const QByteArray &token)
    {
        const auto keys = keysOf({key(QStringLiteral("RS256")).publicKey(), key(QStringLiteral("ES256")).publicKey()});
        return IdToken::verify(token, keys, provider(), nonce, now);
    }
    static QString said(const Result<VerifiedIdentity> &identity)
    {
        return identity ? QString() : QString::fromLatin1(identity.error().code) + u' ' + identity.error().detail;
    }
};

QTEST_GUILESS_MAIN(TestIdToken)
#include "tst_id_token.moc"
