// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/changes/media_register.h"
#include "core/finance/checkout_service.h"
#include "core/finance/till_service.h"
#include "core/orders/client_photos.h"
#include "tests/core/orders/order_shop.h"

#include <QTest>

using namespace thimblely;
using namespace thimblely::test;
using namespace thimblely::orders;

//! Pictures of what leaves the shop and of the slip that money was paid out for stay with what they are of.
class TestCustodyPhotos : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_shop = std::make_unique<OrderShop>(); }
    void cleanup()
    {
        QCOMPARE(m_shop->problems(), QStringList());
        m_shop.reset();
    }

    void whatLeavesIsPicturedWithItsPieces()
    {
        PieceDraft jacket = OrderShop::piece("Jacket", 0);
        jacket.photos = {picture('a')};
        const OrderId id = m_shop->book({jacket, OrderShop::piece("Tie", 0)});
        const auto pieces = m_shop->pieceIds(id);
        QVERIFY(await(m_shop->orders.complete(id)));
        HandOver leaving = withTicket({id, {pieces[0]}});
        leaving.photos = {picture('b'), picture('c')};
        QVERIFY(await(m_shop->orders.handOver(leaving)));
        const OrderDetail order = m_shop->orders.load(id).value();
        QCOMPARE(order.pieces[0].leftPhotos, leaving.photos);
        QCOMPARE(order.pieces[0].facts.photos, jacket.photos); // as it came in
        QVERIFY(order.pieces[1].leftPhotos.empty());
        QVERIFY(await(m_shop->shop.door->undo()));
        QVERIFY(m_shop->orders.load(id)->pieces[0].leftPhotos.empty());
    }

    //! On the card of the client: what came in and what left, of the newest order first.
    void aClientsPhotosAreThoseOfTheirPieces()
    {
        PieceDraft jacket = OrderShop::piece("Jacket", 0);
        jacket.photos = {picture('a'), picture('b')};
        const OrderId first = m_shop->book({jacket});
        PieceDraft coat = OrderShop::piece("Coat", 0);
        coat.photos = {picture('c'), picture('a')}; // the same picture is shown once
        m_shop->book({coat});
        OrderDraft nobodys = m_shop->order({OrderShop::piece("Tie", 0)});
        nobodys.client.reset();
        nobodys.pieces[0].photos = {picture('d')};
        QVERIFY(await(m_shop->orders.book(nobodys)));
        QVERIFY(await(m_shop->orders.complete(first)));
        HandOver leaving = withTicket({first});
        leaving.photos = {picture('e')};
        QVERIFY(await(m_shop->orders.handOver(leaving)));

        access::Session &session = *m_shop->shop.session;
        QCOMPARE(photosOfClient(session, m_shop->client, 8).value(),
                 (std::vector{picture('c'), picture('a'), picture('b'), picture('e')}));
        QCOMPARE(photosOfClient(session, m_shop->client, 2)->size(), size_t(2));
        const auto stitcher = m_shop->hire("member", "stitcher");
        QVERIFY(!photosOfClient(*stitcher.session, m_shop->client, 8));
    }

    void moneyPaidOutKeepsItsSlip()
    {
        finance::TillService till(*m_shop->shop.session, *m_shop->shop.door);
        QVERIFY(await(till.open(naira(1'000))));
        const auto paid =
            await(till.move({finance::TillEntryKind::PaidOut, naira(200), QStringLiteral("Thread"), picture('d')}));
        QVERIFY(paid);
        QCOMPARE(m_shop->number("SELECT count(*) FROM transactions WHERE receipt_media = CAST('dddddddddddddddddddddddd"
                                "dddddddd' AS BLOB)"),
                 1);
        QCOMPARE(changes::MediaRegister::find(m_shop->shop.session->reader(), QByteArray(32, 'd')).value(),
                 std::optional(picture('d')));
    }

private:
    static changes::Media picture(char name) { return {QByteArray(32, name), "image/jpeg", 9, "thumb"}; }

    std::unique_ptr<OrderShop> m_shop;
};

QTEST_GUILESS_MAIN(TestCustodyPhotos)
#include "tst_custody_photos.moc"
