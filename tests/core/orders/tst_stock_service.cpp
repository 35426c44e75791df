// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/inventory/stock_codes.h"
#include "core/inventory/stock_service.h"
#include "core/orders/cloth_use.h"
#include "tests/core/orders/order_shop.h"

#include <QTest>

using namespace thimblely;
using namespace thimblely::test;
using namespace thimblely::inventory;

namespace {

using Step = std::function<QString(StockService &, InventoryItemId)>;

constexpr qint64 metres = 1000;

Step receive(qint64 milli)
{
    return [=](StockService &stock, InventoryItemId roll) {
        return refusal(await(stock.receive(roll, {Quantity(milli)})));
    };
}
Step use(qint64 milli)
{
    return [=](StockService &stock, InventoryItemId roll) {
        return refusal(await(stock.use(roll, Quantity(milli), QStringLiteral("sample"))));
    };
}
Step waste(qint64 milli)
{
    return [=](StockService &stock, InventoryItemId roll) {
        return refusal(await(stock.waste(roll, Quantity(milli), WasteReason::Moth, {})));
    };
}
Step giveBack(qint64 milli, bool toSupplier)
{
    return [=](StockService &stock, InventoryItemId roll) {
        return refusal(await(stock.giveBack(roll, Quantity(milli), toSupplier, {})));
    };
}
Step remnant(qint64 milli, RemnantTo to)
{
    return [=](StockService &stock, InventoryItemId roll) {
        return refusal(await(stock.keepRemnant(roll, {Quantity(milli), to})));
    };
}
Step reserve(qint64 milli, const char *whom = "Mrs Bello")
{
    return [=](StockService &stock, InventoryItemId roll) {
        return refusal(await(stock.reserve(roll, Quantity(milli), QString::fromLatin1(whom))));
    };
}
Step release(qint64 milli)
{
    return [=](StockService &stock, InventoryItemId roll) {
        return refusal(await(stock.release(roll, Quantity(milli), {})));
    };
}

} // namespace

