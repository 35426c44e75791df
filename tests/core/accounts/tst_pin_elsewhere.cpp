// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/access/privileged/principal_store.h"
#include "core/accounts/first_start_service.h"
#include "core/accounts/pin_hash.h"
#include "core/accounts/sign_in_service.h"
#include "core/changes/write_door.h"
#include "tests/support/fake_clock.h"
#include "tests/support/keychain/test_keychain.h"

#include <QTemporaryDir>
#include <QTest>
#include <QThreadPool>

using namespace thimblely;
using changes::await;
using test::TestKeychain;

//! PINs of before the keychain, of another computer, and on one that has none.
class TestPinElsewhere : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_keychain = &TestKeychain::install();
        m_dir = std::make_unique<QTemporaryDir>();
        FirstStartInput input;
        input.shopName = QStringLiteral("Bello Tailoring");
        input.countryCode = QStringLiteral("NG");
        input.currency = QStringLiteral("NGN");
        input.ownerName = QStringLiteral("Amina Bello");
        input.ownerLogin = QStringLiteral("amina");
        input.password = m_password;
        input.pin = m_pin;
        m_owner.emplace(await(FirstStartService::create(path(), input, m_clock)).value());
    }

    void whatAKeychainProtectsNeedsIt()
    {
        QVERIFY(stored().needsKey());
        QVERIFY(withPin(m_pin).ok());
        QCOMPARE(withPin(QStringLiteral("7392")).error().code, QByteArray("accounts.wrong"));
    }

    void whereTheKeyIsNot_data()
    {
        QTest::addColumn<QByteArray>("how");
        QTest::addColumn<QByteArray>("code");
        QTest::newRow("another computer") << QByteArray("new") << QByteArray("accounts.pin_elsewhere");
        QTest::newRow("no keychain") << QByteArray("none") << QByteArray("accounts.pin_elsewhere");
        QTest::newRow("another key") << QByteArray("other") << QByteArray("accounts.pin_elsewhere");
        QTest::newRow("locked") << QByteArray("locked") << QByteArray("accounts.pin_locked");
        QTest::newRow("refused") << QByteArray("refused") << QByteArray("accounts.pin_locked");
    }
    //! It is said, it is no try, and the password needs nothing of it: for whoever signs in and whoever approves.
    void whereTheKeyIsNot()
    {
        QFETCH(QByteArray, how);
        QFETCH(QByteArray, code);
        if (how == "none")
            TestKeychain::takeAway();
        else if (how == "new" || how == "other")
            m_keychain = &TestKeychain::install();
        if (how == "other")
            QVERIFY(DeviceKeys::ofThisComputer().findOrMake(fileId()).ok());
        if (how == "locked" || how == "refused") {
            DeviceKeys::ofThisComputer().use(DeviceKeys::ofThisComputer().use({}));
            m_keychain->failWith(how == "locked" ? keychainLocked() : keychainRefused());
        }
        for (int i = 0; i < 8; ++i)
            QCOMPARE(withPin(m_pin).error().code, code);
        SignInService signIn(path(), m_clock);
        QVERIFY(await(signIn.withPassword(QStringLiteral("amina"), m_password)).ok());
        const auto approve = [&](const QString &secret) {
            return await(
                signIn.approve(m_owner->person, m_owner->workspace, secret, {access::Capability::OrdersRefund}));
        };
        QCOMPARE(approve(m_pin).error().code, code);
        QVERIFY(approve(m_password).ok());
        QVERIFY(await(signIn.confirm(*m_owner, m_password, access::Capability::TeamManage)).ok());
        const bool protects = how == "new" || how == "other";
        const QString next = protects ? QStringLiteral("8254") : QStringLiteral("825463");
        QVERIFY(await(signIn.setPin(m_owner->person, m_password, next)).ok());
        QCOMPARE(stored().needsKey(), protects);
        QVERIFY(withPin(next).ok());
    }

    void anOlderHashIsProtectedAtTheNextRightPin()
    {
        store(hashPin(m_pin, {}).value());
        QCOMPARE(withPin(QStringLiteral("7392")).error().code, QByteArray("accounts.wrong"));
        QThreadPool::globalInstance()->waitForDone();
        QVERIFY(!stored().needsKey());
        QCOMPARE(withPin(m_pin)->pinNeed, PinNeed::None);
        QThreadPool::globalInstance()->waitForDone();
        QVERIFY(stored().needsKey());
        QVERIFY(withPin(m_pin).ok());
    }

    void whoIsAskedForALongerOne_data()
    {
        QTest::addColumn<QString>("pin");
        QTest::addColumn<bool>("keychain");
        QTest::addColumn<bool>("locked");
        QTest::addColumn<PinNeed>("need");
        QTest::newRow("four, no keychain") << QStringLiteral("7391") << false << false << PinNeed::TooShort;
        QTest::newRow("six, no keychain") << QStringLiteral("739164") << false << false << PinNeed::None;
        QTest::newRow("four, keychain") << QStringLiteral("7391") << true << false << PinNeed::None;
        QTest::newRow("four, locked") << QStringLiteral("7391") << true << true << PinNeed::None;
    }
    void whoIsAskedForALongerOne()
    {
        QFETCH(QString, pin);
        QFETCH(bool, keychain);
        QFETCH(bool, locked);
        QFETCH(PinNeed, need);
        store(hashPin(pin, {}).value());
        if (locked) {
            m_keychain = &TestKeychain::install();
            m_keychain->failWith(keychainLocked());
        } else if (!keychain)
            TestKeychain::takeAway();
        QCOMPARE(withPin(pin).value().pinNeed, need);
        QThreadPool::globalInstance()->waitForDone();
        if (need != PinNeed::TooShort)
            return;
        SignInService signIn(path(), m_clock);
        QCOMPARE(await(signIn.setPin(m_owner->person, pin, QStringLiteral("8254"))).error().args,
                 QStringList{QStringLiteral("6")});
        QVERIFY(await(signIn.setPin(m_owner->person, pin, QStringLiteral("825463"))).ok());
        QCOMPARE(withPin(QStringLiteral("825463"))->pinNeed, PinNeed::None);
    }

    //! First start without a keychain: nothing is left of a shop that could not be made.
    void aFirstStartWithoutAKeychainNeedsSixDigits()
    {
        TestKeychain::takeAway();
        FirstStartInput input;
        input.shopName = QStringLiteral("Other");
        input.countryCode = QStringLiteral("NG");
        input.currency = QStringLiteral("NGN");
        input.ownerName = QStringLiteral("Amina Bello");
        input.ownerLogin = QStringLiteral("amina");
        input.password = m_password;
        input.pin = m_pin;
        const QString other = m_dir->filePath(QStringLiteral("other.thimble"));
        QCOMPARE(await(FirstStartService::create(other, input, m_clock)).error().code,
                 QByteArray("accounts.pin_short"));
        QVERIFY(!QFile::exists(other));
        input.pin = QStringLiteral("739164");
        QVERIFY(await(FirstStartService::create(other, input, m_clock)).ok());
    }

private:
    QString path() const { return m_dir->filePath(QStringLiteral("shop.thimble")); }
    std::unique_ptr<access::PrincipalStore> file() const
    {
        return access::PrincipalStore::open(storage::OpenOptions{path()}).value();
    }
    QByteArray fileId() const { return file()->fileId().value(); }
    PinHash stored() const { return PinHash::fromText(*file()->secrets(m_owner->person)->pinHash); }
    void store(const PinHash &hash) const
    {
        QVERIFY(file()->setPinHash(m_owner->person, hash.toText(), m_clock.now()).ok());
    }
    Result<SignedIn> withPin(const QString &pin)
    {
        return await(SignInService(path(), m_clock).withPin(m_owner->person, m_owner->workspace, pin));
    }

    const QString m_password = QStringLiteral("chalk and thread");
    const QString m_pin = QStringLiteral("7391");
    TestKeychain *m_keychain = nullptr;
    test::FakeClock m_clock;
    std::unique_ptr<QTemporaryDir> m_dir;
    std::optional<access::Principal> m_owner;
};

QTEST_GUILESS_MAIN(TestPinElsewhere)
#include "tst_pin_elsewhere.moc"
