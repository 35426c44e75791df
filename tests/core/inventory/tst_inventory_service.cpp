// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/inventory/inventory_service.h"
#include "core/inventory/inventory_writer.h"
#include "core/storage/verify.h"
#include "tests/support/small_shop.h"

#include <QTest>

#include <algorithm>
#include <set>

using namespace thimblely;
using namespace thimblely::inventory;
using changes::await;

namespace {

const Currency ngn = Currency::parse(u"NGN").value();

ItemDraft cloth(const char *name, const char *sku = "")
{
    ItemDraft draft;
    draft.name = QString::fromUtf8(name);
    draft.unit = QStringLiteral("m");
    draft.sku = QString::fromLatin1(sku);
    return draft;
}

template <typename T>
QByteArray code(const Result<T> &result)
{
    return result ? QByteArray() : result.error().code;
}

struct Store {
    InventoryItemId add(const ItemDraft &draft) { return await(items.add(draft)).value(); }
    //! On the shelf, and promised of it.
    std::pair<qint64, qint64> shelf(InventoryItemId id) const
    {
        const Item item = items.load(id).value();
        return {item.stock.milli(), item.reserved.milli()};
    }
    Result<void> write(const std::function<Result<void>(changes::WriteContext &)> &function)
    {
        return await(shop.door->write<void>({"test.stock"}, function));
    }
    QStringList problems() const
    {
        QStringList found;
        const auto report = storage::verifyFile(shop.path(), false).value();
        for (const storage::Problem &problem : report.problems)
            found.append(QString::fromUtf8(problem.table) + u' ' + problem.detail);
        return found;
    }

    test::SmallShop shop;
    InventoryService items{*shop.session, *shop.door};
};

using Change = std::function<void(ItemDraft &)>;
using Step = std::function<Result<void>(changes::WriteContext &, InventoryItemId, OrderItemId)>;

} // namespace

class TestInventoryService : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_shared = std::make_unique<Store>();
        m_shared->add(cloth("Kente", "K-1"));
        m_shared->add(cloth("Wool", "W-1"));
    }
    void refuses_data();
    void refuses();
    void keepsWhatWasTyped();
    void skuIsTakenUntilItsItemIsGone();
    void movesTheShelf();
    void refusesMovements();
    void sayWhatTheShelfWas();
    void statusFollowsTheShelf();
    void reservesByTheDifference();
    void cutsOnce();
    void undoesEveryKind_data();
    void undoesEveryKind();
    void pagesByName();
    void searches();
    void priceListForAGarment();

private:
    std::unique_ptr<Store> m_shared; // a file takes half a second to make
};

void TestInventoryService::refuses_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<QByteArray>("refused");
    const auto row = [](const char *name, const char *refused, const Change &change) {
        QTest::newRow(name) << change << QByteArray(refused);
    };
    row("no name", "inventory.no_name", [](ItemDraft &d) { d.name = QStringLiteral("  "); });
    row("no unit", "inventory.no_unit", [](ItemDraft &d) { d.unit.clear(); });
    row("negative price", "inventory.negative_price", [](ItemDraft &d) { d.sellingPrice = Money(-1, ngn); });
    row("negative cost", "inventory.negative_price", [](ItemDraft &d) { d.cost = Money(-1, ngn); });
    row("another currency", "inventory.other_currency",
        [](ItemDraft &d) { d.sellingPrice = Money(1, Currency::parse(u"EUR").value()); });
    row("cost in another currency", "inventory.other_currency",
        [](ItemDraft &d) { d.cost = Money(1, Currency::parse(u"EUR").value()); });
    row("a SKU that is taken", "inventory.sku_taken", [](ItemDraft &d) { d.sku = QStringLiteral(" K-1 "); });
}

void TestInventoryService::refuses()
{
    QFETCH(Change, change);
    QFETCH(QByteArray, refused);
    Store &store = *m_shared;
    const InventoryItemId other = store.items.page({})->rows.at(1).id;
    ItemDraft draft = cloth("Linen", "L-1");
    change(draft);
    QCOMPARE(code(await(store.items.add(draft))), refused);
    QCOMPARE(code(await(store.items.edit(other, draft))), refused);
    QCOMPARE(store.items.load(other)->facts.name, QStringLiteral("Wool"));
    QCOMPARE(store.items.page({})->rows.size(), size_t(2));
}

