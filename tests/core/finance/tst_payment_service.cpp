// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/finance/checkout_service.h"
#include "core/finance/payment_service.h"
#include "tests/core/orders/order_shop.h"

#include <QTest>

using namespace thimblely;
using namespace thimblely::test;
using namespace thimblely::finance;

namespace {

//! An order of 65,000 with nothing paid.
struct Till {
    Result<PaymentTaken> take(qint64 whole, PaymentMethod method = PaymentMethod::Cash)
    {
        return await(payments.take(order, {naira(whole), method}));
    }
    qint64 balance() const { return payments.balance(order)->minor() / 100; }
    //! What the rows say, added up by hand.
    qint64 sum() const
    {
        qint64 minor = 0;
        const auto rows = payments.ofOrder(order).value();
        for (const Payment &row : rows)
            minor += row.waiting ? 0 : row.amount.minor();
        return minor / 100;
    }

    OrderShop shop;
    PaymentService payments{*shop.shop.session, *shop.shop.door};
    OrderId order = shop.book({OrderShop::piece("Jacket", 45'000), OrderShop::piece("Trousers", 20'000)});
};

using Step = std::function<void(Till &)>;

} // namespace

class TestPaymentService : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_shared = std::make_unique<Till>(); }
    void refuses_data();
    void refuses();
    void refusedOnesTookNoNumber();
    void takesParts();
    void givesChange();
    void transfersCountWhenTheyCame();
    void refundsInParts();
    void refusesRefunds();
    void closedBooks();
    void ofADraftOrNobody();
    void bookingAndDepositAreOne();
    void handingOverAndPayingAreOne();
    void undoesEveryKind_data();
    void undoesEveryKind();

private:
    std::unique_ptr<Till> m_shared;
};

