// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/measurements/measurement_service.h"
#include "core/orders/repeat_service.h"
#include "tests/core/orders/order_shop.h"

#include <QTest>

using namespace thimblely;
using namespace thimblely::test;
using namespace thimblely::orders;

//! The last order of a client once more, as it would be taken today.
class TestRepeatService : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_shop = std::make_unique<OrderShop>(); }

    void nothingToRepeat()
    {
        QVERIFY(!last());
        QVERIFY(await(m_shop->orders.park(m_shop->order({OrderShop::piece("Jacket", 1)}))));
        const OrderId cancelled = m_shop->book({OrderShop::piece("Coat", 1)});
        QVERIFY(await(m_shop->orders.cancelPiece(m_shop->pieceIds(cancelled)[0], QStringLiteral("no"))));
        QVERIFY(!last());
    }

    void theLastOneThatWasNotCancelled()
    {
        m_shop->book({OrderShop::piece("Jacket", 1)});
        m_shop->shop.clock.advanceMsecs(86'400'000);
        const OrderId second = m_shop->book({OrderShop::piece("Coat", 2), OrderShop::piece("Skirt", 3)});
        QVERIFY(await(m_shop->orders.cancelPiece(m_shop->pieceIds(second)[0], QStringLiteral("no"))));
        const auto repeated = last();
        QVERIFY(repeated);
        QCOMPARE(repeated->number, m_shop->orders.load(second)->number);
        QCOMPARE(repeated->pieces.size(), size_t(1));
        QCOMPARE(repeated->pieces[0].name, QStringLiteral("Skirt"));
        QVERIFY(repeated->changes.empty());
    }

    void whatWasOfThatOneOrderIsNotRepeated()
    {
        PieceDraft jacket = m_shop->withCloth(OrderShop::piece("Jacket", 45'000), 2000);
        jacket.colour = QStringLiteral("navy");
        jacket.mark = QStringLiteral("pinstripe");
        PieceDraft before = jacket;
        jacket.discount = naira(1'000);
        jacket.condition = {QStringLiteral("shine on seat")};
        PieceDraft redo = OrderShop::piece("Trousers", 0);
        redo.kind = PieceKind::Redo;
        redo.fabricSource = FabricSource::Client;
        redo.clientClothNote = QStringLiteral("grey wool");
        redo.clientCloth = Quantity(1200);
        m_shop->book({jacket, redo});
        const auto repeated = last();
        QCOMPARE(repeated->pieces[0], before);
        QCOMPARE(repeated->pieces[1].kind, PieceKind::Alteration);
        QVERIFY(!repeated->pieces[1].unitPrice && !repeated->pieces[1].fabricSource);
        QVERIFY(!repeated->pieces[1].clientCloth && repeated->pieces[1].clientClothNote.isEmpty());
    }

    void pricesAreTodays()
    {
        const InventoryItemId hem = list("Hem", inventory::ItemKind::Service, 2'000);
        const InventoryItemId gone = list("Starch", inventory::ItemKind::Service, 500);
        const InventoryItemId belt = list("Belt", inventory::ItemKind::ReadyMade, 5'000);
        QVERIFY(await(m_shop->stock.stockIn(belt, Quantity::whole(9))));
        PieceDraft trousers = OrderShop::piece("Trousers", 3'700); // 200 agreed beside the list
        trousers.tasks = {task("Hem", 2'000, hem), task("Starch", 500, gone), task("Patch", 1'000, std::nullopt)};
        PieceDraft sold = OrderShop::piece("Belt", 5'000);
        sold.kind = PieceKind::ReadyMade;
        sold.inventoryItem = belt;
        m_shop->book({trousers, trousers, sold});
        change(hem, "Hem", inventory::ItemKind::Service, 2'500);
        change(belt, "Belt", inventory::ItemKind::ReadyMade, 4'800);
        QVERIFY(await(m_shop->stock.remove(gone)));

        const auto repeated = last();
        const PieceDraft &again = repeated->pieces[0];
        QCOMPARE(again.tasks[0].price, std::optional(naira(2'500)));
        QCOMPARE(again.tasks[1].price, std::optional(naira(500)));
        QVERIFY(!again.tasks[1].service);
        QCOMPARE(again.unitPrice, std::optional(naira(4'200)));
        QCOMPARE(repeated->pieces[2].unitPrice, std::optional(naira(4'800)));
        QCOMPARE(repeated->changes, (std::vector<PriceChange>{{QStringLiteral("Hem"), naira(2'000), naira(2'500)},
                                                              {QStringLiteral("Belt"), naira(5'000), naira(4'800)}}));
        OrderDraft draft = m_shop->order(repeated->pieces);
        QVERIFY(await(m_shop->orders.book(draft)));
        QVERIFY(last()->changes.empty());
    }

    void measuresAreTodays()
    {
        MeasurementService tape(*m_shop->shop.session, *m_shop->shop.door);
        const auto measure = [&](ClientId body, QStringView text) {
            m_shop->shop.clock.advanceMsecs(1000);
            const auto waist =
                MeasuredValue::parse(QStringLiteral("waist_circ"), Side::Both, text, LengthUnit::Centimetre);
            return await(tape.save({body, std::nullopt, SetKind::Body, {*waist}})).value();
        };
        ClientDraft child;
        child.name = QStringLiteral("Ayo");
        child.phones = {{QStringLiteral("0803 555 9999")}};
        const ClientId ayo = await(m_shop->clients.add(child)).value();
        PieceDraft own = OrderShop::piece("Jacket", 1);
        own.measurementSet = measure(m_shop->client, u"82,3");
        PieceDraft ayos = OrderShop::piece("Shirt", 1);
        ayos.wearer = ayo;
        ayos.measurementSet = measure(ayo, u"60");
        m_shop->book({own, ayos});
        const auto newer = measure(m_shop->client, u"84");
        const auto repeated = last();
        QCOMPARE(repeated->pieces[0].measurementSet, std::optional(newer));
        QCOMPARE(repeated->pieces[1].measurementSet, ayos.measurementSet);
        QCOMPARE(repeated->wearerNames.value(ayo), QStringLiteral("Ayo"));
    }

    void withoutPricesNobodyRepeats()
    {
        m_shop->book({OrderShop::piece("Jacket", 1)});
        const auto stitcher = m_shop->hire("member", "stitcher");
        QCOMPARE(refusal(RepeatService(*stitcher.session, *stitcher.door).lastOf(m_shop->client)),
                 QStringLiteral("access.refused prices:read"));
    }

private:
    std::optional<RepeatedOrder> last() const
    {
        return RepeatService(*m_shop->shop.session, *m_shop->shop.door).lastOf(m_shop->client).value();
    }
    static Task task(const char *name, qint64 price, std::optional<InventoryItemId> service)
    {
        Task task;
        task.name = QString::fromLatin1(name);
        task.price = naira(price);
        task.service = service;
        return task;
    }
    static inventory::ItemDraft item(const char *name, inventory::ItemKind kind, qint64 price)
    {
        inventory::ItemDraft item;
        item.kind = kind;
        item.name = QString::fromLatin1(name);
        item.unit = QStringLiteral("pcs");
        item.sellingPrice = naira(price);
        return item;
    }
    InventoryItemId list(const char *name, inventory::ItemKind kind, qint64 price)
    {
        return await(m_shop->stock.add(item(name, kind, price))).value();
    }
    void change(InventoryItemId id, const char *name, inventory::ItemKind kind, qint64 price)
    {
        QVERIFY(await(m_shop->stock.edit(id, item(name, kind, price))));
    }

    std::unique_ptr<OrderShop> m_shop;
};

QTEST_GUILESS_MAIN(TestRepeatService)
#include "tst_repeat_service.moc"
