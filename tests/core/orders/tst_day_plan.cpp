// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/orders/day_plan.h"
#include "core/orders/work_minutes.h"
#include "core/workspaces/hours_service.h"
#include "tests/core/orders/order_shop.h"

#include <QTest>

using namespace thimblely;
using namespace thimblely::orders;
using test::await;
using test::day;
using test::OrderShop;

//! What can be promised follows from who works, from what is promised, and from what has to come first.
class TestDayPlan : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_shop = std::make_unique<OrderShop>(); }
    void cleanup() { m_shop.reset(); }

    void whatWorkTakes_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("garment");
        QTest::addColumn<QList<int>>("tasks");
        QTest::addColumn<int>("minutes");
        const auto row = [](const char *name, PieceKind kind, const char *garment, QList<int> tasks, int minutes) {
            QTest::newRow(name) << int(kind) << QString::fromLatin1(garment) << tasks << minutes;
        };
        row("made, nothing said", PieceKind::Make, "jacket", {}, 18 * 60);
        row("made, of no known kind", PieceKind::Make, "cape", {}, 6 * 60);
        row("made, with a small task", PieceKind::Make, "shirt", {15}, 5 * 60 + 15);
        row("made, the making is a task", PieceKind::Make, "shirt", {180, 20}, 200);
        row("altered by the price list", PieceKind::Alteration, "trousers", {20, 25}, 45);
        row("altered, a task without minutes", PieceKind::Alteration, "trousers", {20, 0}, 50);
        row("altered, nothing said", PieceKind::Alteration, "trousers", {}, 30);
        row("done again", PieceKind::Redo, "trousers", {}, 60);
        row("sold", PieceKind::ReadyMade, "shirt", {}, 0);
        row("cloth", PieceKind::Fabric, "", {}, 0);
    }
    void whatWorkTakes()
    {
        QFETCH(int, kind);
        QFETCH(QString, garment);
        QFETCH(QList<int>, tasks);
        PieceDraft piece;
        piece.kind = PieceKind(kind);
        piece.garmentType = garment;
        for (const int minutes : tasks) {
            Task task;
            task.name = QStringLiteral("Task");
            task.minutes = minutes;
            piece.tasks.push_back(task);
        }
        QTEST(minutesOf(piece), "minutes");
    }

    void whatIsLeftShrinksToNothing()
    {
        int before = 600;
        for (int stage = 0; stage < 9; ++stage) {
            const int left = minutesLeft(600, Stage(stage));
            QVERIFY(left <= before);
            before = left;
        }
        QCOMPARE(minutesLeft(600, Stage::Booked), 600);
        QCOMPARE(minutesLeft(600, Stage::Ready), 0);
        QVERIFY(minutesLeft(1, Stage::Finished) > 0);
    }

    //! Work due later has to be done as well: Monday is not free where all of Tuesday's hours are needed on it.
    void aDayHasTheLeastThatIsLeftLater()
    {
        const DayPlan plan = plainPlan({{540, 0}, {540, 0}, {540, 1'200}, {540, 0}});
        QCOMPARE(frees(plan), (QList<int>{420, 420, 420, 960}));
        const DayPlan over = plainPlan({{540, 700}, {540, 0}});
        QCOMPARE(frees(over), (QList<int>{0, 380}));
        QCOMPARE(frees(plainPlan({{540, 0}, {540, 0}}, 600)), (QList<int>{0, 480})); // what is late comes first
    }

    void theEarliestDaySaysWhatHoldsIt()
    {
        PlannedWork work{60, 60};
        QCOMPARE(*plainPlan({{540, 0}, {540, 0}}).earliest(work), (HonestDay{day("2026-11-25"), DayLimit::None}));
        QCOMPARE(*plainPlan({{540, 540}, {540, 0}}).earliest(work), (HonestDay{day("2026-11-26"), DayLimit::Full}));
        QCOMPARE(*plainPlan({{540, 540}, {0, 0}, {540, 0}}).earliest(work),
                 (HonestDay{day("2026-11-27"), DayLimit::Full})); // closed on the way
        QCOMPARE(*plainPlan({{0, 0}, {540, 0}}).earliest(work), (HonestDay{day("2026-11-26"), DayLimit::Closed}));
        work = {1'000, 1'000};
        QCOMPARE(*plainPlan({{540, 0}, {540, 0}}).earliest(work), (HonestDay{day("2026-11-26"), DayLimit::Hand}));
        work.clothFrom = day("2026-11-27");
        QCOMPARE(*plainPlan({{540, 0}, {540, 0}, {540, 0}, {540, 0}}).earliest(work),
                 (HonestDay{day("2026-11-28"), DayLimit::Cloth}));
        QVERIFY(!plainPlan({{540, 540}, {540, 540}}).earliest(work));
    }

    void fittingsNeedDaysBetweenThem()
    {
        const DayPlan plan = plainPlan(std::vector<std::pair<int, int>>(20, {540, 0}));
        PlannedWork work{60, 60, 2};
        const HonestDay earliest = *plan.earliest(work);
        QCOMPARE(earliest.limit, DayLimit::Fittings);
        const std::vector<Date> days = plan.fittingDays(earliest.date, 2);
        QCOMPARE(days.size(), size_t(2));
        QVERIFY(day("2026-11-25") < days[0]);
        QCOMPARE(days[0].daysTo(days[1]), qint64(plan.fittingRules().between));
        QCOMPARE(days[1].daysTo(earliest.date), qint64(plan.fittingRules().before));
        QVERIFY(plan.fittingDays(earliest.date.plusDays(-1), 2).size() < 2); // a day earlier there is no time for both
    }

    void nobodyIsFittedOnAClosedDay()
    {
        // Wed 25 to Sun 6; closed on Thu 3 and Wed 2.
        std::vector<std::pair<int, int>> days(12, {540, 0});
        days[8] = days[7] = {0, 0};
        const std::vector<Date> fittings = plainPlan(days).fittingDays(day("2026-12-05"), 1);
        QCOMPARE(fittings.at(0), day("2026-12-01")); // the second working day before it
    }

    void isReadFromTheFile()
    {
        setHours(QStringLiteral("Mon-Fri 9-18"), {{day("2026-11-27"), day("2026-11-27"), QStringLiteral("Eid")}});
        m_shop->orders.book(m_shop->order({})); // refused, and no load
        OrderDraft draft = m_shop->order({OrderShop::piece("Shirt", 100), OrderShop::piece("Tie", 1)});
        draft.pieces[1].kind = PieceKind::ReadyMade;
        draft.promisedDate = day("2026-11-30");
        const OrderId id = await(m_shop->orders.book(draft)).value().id;
        OrderDraft late = m_shop->order({OrderShop::piece("Trousers", 100)});
        late.promisedDate = day("2026-11-25");
        QVERIFY(await(m_shop->orders.book(late)));

        DayPlan plan = read();
        QCOMPARE(plan.days().front().capacity, 8 * 60); // it is ten
        QCOMPARE(plan.days().front().due, 6 * 60);
        QCOMPARE(plan.day(day("2026-11-26"))->capacity, 9 * 60);
        QCOMPARE(plan.day(day("2026-11-27"))->closed, std::optional(QStringLiteral("Eid")));
        QCOMPARE(plan.day(day("2026-11-28"))->closed, std::optional(QString()));
        QCOMPARE(plan.day(day("2026-11-30"))->due, 5 * 60);
        QCOMPARE(plan.day(day("2026-11-30"))->pieces, 2);
        QCOMPARE(plan.day(day("2026-11-26"))->free, (8 + 9 - 6) * 60);

        QVERIFY(await(m_shop->orders.moveStage(m_shop->pieceIds(id)[0], Stage::Stitched)));
        QCOMPARE(read().day(day("2026-11-30"))->due, 2 * 60);
        QVERIFY(await(m_shop->orders.complete(id)));
        QCOMPARE(read().day(day("2026-11-30"))->due, 0);
        QCOMPARE(read().day(day("2026-11-30"))->pieces, 2); // not fetched yet
        QVERIFY(await(m_shop->orders.handOver(test::withTicket({id}))));
        QCOMPARE(read().day(day("2026-11-30"))->pieces, 0);

        m_shop->shop.clock.advanceDays(1);
        plan = read();
        QCOMPARE(plan.overdue(), 6 * 60);
        QCOMPARE(plan.day(day("2026-11-25")), nullptr);
    }

    //! Two who sew do twice as much; who has hours of their own is there in these.
    void moreHandsDoMore()
    {
        setHours(QStringLiteral("Mon-Fri 9-18"));
        QCOMPARE(read().day(day("2026-11-26"))->capacity, 540);
        const auto amina = m_shop->hire("member", "stitcher");
        const auto sade = m_shop->hire("member", "cutter");
        m_shop->hire("member", "counter");
        QCOMPARE(read().day(day("2026-11-26"))->capacity, 2 * 540);
        HoursService service(*m_shop->shop.session, *m_shop->shop.door);
        ShopHours hours = service.load().value();
        for (MemberHours &person : hours.people) {
            if (person.member == access::memberId(m_shop->shop.principal.workspace, amina.principal.person))
                person.week = WorkWeek::parse(u"Thu 9-12", QLocale::c()).value();
        }
        QVERIFY(await(service.save(hours)));
        QCOMPARE(read().day(day("2026-11-26"))->capacity, 540 + 180);
        QCOMPARE(read().day(day("2026-11-26"))->hand, 540);
        QCOMPARE(read().day(day("2026-11-30"))->capacity, 540);
        QCOMPARE(service.load().value(), hours);
    }

    void whoMayNotReadOrdersHasNoPlan()
    {
        const auto stitcher = m_shop->hire("member", "stitcher");
        const auto refused = readDayPlan(*stitcher.session, m_shop->shop.clock.now());
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, ErrorKind::Forbidden);
        const auto saved =
            await(HoursService(*stitcher.session, *stitcher.door).save({WorkingHours{WorkWeek::usual({})}}));
        QVERIFY(!saved);
        QCOMPARE(saved.error().kind, ErrorKind::Forbidden);
    }

    void ofAnotherShopNothingCounts()
    {
        OrderDraft draft = m_shop->order({OrderShop::piece("Shirt", 100)});
        QVERIFY(await(m_shop->orders.book(draft)));
        const auto other = m_shop->shop.otherWorkspace(QStringLiteral("Other"));
        const DayPlan plan = readDayPlan(*other.session, m_shop->shop.clock.now()).value();
        QCOMPARE(plan.day(day("2026-12-04"))->due, 0);
        QCOMPARE(plan.day(day("2026-12-04"))->pieces, 0);
        QVERIFY(read().day(day("2026-12-04"))->due > 0);
    }

    void whatADraftNeeds()
    {
        OrderDraft draft = m_shop->order({OrderShop::piece("Suit", 100), OrderShop::piece("Shirt", 10)});
        draft.pieces[1].kind = PieceKind::Alteration;
        draft.pieces[0].clothOrder =
            ClothOrder{QStringLiteral("Vitale"), QStringLiteral("702"), {}, {}, day("2026-12-01")};
        const PlannedWork work = plannedWork(draft, day("2026-11-25"), {});
        QCOMPARE(work.minutes, 24 * 60 + 30);
        QCOMPARE(work.longest, 24 * 60);
        QCOMPARE(work.fittings, 3);
        QCOMPARE(work.fittingPiece, QStringLiteral("Suit"));
        QCOMPARE(work.clothFrom, std::optional(day("2026-12-01")));
        QCOMPARE(work.clothWhose, QStringLiteral("Vitale"));
        draft.pieces[0].clothOrder->arrived = day("2026-11-25");
        QVERIFY(!plannedWork(draft, day("2026-11-25"), {}).clothFrom);
        QCOMPARE(plannedWork(draft, day("2026-11-25"), {}, 1).minutes, 30);
    }

private:
    //! From Wednesday 25 November on: capacity and what is due of each day; no capacity: closed.
    static DayPlan plainPlan(const std::vector<std::pair<int, int>> &minutes, int overdue = 0)
    {
        std::vector<PlanDay> days;
        for (const auto &[capacity, due] : minutes) {
            PlanDay next{day("2026-11-25").plusDays(qint64(days.size())), capacity, capacity, due};
            if (capacity == 0)
                next.closed = QString();
            days.push_back(next);
        }
        return DayPlan(std::move(days), overdue, {});
    }
    static QList<int> frees(const DayPlan &plan)
    {
        QList<int> free;
        for (const PlanDay &each : plan.days())
            free.append(each.free);
        return free;
    }
    DayPlan read() const { return readDayPlan(*m_shop->shop.session, m_shop->shop.clock.now()).value(); }
    void setHours(const QString &week, const std::vector<ClosedDays> &closed = {})
    {
        HoursService service(*m_shop->shop.session, *m_shop->shop.door);
        ShopHours hours = service.load().value();
        hours.hours = {WorkWeek::parse(week, QLocale::c()).value(), closed};
        QVERIFY(await(service.save(hours)));
    }

    std::unique_ptr<OrderShop> m_shop;
};

QTEST_GUILESS_MAIN(TestDayPlan)
#include "tst_day_plan.moc"
