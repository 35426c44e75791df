// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/accounts/pin_hash.h"
#include "core/accounts/secret_rules.h"
#include "tests/support/keychain/test_keychain.h"

#include <QTest>

#include <rapidcheck.h>

using namespace thimblely;
using test::TestKeychain;

//! What is kept of a PIN, and what can be done with it by whoever has the file alone.
class TestPinHash : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_keychain = &TestKeychain::install(); }

    void textAndBack_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("mark");
        QTest::addColumn<bool>("given");
        const QByteArray argon = "$argon2id$v=19$m=65536,t=3,p=1$c2FsdA$aGFzaA";
        QTest::newRow("plain") << argon << QByteArray() << false;
        QTest::newRow("given") << "pin:given" + argon << QByteArray() << true;
        QTest::newRow("with a key") << "pin:key=0123456789abcdef" + argon << QByteArray("0123456789abcdef") << false;
        QTest::newRow("both") << "pin:key=0123456789abcdef,given" + argon << QByteArray("0123456789abcdef") << true;
        QTest::newRow("nonsense") << QByteArray("pin:") << QByteArray() << false;
        QTest::newRow("nothing") << QByteArray() << QByteArray() << false;
    }
    void textAndBack()
    {
        QFETCH(QByteArray, text);
        const PinHash hash = PinHash::fromText(text);
        QTEST(hash.keyMark, "mark");
        QTEST(hash.given, "given");
        QCOMPARE(hash.toText(), text);
    }

    void theFileAloneDoesNotOpenIt()
    {
        const QString pin = QStringLiteral("7391");
        const PinHash hash = hashNewPin("file", pin).value();
        QVERIFY(hash.needsKey());
        QVERIFY(!verifySecret(hash.argon2id, pin));
        const auto key = DeviceKeys::ofThisComputer().find("file").value();
        QCOMPARE(key->mark(), hash.keyMark);
        QVERIFY(verifyBytes(hash.argon2id, pinBytes(pin, key)));
        QVERIFY(!verifyBytes(hash.argon2id, pinBytes(pin, DeviceKey::make())));
        QVERIFY(!hash.toText().contains(key->toText()));
        QCOMPARE(m_keychain->names(), QStringList{QStringLiteral("device-key/66696c65")});
    }

    void howManyDigits_data()
    {
        QTest::addColumn<bool>("keychain");
        QTest::addColumn<QString>("pin");
        QTest::addColumn<QByteArray>("code");
        const auto row = [](const char *name, bool keychain, const char *pin, const char *code) {
            QTest::newRow(name) << keychain << QString::fromLatin1(pin) << QByteArray(code);
        };
        row("four with a keychain", true, "7391", "");
        row("three with a keychain", true, "739", "accounts.pin_short");
        row("eight", true, "73916428", "");
        row("nine", true, "739164285", "accounts.pin_short");
        row("four without", false, "7391", "accounts.pin_short");
        row("five without", false, "73916", "accounts.pin_short");
        row("six without", false, "739164", "");
        row("a row of six", false, "123456", "accounts.pin_simple");
        row("letters", false, "chalky", "accounts.pin_short");
    }
    void howManyDigits()
    {
        QFETCH(bool, keychain);
        QFETCH(QString, pin);
        QFETCH(QByteArray, code);
        if (!keychain)
            TestKeychain::takeAway();
        const auto hash = hashNewPin("file", pin);
        QCOMPARE(hash ? QByteArray() : hash.error().code, code);
        if (hash)
            QCOMPARE(hash->needsKey(), keychain);
    }

    //! A key is only this computer's if it is kept for tomorrow.
    void aLockedKeychainProtectsNothing()
    {
        m_keychain->failWith(keychainLocked());
        QCOMPARE(hashNewPin("file", QStringLiteral("7391")).error().code, QByteArray("accounts.pin_short"));
        QVERIFY(!hashNewPin("file", QStringLiteral("739164")).value().needsKey());
        m_keychain->failWith({});
        QVERIFY(hashNewPin("file", QStringLiteral("7391")).value().needsKey());
    }

    void randomPinsCanBeChosen()
    {
        for (int i = 0; i < 1000; ++i)
            QVERIFY(validatePin(randomPin(), shortestPin(false)).ok());
    }

    void keysAndMarks()
    {
        QVERIFY(rc::check("a key reads back, and answers to itself alone", [](const std::string &text) {
            const QByteArray bytes = QByteArray::fromStdString(text);
            const DeviceKey key = DeviceKey::make();
            const auto again = DeviceKey::fromText(key.toText());
            RC_ASSERT(again.has_value());
            RC_ASSERT(again->mark() == key.mark());
            RC_ASSERT(again->keyed(bytes) == key.keyed(bytes));
            RC_ASSERT(DeviceKey::make().keyed(bytes) != key.keyed(bytes));
        }));
        QVERIFY(!DeviceKey::fromText("dG9vIHNob3J0"));
    }

private:
    TestKeychain *m_keychain = nullptr;
};

QTEST_GUILESS_MAIN(TestPinHash)
#include "tst_pin_hash.moc"
