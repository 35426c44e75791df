// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/measurements/measurement_service.h"
#include "tests/core/orders/order_shop.h"

#include <QTest>

using namespace thimblely;
using namespace thimblely::test;
using namespace thimblely::orders;

class TestOrderService : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void parksAndRemovesADraft();
    void movesAPiece();
    void refusesStages();
    void handsOver();
    void letsNothingLeaveUnpaid();
    void cancelsAPiece();
    void freezesTheMeasures();
    void undoesEveryStep();
    void clockPutBack();
    void listsOpenOrdersByPromise();
    void listsWhatIsAssigned();
    void listsAClientsOrders();
    void findsByNumber();
    void findsThePieceThatWasSaid();

private:
    static OrderDraft one(const OrderShop &shop) { return shop.order({OrderShop::piece("Jacket", 45'000)}); }
};

// From draft to collected --------------------------------------------------------------------------------------------

void TestOrderService::parksAndRemovesADraft()
{
    OrderShop shop;
    OrderDraft draft = shop.order({shop.withCloth(OrderShop::piece("Jacket", 45'000), 2000)});
    draft.promisedDate = day("2026-11-01"); // may be too early as long as it is parked
    const OrderId id = await(shop.orders.park(draft)).value();
    QCOMPARE(shop.orders.load(id)->status, OrderStatus::Draft);
    QCOMPARE(shop.orders.load(id)->number, QString());
    QCOMPARE(shop.shelf(), std::pair(qint64(10'000), qint64(0)));
    QCOMPARE(shop.orders.openOrders()->rows.size(), size_t(0));
    QCOMPARE(refusal(await(shop.orders.complete(id))), QStringLiteral("order.is_draft"));
    QCOMPARE(refusal(await(shop.orders.handOver(withTicket({id})))), QStringLiteral("order.is_draft"));
    QCOMPARE(refusal(await(shop.orders.park({}))), QString()); // nothing but the wish to come back to it

    QVERIFY(await(shop.orders.removeDraft(id)));
    QCOMPARE(refusal(shop.orders.load(id)), QStringLiteral("order.not_found"));
    QCOMPARE(refusal(await(shop.orders.removeDraft(id))), QStringLiteral("order.not_found"));
    QVERIFY(await(shop.shop.door->undo()));
    QCOMPARE(shop.orders.load(id)->pieces.size(), size_t(1));
    const OrderId booked = shop.book({OrderShop::piece("Skirt", 1)});
    QCOMPARE(refusal(await(shop.orders.removeDraft(booked))), QStringLiteral("order.not_a_draft"));
    QCOMPARE(shop.problems(), QStringList());
}

void TestOrderService::movesAPiece()
{
    OrderShop shop;
    const OrderId id = shop.book({OrderShop::piece("Jacket", 1), OrderShop::piece("Trousers", 1)});
    const auto pieces = shop.pieceIds(id);
    const auto status = [&] { return shop.orders.load(id)->status; };
    QCOMPARE(status(), OrderStatus::Pending);
    QVERIFY(await(shop.orders.moveStage(pieces[0], Stage::Measured)));
    QCOMPARE(status(), OrderStatus::Pending);
    for (const Stage stage : {Stage::Cut, Stage::Stitched, Stage::Fitting, Stage::Altered, Stage::Finished}) {
        QVERIFY(await(shop.orders.moveStage(pieces[0], stage)));
        QCOMPARE(shop.orders.load(id)->pieces[0].stage, stage);
        QCOMPARE(status(), OrderStatus::InProgress);
    }
    QVERIFY(await(shop.orders.moveStage(pieces[0], Stage::Ready)));
    QCOMPARE(status(), OrderStatus::InProgress);
    QVERIFY(shop.orders.load(id)->pieces[0].readyAt.has_value());
    QVERIFY(await(shop.orders.moveStage(pieces[1], Stage::Ready)));
    QCOMPARE(status(), OrderStatus::Completed);
    QVERIFY(await(shop.orders.moveStage(pieces[1], Stage::Fitting))); // a seam came loose
    QCOMPARE(status(), OrderStatus::InProgress);
    QVERIFY(!shop.orders.load(id)->pieces[1].readyAt.has_value());
    QCOMPARE(shop.problems(), QStringList());
}

void TestOrderService::refusesStages()
{
    OrderShop shop;
    const OrderId id =
        shop.book({OrderShop::piece("Jacket", 0), OrderShop::piece("Trousers", 0), OrderShop::piece("Cap", 0)});
    const auto pieces = shop.pieceIds(id);
    QCOMPARE(refusal(await(shop.orders.moveStage(pieces[0], Stage::Collected))), QStringLiteral("order.stage 1"));
    QCOMPARE(refusal(await(shop.orders.moveStage(OrderItemId::make(shop.shop.clock), Stage::Cut))),
             QStringLiteral("order.piece_not_found"));
    QVERIFY(await(shop.orders.cancelPiece(pieces[1], QStringLiteral("no"))));
    QCOMPARE(refusal(await(shop.orders.moveStage(pieces[1], Stage::Cut))), QStringLiteral("order.piece_cancelled 2"));
    QVERIFY(await(shop.orders.moveStage(pieces[0], Stage::Ready)));
    QCOMPARE(refusal(await(shop.orders.handOver({id, {pieces[0]}}))), QStringLiteral("order.not_identified"));
    QVERIFY(await(shop.orders.handOver(withTicket({id, {pieces[0]}}))));
    QCOMPARE(refusal(await(shop.orders.moveStage(pieces[0], Stage::Cut))), QStringLiteral("order.piece_collected 1"));
    QCOMPARE(refusal(await(shop.orders.cancelPiece(pieces[0], QStringLiteral("no")))),
             QStringLiteral("order.piece_collected 1"));
    QCOMPARE(shop.problems(), QStringList());
}

void TestOrderService::handsOver()
{
    OrderShop shop;
    const OrderId id =
        shop.book({OrderShop::piece("Jacket", 0), OrderShop::piece("Trousers", 0), OrderShop::piece("Cap", 0)});
    const auto pieces = shop.pieceIds(id);
    QCOMPARE(refusal(await(shop.orders.handOver(withTicket({id})))), QStringLiteral("order.nothing_ready"));
    QVERIFY(await(shop.orders.moveStage(pieces[0], Stage::Ready)));
    QCOMPARE(refusal(await(shop.orders.handOver(withTicket({id, {pieces[0], pieces[1]}})))),
             QStringLiteral("order.piece_not_ready 2"));
    QVERIFY(shop.orders.load(id)->pieces[0].isReady());     // all or nothing
    QVERIFY(await(shop.orders.handOver(withTicket({id})))); // what is ready
    QCOMPARE(shop.orders.load(id)->pieces[0].collectedByName, QStringLiteral("Ngozi Okafor"));
    QCOMPARE(refusal(await(shop.orders.handOver(withTicket({id, {pieces[0]}})))),
             QStringLiteral("order.piece_collected 1"));
    QVERIFY(await(shop.orders.complete(id)));
    QVERIFY(await(shop.orders.cancelPiece(pieces[2], QStringLiteral("no"))));
    QCOMPARE(refusal(await(shop.orders.handOver(withTicket({id, {pieces[2]}})))),
             QStringLiteral("order.piece_cancelled 3"));
    const OrderId other = shop.book({OrderShop::piece("Skirt", 0)});
    QVERIFY(await(shop.orders.complete(other)));
    QCOMPARE(refusal(await(shop.orders.handOver(withTicket({id, shop.pieceIds(other)})))),
             QStringLiteral("order.nothing_ready"));
    QCOMPARE(shop.orders.openOrders()->rows.size(), size_t(2));
    QVERIFY(await(shop.orders.handOver(withTicket({id}))));
    QCOMPARE(shop.orders.openOrders()->rows.size(), size_t(1));
    QCOMPARE(shop.problems(), QStringList());
}

//! What stays in the shop must be worth what is owed; beyond that it takes somebody who may say so.
void TestOrderService::letsNothingLeaveUnpaid()
{
    OrderShop shop;
    const OrderId id = shop.book({OrderShop::piece("Jacket", 45'000), OrderShop::piece("Trousers", 0)});
    QVERIFY(await(shop.orders.complete(id)));
    const auto pieces = shop.pieceIds(id);
    const auto counter = shop.hire("member", "counter");
    OrderService service(*counter.session, *counter.door);
    QCOMPARE(refusal(await(service.handOver(withTicket({id})))),
             QStringLiteral("access.refused orders:release_unpaid"));
    QVERIFY(shop.orders.load(id)->pieces[1].isReady());
    QVERIFY(await(service.handOver(withTicket({id, {pieces[1]}})))); // the jacket that stays is worth it
    HandOver all = withTicket({id});
    all.unpaidReason = QStringLiteral("old client");
    QVERIFY(await(shop.orders.handOver(all)));
    QCOMPARE(shop.number("SELECT count(*) FROM orders WHERE released_unpaid_reason = 'old client'"
                         " AND released_unpaid_by IS NOT NULL"),
             qint64(1));
    QCOMPARE(shop.problems(), QStringList());
}

void TestOrderService::cancelsAPiece()
{
    OrderShop shop;
    const OrderId id =
        shop.book({shop.withCloth(OrderShop::piece("Jacket", 45'000), 2750), OrderShop::piece("Cap", 2'000)});
    const auto pieces = shop.pieceIds(id);
    QCOMPARE(refusal(await(shop.orders.cancelPiece(pieces[0], QStringLiteral(" ")))),
             QStringLiteral("order.no_reason 1"));
    QVERIFY(await(shop.orders.cancelPiece(pieces[0], QStringLiteral("too dear"))));
    QCOMPARE(shop.shelf(), std::pair(qint64(10'000), qint64(0)));
    QCOMPARE(shop.orders.load(id)->pieces[0].cancelledReason, QStringLiteral("too dear"));
    QCOMPARE(shop.orders.load(id)->sums->total, naira(2'000));
    QCOMPARE(refusal(await(shop.orders.cancelPiece(pieces[0], QStringLiteral("again")))),
             QStringLiteral("order.piece_cancelled 1"));
    QCOMPARE(shop.problems(), QStringList());
    QVERIFY(await(shop.orders.cancelPiece(pieces[1], QStringLiteral("too"))));
    QCOMPARE(shop.orders.load(id)->status, OrderStatus::Cancelled);
    QCOMPARE(shop.orders.openOrders()->rows.size(), size_t(0));
    QCOMPARE(refusal(await(shop.orders.complete(id))), QStringLiteral("order.done_already 1001"));

    QVERIFY(await(shop.shop.door->undo()));
    QVERIFY(await(shop.shop.door->undo()));
    QCOMPARE(shop.orders.load(id)->sums->total, naira(47'000));
    QVERIFY(!shop.orders.load(id)->pieces[0].isCancelled());
    QCOMPARE(shop.orders.load(id)->pieces[0].cancelledReason, QString());
    QCOMPARE(shop.shelf(), std::pair(qint64(10'000), qint64(2750)));
    QVERIFY(await(shop.shop.door->redo()));
    QVERIFY(shop.orders.load(id)->pieces[0].isCancelled());
    QCOMPARE(shop.shelf(), std::pair(qint64(10'000), qint64(0)));
    QCOMPARE(shop.problems(), QStringList());
}

void TestOrderService::freezesTheMeasures()
{
    OrderShop shop;
    MeasurementService tape(*shop.shop.session, *shop.shop.door);
    const auto waist = MeasuredValue::parse(QStringLiteral("waist_circ"), Side::Both, u"82,3", LengthUnit::Centimetre);
    const auto set = await(tape.save({shop.client, std::nullopt, SetKind::Body, {*waist}})).value();
    PieceDraft jacket = OrderShop::piece("Jacket", 1);
    jacket.measurementSet = set;
    const OrderId id = shop.book({jacket, jacket});
    const auto pieces = shop.pieceIds(id);
    QVERIFY(await(shop.orders.moveStage(pieces[0], Stage::Measured)));
    QVERIFY(!shop.orders.load(id)->pieces[0].measuresFrozen);
    QVERIFY(await(shop.orders.moveStage(pieces[0], Stage::Cut)));
    QVERIFY(shop.orders.load(id)->pieces[0].measuresFrozen);
    QVERIFY(!shop.orders.load(id)->pieces[1].measuresFrozen);
    QVERIFY(await(shop.orders.complete(id)));
    QVERIFY(shop.orders.load(id)->pieces[1].measuresFrozen);
    QCOMPARE(shop.number("SELECT count(*) FROM order_items"
                         " WHERE measurement_snapshot ->> '$.measurements.waist_circ.text' = '82,3'"),
             qint64(2));
    QCOMPARE(shop.problems(), QStringList());
}

//! The piece's log (a ledger) is taken back by its opposite, and put back by the opposite of that.
void TestOrderService::undoesEveryStep()
{
    OrderShop shop;
    const OrderId id = shop.book({shop.withCloth(OrderShop::piece("Jacket", 0), 2000)});
    const OrderItemId piece = shop.pieceIds(id)[0];
    const std::vector<Stage> way = {Stage::Measured, Stage::Cut, Stage::Fitting, Stage::Ready};
    for (const Stage stage : way)
        QVERIFY(await(shop.orders.moveStage(piece, stage)));
    QVERIFY(await(shop.orders.handOver(withTicket({id}))));
    const auto stage = [&] { return shop.orders.load(id)->pieces[0].stage; };
    for (int round = 0; round < 2; ++round) {
        for (const Stage before : {Stage::Ready, Stage::Fitting, Stage::Cut, Stage::Measured, Stage::Booked}) {
            QCOMPARE(refusal(await(shop.shop.door->undo())), QString());
            QCOMPARE(stage(), before);
            QCOMPARE(shop.shelf(), before == Stage::Ready ? std::pair(qint64(8000), qint64(0))
                                                          : std::pair(qint64(10'000), qint64(2000)));
        }
        for (const Stage after : {Stage::Measured, Stage::Cut, Stage::Fitting, Stage::Ready, Stage::Collected}) {
            QCOMPARE(refusal(await(shop.shop.door->redo())), QString());
            QCOMPARE(stage(), after);
        }
        QCOMPARE(shop.shelf(), std::pair(qint64(8000), qint64(0)));
        QCOMPARE(shop.problems(), QStringList());
    }
}

void TestOrderService::clockPutBack()
{
    OrderShop shop;
    const OrderId id = shop.book({OrderShop::piece("Jacket", 0)});
    const OrderItemId piece = shop.pieceIds(id)[0];
    QVERIFY(await(shop.orders.moveStage(piece, Stage::Cut)));
    shop.shop.clock.advanceMsecs(-3'600'000);
    QVERIFY(await(shop.orders.moveStage(piece, Stage::Fitting)));
    QCOMPARE(shop.orders.load(id)->pieces[0].stage, Stage::Fitting);
    QCOMPARE(shop.problems(), QStringList());
}

// Lists --------------------------------------------------------------------------------------------------------------

void TestOrderService::listsOpenOrdersByPromise()
{
    OrderShop shop;
    const auto book = [&](const std::optional<Date> &promised) {
        OrderDraft draft = one(shop);
        draft.promisedDate = promised;
        return await(shop.orders.book(draft)).value().id;
    };
    const std::vector<OrderId> expected = [&] {
        const OrderId later = book(day("2026-12-05"));
        const OrderId none = book(std::nullopt);
        const OrderId soon = book(day("2026-11-26"));
        const OrderId noneToo = book(std::nullopt);
        const OrderId soonToo = book(day("2026-11-26"));
        return std::vector<OrderId>{none, noneToo, soon, soonToo, later};
    }();
    const OrderId gone = book(day("2026-11-27"));
    QVERIFY(await(shop.orders.complete(gone)));
    QVERIFY(await(shop.orders.handOver(withTicket({gone}))));
    for (const int limit : {1, 2, 3, 5, 50}) {
        std::vector<OrderId> seen;
        std::optional<OpenOrderKey> after;
        do {
            const auto page = shop.orders.openOrders(after, limit).value();
            QVERIFY(page.rows.size() <= size_t(limit));
            for (const OrderRow &row : page.rows)
                seen.push_back(row.id);
            after = page.next;
        } while (after);
        QVERIFY2(seen == expected, qPrintable(QString::number(limit)));
    }
    const auto row = shop.orders.openOrders({}, 1)->rows[0];
    QCOMPARE(row.title, QStringLiteral("Jacket"));
    QCOMPARE(row.clientName, QStringLiteral("Ngozi Okafor"));
    QCOMPARE(row.pieces, 1);
    QCOMPARE(row.due, std::optional(naira(45'000)));
}

//! A cutter's list of open orders failed as a whole: it asked for what a cutter may not see.
void TestOrderService::listsWhatIsAssigned()
{
    OrderShop shop;
    const auto book = [&](const std::optional<Date> &promised) {
        OrderDraft draft = shop.order({OrderShop::piece("Jacket", 45'000), OrderShop::piece("Skirt", 9'000)});
        draft.promisedDate = promised;
        draft.paperTicketNumber = QStringLiteral("77");
        return await(shop.orders.book(draft)).value().id;
    };
    const auto cutter = shop.hire("member", "cutter");
    const OrderService theirs(*cutter.session, *cutter.door);
    QCOMPARE(theirs.openOrders()->rows.size(), size_t(0));
    const OrderId later = book(day("2026-12-05"));
    const OrderId none = book(std::nullopt);
    const OrderId soon = book(day("2026-11-26"));
    const OrderId others = book(day("2026-11-26"));
    const OrderId gone = book(day("2026-11-27"));
    for (const OrderId &order : {later, none, soon, gone})
        shop.assign(shop.orders.load(order)->pieces[0].id, cutter.principal.person);
    QVERIFY(await(shop.orders.complete(gone)));
    QVERIFY(await(shop.orders.handOver(withTicket({gone}))));
    for (const int limit : {1, 2, 50}) {
        std::vector<OrderId> seen;
        std::optional<OpenOrderKey> after;
        do {
            const auto page = theirs.openOrders(after, limit).value();
            for (const OrderRow &row : page.rows) {
                seen.push_back(row.id);
                QCOMPARE(row.title, QStringLiteral("Jacket")); // of two, the one that is theirs
                QVERIFY(row.clientName.isEmpty() && !row.due && !row.number.isEmpty());
            }
            after = page.next;
        } while (after);
        QCOMPARE(seen, (std::vector<OrderId>{none, soon, later}));
    }
    const QString number = shop.orders.load(soon)->number;
    QCOMPARE(theirs.byNumber(number).value(), std::optional(soon));
    QCOMPARE(theirs.byNumber(shop.orders.load(others)->number).value(), std::optional<OrderId>());
    QCOMPARE(theirs.byNumber(QStringLiteral("77")).value(), std::optional<OrderId>());
    const auto found = theirs.search(number, QLocale::c(), 10);
    QVERIFY2(found, found ? "" : qPrintable(describe(found.error())));
    QCOMPARE(found->size(), size_t(1));
    QCOMPARE(found->front().id, soon);
}

void TestOrderService::findsThePieceThatWasSaid()
{
    OrderShop shop;
    const auto coloured = [](const char *name, const char *colour) {
        PieceDraft piece = OrderShop::piece(name, 1);
        piece.colour = QString::fromLatin1(colour);
        return piece;
    };
    const OrderId wanted = shop.book({coloured("Jacket", "grey"), coloured("Trousers", "navy")});
    const OrderId mixed = shop.book({coloured("Dress", "navy"), coloured("Trousers", "black")});
    for (const char *typed : {"navy trousers", "trousers navy", "nav trou"}) {
        const auto found = shop.orders.search(QString::fromLatin1(typed), QLocale::c(), 10).value();
        QCOMPARE(found.size(), size_t(2));
        QCOMPARE(found[0].id, wanted); // older, but one piece is both
        QCOMPARE(found[1].id, mixed);
    }
}

void TestOrderService::listsAClientsOrders()
{
    OrderShop shop;
    std::vector<OrderId> expected;
    for (int i = 0; i < 7; ++i) {
        expected.insert(expected.begin(), shop.book({OrderShop::piece("Jacket", 1)}));
        if (i % 2 == 1)
            shop.shop.clock.advanceDays(1);
    }
    for (const int limit : {1, 2, 3, 50}) {
        std::vector<OrderId> seen;
        std::optional<ClientOrderKey> after;
        do {
            const auto page = shop.orders.ofClient(shop.client, after, limit).value();
            for (const OrderRow &row : page.rows)
                seen.push_back(row.id);
            after = page.next;
        } while (after);
        QVERIFY2(seen == expected, qPrintable(QString::number(limit)));
    }
}

void TestOrderService::findsByNumber()
{
    OrderShop shop;
    OrderDraft draft = one(shop);
    draft.paperTicketNumber = QStringLiteral("B 77");
    const OrderId id = await(shop.orders.book(draft)).value().id;
    for (const char *typed : {"1001", " 1001 ", "1001-1", "1001P1", "1001p1", "B 77"})
        QVERIFY2(shop.orders.byNumber(QString::fromLatin1(typed)).value() == id, typed);
    for (const char *typed : {"", "100", "10011", "B", "%", "1001-", "' OR 1=1"})
        QVERIFY2(!shop.orders.byNumber(QString::fromLatin1(typed)).value(), typed);
}

QTEST_GUILESS_MAIN(TestOrderService)
#include "tst_order_service.moc"
