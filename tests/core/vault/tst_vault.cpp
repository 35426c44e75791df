// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/changes/media_folder.h"
#include "core/storage/disk_encryption.h"
#include "core/storage/location.h"
#include "core/storage/verify.h"
#include "core/vault/encrypting.h"
#include "core/vault/vault.h"
#include "tests/support/vault_shop.h"

#include <QDir>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace thimblely;

//! A folder encrypted by the real gocryptfs: made, locked, opened, lost and found again.
class TestVault : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { SKIP_WITHOUT_VAULTS(); }
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }
    void cleanup() { test::lockAway(path()); }

    void isFoundByThePathAlone()
    {
        const vault::Vault places = vault::placesFor(QStringLiteral("/srv/a/shop.thimblely"));
        QCOMPARE(places.cipher, QStringLiteral("/srv/a/shop.thimblely.encrypted"));
        QCOMPARE(places.shopFile, QStringLiteral("/srv/a/shop.thimblely.open/shop.thimblely"));
        QVERIFY(!vault::vaultOf(path()));
        QVERIFY(vault::encrypt(path(), test::passphrase));
        const auto byPlain = vault::vaultOf(path());
        QVERIFY(byPlain);
        const auto byInner = vault::vaultOf(byPlain->shopFile);
        QVERIFY(byInner);
        QCOMPARE(*byInner, *byPlain);
        const QString beside = byPlain->mountPoint + QStringLiteral("/shop-2.thimblely"); // from a backup
        QCOMPARE(vault::vaultOf(beside)->shopFile, beside);
        QCOMPARE(vault::vaultOf(beside)->cipher, byPlain->cipher);
    }

    //! Whoever opened it is gone without a word: it does not stay open for whoever comes by.
    void whatNobodyHasOpenCloses()
    {
        QVERIFY(vault::encrypt(path(), test::passphrase));
        const vault::Vault vault = *vault::vaultOf(path());
        QVERIFY(vault::lock(vault));
        qputenv("THIMBLELY_VAULT_IDLE", "2s");
        const auto opened = vault::open(vault, test::passphrase);
        qunsetenv("THIMBLELY_VAULT_IDLE");
        QVERIFY(opened);
        {
            const vault::Hold hold(vault); // a window that nobody touches for long
            QTest::qWait(7000);
            QCOMPARE(vault::stateOf(vault), vault::State::Open);
        }
        QTRY_COMPARE_WITH_TIMEOUT(vault::stateOf(vault), vault::State::Locked, 20'000);
    }

    void whatAKilledProgramLeftIsClosedAtTheNextStart()
    {
        QVERIFY(vault::encrypt(path(), test::passphrase));
        const vault::Vault vault = *vault::vaultOf(path());
        QCOMPARE(vault::stateOf(vault), vault::State::Open);
        {
            const vault::Hold another(vault);
            QCOMPARE(vault::closeAbandoned(vault), vault::State::Open); // another window works in it
        }
        QCOMPARE(vault::closeAbandoned(vault), vault::State::Locked);
        QCOMPARE(vault::closeAbandoned(vault), vault::State::Locked);
        QVERIFY(vault::open(vault, test::passphrase));
    }

    void opensByItsPassphraseOnly()
    {
        const QString key = vault::encrypt(path(), test::passphrase).value();
        QCOMPARE(key.size(), qsizetype(64 + 15));
        const vault::Vault vault = *vault::vaultOf(path());
        QCOMPARE(vault::stateOf(vault), vault::State::Open);
        QCOMPARE(QFileInfo(vault.mountPoint).permissions() & (QFile::ReadGroup | QFile::ReadOther),
                 QFile::Permissions());
        QVERIFY(vault::lock(vault));
        QCOMPARE(vault::stateOf(vault), vault::State::Locked);
        QVERIFY(!QFileInfo::exists(vault.mountPoint)); // nothing is put there by mistake
        const auto wrong = vault::open(vault, QStringLiteral("linen and silk"));
        QCOMPARE(wrong.error().code, QByteArray("vault.wrong_passphrase"));
        QCOMPARE(wrong.error().kind, ErrorKind::WrongSecret);
        QCOMPARE(vault::stateOf(vault), vault::State::Locked);
        QVERIFY(vault::open(vault, test::passphrase));
        QCOMPARE(vault::stateOf(vault), vault::State::Open);
        QCOMPARE(vault::masterKey(vault, test::passphrase).value(), key);
        QCOMPARE(vault::masterKey(vault, QStringLiteral("linen and silk")).error().code,
                 QByteArray("vault.wrong_passphrase"));
    }

    //! The same letters from another keyboard: é as one letter or as e with an accent.
    void aPassphraseIsTheSameHoweverItIsTyped()
    {
        QVERIFY(vault::encrypt(path(), QStringLiteral("crêpe de chine")));
        const vault::Vault vault = *vault::vaultOf(path());
        QVERIFY(vault::lock(vault));
        QVERIFY(vault::open(vault, QStringLiteral("crêpe de chine").normalized(QString::NormalizationForm_D)));
    }

    void whatIsInTheWayIsNotCovered()
    {
        QVERIFY(QDir().mkpath(path() + QStringLiteral(".open/letters")));
        QCOMPARE(vault::encrypt(path(), test::passphrase).error().code, QByteArray("vault.in_the_way"));
        QVERIFY(QDir(path() + QStringLiteral(".open/letters")).exists());
        QVERIFY(!QFileInfo::exists(path() + QStringLiteral(".encrypted.new")));
        QVERIFY(!vault::vaultOf(path()));

        QDir(path() + QStringLiteral(".open")).removeRecursively();
        QVERIFY(vault::encrypt(path(), test::passphrase));
        const vault::Vault vault = *vault::vaultOf(path());
        QVERIFY(vault::lock(vault));
        QVERIFY(QDir().mkpath(vault.mountPoint + QStringLiteral("/letters")));
        QCOMPARE(vault::open(vault, test::passphrase).error().code, QByteArray("vault.in_the_way"));
        QDir(vault.mountPoint).removeRecursively();
    }

    void refusesWhatCannotBe()
    {
        QCOMPARE(vault::encrypt(path(), QStringLiteral("too short")).error().code,
                 QByteArray("vault.passphrase_short"));
        QVERIFY(vault::encrypt(path(), test::passphrase));
        QCOMPARE(vault::encrypt(path(), test::passphrase).error().code, QByteArray("vault.exists"));
        const qsizetype before = qEnvironmentVariable("PATH").size();
        const QByteArray tools = qgetenv("PATH");
        qputenv("PATH", "/nowhere");
        const auto without = vault::encrypt(m_dir->filePath(QStringLiteral("b.thimblely")), test::passphrase);
        const vault::Vault vault = *vault::vaultOf(path());
        const auto openState = vault::stateOf(vault);
        qputenv("PATH", tools);
        QVERIFY(before > 0);
        QCOMPARE(without.error().code, QByteArray("vault.no_tool"));
        QCOMPARE(openState, vault::State::Open); // which needs no tool
        QVERIFY(vault::lock(vault));
        qputenv("PATH", "/nowhere");
        const auto lockedState = vault::stateOf(vault);
        qputenv("PATH", tools);
        QCOMPARE(lockedState, vault::State::NoTool);
    }

    //! As after a kill of the program that serves it: every access says "Transport endpoint is not connected".
    void aMountWhoseServerIsGoneIsMountedAgain()
    {
        QVERIFY(vault::encrypt(path(), test::passphrase));
        const vault::Vault vault = *vault::vaultOf(path());
        const QByteArray written("kept");
        QFile file(vault.mountPoint + QStringLiteral("/note"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(written);
        file.close();
        QVERIFY(test::killServer(vault));
        QTRY_COMPARE(vault::stateOf(vault), vault::State::Broken);
        QVERIFY(!QFileInfo::exists(vault.shopFile));
        QVERIFY(vault::open(vault, test::passphrase));
        QCOMPARE(vault::stateOf(vault), vault::State::Open);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), written);
        file.close();
        QVERIFY(test::killServer(vault));
        QTRY_COMPARE(vault::stateOf(vault), vault::State::Broken);
        QVERIFY(vault::lock(vault));
        QCOMPARE(vault::stateOf(vault), vault::State::Locked);
    }

    void staysOpenWhileSomebodyUsesIt()
    {
        QVERIFY(vault::encrypt(path(), test::passphrase));
        const vault::Vault vault = *vault::vaultOf(path());
        {
            const vault::Hold hold(vault); // as every window has one
            QCOMPARE(vault::lock(vault).error().code, QByteArray("vault.in_use"));
            QCOMPARE(vault::stateOf(vault), vault::State::Open);
        }
        QVERIFY(vault::lock(vault));
    }

    void theKeyOnPaperGivesANewPassphrase()
    {
        const QString key = vault::encrypt(path(), test::passphrase).value();
        const vault::Vault vault = *vault::vaultOf(path());
        QVERIFY(vault::lock(vault));
        const QString next = QStringLiteral("buttonhole twist");
        QCOMPARE(vault::resetPassphrase(vault, key.chopped(1), next).error().code, QByteArray("vault.bad_key"));
        QString wrong = key;
        wrong[0] = wrong[0] == u'0' ? u'1' : u'0';
        QCOMPARE(vault::resetPassphrase(vault, wrong, next).error().code, QByteArray("vault.wrong_key"));
        QVERIFY(vault::open(vault, test::passphrase)); // nothing was changed by it
        QVERIFY(vault::lock(vault));
        QVERIFY(vault::resetPassphrase(vault, key.toUpper().replace(u'-', u' '), next));
        QCOMPARE(vault::open(vault, test::passphrase).error().code, QByteArray("vault.wrong_passphrase"));
        QVERIFY(!QFileInfo::exists(vault.cipher + QStringLiteral("/gocryptfs.conf.bak")));
        QVERIFY(vault::open(vault, next));
        QCOMPARE(vault::masterKey(vault, next).value(), key);
    }

    void isKnownForEncryptedAndForALocalPlace()
    {
        QVERIFY(vault::encrypt(path(), test::passphrase));
        const vault::Vault vault = *vault::vaultOf(path());
        QCOMPARE(storage::diskEncryptionOf(vault.shopFile), storage::DiskEncryption::Encrypted);
        QVERIFY(storage::checkLocation(vault.shopFile));
        QFile mark(m_dir->filePath(QStringLiteral(".dropbox"))); // where the ciphers would be carried away
        QVERIFY(mark.open(QIODevice::WriteOnly));
        QCOMPARE(storage::checkLocation(vault.shopFile).error().code, QByteArray("storage.synced_folder"));
    }

private:
    QString path() const { return m_dir->filePath(QStringLiteral("shop.thimblely")); }
    std::unique_ptr<QTemporaryDir> m_dir;
};

QTEST_GUILESS_MAIN(TestVault)
#include "tst_vault.moc"
