// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "tests/core/orders/order_shop.h"

#include <QTest>

using namespace thimblely;
using namespace thimblely::test;
using orders::OpenOrderFilter;

//! What Today counts. The day is Wednesday 25 November 2026, ten in the morning in Lagos.
class TestTodaysOrders : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_shop = std::make_unique<OrderShop>(); }
    void cleanup() { m_shop.reset(); }

    void eachStandsWhereItBelongs_data();
    void eachStandsWhereItBelongs();
    void aDayTurns();
    void eachNumberIsTheLengthOfItsList();
    void theListIsReadByPages();
    void byTimeWithinTheDay();
    void tomorrowMorningIsBeforeNoon();
    void longReadyIsMoreThanNinetyDays();
    void waitingStandsOnceForEachOrder();
    void theLineSaysWhichPiece();
    void aShopThatHasNotBegunSaysSo();
    void whoSeesOnlyTheirPiecesHasNoSuchDay();

private:
    orders::TodaysOrders today(int most = 5) { return m_shop->orders.today(most).value(); }
    //! Whose numbers stand in a list, by its filter.
    QStringList list(OpenOrderFilter filter)
    {
        QStringList numbers;
        const auto page = m_shop->orders.openOrders(filter).value();
        for (const orders::OrderRow &row : page.rows)
            numbers.append(row.number);
        return numbers;
    }
    OrderId book(const char *promised, QTime time = {}, int pieces = 1)
    {
        orders::OrderDraft draft = m_shop->order({});
        for (int i = 0; i < pieces; ++i)
            draft.pieces.push_back(OrderShop::piece(i == 0 ? "Jacket" : "Trousers", 1'000));
        draft.pieces[0].colour = QStringLiteral("navy");
        draft.promisedDate = promised ? std::optional(day(promised)) : std::nullopt;
        if (time.isValid())
            draft.promisedTime = time;
        return await(m_shop->orders.book(draft)).value().id;
    }
    //! Booked some days ago, promised for the day after: late today.
    OrderId bookLate()
    {
        m_shop->shop.clock.advanceDays(-3);
        const OrderId order = book("2026-11-23");
        m_shop->shop.clock.advanceDays(3);
        return order;
    }
    void hold(OrderItemId piece, const char *json)
    {
        QVERIFY(await(m_shop->shop.door->write<void>({"test.hold"}, [=](changes::WriteContext &context) {
            return context.rows().update(storage::Table::OrderItems, piece, {{"hold", json}});
        })));
    }

    std::unique_ptr<OrderShop> m_shop;
};

void TestTodaysOrders::eachStandsWhereItBelongs_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<QList<int>>("counts"); // late, due today, ready, waiting
    const auto row = [](const char *what, const QList<int> &counts) {
        QTest::newRow(what) << QString::fromLatin1(what) << counts;
    };
    row("late", {1, 0, 0, 0});
    row("today", {0, 1, 0, 0});
    row("tomorrow", {0, 0, 0, 0});
    row("no promise", {0, 0, 0, 0});
    row("late, one of two pieces ready", {1, 0, 0, 0});
    row("late, ready", {0, 0, 1, 0});
    row("today, ready", {0, 0, 1, 0});
    row("ready, one of two collected", {0, 0, 1, 0});
    row("collected", {0, 0, 0, 0});
    row("late, cancelled", {0, 0, 0, 0});
    row("late, parked", {0, 0, 0, 0});
    row("waiting", {0, 0, 0, 1});
    row("answered", {0, 0, 0, 0});
    row("waiting, cancelled", {0, 0, 0, 0});
}

