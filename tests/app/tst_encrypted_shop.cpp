// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "tests/app/run_thimblectl.h"
#include "tests/support/vault_shop.h"

#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace thimblely;
using namespace thimblely::test;

//! The command line on a shop whose files are encrypted: by the path it always had.
class TestEncryptedShop : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        SKIP_WITHOUT_VAULTS();
        const Run made = run({QStringLiteral("init"), QStringLiteral("--db"), file(), QStringLiteral("--shop"),
                              QStringLiteral("Bello"), QStringLiteral("--owner"), QStringLiteral("amina@bello.example"),
                              QStringLiteral("--country"), QStringLiteral("NG"), QStringLiteral("--password-fd"),
                              QStringLiteral("0")});
        QVERIFY2(made.exitCode == 0, made.errors.constData());
        m_digest = digest();
        QVERIFY(!m_digest.isEmpty());
        const Run encrypted =
            run({QStringLiteral("encrypt"), QStringLiteral("--db"), file(), QStringLiteral("--vault-passphrase-fd"),
                 QStringLiteral("0"), QStringLiteral("--json")},
                passphrase.toUtf8());
        QVERIFY2(encrypted.exitCode == 0, encrypted.errors.constData());
        m_key = encrypted.json()[QLatin1String("key")].toString();
    }
    void cleanupTestCase() { lockAway(file()); }

    void isLockedAfterwardsAndNothingIsPlain()
    {
        QCOMPARE(m_key.size(), qsizetype(64 + 15));
        QVERIFY(!QFileInfo::exists(file()));
        QCOMPARE(vault::stateOf(*vault::vaultOf(file())), vault::State::Locked);
    }

    void saysThatItIsLocked()
    {
        const Run locked = run({QStringLiteral("verify"), QStringLiteral("--db"), file()}, {});
        QCOMPARE(locked.exitCode, 1);
        QVERIFY2(locked.errors.contains("vault.locked") && locked.errors.contains("--vault-passphrase-fd"),
                 locked.errors.constData());
    }

    void aWrongPassphraseIsRefused()
    {
        const Run wrong = run(verify(), "linen and silk");
        QCOMPARE(wrong.exitCode, 1);
        QVERIFY2(wrong.errors.contains("vault.wrong_passphrase"), wrong.errors.constData());
    }

    void everyRowIsThereAndItIsLockedAgain()
    {
        QCOMPARE(digest(verify()), m_digest);
        QCOMPARE(vault::stateOf(*vault::vaultOf(file())), vault::State::Locked);
    }

    void isLeftOpenWhereItWasOpen()
    {
        const vault::Vault vault = *vault::vaultOf(file());
        QVERIFY(vault::open(vault, passphrase));
        QCOMPARE(digest(), m_digest); // nothing is asked
        QCOMPARE(vault::stateOf(vault), vault::State::Open);
        QVERIFY(vault::lock(vault));
    }

    //! A plain file beside the encrypted folder would never be looked at again.
    void aBackupIsNotMadePlainBesideIt()
    {
        const Run restored = run({QStringLiteral("restore"), file(), QStringLiteral("--db"), file(),
                                  QStringLiteral("--passphrase-fd"), QStringLiteral("0")});
        QCOMPARE(restored.exitCode, 1);
        QVERIFY2(restored.errors.contains("storage.exists"), restored.errors.constData());
        QVERIFY(!QFileInfo::exists(file()));
    }

private:
    QString file() const { return m_dir.filePath(QStringLiteral("shop.thimblely")); }
    QStringList verify() const
    {
        return {QStringLiteral("verify"),
                QStringLiteral("--db"),
                file(),
                QStringLiteral("--vault-passphrase-fd"),
                QStringLiteral("0"),
                QStringLiteral("--digest"),
                QStringLiteral("--json")};
    }
    static QString digest(const QStringList &arguments)
    {
        const Run verified = run(arguments, passphrase.toUtf8());
        return verified.exitCode == 0 ? verified.json()[QLatin1String("digest")].toString()
                                      : QString::fromUtf8(verified.errors);
    }
    QString digest() const
    {
        return digest({QStringLiteral("verify"), QStringLiteral("--db"), file(), QStringLiteral("--digest"),
                       QStringLiteral("--json")});
    }

    QTemporaryDir m_dir;
    QString m_digest;
    QString m_key;
};

QTEST_GUILESS_MAIN(TestEncryptedShop)
#include "tst_encrypted_shop.moc"
