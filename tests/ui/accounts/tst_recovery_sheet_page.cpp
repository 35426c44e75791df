// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/workspaces/workspace_service.h"
#include "tests/support/page_hands.h"
#include "tests/support/small_shop.h"
#include "ui/accounts/recovery_sheet_page.h"
#include "ui/desk/desk.h"
#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"

#include <QApplication>
#include <QSignalSpy>
#include <QTest>

using namespace thimblely;
using namespace thimblely::ui;

//! The sheet with which the first start ends, and where the shop goes on from there.
class TestRecoverySheetPage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { Theme::instance().install(); }

    void afterTheFirstSheetComesWhatHangsHere()
    {
        open();
        QTRY_VERIFY_WITH_TIMEOUT(button("They are on paper"), patience);
        QVERIFY(!button("What hangs here already"));
        button("They are on paper")->click();
        QTRY_VERIFY(button("What hangs here already"));
        QCOMPARE(QApplication::focusWidget(), button("What hangs here already"));
        QSignalSpy notebook(m_page.get(), &RecoverySheetPage::notebookRequested);
        QSignalSpy today(m_page.get(), &RecoverySheetPage::todayRequested);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QCOMPARE(notebook.size(), 1);
        button("Begin with today")->click();
        QCOMPARE(today.size(), 1);

        // A sheet that is made anew later is no beginning of a shop.
        open();
        QTRY_VERIFY_WITH_TIMEOUT(button("Make a new sheet"), patience);
        QVERIFY(!button("What hangs here already"));
    }

    //! The program was killed while they stood on the screen: nobody is told "10 codes left" of a paper that is not there.
    void codesOfWhichNobodySaidThatTheyAreOnPaper()
    {
        test::SmallShop other;
        openOn(other);
        QTRY_VERIFY_WITH_TIMEOUT(button("They are on paper"), patience);
        openOn(other);
        QTRY_VERIFY(test::isSaidOn(*m_page, QStringLiteral("nobody said that they are on paper")));
        QVERIFY(button("Make a new sheet"));
        QVERIFY(button("They are on paper"));
        button("They are on paper")->click();
        QTRY_VERIFY(test::isSaidOn(*m_page, QStringLiteral("codes of your sheet are left")));
        QVERIFY(!button("They are on paper"));
    }

private:
    static constexpr int patience = 60'000; // ten hashes

    void open() { openOn(m_shop); }
    void openOn(test::SmallShop &shop)
    {
        m_page.reset();
        m_desk.reset();
        m_drafts = DraftKeeper::open(*shop.session, shop.clock).value();
        WorkspaceProfile profile = WorkspaceService(*shop.session, *shop.door).load().value();
        ShopCalendar calendar = profile.calendar().value();
        m_desk = std::make_unique<Desk>(*shop.session, *shop.door, *m_drafts, std::move(profile), std::move(calendar),
                                        QLocale(QStringLiteral("en_NG")));
        m_page = std::make_unique<RecoverySheetPage>(*m_desk, QStringLiteral("Amina Bello"));
        m_page->resize(1100, 700);
        m_page->show();
        m_page->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
        m_page->arrive();
    }
    Button *button(const char *text) const
    {
        for (Button *each : m_page->findChildren<Button *>()) {
            if (each->isVisible() && each->isEnabled() && each->text() == QString::fromLatin1(text))
                return each;
        }
        return nullptr;
    }

    test::SmallShop m_shop;
    std::unique_ptr<DraftKeeper> m_drafts;
    std::unique_ptr<Desk> m_desk;
    std::unique_ptr<RecoverySheetPage> m_page;
};

QTEST_MAIN(TestRecoverySheetPage)
#include "tst_recovery_sheet_page.moc"