void TestInventoryService::keepsWhatWasTyped()
{
    Store store;
    ItemDraft draft = cloth("Navy wool", "NW-1");
    draft.barcode = QStringLiteral("4006381333931");
    draft.description = QStringLiteral("super 120");
    draft.category = QStringLiteral("suiting");
    draft.colour = QStringLiteral("navy");
    draft.composition = QStringLiteral("100 % wool");
    draft.location = QStringLiteral("shelf 3");
    draft.supplierName = QStringLiteral("Vlisco");
    draft.widthMm = 1500;
    draft.minimumStock = Quantity(2500);
    draft.sellingPrice = Money(8'000'00, ngn);
    draft.cost = Money(5'500'00, ngn);
    draft.taxCode = QStringLiteral("VAT");
    const auto id = store.add(draft);
    QVERIFY(store.items.load(id)->facts == draft);
    draft.sellingPrice.reset();
    draft.widthMm.reset();
    draft.name = QStringLiteral("Midnight wool");
    QVERIFY(await(store.items.edit(id, draft)));
    QVERIFY(store.items.load(id)->facts == draft);
    QVERIFY(await(store.shop.door->undo()));
    QCOMPARE(store.items.load(id)->facts.sellingPrice, std::optional(Money(8'000'00, ngn)));
    QCOMPARE(store.items.load(id)->facts.name, QStringLiteral("Navy wool"));
}

void TestInventoryService::skuIsTakenUntilItsItemIsGone()
{
    Store store;
    const auto id = store.add(cloth("Kente", "K-1"));
    QCOMPARE(code(await(store.items.add(cloth("Ankara", "K-1")))), QByteArray("inventory.sku_taken"));
    QVERIFY(await(store.items.edit(id, cloth("Kente cloth", "K-1")))); // its own
    QCOMPARE(code(await(store.items.edit(InventoryItemId::make(store.shop.clock), cloth("X")))),
             QByteArray("inventory.not_found"));
    QVERIFY(await(store.items.remove(id)));
    QVERIFY(await(store.items.add(cloth("Ankara", "K-1"))));
    QCOMPARE(code(store.items.load(id)), QByteArray("inventory.not_found"));
    QVERIFY(await(store.items.add(cloth("No SKU"))));
    QVERIFY(await(store.items.add(cloth("No SKU either"))));
    QCOMPARE(store.problems(), QStringList());
}

