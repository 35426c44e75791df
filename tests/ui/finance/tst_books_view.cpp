// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/finance/books_service.h"
#include "core/finance/payment_service.h"
#include "core/finance/plan_service.h"
#include "tests/support/page_hands.h"
#include "tests/ui/orders/counter_shop.h"
#include "ui/finance/book_day.h"
#include "ui/finance/books_model.h"
#include "ui/finance/money_page.h"
#include "ui/finance/month_chart.h"
#include "ui/finance/wages_model.h"
#include "ui/widgets/list_row_delegate.h"
#include "ui/widgets/list_view.h"
#include "ui/widgets/segmented.h"

#include <QAbstractButton>
#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QTest>

#include <algorithm>

using namespace thimblely;
using namespace thimblely::ui;
using changes::await;

//! The books on the screen of the money, at the keyboard. The day is Wednesday 25 November 2026.
class TestBooksView : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { Theme::instance().install(); }
    void init()
    {
        m_shop = std::make_unique<test::CounterShop>();
        const auto booked = m_shop->book(m_shop->bello(), {m_shop->piece(QStringLiteral("Jacket"), 75'000'00)});
        QVERIFY(
            await(finance::PaymentService(*m_shop->shop.session, *m_shop->shop.door).take(booked.id, {naira(60'000)})));
    }
    void cleanup()
    {
        QVERIFY(QThreadPool::globalInstance()->waitForDone(20'000));
        m_page.reset();
        m_shop.reset();
    }

    void theTillIsFirst()
    {
        open();
        QVERIFY(test::isSaidOn(*m_page, QStringLiteral("Today’s entries")));
        show(1);
        QTRY_VERIFY(test::isSaidOn(*m_page, QStringLiteral("November 2026 so far")));
        QTRY_VERIFY(test::isSaidOn(*m_page, QStringLiteral("₦60,000")));
        QVERIFY(m_page->findChild<MonthChart *>()->accessibleDescription().contains(
            QStringLiteral("November 2026: income ₦60,000, expense ₦0, left ₦60,000")));
        QTRY_VERIFY(test::isSaidOn(*m_page, QStringLiteral("₦15,000"))); // owed
        QVERIFY(m_page->stepBack());
        QVERIFY(test::isSaidOn(*m_page, QStringLiteral("Today’s entries")));
    }

    void anExpenseByKeyboard()
    {
        open();
        show(2);
        shownButton(QStringLiteral("Expense"))->click();
        QCOMPARE(test::focusedName(), QStringLiteral("Amount"));
        test::typeKeys(QStringLiteral("150000"));
        QVERIFY(m_page->handle(ActionId::Pay));
        QTRY_VERIFY(test::isSaidOn(*m_page, QStringLiteral("Say what it was for")));
        combo("What for")->setEditText(QStringLiteral("rent"));
        test::fieldOn(*m_page, QStringLiteral("Day"))->setText(QStringLiteral("2 nov"));
        QVERIFY(m_page->handle(ActionId::Pay));
        QTRY_COMPARE(entries()->model()->rowCount(), 2);
        const QModelIndex rent = entries()->model()->index(1, 0);
        QCOMPARE(rent.data().toString(), QStringLiteral("Rent"));
        entries()->setCurrentIndex(rent);
        QTRY_VERIFY(test::isSaidOn(*m_page, QStringLiteral("−150,000")));
        shownButton(QStringLiteral("Take back…"))->click();
        test::typeKeys(QStringLiteral("paid twice"));
        test::pressKey(Qt::Key_Return);
        QTRY_COMPARE(entries()->model()->rowCount(), 3);
        combo("Which kind")->setCurrentIndex(1); // income
        QTRY_COMPARE(entries()->model()->rowCount(), 1);
        QCOMPARE(test::nameless(*m_page), QStringList());
    }

    //! An income is shown with the parts it is divided into.
    void partsOfAnIncome()
    {
        finance::PlanService plans(*m_shop->shop.session, *m_shop->shop.door);
        QVERIFY(await(plans.keepSplit({}, {QStringLiteral("Taxes"), 1'000})));
        open();
        show(2);
        QTRY_VERIFY(test::isSaidOn(*m_page, QStringLiteral("Taxes")));
        QVERIFY(test::isSaidOn(*m_page, QStringLiteral("6,000")));
        QVERIFY(test::isSaidOn(*m_page, QStringLiteral("54,000")));
    }

    void goalsAndWagesAndTax()
    {
        finance::PlanService plans(*m_shop->shop.session, *m_shop->shop.door);
        QVERIFY(await(plans.keepGoal({}, {QStringLiteral("Income of November"),
                                          finance::GoalKind::Monthly,
                                          naira(100'000),
                                          {},
                                          day("2026-11-01"),
                                          day("2026-11-30")})));
        open();
        show(3);
        QTRY_VERIFY(test::isSaidOn(*m_page, QStringLiteral("As it goes now ₦72,000 by the end")));
        show(4);
        QTRY_VERIFY(m_page->findChild<WagesModel *>()->rowCount() == 1);
        test::buttonOn(*m_page, "Earned…")->click();
        test::typeKeys(QStringLiteral("20000"));
        QVERIFY(m_page->handle(ActionId::Pay));
        QTRY_VERIFY(wages().contains(QStringLiteral("owed 20,000")));
        show(5);
        QTRY_VERIFY(test::isSaidOn(*m_page, QStringLiteral("No period is closed yet")));
        test::buttonOn(*m_page, "Close a period…")->click();
        test::fieldOn(*m_page, QStringLiteral("Last day of the period"))->setText(QStringLiteral("2026-10-31"));
        QVERIFY(m_page->handle(ActionId::Pay));
        QTRY_VERIFY(test::isSaidOn(*m_page, QStringLiteral("closed up to 31 Oct 2026")));
        QCOMPARE(test::nameless(*m_page), QStringList());
    }

    void hiddenMoneyIsHiddenHere()
    {
        open();
        show(1);
        QTRY_VERIFY(test::isSaidOn(*m_page, QStringLiteral("₦60,000")));
        HideMoney::instance().setOn(true);
        QVERIFY(!test::isSaidOn(*m_page, QStringLiteral("60,000")));
        QVERIFY(!m_page->findChild<MonthChart *>()->accessibleDescription().contains(QStringLiteral("60,000")));
        HideMoney::instance().setOn(false);
    }

    void theModelKeepsItsWord()
    {
        finance::BooksService books(*m_shop->shop.session, *m_shop->shop.door);
        for (int i = 0; i < 60; ++i)
            QVERIFY(await(books.enter({true, QStringLiteral("cloth"), naira(i + 1)})));
        BooksModel model(*m_shop->desk, nullptr);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        model.show({});
        QTRY_VERIFY(model.rowCount() >= 50); // the tester itself asks for more
        model.fetchMore({});
        QTRY_COMPARE(model.rowCount(), 61);
        QVERIFY(await(books.enter({true, QStringLiteral("rent"), naira(1)})));
        model.refresh();
        QTRY_COMPARE(model.rowCount(), 62);
    }

    void days_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QByteArray>("day");
        QTest::newRow("today") << QStringLiteral("today") << QByteArray("2026-11-25");
        QTest::newRow("yesterday") << QStringLiteral("Yesterday") << QByteArray("2026-11-24");
        QTest::newRow("of this month") << QStringLiteral("14") << QByteArray("2026-11-14");
        QTest::newRow("of the last month") << QStringLiteral("28") << QByteArray("2026-10-28");
        QTest::newRow("words") << QStringLiteral("2 nov") << QByteArray("2026-11-02");
        QTest::newRow("last year's") << QStringLiteral("24 dec") << QByteArray("2025-12-24");
        QTest::newRow("dots") << QStringLiteral("14.11.") << QByteArray("2026-11-14");
        QTest::newRow("iso") << QStringLiteral("2026-02-28") << QByteArray("2026-02-28");
        QTest::newRow("still to come") << QStringLiteral("2026-11-26") << QByteArray();
        QTest::newRow("no day") << QStringLiteral("31 feb") << QByteArray();
        QTest::newRow("no words") << QStringLiteral("soon") << QByteArray();
    }
    void days()
    {
        QFETCH(QString, typed);
        const auto read = bookDay(typed, day("2026-11-25"), QLocale(QStringLiteral("en_NG")));
        QTEST(read ? read->toIso().toLatin1() : QByteArray(), "day");
    }

    //! Few round figures, the largest amount below the last.
    void axis_data()
    {
        QTest::addColumn<qint64>("largest");
        QTest::addColumn<qint64>("last");
        QTest::newRow("nothing") << qint64(0) << qint64(0);
        QTest::newRow("small") << qint64(7) << qint64(8);
        QTest::newRow("1.7 m") << qint64(170'000'000) << qint64(200'000'000);
    }
    void axis()
    {
        QFETCH(qint64, largest);
        const auto marks = MonthChart::steps(largest);
        QTEST(marks.back(), "last");
        QVERIFY(marks.size() <= 6);
    }

    void pictures()
    {
        finance::BooksService books(*m_shop->shop.session, *m_shop->shop.door);
        for (int i = 0; i < 24; ++i) {
            finance::BookDraft draft{i % 3 != 0, i % 2 ? QStringLiteral("cloth") : QStringLiteral("rent"),
                                     naira(20'000 + 7'000 * (i % 7))};
            draft.date = day("2026-11-20").plusDays(-14 * i);
            draft.counterparty = i % 4 ? QStringLiteral("Yaba Textiles")
                                       : QStringLiteral("Oluwafunmilayo Adebayo-Williams Ceremonial Cloth شركة ليلى");
            QVERIFY(await(books.enter(draft)));
        }
        finance::PlanService plans(*m_shop->shop.session, *m_shop->shop.door);
        QVERIFY(await(plans.keepSplit({}, {QStringLiteral("Taxes"), 1'250})));
        QVERIFY(await(plans.keepGoal({}, {QStringLiteral("Income of November"),
                                          finance::GoalKind::Monthly,
                                          naira(100'000),
                                          {},
                                          day("2026-11-01"),
                                          day("2026-12-31")})));
        open();
        const char *const names[] = {"money-till",  "money-overview", "money-entries",
                                     "money-goals", "money-wages",    "money-tax"};
        for (int part = 0; part < 6; ++part) {
            show(part);
            QTest::qWait(300);
            if (!test::takePictures(*m_page, QString::fromLatin1(names[part])))
                QSKIP("pictures are taken on demand");
        }
    }

private:
    Money naira(qint64 whole) const { return {whole * 100, m_shop->desk->profile().currency}; }
    static Date day(const char *iso) { return Date::parse(QString::fromLatin1(iso)).value(); }
    void open() { m_page = test::openedPage<MoneyPage>(*m_shop->desk); }
    void show(int part) { m_page->findChild<Segmented *>()->setCurrentIndex(part); }
    //! The till's own page, which is hidden here, and the forms have some that are called the same.
    QAbstractButton *shownButton(const QString &text)
    {
        const auto all = m_page->findChildren<QAbstractButton *>();
        const auto found = std::ranges::find_if(
            all, [&](const QAbstractButton *each) { return each->text() == text && each->isVisible(); });
        return found != all.end() ? *found : nullptr;
    }
    QComboBox *combo(const char *name)
    {
        const auto all = m_page->findChildren<QComboBox *>();
        for (QComboBox *each : all) {
            if (each->accessibleName() == QLatin1String(name))
                return each;
        }
        qFatal("no choice %s", name);
    }
    ListView *entries()
    {
        const auto all = m_page->findChildren<ListView *>();
        for (ListView *each : all) {
            if (each->accessibleName() == QStringLiteral("Entries of the books"))
                return each;
        }
        qFatal("no list");
    }
    QString wages()
    {
        auto *model = m_page->findChild<WagesModel *>();
        return model->index(0).data(ListRowDelegate::Amount).toString();
    }

    std::unique_ptr<test::CounterShop> m_shop;
    std::unique_ptr<MoneyPage> m_page;
};

QTEST_MAIN(TestBooksView)
#include "tst_books_view.moc"
