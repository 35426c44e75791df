// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/vault/encrypting.h"
#include "tests/support/fake_clock.h"
#include "tests/support/page_hands.h"
#include "tests/support/readable.h"
#include "tests/support/vault_shop.h"
#include "ui/theme/theme.h"
#include "ui/vault/encrypt_page.h"
#include "ui/vault/unlock_page.h"
#include "ui/widgets/field_edit.h"

#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace thimblely;
using namespace thimblely::ui;

//! The pages of encryption by keyboard alone, over the real gocryptfs.
class TestVaultPages : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        SKIP_WITHOUT_VAULTS();
        Theme::instance().install();
    }
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_dir->path());
    }
    void cleanup() { test::lockAway(path()); }

    void bothPassphrasesMustBeLongAndTheSame()
    {
        EncryptPage page(path(), EncryptPage::For::NewShop, m_clock);
        shown(page);
        type(QStringLiteral("short"));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QVERIFY(field(page, 0)->errorText().contains(QStringLiteral("12")));
        field(page, 0)->edit()->clear();
        type(test::passphrase);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return); // on to the second
        QCOMPARE(QApplication::focusWidget(), field(page, 1)->edit());
        type(QStringLiteral("chalk thread and needles"));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QVERIFY(field(page, 1)->hasError());
        QVERIFY(!vault::vaultOf(path()));
        picture(page, "encrypt-wrong");
    }

    void makesOneAndLeavesWithThePaperOnly()
    {
        EncryptPage page(path(), EncryptPage::For::Shop, m_clock);
        shown(page);
        picture(page, "encrypt");
        QSignalSpy finished(&page, &EncryptPage::finished);
        QSignalSpy left(&page, &EncryptPage::leaveRequested);
        QSignalSpy about(&page, &EncryptPage::aboutToEncrypt);
        type(test::passphrase);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        type(test::passphrase);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QCOMPARE(about.size(), 1);
        QVERIFY(page.isBusy());
        QTRY_VERIFY_WITH_TIMEOUT(!page.isBusy(), patience);
        const vault::Vault vault = *vault::vaultOf(path());
        QCOMPARE(vault::stateOf(vault), vault::State::Open);
        const QString key = vault::masterKey(vault, test::passphrase).value();
        QVERIFY(test::isSaidOn(page, key.left(4)));
        picture(page, "key");
        QTest::keyClick(&page, Qt::Key_Escape);
        QCOMPARE(left.size(), 0);
        for (FieldEdit *each : page.findChildren<FieldEdit *>()) {
            if (each->isVisible())
                each->edit()->setFocus();
        }
        type(QStringLiteral("zzzz"));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QCOMPARE(finished.size(), 0);
        qobject_cast<QLineEdit *>(QApplication::focusWidget())->clear();
        type(key.right(4).toUpper());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QCOMPARE(finished.size(), 1);
        QVERIFY(!test::isSaidOn(page, key.left(4)));
    }

    void opensWithThePassphrase()
    {
        QVERIFY(vault::encrypt(path(), test::passphrase));
        const vault::Vault vault = *vault::vaultOf(path());
        QVERIFY(vault::lock(vault));
        UnlockPage page(vault);
        shown(page);
        picture(page, "unlock");
        QSignalSpy opened(&page, &UnlockPage::opened);
        type(QStringLiteral("linen and silk"));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(field(page, 1)->hasError(), patience);
        picture(page, "unlock-wrong");
        QCOMPARE(QApplication::focusWidget(), field(page, 1)->edit());
        QVERIFY(opened.isEmpty());
        type(test::passphrase); // over what was typed, which is selected
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(opened.size(), 1, patience);
        QCOMPARE(vault::stateOf(vault), vault::State::Open);
    }

    void aForgottenOneIsSetAnewWithTheKey()
    {
        const QString key = vault::encrypt(path(), test::passphrase).value();
        const vault::Vault vault = *vault::vaultOf(path());
        QVERIFY(vault::lock(vault));
        UnlockPage page(vault);
        shown(page);
        QSignalSpy opened(&page, &UnlockPage::opened);
        test::buttonOn(page, "Passphrase forgotten?")->click();
        picture(page, "unlock-forgotten");
        type(QStringLiteral("0123"));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        type(QStringLiteral("buttonhole twist"));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(field(page, 0)->hasError(), patience);
        field(page, 0)->edit()->clear();
        type(key);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(opened.size(), 1, patience);
        QVERIFY(vault::lock(vault));
        QVERIFY(!vault::open(vault, test::passphrase));
        QVERIFY(vault::open(vault, QStringLiteral("buttonhole twist")));
    }

    void escapeGoesBackWhereNothingWasBegun()
    {
        EncryptPage page(path(), EncryptPage::For::Shop, m_clock);
        shown(page);
        QSignalSpy left(&page, &EncryptPage::leaveRequested);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QCOMPARE(left.size(), 1);
    }

private:
    static constexpr int patience = 60'000;

    QString path() const { return m_dir->filePath(QStringLiteral("shop.thimblely")); }
    static void shown(QWidget &page)
    {
        page.resize(1366, 768);
        page.show();
        page.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&page));
    }
    static FieldEdit *field(const QWidget &page, int index) { return page.findChildren<FieldEdit *>().value(index); }
    static void type(const QString &text) { test::typeKeys(text); }
    //! Light and dark, looked at for what is cut; kept where THIMBLELY_SHOW_PAGES names a folder.
    static void picture(QWidget &page, const char *name)
    {
        const QString folder = qEnvironmentVariable("THIMBLELY_SHOW_PAGES");
        for (const Scheme scheme : {Scheme::Dark, Scheme::Light}) {
            Theme::instance().setScheme(scheme);
            QCoreApplication::processEvents();
            const QString file =
                QLatin1String(name) + (scheme == Scheme::Dark ? QLatin1String("-dark") : QLatin1String());
            if (!folder.isEmpty())
                page.grab().save(folder + u'/' + file + QLatin1String(".png"));
        }
        QCOMPARE(test::cutWords(page) + test::misplaced(page), QStringList());
    }

    test::FakeClock m_clock;
    std::unique_ptr<QTemporaryDir> m_dir;
};

QTEST_MAIN(TestVaultPages)
#include "tst_vault_pages.moc"
