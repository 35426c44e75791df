// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/finance/checkout_service.h"
#include "tests/core/orders/order_shop.h"

#include <QTest>

using namespace thimblely;
using namespace thimblely::test;
using namespace thimblely::orders;

//! Discounts beyond the member's limit and prices under the list's, by every way that writes prices, as each role.
class TestPriceRules : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void asks_data();
    void asks();
    void moreThanTheListIsFree();
    void isApprovedOverTheShoulder();
    void clothOfAJacketIsNoLineOfTheList();

private:
    struct Case {
        OrderDraft draft;
        bool managersOnly;
        const char *needs;
    };
    OrderDraft discounted(qint64 off) const
    {
        PieceDraft jacket = OrderShop::piece("Jacket", 45'000);
        jacket.discount = naira(off);
        return m_shop->order({jacket});
    }
    OrderDraft sold(qint64 price) const
    {
        PieceDraft belt = OrderShop::piece("Belt", price);
        belt.kind = PieceKind::ReadyMade;
        belt.inventoryItem = m_belt;
        return m_shop->order({belt});
    }
    OrderDraft hemmed(qint64 task, qint64 whole) const
    {
        PieceDraft trousers = OrderShop::piece("Trousers", whole);
        trousers.kind = PieceKind::Alteration;
        Task hem;
        hem.name = QStringLiteral("Hem");
        hem.service = m_hem;
        hem.price = naira(task);
        trousers.tasks = {hem};
        return m_shop->order({trousers});
    }
    InventoryItemId list(const char *name, inventory::ItemKind kind, qint64 price)
    {
        inventory::ItemDraft item;
        item.kind = kind;
        item.name = QString::fromLatin1(name);
        item.unit = QStringLiteral("pcs");
        item.sellingPrice = naira(price);
        return await(m_shop->stock.add(item)).value();
    }

    std::unique_ptr<OrderShop> m_shop;
    std::optional<InventoryItemId> m_belt;
    std::optional<InventoryItemId> m_hem;
    std::map<QByteArray, OrderShop::Colleague> m_people;
};