void TestTodaysOrders::eachStandsWhereItBelongs()
{
    QFETCH(QString, what);
    QFETCH(QList<int>, counts);
    orders::OrderService &service = m_shop->orders;
    if (what == QLatin1String("late, parked")) {
        m_shop->shop.clock.advanceDays(-3);
        orders::OrderDraft draft = m_shop->order({OrderShop::piece("Jacket", 1'000)});
        draft.promisedDate = day("2026-11-23");
        QVERIFY(await(service.park(draft)));
        m_shop->shop.clock.advanceDays(3);
    } else {
        const OrderId order = what.startsWith(QLatin1String("late, one")) || what.startsWith(QLatin1String("ready"))
                                  ? [&] {
                                        m_shop->shop.clock.advanceDays(-3);
                                        const OrderId two = book("2026-11-23", {}, 2);
                                        m_shop->shop.clock.advanceDays(3);
                                        return two;
                                    }()
                              : what.startsWith(QLatin1String("late"))  ? bookLate()
                              : what.startsWith(QLatin1String("today")) ? book("2026-11-25", QTime(17, 0))
                              : what == QLatin1String("no promise")     ? book(nullptr)
                                                                        : book("2026-11-26", QTime(9, 0));
        const std::vector<OrderItemId> pieces = m_shop->pieceIds(order);
        if (what.contains(QLatin1String("one of two pieces ready")))
            QVERIFY(await(service.moveStage(pieces[0], orders::Stage::Ready)));
        else if (what.contains(QLatin1String("ready")) || what == QLatin1String("collected"))
            QVERIFY(await(service.complete(order)));
        if (what.endsWith(QLatin1String("one of two collected")))
            QVERIFY(await(service.handOver({order, {pieces[0]}, {}, true, {}, QStringLiteral("pays on Friday")})));
        else if (what == QLatin1String("collected"))
            QVERIFY(await(service.handOver({order, pieces, {}, true, {}, QStringLiteral("pays on Friday")})));
        if (what.startsWith(QLatin1String("waiting")))
            hold(pieces[0], R"({"why": "client", "question": "vents?", "since": 1795341600000})");
        if (what == QLatin1String("answered"))
            hold(pieces[0], R"({"why": "client", "since": 1795341600000, "answered_at": 1795341700000})");
        if (what.endsWith(QLatin1String("cancelled")))
            QVERIFY(await(service.cancelPiece(pieces[0], QStringLiteral("changed her mind"))));
    }
    const orders::TodaysOrders found = today();
    QCOMPARE(QList<int>({found.late.count, found.dueToday.count, found.ready.count, found.waiting.count}), counts);
}

void TestTodaysOrders::aDayTurns()
{
    book("2026-11-26");
    QCOMPARE(today().dueToday.count, 0);
    m_shop->shop.clock.advanceDays(1);
    QCOMPARE(today().dueToday.count, 1);
    QCOMPARE(today().late.count, 0);
    m_shop->shop.clock.advanceDays(1);
    QCOMPARE(today().late.count, 1);
    QCOMPARE(today().day, day("2026-11-27"));
}

void TestTodaysOrders::eachNumberIsTheLengthOfItsList()
{
    for (int i = 0; i < 7; ++i) {
        bookLate();
        if (i > 0)
            book("2026-11-25", i % 2 ? QTime(12 + i, 0) : QTime());
        if (i > 1)
            QVERIFY(await(m_shop->orders.complete(book("2026-11-27"))));
        if (i > 2)
            hold(m_shop->pieceIds(book("2026-11-28"))[0], R"({"since": 1795341600000})");
    }
    const orders::TodaysOrders found = today();
    const auto same = [&](const orders::OrderGlance &glance, OpenOrderFilter filter, int count) {
        QCOMPARE(glance.count, count);
        const QStringList all = list(filter);
        QCOMPARE(all.size(), count);
        QCOMPARE(glance.first.size(), size_t(std::min(count, 5)));
        for (size_t i = 0; i < glance.first.size(); ++i)
            QCOMPARE(glance.first[i].order.number, all[qsizetype(i)]);
    };
    same(found.late, OpenOrderFilter::Late, 7);
    same(found.dueToday, OpenOrderFilter::DueToday, 6);
    same(found.ready, OpenOrderFilter::Ready, 5);
    same(found.waiting, OpenOrderFilter::WaitingForClient, 4);
    QCOMPARE(list(OpenOrderFilter::DueByToday), list(OpenOrderFilter::Late) + list(OpenOrderFilter::DueToday));
    QCOMPARE(list(OpenOrderFilter::All).size(), 22);
    // Who wants the numbers alone, as the till does at its closing, is given them.
    const auto numbers = m_shop->orders.today(0);
    QVERIFY(numbers);
    QCOMPARE(numbers->late.count, 7);
    QVERIFY(numbers->late.first.empty());
}

void TestTodaysOrders::theListIsReadByPages()
{
    for (const char *time : {"", "17:00", "", "11:00", "17:00", "", "12:30"})
        book("2026-11-25", QTime::fromString(QLatin1String(time), QStringLiteral("HH:mm")));
    for (int i = 0; i < 5; ++i) {
        const OrderId order = book("2026-11-25");
        hold(m_shop->pieceIds(order)[0], i < 3 ? R"({"since": 1795341600000})" : R"({"since": 1795341600001})");
        QVERIFY(await(m_shop->orders.complete(book("2026-11-27")))); // all of one moment of the clock
    }
    for (const OpenOrderFilter filter :
         {OpenOrderFilter::DueToday, OpenOrderFilter::Ready, OpenOrderFilter::WaitingForClient}) {
        const QStringList whole = list(filter);
        for (int size = 1; size <= 4; ++size) {
            QStringList read;
            std::optional<orders::OpenOrderKey> after;
            do {
                const auto page = m_shop->orders.openOrders(filter, after, size).value();
                QVERIFY(int(page.rows.size()) <= size && !page.rows.empty());
                for (const orders::OrderRow &row : page.rows)
                    read.append(row.number);
                after = page.next;
            } while (after);
            QCOMPARE(read, whole);
        }
    }
}

void TestTodaysOrders::byTimeWithinTheDay()
{
    book("2026-11-25");
    book("2026-11-25", QTime(17, 0));
    book("2026-11-25", QTime(11, 30));
    QStringList times;
    const orders::TodaysOrders found = today();
    for (const orders::GlancedOrder &one : found.dueToday.first)
        times.append(one.order.promisedTime ? one.order.promisedTime->toString(QStringLiteral("H:mm")) : QString());
    QCOMPARE(times, QStringList({QStringLiteral("11:30"), QStringLiteral("17:00"), QString()}));
}

void TestTodaysOrders::tomorrowMorningIsBeforeNoon()
{
    book("2026-11-26", QTime(12, 0));
    book("2026-11-26");
    book("2026-11-27", QTime(9, 0));
    QCOMPARE(today().piecesDueTomorrow, 0);
    const OrderId two = book("2026-11-26", QTime(11, 59), 2);
    book("2026-11-26", QTime(9, 0));
    QCOMPARE(today().piecesDueTomorrow, 3);
    QCOMPARE(today().firstDueTomorrow, std::optional(QTime(9, 0)));
    QCOMPARE(list(OpenOrderFilter::DueTomorrowMorning).size(), 2);
    QVERIFY(await(m_shop->orders.moveStage(m_shop->pieceIds(two)[0], orders::Stage::Ready)));
    QCOMPARE(today().piecesDueTomorrow, 2);
}

void TestTodaysOrders::longReadyIsMoreThanNinetyDays()
{
    const OrderId order = book("2026-11-27");
    QVERIFY(await(m_shop->orders.complete(order)));
    m_shop->shop.clock.advanceDays(orders::readyLongDays);
    QCOMPARE(today().readyLong, 0);
    m_shop->shop.clock.advanceDays(1);
    QCOMPARE(today().readyLong, 1);
    QCOMPARE(list(OpenOrderFilter::ReadyLong).size(), 1);
    QCOMPARE(today().ready.count, 1);
}

void TestTodaysOrders::waitingStandsOnceForEachOrder()
{
    const OrderId order = book("2026-11-28", {}, 2);
    hold(m_shop->pieceIds(order)[0], R"({"question": "vents?", "since": 1795341600000})");
    hold(m_shop->pieceIds(order)[1], R"({"question": "own cloth", "since": 1795000000000})");
    const orders::OrderGlance waiting = today().waiting;
    QCOMPARE(waiting.count, 1);
    QCOMPARE(waiting.first.size(), size_t(1));
    QCOMPARE(waiting.first[0].question, QStringLiteral("own cloth")); // the longest
    QCOMPARE(waiting.first[0].piece, QStringLiteral("Trousers"));
    QCOMPARE(waiting.first[0].order.since, std::optional(Instant(1795000000000)));
}

void TestTodaysOrders::theLineSaysWhichPiece()
{
    const OrderId order = book("2026-11-25", {}, 3);
    orders::GlancedOrder line = today().dueToday.first[0];
    QCOMPARE(line.piece, QStringLiteral("Jacket, navy"));
    QCOMPARE(line.others, 2);
    QCOMPARE(line.order.clientName, QStringLiteral("Ngozi Okafor"));
    QVERIFY(await(m_shop->orders.cancelPiece(m_shop->pieceIds(order)[0], QStringLiteral("changed her mind"))));
    line = today().dueToday.first[0];
    QCOMPARE(line.piece, QStringLiteral("Trousers"));
    QCOMPARE(line.others, 1);
}

void TestTodaysOrders::aShopThatHasNotBegunSaysSo()
{
    QVERIFY(!today().anyBooked);
    QVERIFY(today().isYoung);
    const OrderId order = book("2026-11-25");
    QVERIFY(await(m_shop->orders.complete(order)));
    QVERIFY(
        await(m_shop->orders.handOver({order, m_shop->pieceIds(order), {}, true, {}, QStringLiteral("pays later")})));
    QVERIFY(today().anyBooked);
    QVERIFY(today().isYoung);
    m_shop->shop.clock.advanceDays(14);
    QVERIFY(!today().isYoung);
}

void TestTodaysOrders::whoSeesOnlyTheirPiecesHasNoSuchDay()
{
    const auto cutter = m_shop->hire("member", "cutter");
    const orders::OrderService theirs(*cutter.session, *cutter.door);
    QCOMPARE(refusal(theirs.today(5)), QStringLiteral("access.refused orders:read"));
}

QTEST_GUILESS_MAIN(TestTodaysOrders)
#include "tst_todays_orders.moc"