void TestInventoryService::movesTheShelf()
{
    Store store;
    const auto id = store.add(cloth("Kente"));
    QVERIFY(await(store.items.stockIn(id, Quantity(10'000), QStringLiteral("first roll"), Money(5'000'00, ngn))));
    store.shop.clock.advanceMsecs(1000);
    QVERIFY(await(store.items.adjust(id, Quantity(-250), QStringLiteral(" moth "))));
    QCOMPARE(store.shelf(id), std::pair(qint64(9750), qint64(0)));
    const auto page = store.items.movements(id).value();
    QCOMPARE(page.rows.size(), size_t(2));
    QCOMPARE(page.rows[0].type, MovementType::Adjustment); // newest first
    QCOMPARE(page.rows[0].notes, QStringLiteral("moth"));
    QCOMPARE(page.rows[1].notes, QStringLiteral("first roll"));
    const auto first = store.items.movements(id, {}, 1).value();
    QVERIFY(first.next.has_value());
    QCOMPARE(store.items.movements(id, first.next, 1)->rows[0].id, page.rows[1].id);
    QCOMPARE(store.problems(), QStringList());
}

void TestInventoryService::refusesMovements()
{
    Store store;
    const auto id = store.add(cloth("Kente"));
    ItemDraft hem;
    hem.kind = ItemKind::Service;
    hem.name = QStringLiteral("Hem");
    const auto service = store.add(hem);
    const auto in = [&](InventoryItemId item, qint64 milli, std::optional<Money> cost = {}) {
        return code(await(store.items.stockIn(item, Quantity(milli), {}, cost)));
    };
    QCOMPARE(in(id, 0), QByteArray("inventory.no_quantity"));
    QCOMPARE(in(id, -1), QByteArray("inventory.no_quantity"));
    QCOMPARE(in(id, 1, Money(-1, ngn)), QByteArray("inventory.negative_price"));
    QCOMPARE(in(id, 1, Money(1, Currency::parse(u"EUR").value())), QByteArray("inventory.other_currency"));
    QCOMPARE(in(service, 1000), QByteArray("inventory.not_stocked"));
    QCOMPARE(in(InventoryItemId::make(store.shop.clock), 1000), QByteArray("inventory.not_found"));
    QCOMPARE(code(await(store.items.adjust(id, Quantity(0), QStringLiteral("why")))),
             QByteArray("inventory.no_quantity"));
    QCOMPARE(code(await(store.items.adjust(id, Quantity(1), QStringLiteral(" ")))), QByteArray("inventory.no_reason"));
    QCOMPARE(store.shelf(id), std::pair(qint64(0), qint64(0)));
    QCOMPARE(store.items.movements(id)->rows.size(), size_t(0));
}

void TestInventoryService::sayWhatTheShelfWas()
{
    Store store;
    const auto id = store.add(cloth("Kente"));
    for (const qint64 milli : {5000, 2500, -1250})
        QVERIFY(await(store.items.adjust(id, Quantity(milli), QStringLiteral("count"))));
    const auto rows = store.items.movements(id).value().rows;
    for (const Movement &row : rows)
        QCOMPARE(row.newStock, row.previousStock + row.quantity);
    QCOMPARE(rows.front().newStock, Quantity(6250));
    QCOMPARE(rows.back().previousStock, Quantity(0));
}

void TestInventoryService::statusFollowsTheShelf()
{
    Store store;
    ItemDraft draft = cloth("Kente");
    draft.minimumStock = Quantity(2000);
    const auto id = store.add(draft);
    const auto status = [&] { return store.items.load(id)->status; };
    QCOMPARE(status(), StockStatus::OutOfStock);
    QVERIFY(await(store.items.stockIn(id, Quantity(2000))));
    QCOMPARE(status(), StockStatus::LowStock);
    QVERIFY(await(store.items.stockIn(id, Quantity(1))));
    QCOMPARE(status(), StockStatus::InStock);
    draft.minimumStock = Quantity(3000);
    QVERIFY(await(store.items.edit(id, draft)));
    QCOMPARE(status(), StockStatus::LowStock);
    QCOMPARE(store.problems(), QStringList());
}

// What pieces use -----------------------------------------------------------------------------------------------------

namespace {

//! A piece to book stock for; orders are above this module.
OrderItemId makePiece(Store &store)
{
    const auto piece = OrderItemId::make(store.shop.clock);
    const auto made = store.write([&](changes::WriteContext &context) -> Result<void> {
        const auto order = OrderId::make(context.clock());
        TRY(context.rows().insert(
            storage::Table::Orders, order,
            {{"order_number", order.toString().right(8)}, {"order_date", "2026-11-25"}, {"currency", "NGN"}}));
        return context.rows().insert(storage::Table::OrderItems, piece,
                                     {{"order_id", order}, {"item_kind", "make"}, {"item_name", "Jacket"}});
    });
    if (!made)
        qFatal("%s", qPrintable(describe(made.error())));
    return piece;
}

} // namespace

void TestInventoryService::reservesByTheDifference()
{
    Store store;
    const auto id = store.add(cloth("Kente"));
    QVERIFY(await(store.items.stockIn(id, Quantity(10'000))));
    const OrderItemId piece = makePiece(store);
    const auto reserve = [&](qint64 milli) {
        return code(store.write(
            [=](changes::WriteContext &context) { return bringReserved(context, id, piece, Quantity(milli)); }));
    };
    const size_t before = store.items.movements(id)->rows.size();
    for (const auto &[milli, rows] : {std::pair(2750, 1), std::pair(2750, 1), std::pair(3000, 2), std::pair(1000, 3),
                                      std::pair(0, 4), std::pair(0, 4), std::pair(500, 5)}) {
        QCOMPARE(reserve(milli), QByteArray());
        QCOMPARE(store.shelf(id), std::pair(qint64(10'000), qint64(milli)));
        QCOMPARE(store.items.movements(id)->rows.size(), before + size_t(rows));
    }
    QCOMPARE(store.items.page({})->rows[0].free(), Quantity(9500));
    QCOMPARE(store.problems(), QStringList());
}

void TestInventoryService::cutsOnce()
{
    Store store;
    const auto id = store.add(cloth("Kente"));
    QVERIFY(await(store.items.stockIn(id, Quantity(10'000))));
    const OrderItemId piece = makePiece(store);
    const auto cut = [&](qint64 milli) {
        return code(store.write([=](changes::WriteContext &context) {
            return bringTaken(context, id, piece, MovementType::Cut, Quantity(milli));
        }));
    };
    for (int again = 0; again < 3; ++again) {
        QCOMPARE(cut(2750), QByteArray());
        QCOMPARE(store.shelf(id), std::pair(qint64(7250), qint64(0)));
        QCOMPARE(store.items.movements(id)->rows.size(), size_t(2));
    }
    // Two devices that book the same make the same row: its id comes of the piece and what was booked.
    const QByteArray name = piece.view().toByteArray() + "cut";
    QCOMPARE(store.items.movements(id)->rows[0].id, MovementId::fromName(name));
    QCOMPARE(cut(3000), QByteArray()); // a sleeve was cut again
    QCOMPARE(store.shelf(id), std::pair(qint64(7000), qint64(0)));
    QCOMPARE(cut(0), QByteArray());
    QCOMPARE(store.shelf(id), std::pair(qint64(10'000), qint64(0)));
    QCOMPARE(store.problems(), QStringList());
}

void TestInventoryService::undoesEveryKind_data()
{
    QTest::addColumn<Step>("step");
    for (const auto &[type, milli] : {std::pair(MovementType::StockIn, 1500), std::pair(MovementType::StockOut, -1500),
                                      std::pair(MovementType::Adjustment, -1), std::pair(MovementType::Return, 700),
                                      std::pair(MovementType::Reserve, 400), std::pair(MovementType::Release, -300),
                                      std::pair(MovementType::Cut, -2750), std::pair(MovementType::Remnant, 100),
                                      std::pair(MovementType::Count, -90), std::pair(MovementType::Waste, -80)}) {
        const MovementType kind = type;
        const qint64 quantity = milli;
        QTest::newRow(toCode(kind).constData()) << Step(
            [=](changes::WriteContext &context, InventoryItemId item, OrderItemId piece) -> Result<void> {
                TRY(addMovement(context, {.item = item, .type = kind, .quantity = Quantity(quantity), .piece = piece}));
                return {};
            });
    }
    QTest::newRow("released and cut at once")
        << Step([](changes::WriteContext &context, InventoryItemId item, OrderItemId piece) -> Result<void> {
               TRY(bringReserved(context, item, piece, Quantity(0)));
               return bringTaken(context, item, piece, MovementType::Cut, Quantity(2000));
           });
}

void TestInventoryService::undoesEveryKind()
{
    QFETCH(Step, step);
    Store &store = *m_shared;
    const auto id = store.add(cloth("Kente"));
    QVERIFY(await(store.items.stockIn(id, Quantity(10'000))));
    const OrderItemId piece = makePiece(store);
    QVERIFY(
        store.write([=](changes::WriteContext &context) { return bringReserved(context, id, piece, Quantity(2000)); }));
    const auto before = store.shelf(id);
    QVERIFY(store.write([&](changes::WriteContext &context) { return step(context, id, piece); }));
    const auto after = store.shelf(id);
    QVERIFY(before != after);
    size_t rows = store.items.movements(id)->rows.size();
    for (int round = 0; round < 2; ++round) {
        QCOMPARE(code(await(store.shop.door->undo())), QByteArray());
        QCOMPARE(store.shelf(id), before);
        QCOMPARE(code(await(store.shop.door->redo())), QByteArray());
        QCOMPARE(store.shelf(id), after);
        QVERIFY(store.items.movements(id)->rows.size() > rows); // by rows of its own, never by deleting
        rows = store.items.movements(id)->rows.size();
        QCOMPARE(store.problems(), QStringList());
    }
}

// Lists --------------------------------------------------------------------------------------------------------------

void TestInventoryService::pagesByName()
{
    Store store;
    QStringList names;
    const std::vector<ItemKind> kinds = {ItemKind::FabricRoll, ItemKind::Trim, ItemKind::ReadyMade};
    for (int i = 0; i < 17; ++i) {
        ItemDraft draft = cloth(i % 5 == 0 ? "Same" : qPrintable(QStringLiteral("Item %1").arg(i * 7 % 17)));
        draft.kind = kinds[size_t(i) % 3];
        store.add(draft);
        names.append(draft.name);
    }
    ItemDraft hem;
    hem.kind = ItemKind::Service;
    hem.name = QStringLiteral("Hem");
    store.add(hem);
    std::sort(names.begin(), names.end());
    for (const int limit : {1, 2, 5, 17, 50}) {
        QStringList seen;
        std::set<QString> ids;
        std::optional<ItemKey> after;
        do {
            const auto page = store.items.page({}, after, limit).value();
            QVERIFY(page.rows.size() <= size_t(limit));
            for (const ItemRow &row : page.rows) {
                seen.append(row.name);
                ids.insert(row.id.toString());
            }
            after = page.next;
        } while (after);
        QCOMPARE(seen, names);
        QCOMPARE(ids.size(), size_t(17));
    }
    size_t trims = 0;
    std::optional<ItemKey> after;
    do {
        const auto page = store.items.page(ItemKind::Trim, after, 2).value();
        for (const ItemRow &row : page.rows)
            QCOMPARE(row.kind, ItemKind::Trim);
        trims += page.rows.size();
        after = page.next;
    } while (after);
    QCOMPARE(trims, size_t(6));
    QCOMPARE(store.items.page(ItemKind::Service)->rows.size(), size_t(1));
}

void TestInventoryService::searches()
{
    Store store;
    store.add(cloth("Navy wool", "NW_1"));
    store.add(cloth("100% cotton", "CO-1"));
    const auto found = [&](const char *text) {
        QStringList names;
        const auto rows = store.items.search(QString::fromLatin1(text)).value();
        for (const ItemRow &row : rows)
            names.append(row.name);
        return names.join(u'|');
    };
    QCOMPARE(found("WOOL"), QStringLiteral("Navy wool"));
    QCOMPARE(found("co-1"), QStringLiteral("100% cotton"));
    QCOMPARE(found("%"), QStringLiteral("100% cotton")); // no wild cards
    QCOMPARE(found("_"), QStringLiteral("Navy wool"));
    QCOMPARE(found("\\"), QString());
    QCOMPARE(found("'"), QString());
    QCOMPARE(found(""), QStringLiteral("100% cotton|Navy wool"));
}

void TestInventoryService::priceListForAGarment()
{
    Store store;
    const auto add = [&](const char *name, const QStringList &garments, std::optional<int> rank) {
        ItemDraft draft;
        draft.kind = ItemKind::Service;
        draft.name = QString::fromLatin1(name);
        draft.service.garmentTypes = garments;
        draft.service.quickRank = rank;
        draft.service.needsAmount = true;
        draft.service.minutes = 20;
        draft.sellingPrice = Money(1'500'00, ngn);
        store.add(draft);
    };
    const QString trousers = QStringLiteral("trousers");
    const QString jacket = QStringLiteral("jacket");
    add("Zip", {trousers}, {});
    add("Press", {}, {});
    add("Sleeve", {jacket}, 1);
    add("Hem", {trousers, QStringLiteral("skirt")}, 2);
    add("Waist", {trousers}, 1);
    const auto names = [&](const QString &garment) {
        QStringList list;
        const auto services = store.items.services(garment).value();
        for (const Service &service : services)
            list.append(service.name);
        return list.join(u' ');
    };
    QCOMPARE(names(trousers), QStringLiteral("Waist Hem Press Zip"));
    QCOMPARE(names(jacket), QStringLiteral("Sleeve Press"));
    QCOMPARE(names({}), QStringLiteral("Sleeve Waist Hem Press Zip"));
    const Service waist = store.items.services(trousers)->front();
    QCOMPARE(waist.price, std::optional(Money(1'500'00, ngn)));
    QVERIFY(waist.terms.needsAmount);
    QCOMPARE(waist.terms.minutes, std::optional(20));
}

QTEST_GUILESS_MAIN(TestInventoryService)
#include "tst_inventory_service.moc"
