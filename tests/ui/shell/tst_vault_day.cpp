// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/storage/verify.h"
#include "core/vault/encrypting.h"
#include "tests/support/vault_shop.h"
#include "tests/ui/shell/open_program.h"
#include "ui/accounts/first_start_page.h"
#include "ui/vault/encrypt_page.h"
#include "ui/vault/unlock_page.h"

using namespace thimblely;
using namespace thimblely::ui;

//! The real window over an encrypted shop: from the first start or an existing one, to the next morning.
class TestVaultDay : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { SKIP_WITHOUT_VAULTS(); }
    void init() { m_shop = std::make_unique<test::OpenProgram>(); }
    void cleanup()
    {
        const QString path = m_shop->path();
        m_shop->close();
        test::lockAway(path);
        m_shop.reset();
    }

    void aNewShopIsNeverWrittenInPlain()
    {
        m_shop->start();
        QVERIFY(m_shop->waitFor<FirstStartPage>());
        fillIn();
        QVERIFY(m_shop->tabTo(QStringLiteral("Encrypt this shop’s files")));
        m_shop->press(Qt::Key_Space);
        QVERIFY(m_shop->tabTo(QStringLiteral("Name of the shop")));
        m_shop->press(Qt::Key_Return);
        QVERIFY(m_shop->waitFor<EncryptPage>());
        QVERIFY(chooseAndConfirm());
        QVERIFY(m_shop->waitFor<MainWindow>());
        QVERIFY(!QFileInfo::exists(m_shop->path()));
        const vault::Vault vault = *vault::vaultOf(m_shop->path());
        m_shop->close();
        QCOMPARE(vault::stateOf(vault), vault::State::Locked); // closing it is locking it
        QVERIFY(openNextMorning());
        QVERIFY(m_shop->signIn());
    }

    void aShopMovesInAndIsTheSame()
    {
        QVERIFY(m_shop->makeShop());
        const QByteArray digest = storage::verifyFile(m_shop->path(), true)->digest;
        QVERIFY(m_shop->startAndSignIn());
        Q_EMIT m_shop->window().encryptRequested(); // the button on the page of backups
        QVERIFY(m_shop->waitFor<EncryptPage>());
        QVERIFY(chooseAndConfirm());
        QVERIFY(m_shop->waitForFaces());
        QVERIFY(!QFileInfo::exists(m_shop->path()));
        const vault::Vault vault = *vault::vaultOf(m_shop->path());
        m_shop->close();
        QCOMPARE(vault::stateOf(vault), vault::State::Locked);
        QVERIFY(vault::open(vault, test::passphrase));
        QVERIFY(!digest.isEmpty());
        QVERIFY(storage::verifyFile(vault.shopFile, true)->problems.empty());
        QVERIFY(vault::lock(vault));
        QVERIFY(openNextMorning());
        QVERIFY(m_shop->signIn());
    }

    void twoWindowsOnOneVault()
    {
        QVERIFY(makeEncrypted());
        QVERIFY(openNextMorning());
        QVERIFY(m_shop->signIn());
        const vault::Vault vault = *vault::vaultOf(m_shop->path());
        {
            Program second(m_shop->path(), m_shop->clock);
            second.show();
            second.start();
            QVERIFY(QTest::qWaitFor(
                [&] {
                    const auto *page = qobject_cast<SignInPage *>(second.currentWidget());
                    return page && !page->findChildren<FaceButton *>().isEmpty();
                },
                test::OpenProgram::patience)); // without a passphrase: it is open
            second.close();
        }
        QCOMPARE(vault::stateOf(vault), vault::State::Open); // the first one goes on
        QVERIFY(QFileInfo::exists(vault.shopFile));
        m_shop->close();
        QCOMPARE(vault::stateOf(vault), vault::State::Locked);
    }

    //! The program was killed with the key on the screen: it comes again before the shop does.
    void aKeyThatIsNotOnPaperIsShownOnceMore()
    {
        QVERIFY(m_shop->makeShop());
        QVERIFY(vault::encrypt(m_shop->path(), test::passphrase));
        const vault::Vault vault = *vault::vaultOf(m_shop->path());
        QVERIFY(vault::lock(vault));
        m_shop->start();
        QVERIFY(m_shop->waitFor<UnlockPage>());
        m_shop->type(test::passphrase);
        m_shop->press(Qt::Key_Return);
        QVERIFY(m_shop->waitFor<EncryptPage>());
        m_shop->type(test::passphrase);
        m_shop->press(Qt::Key_Return);
        auto *page = m_shop->shown<EncryptPage>();
        QVERIFY(QTest::qWaitFor([&] { return !page->isBusy(); }, test::OpenProgram::patience));
        QVERIFY(m_shop->tabTo(QStringLiteral("Its last four characters, from your paper")));
        m_shop->type(vault::masterKey(vault, test::passphrase).value().right(4));
        m_shop->press(Qt::Key_Return);
        QVERIFY(m_shop->waitForFaces());
        QVERIFY(vault::isKeyOnPaper(vault));
    }

    void aDeadMountAsksForThePassphraseAgain()
    {
        QVERIFY(makeEncrypted());
        const vault::Vault vault = *vault::vaultOf(m_shop->path());
        QVERIFY(vault::open(vault, test::passphrase));
        QVERIFY(test::killServer(vault));
        QTRY_COMPARE(vault::stateOf(vault), vault::State::Broken);
        QVERIFY(openNextMorning());
        QVERIFY(m_shop->waitForFaces());
    }

private:
    void fillIn()
    {
        const std::pair<const char *, const char *> typed[] = {{"Name of the shop", "Bello Tailoring"},
                                                               {"Your name", "Amina Bello"},
                                                               {"E-mail, or a sign-in name", "amina"},
                                                               {"Password, 8 characters or more", "needle and thread"},
                                                               {"PIN for quick switching", test::OpenProgram::pin}};
        for (const auto &[field, text] : typed) {
            QVERIFY(m_shop->tabTo(QString::fromUtf8(field)));
            m_shop->type(text);
        }
    }
    //! On the page that encrypts: the passphrase twice, then the paper.
    bool chooseAndConfirm()
    {
        for (int times = 0; times < 2; ++times) {
            m_shop->type(test::passphrase);
            m_shop->press(Qt::Key_Return);
        }
        auto *page = m_shop->shown<EncryptPage>();
        if (!page || !QTest::qWaitFor([&] { return !page->isBusy(); }, 2 * test::OpenProgram::patience))
            return false;
        const auto vault = vault::vaultOf(m_shop->path());
        if (!vault || !m_shop->tabTo(QStringLiteral("Its last four characters, from your paper")))
            return false;
        m_shop->type(vault::masterKey(*vault, test::passphrase).value().right(4));
        m_shop->press(Qt::Key_Return);
        return true;
    }
    bool makeEncrypted()
    {
        if (!m_shop->makeShop() || !vault::encrypt(m_shop->path(), test::passphrase))
            return false;
        vault::setKeyOnPaper(*vault::vaultOf(m_shop->path()));
        return vault::lock(*vault::vaultOf(m_shop->path())).ok();
    }
    //! The program on the path it always had: the passphrase by keyboard.
    bool openNextMorning()
    {
        m_shop->start();
        if (!m_shop->waitFor<UnlockPage>())
            return false;
        m_shop->type(test::passphrase);
        m_shop->press(Qt::Key_Return);
        return m_shop->waitForFaces();
    }

    std::unique_ptr<test::OpenProgram> m_shop;
};

QTEST_MAIN(TestVaultDay)
#include "tst_vault_day.moc"
