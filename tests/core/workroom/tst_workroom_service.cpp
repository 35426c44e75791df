// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/calendar/calendar_service.h"
#include "core/calendar/fitting_service.h"
#include "core/orders/day_plan.h"
#include "core/orders/hold_service.h"
#include "core/workroom/workroom_service.h"
#include "core/workspaces/settings.h"
#include "tests/core/orders/order_shop.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

#include <set>

using namespace thimblely;
using namespace thimblely::test;
using namespace thimblely::workroom;
using orders::Stage;

constexpr qint64 minute = 60'000;

class TestWorkroomService : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theBoardHoldsEveryPieceOnce()
    {
        OrderShop shop;
        WorkroomService room(*shop.shop.session, *shop.shop.door);
        shop.book({OrderShop::piece("Jacket", 1'000), alteration("Trousers")});
        const OrderId done = shop.book({OrderShop::piece("Shirt", 1'000)});
        QVERIFY(await(shop.orders.complete(done)));
        const auto board = room.board({}, 50);
        QVERIFY2(board, qPrintable(refusal(board)));
        QCOMPARE(piecesOf(*board),
                 (QStringList{QStringLiteral("cut 1"), QStringLiteral("stitch 1"), QStringLiteral("fitting 0"),
                              QStringLiteral("finish 0"), QStringLiteral("ready 1")}));
        QCOMPARE(board->ordersReady, std::optional(shop.orders.today(5)->ready.count));
        QVERIFY(board->capacity > 0);
        QVERIFY(board->columns[0].minutes > 0);
        QCOMPARE(board->columns[0].first.cards[0].tag, QStringLiteral("1001-1"));
        QCOMPARE(board->columns[0].first.cards[0].who, QStringLiteral("Ngozi Okafor"));
        QVERIFY(!board->columns[0].first.next);
    }

    //! The hours of all columns are those that the plan of days counts.
    void theHoursAreThoseOfThePlan()
    {
        OrderShop shop;
        WorkroomService room(*shop.shop.session, *shop.shop.door);
        const OrderId order = shop.book({OrderShop::piece("Jacket", 1'000), alteration("Trousers")});
        QVERIFY(await(room.moveOn(shop.pieceIds(order)[0])));
        const auto list = room.list({}, 50);
        QCOMPARE(list->days.size(), size_t(1));
        const auto plan = orders::readDayPlan(*shop.shop.session, shop.shop.clock.now());
        QCOMPARE(list->days[0].minutes, plan->day(day("2026-12-04"))->due);
    }

    void oneStepAfterTheOther()
    {
        OrderShop shop;
        WorkroomService room(*shop.shop.session, *shop.shop.door);
        const OrderId order = shop.book({OrderShop::piece("Jacket", 1'000)});
        const OrderItemId piece = shop.pieceIds(order)[0];
        QStringList way;
        for (int i = 0; i < 3; ++i) {
            const auto moved = await(room.moveOn(piece));
            QVERIFY2(moved, qPrintable(refusal(moved)));
            way.append(stepOf(room, piece));
        }
        QCOMPARE(way, (QStringList{QStringLiteral("stitch"), QStringLiteral("fitting"), QStringLiteral("finish")}));
        QCOMPARE(shop.orders.load(order)->status, orders::OrderStatus::InProgress);
        // Not before it was checked.
        QCOMPARE(refusal(await(room.moveOn(piece))), QStringLiteral("work.unchecked 1001-1, 0, 8"));
        QVERIFY(await(room.pass(piece, allWell(room), QStringLiteral("Rail C4"))));
        QCOMPARE(stepOf(room, piece), QStringLiteral("ready"));
        QCOMPARE(shop.orders.load(order)->pieces[0].rack, QStringLiteral("Rail C4"));
        QCOMPARE(shop.orders.load(order)->status, orders::OrderStatus::Completed);
        QCOMPARE(refusal(await(room.moveOn(piece))), QStringLiteral("work.last_step 1001-1"));
        QVERIFY(await(room.moveBack(piece)));
        QCOMPARE(stepOf(room, piece), QStringLiteral("finish"));
        QCOMPARE(shop.problems(), QStringList());
    }

    void everyStepIsTakenBack()
    {
        OrderShop shop;
        WorkroomService room(*shop.shop.session, *shop.shop.door);
        const OrderItemId piece = shop.pieceIds(shop.book({alteration("Trousers")}))[0];
        QVERIFY(await(room.start(piece)));
        QVERIFY(await(room.moveOn(piece)));
        QCOMPARE(stepOf(room, piece), QStringLiteral("finish"));
        QVERIFY(room.card(piece)->atWork.empty()); // done is stopped too
        const auto undone = await(shop.shop.door->undo());
        QVERIFY2(undone, qPrintable(refusal(undone)));
        QCOMPARE(stepOf(room, piece), QStringLiteral("stitch"));
        QCOMPARE(room.card(piece)->atWork.size(), size_t(1));
        QVERIFY(await(room.pass(piece, allWell(room), QStringLiteral("Rail C4"))));
        QVERIFY(await(shop.shop.door->undo()));
        QCOMPARE(stepOf(room, piece), QStringLiteral("stitch"));
        QCOMPARE(room.card(piece)->checked, 0);
        QCOMPARE(room.card(piece)->rack, QString());
        QCOMPARE(shop.problems(), QStringList());
    }

    void whatWaitsIsNotWorkedOn()
    {
        OrderShop shop;
        WorkroomService room(*shop.shop.session, *shop.shop.door);
        const OrderItemId piece = shop.pieceIds(shop.book({OrderShop::piece("Suit", 1'000)}))[0];
        orders::HoldService holds(*shop.shop.door);
        QVERIFY(await(holds.ask(piece, orders::HoldReason::Client, QStringLiteral("One vent or two?"))));
        QVERIFY(room.card(piece)->isWaiting());
        for (const auto &refused : {await(room.start(piece)), await(room.moveOn(piece)), await(room.moveBack(piece))})
            QVERIFY(!refused);
        QCOMPARE(refusal(await(room.moveOn(piece))), QStringLiteral("work.waits 1001-1"));
        QVERIFY(await(holds.answer(piece, QStringLiteral("two"))));
        QVERIFY(await(room.moveOn(piece)));
    }

    void minutesAreCounted()
    {
        OrderShop shop;
        WorkroomService room(*shop.shop.session, *shop.shop.door);
        const OrderId order = shop.book({OrderShop::piece("Suit", 1'000), OrderShop::piece("Shirt", 1'000)});
        const auto pieces = shop.pieceIds(order);
        QVERIFY(await(room.start(pieces[0])));
        QCOMPARE(refusal(await(room.start(pieces[0]))), QStringLiteral("work.runs_already 1001-1"));
        shop.shop.clock.advanceMsecs(50 * minute);
        QVERIFY(await(room.start(pieces[1]))); // nobody has four hands
        QCOMPARE(room.card(pieces[0])->spent, 50);
        QVERIFY(room.card(pieces[0])->atWork.empty());
        shop.shop.clock.advanceMsecs(20 * minute);
        QVERIFY(await(room.pause(pieces[1])));
        QCOMPARE(room.card(pieces[1])->spent, 20);
        QCOMPARE(refusal(await(room.pause(pieces[1]))), QStringLiteral("work.runs_not 1001-2"));
        QVERIFY(await(room.start(pieces[0])));
        shop.shop.clock.advanceMsecs(10 * minute);
        QVERIFY(await(room.moveOn(pieces[0])));
        QCOMPARE(room.card(pieces[0])->spent, 60);
        QCOMPARE(shop.number("SELECT sum(minutes_spent) FROM order_items"), 80);
    }

    void whoHasItIsKept()
    {
        OrderShop shop;
        WorkroomService room(*shop.shop.session, *shop.shop.door);
        const auto cutter = shop.hire("member", "cutter");
        const auto stitcher = shop.hire("member", "stitcher");
        const OrderItemId piece = shop.pieceIds(shop.book({OrderShop::piece("Suit", 1'000)}))[0];
        QVERIFY(await(room.give(piece, cutter.principal.person)));
        QVERIFY(await(room.give(piece, stitcher.principal.person)));
        QVERIFY(await(room.give(piece, std::nullopt)));
        QCOMPARE(room.given(piece)->size(), size_t(3));
        QCOMPARE(room.given(piece)->front().to, QString());
        QCOMPARE(room.given(piece)->back().to, QStringLiteral("Somebody"));
        QVERIFY(await(shop.shop.door->undo()));
        QCOMPARE(room.card(piece)->given, std::optional(stitcher.principal.person));
        const auto hands = room.hands();
        const auto has = std::ranges::find(*hands, stitcher.principal.person, &Hand::person);
        QCOMPARE(has->pieces, 1);
        QVERIFY(has->minutes > 0);
        QCOMPARE(refusal(await(room.give(piece, PersonId::fromName("a stranger")))),
                 QStringLiteral("work.not_in_team"));
    }

    //! Their own pieces, without phone and price; moved up to where it is checked, and no further.
    void aCutterHasTheirOwn()
    {
        OrderShop shop;
        const OrderId order = shop.book({OrderShop::piece("Shirt", 1'000), OrderShop::piece("Coat", 1'000)});
        const auto pieces = shop.pieceIds(order);
        const auto cutter = shop.hire("member", "cutter");
        shop.assign(pieces[0], cutter.principal.person);
        WorkroomService own(*cutter.session, *cutter.door);
        const auto list = own.list({}, 50);
        QVERIFY2(list, qPrintable(refusal(list)));
        QCOMPARE(list->pieces, 1);
        QCOMPARE(list->first.cards[0].who, QStringLiteral("Ngozi Okafor"));
        QVERIFY(!list->days[0].orders);
        const auto board = own.board({}, 50);
        QVERIFY2(board, qPrintable(refusal(board)));
        QCOMPARE(board->capacity, 0);
        QCOMPARE(refusal(own.card(pieces[1])), QStringLiteral("order.piece_not_found"));
        QVERIFY(await(own.start(pieces[0])));
        QVERIFY(await(own.moveOn(pieces[0])));
        QVERIFY(await(own.moveOn(pieces[0])));
        QCOMPARE(stepOf(own, pieces[0]), QStringLiteral("finish"));
        QVERIFY(!await(own.moveOn(pieces[0])));
        QVERIFY(!await(own.pass(pieces[0], allWell(own), {})));
        QVERIFY(!await(own.give(pieces[0], std::nullopt)));
        QVERIFY(!await(own.moveOn(pieces[1])));
        QVERIFY(await(own.delay(pieces[0], QStringLiteral("no buttons"))));
        QVERIFY(await(own.note(pieces[0], QStringLiteral("left sleeve longer"))));
        QCOMPARE(own.card(pieces[0])->notes, 1);
        QCOMPARE(own.card(pieces[0])->delay, QStringLiteral("no buttons"));
        QVERIFY(!await(own.setChecklist({})));
    }

    void aFinisherChecks()
    {
        OrderShop shop;
        const OrderItemId piece = shop.pieceIds(shop.book({OrderShop::piece("Shirt", 1'000)}))[0];
        const auto finisher = shop.hire("member", "finisher");
        WorkroomService room(*finisher.session, *finisher.door);
        std::vector<CheckAnswer> found = allWell(room);
        found[3].passed = false;
        QVERIFY(await(room.check(piece, found)));
        QCOMPARE(room.card(piece)->checked, 7);
        QCOMPARE(refusal(await(room.pass(piece, {}, {}))), QStringLiteral("work.unchecked 1001-1, 7, 8"));
        QCOMPARE(refusal(await(room.sendBack(piece, found, QStringLiteral(" ")))), QStringLiteral("work.no_reason"));
        QVERIFY(await(room.sendBack(piece, found, QStringLiteral("the zip opens by itself"))));
        QCOMPARE(stepOf(room, piece), QStringLiteral("stitch"));
        QCOMPARE(room.card(piece)->notes, 1);
        const auto passed = await(room.pass(piece, {{found[3].key, true}}, QStringLiteral("A1")));
        QVERIFY2(passed, qPrintable(refusal(passed)));
        QCOMPARE(stepOf(room, piece), QStringLiteral("ready"));
        const auto answers = room.answers(piece);
        QCOMPARE(answers->front().by, std::optional(finisher.principal.person));
    }

    //! Late and today's pieces are those of the orders that Today counts.
    void lateIsWhatTodayCallsLate()
    {
        OrderShop shop;
        WorkroomService room(*shop.shop.session, *shop.shop.door);
        const auto book = [&](const char *promised, int pieces) {
            std::vector<orders::PieceDraft> drafts(size_t(pieces), OrderShop::piece("Shirt", 1'000));
            orders::OrderDraft draft = shop.order(std::move(drafts));
            draft.promisedDate = promised ? std::optional(day(promised)) : std::nullopt;
            return await(shop.orders.book(draft)).value().id;
        };
        book("2026-11-26", 2);
        const OrderId half = book("2026-11-26", 2);
        book("2026-11-27", 1);
        book("2026-11-30", 1);
        book(nullptr, 1);
        shop.shop.clock.advanceDays(2); // the 27th
        QVERIFY(await(shop.orders.moveStage(shop.pieceIds(half)[0], Stage::Ready)));
        const auto list = room.list({}, 50);
        QCOMPARE(list->days.size(), size_t(4));
        const auto today = shop.orders.today(5);
        QCOMPARE(list->days[0].late, true);
        QCOMPARE(list->days[0].pieces, 3);
        QCOMPARE(list->days[0].orders, std::optional(today->late.count));
        QCOMPARE(list->days[1].orders, std::optional(today->dueToday.count));
        QVERIFY(!list->days[3].day && !list->days[3].late);
        std::set<OrderId> late;
        for (const WorkCard &card : list->first.cards) {
            if (card.promised && *card.promised < today->day)
                late.insert(card.order);
        }
        QCOMPARE(int(late.size()), today->late.count);
    }

    void pagesFollowEachOther_data()
    {
        QTest::addColumn<bool>("board");
        QTest::newRow("a column") << true;
        QTest::newRow("the list") << false;
    }
    void pagesFollowEachOther()
    {
        QFETCH(bool, board);
        OrderShop shop;
        WorkroomService room(*shop.shop.session, *shop.shop.door);
        std::set<OrderItemId> all;
        for (int i = 0; i < 7; ++i) {
            orders::OrderDraft draft =
                shop.order({OrderShop::piece("Shirt", 1), OrderShop::piece("Shirt", 1), OrderShop::piece("Coat", 1)});
            if (i == 3)
                draft.promisedTime = QTime(10, 0);
            if (i > 4)
                draft.promisedDate.reset();
            for (const OrderItemId &piece : shop.pieceIds(await(shop.orders.book(draft)).value().id))
                all.insert(piece);
        }
        std::vector<OrderItemId> seen;
        std::optional<WorkKey> next;
        const auto take = [&](const WorkPage &page) {
            for (const WorkCard &card : page.cards)
                seen.push_back(card.id);
            next = page.next;
        };
        take(board ? room.board({}, 2)->columns[0].first : room.list({}, 2)->first);
        while (next)
            take(board ? room.column(0, {}, *next, 2).value() : room.listPage({}, *next, 2).value());
        QCOMPARE(seen.size(), all.size());
        QCOMPARE(std::set<OrderItemId>(seen.begin(), seen.end()), all);
    }

    void theFilterLeaves()
    {
        OrderShop shop;
        WorkroomService room(*shop.shop.session, *shop.shop.door);
        const auto pieces = shop.pieceIds(shop.book({OrderShop::piece("Coat", 1'000), alteration("Trousers")}));
        const PersonId me = shop.shop.principal.person;
        QVERIFY(await(room.give(pieces[0], me)));
        QCOMPARE(room.list({me}, 50)->pieces, 1);
        QCOMPARE(room.list({std::nullopt, true}, 50)->first.cards[0].id, pieces[1]);
        QCOMPARE(room.list({std::nullopt, false, orders::PieceKind::Alteration}, 50)->first.cards[0].id, pieces[1]);
        QCOMPARE(room.list({std::nullopt, false, orders::PieceKind::Redo}, 50)->pieces, 0);
    }

    void aTagNamesItsPiece_data()
    {
        QTest::addColumn<QString>("tag");
        QTest::addColumn<int>("piece"); // -1: none
        QTest::newRow("as it is read") << "1001-2" << 1;
        QTest::newRow("as a bar code") << "1001P1" << 0;
        QTest::newRow("small letters") << " 1001p2 " << 1;
        QTest::newRow("a ticket") << "1001" << -1;
        QTest::newRow("no such piece") << "1001-9" << -1;
        QTest::newRow("no such order") << "1999-1" << -1;
        QTest::newRow("no tag") << "Rail C4" << -1;
    }
    void aTagNamesItsPiece()
    {
        QFETCH(QString, tag);
        QFETCH(int, piece);
        OrderShop shop;
        const auto pieces = shop.pieceIds(shop.book({OrderShop::piece("Suit", 1), OrderShop::piece("Coat", 1)}));
        const auto found = WorkroomService(*shop.shop.session, *shop.shop.door).byTag(tag);
        QVERIFY(found);
        QCOMPARE(*found, piece < 0 ? std::nullopt : std::optional(pieces[size_t(piece)]));
    }

    void aFittingStandsOnTheCard()
    {
        OrderShop shop;
        WorkroomService room(*shop.shop.session, *shop.shop.door);
        calendar::FittingService fittings(*shop.shop.door);
        const OrderItemId piece = shop.pieceIds(shop.book({OrderShop::piece("Suit", 1)}))[0];
        const Instant at = shop.shop.clock.now().plusMsecs(3'600'000);
        QVERIFY(await(fittings.fitAgain({piece, QStringLiteral("left shoulder low")}, {at})));
        const auto card = room.card(piece);
        QCOMPARE(stepOf(room, piece), QStringLiteral("fitting"));
        QCOMPARE(card->fitting->at, at);
        QCOMPARE(card->fitting->number, 1);
        QCOMPARE(card->notes, 1);
        shop.shop.clock.advanceMsecs(90 * minute);
        QVERIFY(await(room.moveOn(piece))); // it fits: the appointment is over with it
        QVERIFY(!room.card(piece)->fitting);
        QCOMPARE(stepOf(room, piece), QStringLiteral("finish"));
        QVERIFY(await(shop.shop.door->undo()));
        QCOMPARE(room.card(piece)->fitting->at, at);
    }

    void aShopHasItsOwnSteps()
    {
        OrderShop shop;
        WorkroomService room(*shop.shop.session, *shop.shop.door);
        const OrderItemId piece = shop.pieceIds(shop.book({OrderShop::piece("Suit", 1)}))[0];
        QVERIFY(await(room.moveOn(piece)));
        QJsonArray list = Steps::usual().toJson().toArray();
        list.insert(2, QJsonObject{{QStringLiteral("key"), QStringLiteral("press")},
                                   {QStringLiteral("name"), QStringLiteral("Pressing")},
                                   {QStringLiteral("phase"), QStringLiteral("stitched")}});
        QVERIFY(await(room.setSteps(Steps::fromJson(list))));
        QVERIFY(await(room.setChecklist({})));
        QCOMPARE(room.board({}, 5)->columns.size(), size_t(6));
        QVERIFY(await(room.moveOn(piece)));
        QCOMPARE(stepOf(room, piece), QStringLiteral("press"));
        QVERIFY(await(room.moveTo(piece, QStringLiteral("finish"))));
        QVERIFY(await(room.moveOn(piece))); // nothing is checked here
        QCOMPARE(stepOf(room, piece), QStringLiteral("ready"));
        QCOMPARE(refusal(await(room.moveTo(piece, QStringLiteral("dream")))), QStringLiteral("work.no_step"));
        QCOMPARE(shop.problems(), QStringList());
    }

private:
    static orders::PieceDraft alteration(const char *name)
    {
        orders::PieceDraft piece = OrderShop::piece(name, 1'000);
        piece.kind = orders::PieceKind::Alteration;
        return piece;
    }
    static QStringList piecesOf(const WorkBoard &board)
    {
        QStringList said;
        for (const BoardColumn &column : board.columns)
            said.append(column.step.key + u' ' + QString::number(column.pieces));
        return said;
    }
    static QString stepOf(const WorkroomService &room, OrderItemId piece)
    {
        return room.steps()->at(room.card(piece)->step).key;
    }
    static std::vector<CheckAnswer> allWell(const WorkroomService &room)
    {
        std::vector<CheckAnswer> answers;
        const auto list = room.checklist();
        for (const Check &check : list->checks)
            answers.push_back({check.key, true});
        return answers;
    }
};

QTEST_GUILESS_MAIN(TestWorkroomService)
#include "tst_workroom_service.moc"