void TestPriceRules::initTestCase()
{
    m_shop = std::make_unique<OrderShop>();
    m_belt = list("Belt", inventory::ItemKind::ReadyMade, 5'000);
    m_hem = list("Hem", inventory::ItemKind::Service, 2'000);
    QVERIFY(await(m_shop->stock.stockIn(*m_belt, Quantity::whole(1000))));
    m_people.emplace("admin", m_shop->hire("admin"));
    m_people.emplace("member", m_shop->hire("member", {}, 1000));
    m_people.emplace("counter", m_shop->hire("member", "counter", 1000));
}

void TestPriceRules::asks_data()
{
    QTest::addColumn<QByteArray>("who");
    QTest::addColumn<OrderDraft>("draft");
    QTest::addColumn<QString>("refused");
    const QString discount = QStringLiteral("access.refused orders:discount");
    const QString price = QStringLiteral("access.refused orders:price_override");
    for (const char *who : {"admin", "member", "counter"}) {
        const bool manages = qstrcmp(who, "admin") == 0;
        const auto row = [&](const char *what, const OrderDraft &draft, const QString &refused) {
            QTest::addRow("%s, %s", who, what) << QByteArray(who) << draft << (manages ? QString() : refused);
        };
        row("no discount", discounted(0), {});
        row("a discount at the limit", discounted(4'500), {});
        row("a discount beyond it", discounted(4'501), discount);
        row("sold at the list's price", sold(5'000), {});
        row("sold for less", sold(4'999), price);
        row("sold for nothing", sold(0), price);
        row("a task at the list's price", hemmed(2'000, 2'000), {});
        row("a task for less", hemmed(1'999, 2'000), price);
        row("a piece for less than its tasks", hemmed(2'000, 1'999), price);
    }
}

void TestPriceRules::asks()
{
    QFETCH(QByteArray, who);
    QFETCH(OrderDraft, draft);
    QFETCH(QString, refused);
    const auto &person = m_people.at(who);
    OrderService orders(*person.session, *person.door);
    QCOMPARE(refusal(await(orders.book(draft))), refused);
    QCOMPARE(refusal(await(orders.park(draft))), refused);
    finance::CheckoutService checkout(*person.session, *person.door);
    QCOMPARE(refusal(await(checkout.book(draft, std::nullopt))), refused);
    // What the owner gave and parked is no leave to book it.
    OrderDraft goesOn = m_shop->orders.resume(await(m_shop->orders.park(draft)).value()).value();
    QCOMPARE(refusal(await(orders.park(goesOn))), refused);
    if (!refused.isEmpty())
        QCOMPARE(refusal(await(orders.book(goesOn))), refused);
    QCOMPARE(refusal(await(m_shop->orders.book(draft))), QString()); // the owner asks what she likes
}

void TestPriceRules::moreThanTheListIsFree()
{
    const auto &counter = m_people.at("counter");
    OrderService orders(*counter.session, *counter.door);
    QCOMPARE(refusal(await(orders.book(sold(6'000)))), QString());
    QCOMPARE(refusal(await(orders.book(hemmed(2'500, 9'000)))), QString());
}

//! Each rule takes its own approval; none is lost while another is asked for, and each lets one order through.
void TestPriceRules::isApprovedOverTheShoulder()
{
    const auto &counter = m_people.at("counter");
    finance::CheckoutService checkout(*counter.session, *counter.door);
    const auto word = [&](access::Capability capability) {
        const auto store = access::PrincipalStore::open({m_shop->shop.path()}).value();
        const access::Principal &owner = m_shop->shop.principal;
        return store->approve(owner.person, owner.workspace, owner.device, capability, m_shop->shop.clock.now())
            .value();
    };
    OrderDraft draft = hemmed(1'500, 1'500);
    draft.pieces.push_back(discounted(9'000).pieces[0]);
    draft.pieces.push_back(OrderShop::piece("Tie", 1'000));
    const access::Approval price = word(access::Capability::OrdersPriceOverride);
    const access::Approval discount = word(access::Capability::OrdersDiscount);
    QCOMPARE(refusal(await(checkout.book(draft, std::nullopt, {price}))),
             QStringLiteral("access.refused orders:discount"));
    const auto booked = await(checkout.book(draft, std::nullopt, {price, discount})).value();
    QCOMPARE(refusal(await(checkout.book(draft, std::nullopt, {price, discount}))), QStringLiteral("approval.used"));
    auto query = m_shop->shop.session->reader()
                     .query("SELECT approved_by FROM order_items WHERE order_id = ? ORDER BY position")
                     .value();
    query->bind(booked.order.id);
    for (const bool approved : {true, true, false}) {
        QVERIFY(query->step().value());
        QCOMPARE(query->optionalId<PersonId>(0),
                 approved ? std::optional(m_shop->shop.principal.person) : std::nullopt);
    }
    query->reset(); // what it has before it is the moment before the next order
    const Addition more{booked.order.id, {sold(4'000).pieces[0]}};
    QCOMPARE(refusal(await(checkout.add(more, std::nullopt))), QStringLiteral("access.refused orders:price_override"));
    QCOMPARE(refusal(await(checkout.add(more, std::nullopt, {word(access::Capability::OrdersPriceOverride)}))),
             QString());
    QCOMPARE(m_shop->number("SELECT count(*) FROM order_items WHERE approved_by IS NOT NULL"), qint64(3));
    QCOMPARE(m_shop->problems(), QStringList());
}

void TestPriceRules::clothOfAJacketIsNoLineOfTheList()
{
    const auto &counter = m_people.at("counter");
    PieceDraft jacket = OrderShop::piece("Jacket", 1'000);
    jacket.inventoryItem = m_belt; // worked up, not sold
    QCOMPARE(refusal(await(OrderService(*counter.session, *counter.door).book(m_shop->order({jacket})))), QString());
}

QTEST_GUILESS_MAIN(TestPriceRules)
#include "tst_price_rules.moc"
