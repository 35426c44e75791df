// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/accounts/first_start_service.h"
#include "core/accounts/recovery_service.h"
#include "core/accounts/sign_in_service.h"
#include "core/changes/write_door.h"
#include "tests/support/fake_clock.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace thimblely;
using changes::await;

//! Ten codes on paper, each good once.
class TestRecoveryService : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        FirstStartInput input;
        input.shopName = QStringLiteral("Bello");
        input.countryCode = QStringLiteral("NG");
        input.currency = QStringLiteral("NGN");
        input.ownerName = QStringLiteral("Amina Bello");
        input.ownerLogin = QStringLiteral("amina@shop.example");
        input.password = m_password;
        m_owner.emplace(await(FirstStartService::create(path(), input, m_clock)).value());
        m_recovery = std::make_unique<RecoveryService>(path(), m_clock);
        m_codes = await(m_recovery->makeCodes(m_owner->person)).value();
    }

    void thereAreTenAndNoneIsInTheFile()
    {
        QCOMPARE(m_codes.size(), qsizetype(10));
        QCOMPARE(QSet<QString>(m_codes.begin(), m_codes.end()).size(), qsizetype(10));
        QCOMPARE(await(m_recovery->sheet(m_owner->person))->left, 10);
        QByteArray bytes;
        for (const char *end : {"", "-wal"}) {
            QFile file(path() + QLatin1String(end));
            if (file.open(QIODevice::ReadOnly))
                bytes += file.readAll();
        }
        for (const QString &code : std::as_const(m_codes))
            QVERIFY(!bytes.contains(QString(code).remove(u'-').toLatin1()));
    }

    void theyAreNotOnPaperBeforeSomebodySaysSo()
    {
        QVERIFY(!await(m_recovery->sheet(m_owner->person))->onPaper);
        QVERIFY(await(m_recovery->setOnPaper(m_owner->person)).ok());
        QVERIFY(await(m_recovery->sheet(m_owner->person))->onPaper);
        QCOMPARE(await(m_recovery->sheet(m_owner->person))->left, 10);
        // Whoever types a code has it on paper, said or not.
        m_codes = await(m_recovery->makeCodes(m_owner->person, m_password)).value();
        QVERIFY(!await(m_recovery->sheet(m_owner->person))->onPaper);
        QVERIFY(await(m_recovery->resetPassword(m_login, m_codes[0], m_password)).ok());
        QVERIFY(await(m_recovery->sheet(m_owner->person))->onPaper);
        m_codes = await(m_recovery->makeCodes(m_owner->person, m_password)).value();
    }

    void oneGivesANewPasswordAndIsUsedUp()
    {
        const QString typed = QString(m_codes[3]).toLower().replace(u'-', u' ');
        QVERIFY(await(m_recovery->resetPassword(m_login, typed, QStringLiteral("a new one"))).ok());
        QCOMPARE(signIn(m_password).error().kind, ErrorKind::WrongSecret);
        QVERIFY(signIn(QStringLiteral("a new one")).ok());
        QCOMPARE(await(m_recovery->sheet(m_owner->person))->left, 9);
        QCOMPARE(await(m_recovery->resetPassword(m_login, m_codes[3], QStringLiteral("another one"))).error().kind,
                 ErrorKind::WrongSecret);
        // Whoever has the paper need not know by which name the shop was opened.
        QVERIFY(await(m_recovery->resetPassword({}, m_codes[4], m_password)).ok());
        QVERIFY(signIn(m_password).ok());
    }

    void whatIsNoCodeGivesNothing_data()
    {
        QTest::addColumn<QString>("code");
        QTest::newRow("nothing") << QString();
        QTest::newRow("letters") << QStringLiteral("please");
        QTest::newRow("another's number") << QString(m_codes[5]).replace(0, 1, QStringLiteral("6"));
        QTest::newRow("no number") << QString(m_codes[5]).replace(0, 1, QStringLiteral("Z"));
    }
    void whatIsNoCodeGivesNothing()
    {
        QFETCH(const QString, code);
        QCOMPARE(await(m_recovery->resetPassword(m_login, code, QStringLiteral("a new one"))).error().kind,
                 ErrorKind::WrongSecret);
        QVERIFY(signIn(m_password).ok()); // which also ends the count of wrong tries
    }

    void aStrangerIsAnsweredTheSame()
    {
        const auto error = await(m_recovery->resetPassword(QStringLiteral("nobody@shop.example"), m_codes[5],
                                                           QStringLiteral("a new one")))
                               .error();
        QCOMPARE(error.code, QByteArray("accounts.wrong_code"));
    }

    void aShortPasswordUsesNoCode()
    {
        QCOMPARE(await(m_recovery->resetPassword(m_login, m_codes[5], QStringLiteral("short"))).error().code,
                 QByteArray("accounts.password_short"));
        QVERIFY(await(m_recovery->resetPassword(m_login, m_codes[5], m_password)).ok());
    }

    //! Codes are guessed no faster than passwords.
    void wrongTriesAreCounted()
    {
        for (int i = 0; i < 6; ++i)
            QCOMPARE(
                await(m_recovery->resetPassword(m_login, QStringLiteral("6ABC-DEFG-HJKM"), m_password)).error().kind,
                ErrorKind::WrongSecret);
        QCOMPARE(await(m_recovery->resetPassword(m_login, m_codes[6], m_password)).error().kind, ErrorKind::TryLater);
        m_clock.advanceMsecs(31'000);
        QVERIFY(await(m_recovery->resetPassword(m_login, m_codes[6], m_password)).ok());
    }

    void newCodesNeedThePasswordAndEndTheOldOnes()
    {
        QCOMPARE(await(m_recovery->makeCodes(m_owner->person)).error().kind, ErrorKind::WrongSecret);
        const auto fresh = await(m_recovery->makeCodes(m_owner->person, m_password));
        QVERIFY(fresh.ok());
        QCOMPARE(await(m_recovery->resetPassword(m_login, m_codes[7], m_password)).error().kind,
                 ErrorKind::WrongSecret);
        QVERIFY(await(m_recovery->resetPassword(m_login, (*fresh)[7], m_password)).ok());
    }

    void whereThereIsNoSheetNoCodeIsGood()
    {
        FirstStartInput input;
        input.shopName = QStringLiteral("Other");
        input.countryCode = QStringLiteral("NG");
        input.currency = QStringLiteral("NGN");
        input.ownerName = QStringLiteral("Tunde");
        input.ownerLogin = QStringLiteral("tunde");
        input.password = m_password;
        const QString other = m_folder.filePath(QStringLiteral("other.thimblely"));
        QVERIFY(await(FirstStartService::create(other, input, m_clock)).ok());
        RecoveryService recovery(other, m_clock);
        for (const char *code : {"0ABC-DEFG-HJKM", "9ABC-DEFG-HJKM", "nothing"})
            QCOMPARE(await(recovery.resetPassword({}, QLatin1String(code), m_password)).error().code,
                     QByteArray("accounts.wrong_code"));
    }

private:
    QString path() const { return m_folder.filePath(QStringLiteral("shop.thimblely")); }
    Result<access::Principal> signIn(const QString &password)
    {
        SignInService service(path(), m_clock);
        return await(service.withPassword(m_login, password));
    }

    const QString m_login = QStringLiteral("amina@shop.example");
    const QString m_password = QStringLiteral("thimble and thread");
    QTemporaryDir m_folder;
    test::FakeClock m_clock;
    std::optional<access::Principal> m_owner;
    std::unique_ptr<RecoveryService> m_recovery;
    QStringList m_codes;
};

QTEST_GUILESS_MAIN(TestRecoveryService)
#include "tst_recovery_service.moc"
