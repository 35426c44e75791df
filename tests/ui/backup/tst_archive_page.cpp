// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/archive/archive_writer.h"
#include "core/storage/verify.h"
#include "tests/support/small_shop.h"
#include "ui/backup/archive_page.h"
#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/field_edit.h"

#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

using namespace thimblely;
using namespace thimblely::ui;

//! From everything that was taken along to a shop, before anybody is signed in.
class TestArchivePage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        Theme::instance().install();
        const auto made = archive::writeArchive(m_shop.path(), m_shop.principal, folder(), {});
        QVERIFY2(made.ok(), made ? "" : qPrintable(describe(made.error())));
    }
    void init()
    {
        m_page = std::make_unique<ArchivePage>(target(), m_shop.clock);
        m_page->resize(1024, 540);
        m_page->show();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    }
    void cleanup() { m_page.reset(); }

    void aShopIsMadeByKeysAlone()
    {
        QSignalSpy restored(m_page.get(), &ArchivePage::restored);
        QTest::keyClicks(QApplication::focusWidget(), folder());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(said().contains(QStringLiteral("Bello: 0 clients, 0 orders")), 20'000);
        QVERIFY(said().contains(QStringLiteral("Amina Bello took it")));
        QVERIFY(!QFile::exists(target())); // looking makes nothing
        QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("short"));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(said().contains(QStringLiteral("▲")), 20'000);
        QVERIFY(!QFile::exists(target()));
        auto *password = qobject_cast<QLineEdit *>(QApplication::focusWidget());
        QVERIFY(password && password->echoMode() == QLineEdit::Password);
        password->selectAll();
        QTest::keyClicks(password, QStringLiteral("needle and thread"));
        QTest::keyClick(password, Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(restored.size(), 1, 60'000);
        QCOMPARE(restored[0][0].toString(), target());
        QVERIFY(storage::verifyFile(target(), false)->problems.empty());
    }

    void whatIsNoneIsSaid()
    {
        m_page->setFolder(m_shop.dir.path());
        QTRY_VERIFY_WITH_TIMEOUT(said().contains(QStringLiteral("no export of Thimblely")), 20'000);
        QSignalSpy left(m_page.get(), &ArchivePage::leaveRequested);
        QTest::keyClick(m_page.get(), Qt::Key_Escape);
        QCOMPARE(left.size(), 1);
    }

private:
    QString folder() const { return m_shop.dir.filePath(QStringLiteral("everything")); }
    QString target() const { return m_shop.dir.filePath(QStringLiteral("again.thimblely")); }
    QString said() const
    {
        QStringList words;
        const auto labels = m_page->findChildren<QLabel *>();
        for (const QLabel *label : labels) {
            if (label->isVisible())
                words.append(label->text());
        }
        return words.join(u'\n');
    }

    test::SmallShop m_shop;
    std::unique_ptr<ArchivePage> m_page;
};

QTEST_MAIN(TestArchivePage)
#include "tst_archive_page.moc"