//! What people do to stock with their hands, and what of it is refused.
class TestStockService : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // One file for all, which takes a while to make; each test has a roll of its own.
    void initTestCase()
    {
        m_shop = std::make_unique<OrderShop>();
        m_stock = std::make_unique<StockService>(*m_shop->shop.session, *m_shop->shop.door);
        m_uses = std::make_unique<orders::ClothUseService>(*m_shop->shop.session, *m_shop->shop.door);
    }
    void init() { m_roll = addRoll("Navy wool", "", 10'000); }
    void cleanupTestCase()
    {
        QCOMPARE(m_shop->problems(), QStringList());
        m_uses.reset();
        m_stock.reset();
        m_shop.reset();
    }

    //! Of ten metres four are promised to a jacket, one is put aside by hand.
    void eachMoveHasItsRule_data()
    {
        QTest::addColumn<Step>("step");
        QTest::addColumn<QString>("refused");
        QTest::addColumn<qint64>("stock");
        QTest::addColumn<qint64>("reserved");
        const auto row = [](const char *name, const Step &step, const char *refused, qint64 stock = 10 * metres,
                            qint64 reserved = 5 * metres) {
            QTest::newRow(name) << step << QString::fromUtf8(refused) << stock << reserved;
        };
        row("comes in", receive(2'500), "", 12'500);
        row("nothing comes in", receive(0), "inventory.no_quantity");
        row("less than nothing comes in", receive(-1), "inventory.no_quantity");
        row("is used", use(5'000), "", 5'000);
        row("what is promised is not used", use(5'001), "inventory.not_free 5\u00a0m, 5\u00a0m");
        row("nothing is used", use(0), "inventory.no_quantity");
        row("moth eats what is promised too", waste(6'000), "", 4'000);
        row("moth eats no more than there is", waste(10'001), "inventory.less_than_nothing 10\u00a0m");
        row("comes back", giveBack(500, false), "", 10'500);
        row("goes back to the supplier", giveBack(5'000, true), "", 5'000);
        row("what is promised does not go back", giveBack(5'001, true), "inventory.not_free 5\u00a0m, 5\u00a0m");
        row("left over, on its roll", remnant(450, RemnantTo::ThisRoll), "", 10'450);
        row("left over, by itself", remnant(450, RemnantTo::OwnPiece), "");
        row("cut off", remnant(450, RemnantTo::CutOff), "", 9'550);
        row("what is promised is not cut off", remnant(5'001, RemnantTo::CutOff),
            "inventory.not_free 5\u00a0m, 5\u00a0m");
        row("is put aside", reserve(5'000), "", 10'000, 10'000);
        row("no more than is free", reserve(5'001), "inventory.not_free 5\u00a0m, 5\u00a0m");
        row("for somebody", reserve(100, " "), "inventory.for_whom");
        row("is let go", release(1'000), "", 10'000, 4'000);
        row("a piece's is not let go", release(1'001), "inventory.not_put_aside 1\u00a0m");
    }
    void eachMoveHasItsRule()
    {
        QFETCH(const Step, step);
        QFETCH(const QString, refused);
        QFETCH(const qint64, stock);
        QFETCH(const qint64, reserved);
        m_shop->book({withCloth(OrderShop::piece("Jacket", 45'000), 4'000)});
        QCOMPARE(reserve(1'000)(*m_stock, roll()), QString());
        const auto before = m_shop->shelf(roll());
        const size_t rows = m_shop->stock.movements(roll())->rows.size();
        QCOMPARE(step(*m_stock, roll()), refused);
        QCOMPARE(m_shop->shelf(roll()), std::pair(stock, reserved));
        if (!refused.isEmpty()) {
            QCOMPARE(m_shop->stock.movements(roll())->rows.size(), rows);
            return;
        }
        for (int round = 0; round < 2; ++round) {
            QCOMPARE(refusal(await(m_shop->shop.door->undo())), QString());
            QCOMPARE(m_shop->shelf(roll()), before);
            QCOMPARE(refusal(await(m_shop->shop.door->redo())), QString());
            QCOMPARE(m_shop->shelf(roll()), std::pair(stock, reserved));
        }
    }

    void everyMoveSaysWhoAndWhatThereWas()
    {
        QVERIFY(await(m_stock->receive(roll(), {.quantity = Quantity(2'000),
                                                .unitCost = naira(5'000),
                                                .supplier = QStringLiteral("Yaba Textiles"),
                                                .shelf = QStringLiteral("A2"),
                                                .note = QStringLiteral("note 77")})));
        const Movement row = m_shop->stock.movements(roll())->rows.front();
        QCOMPARE(row.type, MovementType::StockIn);
        QCOMPARE(row.previousStock, Quantity(10'000));
        QCOMPARE(row.newStock, Quantity(12'000));
        QCOMPARE(row.by, QStringLiteral("Amina Bello"));
        QCOMPARE(row.notes, QStringLiteral("Yaba Textiles, note 77"));
        QCOMPARE(row.unitCost, std::optional(naira(5'000)));
        const Item item = m_shop->stock.load(roll()).value();
        QCOMPARE(item.facts.location, QStringLiteral("A2"));
        QCOMPARE(item.facts.supplierName, QStringLiteral("Yaba Textiles"));
        QCOMPARE(item.facts.cost, std::optional(naira(5'000)));
        QVERIFY(m_stock->totals(ItemKind::FabricRoll)->value->minor() >= naira(60'000).minor());
        QVERIFY(await(m_stock->waste(roll(), Quantity(250), WasteReason::CutWrong, {})));
        QCOMPARE(m_shop->stock.movements(roll())->rows.front().reason, QStringLiteral("cut_wrong"));
    }

    void somethingNewComesIn()
    {
        ItemDraft facts;
        facts.kind = ItemKind::Trim;
        facts.name = QStringLiteral("Horn buttons");
        facts.unit = QStringLiteral("pcs");
        const auto id = await(m_stock->receiveNew(facts, {Quantity::whole(144)}));
        QVERIFY(id);
        QCOMPARE(m_shop->shelf(*id), std::pair(qint64(144'000), qint64(0)));
        QVERIFY(await(m_shop->shop.door->undo())); // one operation
        QCOMPARE(refusal(m_shop->stock.load(*id)), QStringLiteral("inventory.not_found"));
        QCOMPARE(refusal(await(m_stock->receiveNew(facts, {Quantity(0)}))), QStringLiteral("inventory.no_quantity"));
        QVERIFY(m_shop->stock.page(ItemKind::Trim)->rows.empty()); // and nothing of it stays
    }

    void aRemnantLiesByItself()
    {
        RemnantDraft draft{Quantity(1'200), RemnantTo::CutOff, QStringLiteral("Remnant of navy wool"),
                           QStringLiteral("Basket")};
        QVERIFY(await(m_stock->keepRemnant(roll(), draft)));
        QCOMPARE(m_shop->shelf(roll()), std::pair(qint64(8'800), qint64(0)));
        const auto found = m_stock->onShelf(QStringLiteral("Basket")).value();
        QCOMPARE(found.size(), size_t(1));
        QCOMPARE(found[0].stock, Quantity(1'200));
        QCOMPARE(found[0].name, draft.name);
        const Item own = m_shop->stock.load(found[0].id).value();
        QCOMPARE(own.facts.parent, std::optional(roll()));
        QVERIFY(!own.facts.minimumStock);
        QVERIFY(await(m_shop->shop.door->undo()));
        QCOMPARE(m_shop->shelf(roll()), std::pair(qint64(10'000), qint64(0)));
        QVERIFY(m_stock->onShelf(QStringLiteral("Basket"))->empty());
    }

    //! What was used since it came cannot be made never to have come.
    void whatIsUsedStaysReceived()
    {
        const auto helper = m_shop->hire("admin");
        StockService theirs(*helper.session, *helper.door);
        QVERIFY(await(m_stock->receive(roll(), {Quantity(5'000)})));
        QVERIFY(await(theirs.use(roll(), Quantity(12'000), {})));
        QCOMPARE(refusal(await(m_shop->shop.door->undo())), QStringLiteral("undo.stock_used"));
        QCOMPARE(m_shop->shelf(roll()), std::pair(qint64(3'000), qint64(0)));
        QVERIFY(await(helper.door->undo()));
        QVERIFY(await(m_shop->shop.door->undo()));
        QCOMPARE(m_shop->shelf(roll()), std::pair(qint64(10'000), qint64(0)));
    }

    // Counting

    void aShelfIsCountedAsItWasThen()
    {
        const InventoryItemId other = addRoll("Linen", "Z9", 7'000);
        const InventoryItemId third = addRoll("Kente", "Z9", 4'000);
        const Instant then = m_shop->shop.clock.now();
        m_shop->shop.clock.advanceMsecs(60'000);
        QVERIFY(await(m_stock->use(other, Quantity(2'000), {}))); // while the shelf is counted
        const CountSheet sheet{QStringLiteral("Z9"), {{other, Quantity(6'750), then}, {third, Quantity(4'000), then}}};
        const auto lines = m_stock->compare(sheet).value();
        QCOMPARE(lines[0].expected, Quantity(7'000));
        QCOMPARE(lines[0].difference(), Quantity(-250));
        QCOMPARE(lines[1].difference(), Quantity(0));
        QVERIFY(await(m_stock->count(sheet)));
        QCOMPARE(m_shop->shelf(other), std::pair(qint64(4'750), qint64(0)));
        const auto rows = m_shop->stock.movements(other)->rows;
        QCOMPARE(rows.front().type, MovementType::Count);
        QCOMPARE(rows.front().quantity, Quantity(-250));
        QCOMPARE(m_shop->stock.movements(third)->rows.size(), size_t(1)); // it agrees
        QCOMPARE(m_shop->stock.load(third)->lastCountedAt, std::optional(then));
        const auto shelves = m_stock->shelves().value();
        QCOMPARE(shelves.back().name, QStringLiteral("Z9"));
        QCOMPARE(shelves.back().items, 2);
        QCOMPARE(shelves.back().countedAt, std::optional(then));
        QVERIFY(await(m_shop->shop.door->undo())); // all of it
        QCOMPARE(m_shop->shelf(other), std::pair(qint64(5'000), qint64(0)));
        QVERIFY(!m_shop->stock.load(third)->lastCountedAt);
    }

    void aCountIsRefused_data()
    {
        QTest::addColumn<qint64>("counted");
        QTest::addColumn<bool>("any");
        QTest::addColumn<QString>("refused");
        QTest::newRow("nothing") << qint64(0) << false << QStringLiteral("inventory.nothing_counted");
        QTest::newRow("less than nothing") << qint64(-1) << true << QStringLiteral("inventory.no_quantity");
        QTest::newRow("less than was cut since")
            << qint64(1'000) << true << QStringLiteral("inventory.moved_since Roll");
        QTest::newRow("none at all, and none was cut") << qint64(8'000) << true << QString();
    }
    void aCountIsRefused()
    {
        QFETCH(const qint64, counted);
        QFETCH(const bool, any);
        QFETCH(const QString, refused);
        const InventoryItemId counts = addRoll("Roll", "A1", 9'000);
        const Instant then = m_shop->shop.clock.now();
        m_shop->shop.clock.advanceMsecs(1'000);
        QVERIFY(await(m_stock->use(counts, Quantity(8'000), {})));
        CountSheet sheet;
        if (any)
            sheet.lines.push_back({counts, Quantity(counted), then});
        QCOMPARE(refusal(await(m_stock->count(sheet))), refused);
        QCOMPARE(m_shop->shelf(counts).first, refused.isEmpty() ? 0 : 1'000);
    }

    // For pieces

    void whatIsCutForAPieceIsCutOnce()
    {
        const OrderId order = m_shop->book(
            {withCloth(OrderShop::piece("Jacket", 45'000), 3'000), withCloth(OrderShop::piece("Coat", 60'000), 4'000)});
        const auto pieces = m_shop->pieceIds(order);
        auto promised = m_uses->promisedOf(roll()).value();
        QCOMPARE(promised.size(), size_t(2));
        QCOMPARE(promised[0].tag, m_shop->orders.load(order)->number + QStringLiteral("-1"));
        QCOMPARE(promised[0].quantity, Quantity(3'000));
        QCOMPARE(promised[0].client, QStringLiteral("Ngozi Okafor"));
        QCOMPARE(refusal(await(m_uses->cut(pieces[0], Quantity(6'001), {}))),
                 QStringLiteral("inventory.not_free 6\u00a0m, 4\u00a0m"));
        QVERIFY(await(m_uses->cut(pieces[0], Quantity(3'250), {}))); // a check that had to match
        QCOMPARE(m_shop->shelf(roll()), std::pair(qint64(6'750), qint64(4'000)));
        QCOMPARE(refusal(await(m_uses->cut(pieces[0], Quantity(1'000), {}))),
                 QStringLiteral("cloth.nothing_promised %1").arg(promised[0].tag));
        QVERIFY(await(m_shop->orders.complete(order))); // books what was not cut before
        QCOMPARE(m_shop->shelf(roll()), std::pair(qint64(2'750), qint64(0)));
        const auto used = m_uses->whereUsed({pieces[1]}).value();
        QCOMPARE(used[0].name, QStringLiteral("Coat"));
        QVERIFY(await(m_shop->shop.door->undo()));
        QVERIFY(await(m_shop->shop.door->undo()));
        QCOMPARE(m_shop->shelf(roll()), std::pair(qint64(10'000), qint64(7'000)));
        QCOMPARE(m_shop->orders.load(order)->pieces[0].facts.shopCloth, std::optional(Quantity(3'000)));
    }

    //! Movements come of completing the order, once, however it is completed.
    void completingBooksOnce_data()
    {
        QTest::addColumn<QStringList>("steps");
        QTest::newRow("completed") << QStringList{QStringLiteral("complete")};
        QTest::newRow("twice") << QStringList{QStringLiteral("complete"), QStringLiteral("complete")};
        QTest::newRow("piece by piece, then all")
            << QStringList{QStringLiteral("ready 0"), QStringLiteral("complete"), QStringLiteral("ready 1")};
        QTest::newRow("undone and done again")
            << QStringList{QStringLiteral("complete"), QStringLiteral("undo"), QStringLiteral("complete")};
        QTest::newRow("redone") << QStringList{QStringLiteral("complete"), QStringLiteral("undo"),
                                               QStringLiteral("redo")};
    }
    void completingBooksOnce()
    {
        QFETCH(const QStringList, steps);
        const OrderId order = m_shop->book(
            {withCloth(OrderShop::piece("Jacket", 45'000), 3'000), withCloth(OrderShop::piece("Coat", 60'000), 4'000)});
        const auto pieces = m_shop->pieceIds(order);
        for (const QString &step : steps) {
            if (step == QLatin1String("complete"))
                (void)await(m_shop->orders.complete(order));
            else if (step == QLatin1String("undo"))
                QVERIFY(await(m_shop->shop.door->undo()));
            else if (step == QLatin1String("redo"))
                QVERIFY(await(m_shop->shop.door->redo()));
            else
                (void)await(m_shop->orders.moveStage(pieces[size_t(step.right(1).toInt())], orders::Stage::Ready));
        }
        QCOMPARE(m_shop->shelf(roll()), std::pair(qint64(3'000), qint64(0)));
    }

    // Buying

    void whatIsToBeBought_data()
    {
        QTest::addColumn<qint64>("stock");
        QTest::addColumn<qint64>("minimum");
        QTest::addColumn<qint64>("maximum"); // 0: none is said
        QTest::addColumn<qint64>("ordered");
        QTest::addColumn<qint64>("wanted"); // -1: not listed
        QTest::newRow("above its level") << qint64(12'000) << qint64(10'000) << qint64(0) << qint64(0) << qint64(-1);
        QTest::newRow("at its level") << qint64(10'000) << qint64(10'000) << qint64(0) << qint64(0) << qint64(-1);
        QTest::newRow("at its level, filled up")
            << qint64(10'000) << qint64(10'000) << qint64(40'000) << qint64(0) << qint64(30'000);
        QTest::newRow("below") << qint64(4'000) << qint64(10'000) << qint64(0) << qint64(0) << qint64(6'000);
        QTest::newRow("less what is ordered")
            << qint64(4'000) << qint64(10'000) << qint64(0) << qint64(5'000) << qint64(1'000);
        QTest::newRow("enough is ordered")
            << qint64(4'000) << qint64(10'000) << qint64(0) << qint64(9'000) << qint64(0);
        QTest::newRow("gone") << qint64(0) << qint64(10'000) << qint64(25'000) << qint64(0) << qint64(25'000);
    }
    void whatIsToBeBought()
    {
        QFETCH(const qint64, stock);
        QFETCH(const qint64, minimum);
        QFETCH(const qint64, maximum);
        QFETCH(const qint64, ordered);
        QFETCH(const qint64, wanted);
        ItemDraft facts = draft("Linen", "A1");
        facts.minimumStock = Quantity(minimum);
        if (maximum > 0)
            facts.maximumStock = Quantity(maximum);
        const InventoryItemId id = await(m_shop->stock.add(facts)).value();
        if (stock > 0)
            QVERIFY(await(m_stock->receive(id, {Quantity(stock)})));
        if (ordered > 0)
            QVERIFY(await(m_stock->order({{id, Quantity(ordered)}})));
        const auto line = purchaseOf(id);
        QCOMPARE(line.has_value(), wanted >= 0);
        if (line)
            QCOMPARE(line->wanted.milli(), wanted);
    }

    void whatIsPromisedIsMissingToo()
    {
        ItemDraft facts = m_shop->stock.load(roll())->facts;
        facts.minimumStock = Quantity(8'000);
        QVERIFY(await(m_shop->stock.edit(roll(), facts)));
        QVERIFY(!purchaseOf(roll()));
        m_shop->book({withCloth(OrderShop::piece("Jacket", 45'000), 4'000)});
        QCOMPARE(purchaseOf(roll())->wanted, Quantity(2'000));
    }

    void whatComesInIsNoMoreOnOrder()
    {
        const InventoryItemId id = addRoll("Linen", "A1", 1'000);
        const auto ordered = [&] { return m_shop->stock.load(id)->ordered; };
        QVERIFY(await(m_stock->order({{id, Quantity(20'000)}})));
        QCOMPARE(m_shop->stock.load(id)->orderedOn, std::optional(day("2026-11-25")));
        QVERIFY(await(m_stock->receive(id, {Quantity(15'000)})));
        QCOMPARE(ordered(), std::optional(Quantity(5'000)));
        QVERIFY(await(m_stock->receive(id, {Quantity(6'000)})));
        QCOMPARE(ordered(), std::optional<Quantity>());
        QVERIFY(!m_shop->stock.load(id)->orderedOn);
        QVERIFY(await(m_shop->shop.door->undo()));
        QCOMPARE(ordered(), std::optional(Quantity(5'000)));
        QVERIFY(await(m_stock->order({{id, std::nullopt}})));
        QCOMPARE(ordered(), std::optional<Quantity>());
    }

    // Labels

    void labelsAreFound_data()
    {
        QTest::addColumn<QString>("barcode");
        QTest::addColumn<QString>("sku");
        QTest::addColumn<QString>("code"); // empty: digits of the id
        QTest::newRow("nothing") << QString() << QString() << QString();
        QTest::newRow("a SKU with a hyphen") << QString() << QStringLiteral("R-014") << QString();
        QTest::newRow("a plain SKU") << QString() << QStringLiteral("r014") << QStringLiteral("R014");
        QTest::newRow("a number that an order may have") << QString() << QStringLiteral("1042") << QString();
        QTest::newRow("a maker's code") << QStringLiteral("4006381333931") << QStringLiteral("R-014")
                                        << QStringLiteral("4006381333931");
    }
    void labelsAreFound()
    {
        QFETCH(const QString, barcode);
        QFETCH(const QString, sku);
        QFETCH(const QString, code);
        ItemDraft facts = draft("Linen", "A1");
        facts.barcode = barcode;
        facts.sku = sku;
        addRoll("Other", "A1", 1'000);
        const InventoryItemId id = await(m_shop->stock.add(facts)).value();
        const QString printed = labelCode(id, barcode, sku);
        if (code.isEmpty())
            QCOMPARE(printed.size(), 20);
        else
            QCOMPARE(printed, code);
        QCOMPARE(m_stock->byLabel(printed).value(), std::optional(id));
        QCOMPARE(m_stock->byLabel(QStringLiteral("00000000000000000001")).value(), std::optional<InventoryItemId>());
        QCOMPARE(m_stock->byLabel(QStringLiteral("99999999999999999999")).value(), std::optional<InventoryItemId>());
        QVERIFY(await(m_shop->stock.remove(id))); // its number is free for the next
    }

    void shelvesAreFound_data()
    {
        QTest::addColumn<QString>("shelf");
        QTest::addColumn<QString>("code"); // empty: whatever it is
        QTest::newRow("plain") << QStringLiteral("A2") << QStringLiteral("SHELFA2");
        QTest::newRow("as it is said") << QStringLiteral("Rail c-4") << QStringLiteral("SHELFRAILC4");
        QTest::newRow("Arabic") << QStringLiteral("رف ٢") << QString();
        QTest::newRow("long") << QStringLiteral("The long shelf under the window of the back room") << QString();
    }
    void shelvesAreFound()
    {
        QFETCH(const QString, shelf);
        QFETCH(const QString, code);
        addRoll("Linen", shelf.toUtf8().constData(), 1'000);
        const QString printed = shelfCode(shelf);
        if (!code.isEmpty())
            QCOMPARE(printed, code);
        QVERIFY(printed.size() <= 24);
        QCOMPARE(m_stock->shelfByLabel(printed).value(), std::optional(shelf));
        QCOMPARE(m_stock->shelfByLabel(QStringLiteral("SHELFNOWHERE")).value(), std::optional<QString>());
    }

    // Rights

    void everybodyHasTheirHands_data()
    {
        QTest::addColumn<QByteArray>("role");
        QTest::addColumn<QByteArray>("job");
        QTest::addColumn<bool>("moves");
        QTest::addColumn<bool>("seesCosts");
        QTest::newRow("manager") << QByteArray("admin") << QByteArray() << true << true;
        QTest::newRow("counter") << QByteArray("member") << QByteArray("counter") << true << false;
        QTest::newRow("finisher") << QByteArray("member") << QByteArray("finisher") << false << false;
        QTest::newRow("cutter") << QByteArray("member") << QByteArray("cutter") << false << false;
        QTest::newRow("viewer") << QByteArray("viewer") << QByteArray() << false << false;
    }
    void everybodyHasTheirHands()
    {
        QFETCH(const QByteArray, role);
        QFETCH(const QByteArray, job);
        QFETCH(const bool, moves);
        QFETCH(const bool, seesCosts);
        QVERIFY(await(m_stock->receive(roll(), {.quantity = Quantity(1'000), .unitCost = naira(5'000)})));
        const auto one = m_shop->hire(role, job);
        StockService theirs(*one.session, *one.door);
        InventoryService items(*one.session, *one.door);
        const QString no = moves ? QString() : QStringLiteral("access.refused inventory:write");
        QCOMPARE(refusal(await(theirs.receive(roll(), {Quantity(1'000)}))), no);
        QCOMPARE(refusal(await(theirs.use(roll(), Quantity(100), {}))), no);
        QCOMPARE(refusal(await(theirs.waste(roll(), Quantity(100), WasteReason::Lost, {}))), no);
        QCOMPARE(refusal(await(theirs.giveBack(roll(), Quantity(100), false, {}))), no);
        QCOMPARE(refusal(await(theirs.keepRemnant(roll(), {Quantity(100)}))), no);
        QCOMPARE(refusal(await(theirs.reserve(roll(), Quantity(100), QStringLiteral("me")))), no);
        QCOMPARE(refusal(await(theirs.release(roll(), Quantity(100), {}))), no);
        QCOMPARE(refusal(await(theirs.order({{roll(), Quantity(100)}}))), no);
        QCOMPARE(refusal(await(theirs.count({{}, {{roll(), Quantity(100), m_shop->shop.clock.now()}}}))), no);
        QCOMPARE(items.load(roll())->facts.cost.has_value(), seesCosts);
        QCOMPARE(theirs.totals(ItemKind::FabricRoll)->value.has_value(), seesCosts);
        const auto rows = items.movements(roll())->rows;
        QCOMPARE(std::ranges::any_of(rows, [](const Movement &row) { return row.unitCost.has_value(); }), seesCosts);
        if (moves && !seesCosts)
            QCOMPARE(refusal(await(theirs.receive(roll(), {.quantity = Quantity(1), .unitCost = naira(1)}))),
                     QStringLiteral("access.refused finance:write"));
    }

private:
    InventoryItemId roll() const { return *m_roll; }
    orders::PieceDraft withCloth(const orders::PieceDraft &piece, qint64 milli) const
    {
        orders::PieceDraft draft = m_shop->withCloth(piece, milli);
        draft.inventoryItem = m_roll;
        return draft;
    }
    //! The line of the purchase list; none: it is not on it.
    std::optional<Purchase> purchaseOf(InventoryItemId id) const
    {
        const auto list = m_stock->purchases().value();
        const auto found = std::ranges::find_if(list, [id](const Purchase &line) { return line.item.id == id; });
        return found == list.end() ? std::nullopt : std::optional(*found);
    }
    static ItemDraft draft(const char *name, const char *shelf)
    {
        ItemDraft facts;
        facts.name = QString::fromUtf8(name);
        facts.unit = QStringLiteral("m");
        facts.location = QString::fromUtf8(shelf);
        return facts;
    }
    InventoryItemId addRoll(const char *name, const char *shelf, qint64 milli)
    {
        return await(m_stock->receiveNew(draft(name, shelf), {Quantity(milli)})).value();
    }

    std::unique_ptr<OrderShop> m_shop;
    std::optional<InventoryItemId> m_roll;
    std::unique_ptr<StockService> m_stock;
    std::unique_ptr<orders::ClothUseService> m_uses;
};

QTEST_GUILESS_MAIN(TestStockService)
#include "tst_stock_service.moc"