void TestPaymentService::refuses_data()
{
    QTest::addColumn<PaymentDraft>("payment");
    QTest::addColumn<QString>("refused");
    const auto row = [](const char *name, const PaymentDraft &payment, const char *refused) {
        QTest::newRow(name) << payment << QString::fromUtf8(refused);
    };
    const Money franc(100, currencyNamed("XOF"));
    row("nothing", {naira(0)}, "payment.not_positive");
    row("less than nothing", {naira(-1)}, "payment.not_positive");
    row("more than is due", {naira(65'001)}, "payment.more_than_due ₦65,000");
    row("another currency", {franc}, "payment.other_currency");
    row("another currency on the table", {naira(100), PaymentMethod::Cash, franc}, "payment.other_currency");
    row("too little on the table", {naira(100), PaymentMethod::Cash, naira(99)}, "payment.tendered_too_little");
    row("card on the table", {naira(100), PaymentMethod::Card, naira(100)}, "payment.tendered_not_cash");
}

void TestPaymentService::refuses()
{
    QFETCH(PaymentDraft, payment);
    QFETCH(QString, refused);
    Till &till = *m_shared;
    QCOMPARE(refusal(await(till.payments.take(till.order, payment))), refused);
    QCOMPARE(till.balance(), qint64(65'000));
    QCOMPARE(till.payments.ofOrder(till.order)->size(), size_t(0));
}

void TestPaymentService::refusedOnesTookNoNumber()
{
    QCOMPARE(m_shared->take(1)->receiptNumber, QStringLiteral("RA-26-00001"));
}

void TestPaymentService::takesParts()
{
    Till till;
    for (const auto method : {PaymentMethod::Cash, PaymentMethod::Card, PaymentMethod::MobileMoney})
        QCOMPARE(refusal(till.take(20'000, method)), QString());
    QCOMPARE(till.balance(), qint64(5'000));
    QCOMPARE(till.sum(), qint64(60'000));
    QCOMPARE(till.shop.orders.load(till.order)->sums->status, orders::PaymentStatus::Partial);
    QCOMPARE(refusal(till.take(5'001)), QStringLiteral("payment.more_than_due ₦5,000"));
    QCOMPARE(refusal(till.take(5'000)), QString());
    QCOMPARE(till.shop.orders.load(till.order)->sums->status, orders::PaymentStatus::Paid);
    QCOMPARE(refusal(till.take(1)), QStringLiteral("payment.more_than_due ₦0"));
    const auto rows = till.payments.ofOrder(till.order).value();
    QCOMPARE(rows.size(), size_t(4));
    QCOMPARE(rows[1].method, std::optional(PaymentMethod::Card));
    QCOMPARE(rows[3].receiptNumber, QStringLiteral("RA-26-00004"));
    QCOMPARE(rows[3].date, day("2026-11-25"));
    QCOMPARE(till.shop.problems(), QStringList());
}

void TestPaymentService::givesChange()
{
    Till till;
    PaymentDraft draft{naira(30'000), PaymentMethod::Cash, naira(50'000)};
    draft.reference = QStringLiteral(" slip 7 ");
    const auto taken = await(till.payments.take(till.order, draft)).value();
    QCOMPARE(taken.change, naira(20'000));
    const auto row = till.payments.ofOrder(till.order).value().at(0);
    QCOMPARE(row.tendered, std::optional(naira(50'000)));
    QCOMPARE(row.change, std::optional(naira(20'000)));
    QCOMPARE(row.reference, QStringLiteral("slip 7"));
    const auto exact = await(till.payments.take(till.order, {naira(1), PaymentMethod::Cash, naira(1)})).value();
    QCOMPARE(exact.change, naira(0));
    QCOMPARE(till.balance(), qint64(34'999));
}

void TestPaymentService::transfersCountWhenTheyCame()
{
    Till till;
    const auto id = till.take(40'000, PaymentMethod::Transfer)->id;
    QVERIFY(till.payments.ofOrder(till.order)->at(0).waiting);
    QCOMPARE(till.balance(), qint64(65'000));
    // What is on its way is not asked for again.
    QCOMPARE(refusal(till.take(25'001)), QStringLiteral("payment.more_than_due ₦25,000"));
    QVERIFY(await(till.payments.confirm(id)));
    QCOMPARE(till.balance(), qint64(25'000));
    QVERIFY(!till.payments.ofOrder(till.order)->at(0).waiting);
    QCOMPARE(refusal(await(till.payments.confirm(id))), QStringLiteral("payment.confirmed_already"));
    QCOMPARE(refusal(await(till.payments.confirm(TransactionId::make(till.shop.shop.clock)))),
             QStringLiteral("payment.not_found"));
    QCOMPARE(till.shop.problems(), QStringList());
    QVERIFY(await(till.shop.shop.door->undo()));
    QCOMPARE(till.balance(), qint64(65'000));
    QVERIFY(await(till.shop.shop.door->redo()));
    QCOMPARE(till.balance(), qint64(25'000));
    QCOMPARE(till.shop.problems(), QStringList());
}

void TestPaymentService::refundsInParts()
{
    for (const auto method : {PaymentMethod::Cash, PaymentMethod::Transfer}) {
        Till till;
        const auto id = till.take(30'000, method)->id;
        if (method == PaymentMethod::Transfer)
            QVERIFY(await(till.payments.confirm(id)));
        const QString why = QStringLiteral("hem too short");
        const auto part = await(till.payments.refund(id, why, naira(10'000)));
        QCOMPARE(refusal(part), QString());
        QCOMPARE(part->receiptNumber, QStringLiteral("RA-26-00002"));
        QCOMPARE(till.balance(), qint64(45'000));
        QCOMPARE(refusal(await(till.payments.refund(id, why, naira(20'001)))),
                 QStringLiteral("payment.refund_too_large ₦20,000"));
        QCOMPARE(await(till.payments.refund(id, why))->amount, naira(20'000)); // the rest
        QCOMPARE(till.balance(), qint64(65'000));
        QCOMPARE(till.sum(), qint64(0));
        QCOMPARE(refusal(await(till.payments.refund(id, why))), QStringLiteral("payment.refunded_already"));
        const auto row = till.payments.ofOrder(till.order)->at(1);
        QCOMPARE(row.reverses, std::optional(id));
        QCOMPARE(row.amount, naira(-10'000));
        QCOMPARE(row.reason, why);
        QCOMPARE(till.shop.problems(), QStringList());
    }
}

void TestPaymentService::refusesRefunds()
{
    Till till;
    const auto id = till.take(30'000)->id;
    const QString why = QStringLiteral("why");
    const auto refund = [&](TransactionId what, const QString &reason, std::optional<Money> part = {}) {
        return refusal(await(till.payments.refund(what, reason, part)));
    };
    QCOMPARE(refund(id, QStringLiteral("  ")), QStringLiteral("payment.no_reason"));
    QCOMPARE(refund(id, why, naira(0)), QStringLiteral("payment.not_positive"));
    QCOMPARE(refund(id, why, naira(-1)), QStringLiteral("payment.not_positive"));
    QCOMPARE(refund(id, why, naira(30'001)), QStringLiteral("payment.refund_too_large ₦30,000"));
    QCOMPARE(refund(id, why, Money(1, currencyNamed("EUR"))), QStringLiteral("payment.other_currency"));
    QCOMPARE(refund(TransactionId::make(till.shop.shop.clock), why), QStringLiteral("payment.not_found"));
    const auto back = await(till.payments.refund(id, why, naira(1'000)))->id;
    QCOMPARE(refund(back, why), QStringLiteral("payment.not_refundable"));
    const auto counter = till.shop.hire("member", "counter");
    PaymentService hers(*counter.session, *counter.door);
    QCOMPARE(refusal(await(hers.refund(id, why))), QStringLiteral("access.refused orders:refund"));
    QCOMPARE(refusal(await(hers.take(till.order, {naira(1)}))), QString());
    QCOMPARE(till.balance(), qint64(35'999));
    QCOMPARE(till.shop.problems(), QStringList());
}

void TestPaymentService::closedBooks()
{
    Till till;
    const auto id = till.take(1'000)->id;
    const auto close = [&](const char *until) {
        const WorkspaceId workspace = till.shop.shop.principal.workspace;
        return await(till.shop.shop.door->write<void>({"test.close"}, [=](changes::WriteContext &context) {
            return context.rows().update(storage::Table::Workspaces, workspace, {{"books_closed_until_date", until}});
        }));
    };
    QVERIFY(close("2026-11-25"));
    QCOMPARE(refusal(till.take(1'000)), QStringLiteral("payment.books_closed 25 Nov 2026"));
    QCOMPARE(refusal(await(till.payments.refund(id, QStringLiteral("why")))),
             QStringLiteral("payment.books_closed 25 Nov 2026"));
    QVERIFY(close("2026-11-24"));
    QCOMPARE(refusal(till.take(1'000)), QString());
    QCOMPARE(till.shop.problems(), QStringList());
}

void TestPaymentService::ofADraftOrNobody()
{
    Till till;
    const OrderId draft = await(till.shop.orders.park(till.shop.order({OrderShop::piece("Skirt", 9'000)}))).value();
    QCOMPARE(refusal(await(till.payments.take(draft, {naira(1)}))), QStringLiteral("order.is_draft"));
    const OrderId none = OrderId::make(till.shop.shop.clock);
    QCOMPARE(refusal(await(till.payments.take(none, {naira(1)}))), QStringLiteral("order.not_found"));
    QCOMPARE(refusal(till.payments.ofOrder(none)), QStringLiteral("order.not_found"));
    QCOMPARE(refusal(till.payments.balance(none)), QStringLiteral("order.not_found"));
}

//! A deposit that is refused leaves no order behind, and an order that is refused no deposit.
void TestPaymentService::bookingAndDepositAreOne()
{
    OrderShop shop;
    CheckoutService checkout(*shop.shop.session, *shop.shop.door);
    const auto draft = shop.order({shop.withCloth(OrderShop::piece("Jacket", 45'000), 2000)});
    QCOMPARE(refusal(await(checkout.book(draft, PaymentDraft{naira(45'001)}))),
             QStringLiteral("payment.more_than_due ₦45,000"));
    QCOMPARE(refusal(await(checkout.book({}, PaymentDraft{naira(1)}))), QStringLiteral("order.no_pieces"));
    QCOMPARE(shop.number("SELECT (SELECT count(*) FROM orders) + (SELECT count(*) FROM transactions)"), qint64(0));
    QCOMPARE(shop.shelf(), std::pair(qint64(10'000), qint64(0)));
    const auto booked = await(checkout.book(draft, PaymentDraft{naira(45'000)})).value();
    QCOMPARE(booked.order.number, QStringLiteral("1001"));
    QCOMPARE(booked.payment->receiptNumber, QStringLiteral("RA-26-00001"));
    QVERIFY(!await(checkout.book(draft, {}))->payment);
    QCOMPARE(shop.problems(), QStringList());
}

void TestPaymentService::handingOverAndPayingAreOne()
{
    Till till;
    CheckoutService checkout(*till.shop.shop.session, *till.shop.shop.door);
    QCOMPARE(refusal(await(checkout.handOver(withTicket({till.order}), PaymentDraft{naira(65'000)}))),
             QStringLiteral("order.nothing_ready"));
    QCOMPARE(till.balance(), qint64(65'000)); // the money was not taken either
    QVERIFY(await(till.shop.orders.complete(till.order)));
    const auto counter = till.shop.hire("member", "counter");
    CheckoutService hers(*counter.session, *counter.door);
    QCOMPARE(refusal(await(hers.handOver(withTicket({till.order}), PaymentDraft{naira(64'999)}))),
             QStringLiteral("access.refused orders:release_unpaid"));
    QCOMPARE(till.balance(), qint64(65'000));
    QVERIFY(await(hers.handOver(withTicket({till.order}), PaymentDraft{naira(65'000)})));
    QCOMPARE(till.balance(), qint64(0));
    QCOMPARE(till.shop.problems(), QStringList());
}

void TestPaymentService::undoesEveryKind_data()
{
    QTest::addColumn<Step>("before");
    QTest::addColumn<Step>("step");
    const auto pay = [](PaymentMethod method) { return [method](Till &till) { QVERIFY(till.take(30'000, method)); }; };
    const Step nothing = [](Till &) {};
    const Step refund = [](Till &till) {
        QVERIFY(await(
            till.payments.refund(till.payments.ofOrder(till.order)->at(0).id, QStringLiteral("why"), naira(7'000))));
    };
    const Step confirm = [](Till &till) {
        QVERIFY(await(till.payments.confirm(till.payments.ofOrder(till.order)->at(0).id)));
    };
    const Step confirmed = [=](Till &till) {
        pay(PaymentMethod::Transfer)(till);
        confirm(till);
    };
    QTest::newRow("cash") << nothing << Step(pay(PaymentMethod::Cash));
    QTest::newRow("card") << nothing << Step(pay(PaymentMethod::Card));
    QTest::newRow("transfer that waits") << nothing << Step(pay(PaymentMethod::Transfer));
    QTest::newRow("transfer that came") << Step(pay(PaymentMethod::Transfer)) << confirm;
    QTest::newRow("refund of cash") << Step(pay(PaymentMethod::Cash)) << refund;
    QTest::newRow("refund of a transfer") << confirmed << refund;
    QTest::newRow("refund of a transfer that never came") << Step(pay(PaymentMethod::Transfer)) << refund;
}

//! Nothing is ever changed or deleted: what was paid, taken back and paid again adds up to the last minor unit.
void TestPaymentService::undoesEveryKind()
{
    QFETCH(Step, before);
    QFETCH(Step, step);
    Till till;
    before(till);
    // What is paid, what waits, and what the client owes.
    const auto state = [&till] {
        qint64 waiting = 0;
        const auto rows = till.payments.ofOrder(till.order).value();
        for (const Payment &row : rows)
            waiting += row.waiting ? row.amount.minor() : 0;
        return QStringLiteral("balance %1, rows %2, waiting %3, client %4")
            .arg(till.balance())
            .arg(till.sum())
            .arg(waiting)
            .arg(till.shop.clients.load(till.shop.client)->balance->minor());
    };
    const QString first = state();
    step(till);
    const QString second = state();
    size_t rows = till.payments.ofOrder(till.order)->size();
    QVERIFY(first != second);
    for (int round = 0; round < 2; ++round) {
        QCOMPARE(refusal(await(till.shop.shop.door->undo())), QString());
        QCOMPARE(state(), first);
        QCOMPARE(refusal(await(till.shop.shop.door->redo())), QString());
        QCOMPARE(state(), second);
        QVERIFY(till.payments.ofOrder(till.order)->size() >= rows);
        rows = till.payments.ofOrder(till.order)->size();
        QCOMPARE(till.shop.problems(), QStringList());
    }
}

QTEST_GUILESS_MAIN(TestPaymentService)
#include "tst_payment_service.moc"
