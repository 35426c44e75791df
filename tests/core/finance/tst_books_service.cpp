// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/finance/books_service.h"
#include "core/finance/plan_service.h"
#include "core/finance/reports.h"
#include "core/finance/wage_service.h"
#include "tests/core/finance/till_shop.h"

#include <QTest>

using namespace thimblely;
using namespace thimblely::test;
using namespace thimblely::finance;

//! The books behind the till. The day is Wednesday 25 November 2026.
class TestBooksService : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_till = std::make_unique<TillShop>();
        m_books = std::make_unique<BooksService>(session(), door());
    }
    void cleanup()
    {
        QCOMPARE(m_till->shop.problems(), QStringList());
        m_books.reset();
        m_till.reset();
    }

    //! An expense lowers profit on its day; taken back it is gone from that day, and both rows stay.
    void anExpenseAndItsReversal()
    {
        const TransactionId rent = enter(expense("rent", 150'000, "2026-11-02"));
        QCOMPARE(month(), (std::pair<qint64, qint64>(0, 150'000)));
        QCOMPARE(refusal(await(m_books->reverse(rent, {}))), QStringLiteral("payment.no_reason"));
        QVERIFY(await(m_books->reverse(rent, QStringLiteral("paid twice"))));
        QCOMPARE(month(), (std::pair<qint64, qint64>(0, 0)));
        const auto rows = page({});
        QCOMPARE(int(rows.size()), 2);
        QVERIFY(rows[0].reverses != rows[1].reverses);
        QVERIFY(std::ranges::all_of(rows, [](const BookEntry &row) { return row.isTakenBack; }));
        QCOMPARE(refusal(await(m_books->reverse(rent, QStringLiteral("again")))),
                 QStringLiteral("books.not_reversible"));
    }

    void refusals_data()
    {
        QTest::addColumn<QByteArray>("category");
        QTest::addColumn<qint64>("amount");
        QTest::addColumn<QByteArray>("date");
        QTest::addColumn<QString>("code");
        QTest::newRow("for nothing") << QByteArray(" ") << qint64(1) << QByteArray("2026-11-02")
                                     << QStringLiteral("books.no_category");
        QTest::newRow("no amount") << QByteArray("rent") << qint64(0) << QByteArray("2026-11-02")
                                   << QStringLiteral("payment.not_positive");
        QTest::newRow("tomorrow") << QByteArray("rent") << qint64(1) << QByteArray("2026-11-26")
                                  << QStringLiteral("books.future 26 Nov 2026");
    }
    void refusals()
    {
        QFETCH(QByteArray, category);
        QFETCH(qint64, amount);
        QFETCH(QByteArray, date);
        QFETCH(QString, code);
        QCOMPARE(refusal(await(m_books->enter(expense(category.constData(), amount, date.constData())))), code);
    }

    void onlyWhoKeepsTheBooks()
    {
        const auto counter = m_till->shop.hire("member", "counter");
        BooksService his(*counter.session, *counter.door);
        QCOMPARE(refusal(BooksService::page(*counter.session, {}, {}, 10)),
                 QStringLiteral("access.refused finance:read"));
        QCOMPARE(refusal(await(his.enter(expense("rent", 1, "2026-11-02")))),
                 QStringLiteral("access.refused finance:write"));
        QCOMPARE(refusal(Reports::months(*counter.session, {2026, 11}, 1)),
                 QStringLiteral("access.refused finance:read"));
        QCOMPARE(refusal(PlanService::goals(*counter.session, day("2026-11-25"))),
                 QStringLiteral("access.refused finance:read"));
    }

    //! One list, page by page by key, whole under every filter.
    void pagesAndFilters()
    {
        for (int i = 1; i <= 20; ++i)
            enter(expense(i % 2 ? "cloth" : "rent", i, i <= 10 ? "2026-10-05" : "2026-11-05"));
        (void)m_till->take(10'000);
        QCOMPARE(walk({}, 3).size(), size_t(21));
        BookFilter november;
        november.from = day("2026-11-01");
        november.until = day("2026-11-30");
        QCOMPARE(walk(november, 4).size(), size_t(11));
        BookFilter cloth;
        cloth.category = QStringLiteral("cloth");
        QCOMPARE(walk(cloth, 3).size(), size_t(10));
        BookFilter income;
        income.kind = BookKind::Income;
        QCOMPARE(walk(income, 3).size(), size_t(1));
        BookFilter cash;
        cash.method = PaymentMethod::Cash;
        QCOMPARE(walk(cash, 3).size(), size_t(1));
        QCOMPARE(m_books->categories().value().size(), 3);
    }

    //! Later entries are of the next period, undo and reversal too.
    void aClosedPeriod()
    {
        const TransactionId old = enter(expense("rent", 150'000, "2026-10-05"));
        QCOMPARE(refusal(await(m_books->close(day("2026-11-25")))), QStringLiteral("books.open_day"));
        QVERIFY(await(m_books->close(day("2026-10-31"))));
        QCOMPARE(m_books->closedUntil().value(), std::optional(day("2026-10-31")));
        QCOMPARE(refusal(await(m_books->close(day("2026-10-31")))), QStringLiteral("books.closed_already 31 Oct 2026"));
        QCOMPARE(refusal(await(m_books->enter(expense("rent", 1, "2026-10-31")))),
                 QStringLiteral("books.closed 31 Oct 2026"));
        QVERIFY(await(m_books->reverse(old, QStringLiteral("wrong"))));
        const auto october = Reports::between(session(), day("2026-10-01"), day("2026-10-31")).value();
        QCOMPARE(october.expense, naira(150'000)); // as it was declared
        QCOMPARE(month(), (std::pair<qint64, qint64>(0, -150'000)));
    }

    //! What was declared stays so: money on its way would count in the closed period once it came.
    void aPeriodWithMoneyOnItsWay()
    {
        const auto sent = m_till->take(10'000, PaymentMethod::Transfer);
        m_till->shop.shop.clock.advanceDays(10);
        QCOMPARE(refusal(await(m_books->close(day("2026-11-30")))), QStringLiteral("books.awaited 1, 30 Nov 2026"));
        QVERIFY(await(m_till->payments.confirm(sent.id)));
        QVERIFY(await(m_books->close(day("2026-11-30"))));
        QCOMPARE(month(), (std::pair<qint64, qint64>(10'000, 0)));
    }

    void undoneUnlessClosed()
    {
        enter(expense("rent", 150'000, "2026-10-05"));
        QVERIFY(await(door().undo()));
        QCOMPARE(Reports::between(session(), day("2026-10-01"), day("2026-10-31"))->expense, naira(0));
    }

    //! What the reports say is what the rows come to.
    void reportsAreTheRows()
    {
        (void)m_till->take(20'000);
        enter(expense("cloth", 7'500, "2026-11-10"));
        enter(expense("rent", 5'000, "2026-10-10"));
        const auto months = Reports::months(session(), {2026, 11}, 12).value();
        QCOMPARE(months.size(), size_t(12));
        QCOMPARE(months.back().figures.income, naira(20'000));
        QCOMPARE(months.back().figures.left(), naira(12'500));
        QCOMPARE(months[10].figures.expense, naira(5'000));
        const auto categories = Reports::categories(session(), day("2026-11-01"), day("2026-11-30")).value();
        QCOMPARE(categories.size(), size_t(2));
        QCOMPARE(categories[0].category, QStringLiteral("order"));
        QCOMPARE(categories[1].amount, naira(7'500));
    }

    //! What all clients owe is what each of them owes, by how long it is.
    void receivablesAreTheDebts()
    {
        (void)m_till->take(20'000); // of 65,000
        auto owed = Reports::receivables(session(), day("2026-11-25")).value();
        QCOMPARE(owed.total, m_till->accounts.of(m_till->shop.client)->owed);
        QCOMPARE(owed.bands[0].amount, naira(45'000));
        QCOMPARE(owed.bands[0].count, 1);
        owed = Reports::receivables(session(), day("2027-01-10")).value();
        QCOMPARE(owed.bands[1].amount, naira(45'000));
        QCOMPARE(owed.oldest.size(), size_t(1));
        QCOMPARE(owed.oldest[0].days, 46);
    }
    void bands_data()
    {
        QTest::addColumn<int>("days");
        QTest::addColumn<int>("band");
        QTest::newRow("today") << 0 << 0;
        QTest::newRow("30") << 30 << 0;
        QTest::newRow("31") << 31 << 1;
        QTest::newRow("60") << 60 << 1;
        QTest::newRow("61") << 61 << 2;
        QTest::newRow("91") << 91 << 3;
    }
    void bands()
    {
        QFETCH(int, days);
        QTEST(int(Receivables::bandOf(days)), "band");
    }

    void taxInExpenses()
    {
        BookDraft cloth = expense("cloth", 10'750, "2026-11-10");
        cloth.taxInside = naira(750);
        const TransactionId id = enter(cloth);
        const auto span = std::pair(day("2026-11-01"), day("2026-11-30"));
        QCOMPARE(Reports::taxes(session(), span.first, span.second, TaxBasis::Cash)->paid, naira(750));
        QVERIFY(await(m_books->reverse(id, QStringLiteral("wrong"))));
        QCOMPARE(Reports::taxes(session(), span.first, span.second, TaxBasis::Cash)->paid, naira(0));
    }

    void goalsCountTheIncome()
    {
        PlanService plans(session(), door());
        const GoalDraft draft{QStringLiteral("Income"), GoalKind::Monthly, naira(100'000), {},
                              day("2026-11-01"),        day("2026-12-31")};
        const GoalId goal = await(plans.keepGoal({}, draft)).value();
        (void)m_till->take(20'000);
        const auto goals = PlanService::goals(session(), day("2026-11-25")).value();
        QCOMPARE(goals.size(), size_t(1));
        QCOMPARE(goals[0].progress.reached, naira(20'000));
        QCOMPARE(goals[0].progress.forecast(), naira(24'000));
        QVERIFY(await(plans.endGoal(goal)));
        QVERIFY(PlanService::goals(session(), day("2026-11-25"))->empty());
        QVERIFY(await(door().undo()));
        QCOMPARE(PlanService::goals(session(), day("2026-11-25"))->size(), size_t(1));
        GoalDraft bad = draft;
        bad.deadline = bad.starts;
        QCOMPARE(refusal(await(plans.keepGoal({}, bad))), QStringLiteral("goal.bad_span"));
    }

    void splitsAreAtMostTheWhole()
    {
        PlanService plans(session(), door());
        QVERIFY(await(plans.keepSplit({}, {QStringLiteral("Taxes"), 7'000})));
        QCOMPARE(refusal(await(plans.keepSplit({}, {QStringLiteral("More"), 4'000}))),
                 QStringLiteral("split.too_much"));
        const SplitId savings = await(plans.keepSplit({}, {QStringLiteral("Savings"), 1'000})).value();
        QCOMPARE(plans.partsOf(naira(100)).value().size(), size_t(3));
        QVERIFY(await(plans.removeSplit(savings)));
        QCOMPARE(plans.partsOf(naira(100)).value().size(), size_t(2));
    }

    void wagesByPerson()
    {
        const auto stitcher = m_till->shop.hire("member", "stitcher");
        WageService wages(session(), door());
        const MemberId member = stitcher.principal.member;
        QVERIFY(await(wages.earn(member, naira(20'000), {})));
        WagePayment advance{member, naira(5'000), PaymentMethod::Transfer, true, false};
        QVERIFY(await(wages.pay(advance)));
        const auto all = WageService::standings(session(), day("2026-11-01"), day("2026-11-30")).value();
        const auto found = std::ranges::find(all, member, &WageStanding::member);
        QVERIFY(found != all.end());
        QCOMPARE(found->earned, naira(20'000));
        QCOMPARE(found->advanced, naira(5'000));
        QCOMPARE(found->owed, wages.owed(member).value());
        QVERIFY(!WageService::standings(*stitcher.session, day("2026-11-01"), day("2026-11-30")).ok());
    }

private:
    access::Session &session() { return *m_till->shop.shop.session; }
    changes::WriteDoor &door() { return *m_till->shop.shop.door; }
    static BookDraft expense(const char *category, qint64 whole, const char *date)
    {
        BookDraft draft{true, QString::fromLatin1(category), naira(whole)};
        draft.date = day(date);
        return draft;
    }
    TransactionId enter(const BookDraft &draft) { return await(m_books->enter(draft)).value(); }
    std::vector<BookEntry> page(const BookFilter &filter)
    {
        return BooksService::page(session(), filter, {}, 100).value();
    }
    std::vector<BookEntry> walk(const BookFilter &filter, int limit)
    {
        std::vector<BookEntry> all;
        std::optional<BookPlace> after;
        for (;;) {
            const auto rows = BooksService::page(session(), filter, after, limit).value();
            all.insert(all.end(), rows.begin(), rows.end());
            if (int(rows.size()) < limit)
                return all;
            after = BookPlace{rows.back().date, rows.back().id};
        }
    }
    //! Income and expense of November, in whole naira.
    std::pair<qint64, qint64> month()
    {
        const auto figures = Reports::between(session(), day("2026-11-01"), day("2026-11-30")).value();
        return {figures.income.minor() / 100, figures.expense.minor() / 100};
    }

    std::unique_ptr<TillShop> m_till;
    std::unique_ptr<BooksService> m_books;
};

QTEST_GUILESS_MAIN(TestBooksService)
#include "tst_books_service.moc"
