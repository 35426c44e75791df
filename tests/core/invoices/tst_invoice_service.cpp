// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/finance/account_service.h"
#include "core/finance/checkout_service.h"
#include "core/finance/payment_service.h"
#include "core/invoices/invoice_service.h"
#include "tests/core/orders/order_shop.h"

#include <QDateTime>
#include <QTest>

using namespace thimblely;
using namespace thimblely::test;
using invoices::InvoiceKind;

namespace {

struct Office {
    //! Past the wall and its guards, as somebody with another program would.
    void tamper(const QByteArray &sql)
    {
        const auto connection = storage::Connection::open({shop.shop.path()}).value();
        const auto done = connection->executeScript(
            "BEGIN IMMEDIATE;"
            "INSERT INTO sys_operations (uid, device_id, kind, happened_at) VALUES (randomblob(16), zeroblob(16),"
            " 'test', 1); UPDATE sys_current_operation SET operation_id = last_insert_rowid();"
            "DROP TRIGGER guard_issued_stays;" +
            sql + ";UPDATE sys_current_operation SET operation_id = NULL; COMMIT;");
        if (!done)
            qFatal("%s", qPrintable(describe(done.error())));
    }

    OrderShop shop;
    invoices::InvoiceService invoices{*shop.shop.session, *shop.shop.door};
    finance::PaymentService payments{*shop.shop.session, *shop.shop.door};
};

} // namespace

class TestInvoiceService : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void refuses();
    void staysAsItWasHandedOut();
    void billsEachTaxOnce();
    void whatIsAddedLaterIsBilledByAnother();
    void whatIsBilledIsNotTakenBack();
    void numbersStartAnewEachYear();
    void receiptsHaveANumberOfTheirs();
    void isNotUndone();
    void noticesWhatWasChanged_data();
    void noticesWhatWasChanged();
    void anErasedBuyerLeavesTheChainWhole();
    void receiptOfARefund();
    void statementSaysWhatIsOwed();
    void statementIsForWhoMayReadPrices();
};

void TestInvoiceService::statementSaysWhatIsOwed()
{
    Office office;
    const finance::AccountService account{*office.shop.shop.session, *office.shop.shop.door};
    const invoices::Statement none = office.invoices.statement(office.shop.client).value();
    QVERIFY(none.lines.empty() && none.owed.isZero() && none.credit.isZero());
    QCOMPARE(none.client.name, QStringLiteral("Ngozi Okafor"));
    const OrderId first = office.shop.book({OrderShop::piece("Jacket", 30'000), OrderShop::piece("Skirt", 10'000)});
    const OrderId second = office.shop.book({OrderShop::piece("Coat", 50'000)});
    office.shop.book({OrderShop::piece("Shirt", 5'000)});
    const auto pay = [&](OrderId order, qint64 whole, finance::PaymentMethod method) {
        finance::PaymentDraft payment{Money(whole * 100, Currency::parse(u"NGN").value()), method};
        QVERIFY(await(office.payments.take(order, payment)));
    };
    pay(second, 50'000, finance::PaymentMethod::Cash);   // paid: no line
    pay(first, 15'000, finance::PaymentMethod::Cash);    // in part
    pay(first, 5'000, finance::PaymentMethod::Transfer); // on its way
    const invoices::Statement statement = office.invoices.statement(office.shop.client).value();
    QCOMPARE(statement.lines.size(), size_t(2));
    QCOMPARE(statement.lines[0].text, QStringLiteral("Jacket, Skirt"));
    QCOMPARE(statement.lines[0].total.minor(), qint64(4'000'000));
    QCOMPARE(statement.lines[0].balance.minor(), qint64(2'000'000));
    QCOMPARE(statement.lines[1].balance.minor(), qint64(500'000));
    QCOMPARE(statement.owed.minor(), qint64(2'500'000));
    // The same sum that the counter says of the client.
    QCOMPARE(statement.owed, account.of(office.shop.client).value().owed);
    QCOMPARE(refusal(office.invoices.statement(ClientId::fromName("nobody"))), QStringLiteral("client.unknown"));
}

void TestInvoiceService::statementIsForWhoMayReadPrices()
{
    Office office;
    office.shop.book({OrderShop::piece("Jacket", 30'000)});
    const auto cutter = office.shop.hire("member", "cutter");
    const invoices::InvoiceService theirs(*cutter.session, *cutter.door);
    QCOMPARE(theirs.statement(office.shop.client).error().kind, ErrorKind::Forbidden);
}

void TestInvoiceService::refuses()
{
    Office office;
    const OrderId draft = await(office.shop.orders.park(office.shop.order({OrderShop::piece("Jacket", 1)}))).value();
    QCOMPARE(refusal(await(office.invoices.issue(draft))), QStringLiteral("invoice.draft_order"));
    QCOMPARE(refusal(office.invoices.claimCheck(draft)), QStringLiteral("order.is_draft"));
    const OrderId order = office.shop.book({OrderShop::piece("Jacket", 1)});
    QCOMPARE(refusal(await(office.invoices.issue(order, InvoiceKind::CreditNote))), QStringLiteral("invoice.kind"));
    QVERIFY(await(office.shop.orders.cancelPiece(office.shop.pieceIds(order)[0], QStringLiteral("no"))));
    QCOMPARE(refusal(await(office.invoices.issue(order))), QStringLiteral("invoice.empty_order"));
    QCOMPARE(refusal(await(office.invoices.issue(OrderId::make(office.shop.shop.clock)))),
             QStringLiteral("order.not_found"));
    const OrderId other = office.shop.book({OrderShop::piece("Cap", 1)});
    QCOMPARE(await(office.invoices.issue(other))->number, QStringLiteral("A-26-00001")); // none was lost
    QCOMPARE(office.shop.problems(), QStringList());
}

//! A client who marries and a payment that comes change nothing of what is printed but what is paid.
void TestInvoiceService::staysAsItWasHandedOut()
{
    Office office;
    const OrderId order = office.shop.book({OrderShop::piece("Jacket", 45'000)});
    const auto issued = await(office.invoices.issue(order)).value();
    QCOMPARE(issued.supplyDate, std::optional<Date>()); // not made yet
    ClientDraft married;
    married.name = QStringLiteral("Ngozi Bello");
    QVERIFY(await(office.shop.clients.update(office.shop.client, married)));
    QVERIFY(await(office.payments.take(order, {naira(5'000)})));
    QVERIFY(await(office.shop.orders.cancelPiece(office.shop.pieceIds(order)[0], QStringLiteral("no"))));
    const auto later = office.invoices.load(issued.id).value();
    QCOMPARE(later.to, issued.to);
    QCOMPARE(later.to.name, QStringLiteral("Ngozi Okafor"));
    QCOMPARE(later.lines.size(), size_t(1));
    QCOMPARE(later.total, naira(45'000));
    QCOMPARE(later.paid, naira(5'000));
    QCOMPARE(later.documentHash, issued.documentHash);
    QCOMPARE(refusal(office.invoices.verify(issued.id)), QString());
    QCOMPARE(office.shop.problems(), QStringList());
}

void TestInvoiceService::billsEachTaxOnce()
{
    for (const bool inclusive : {true, false}) {
        Office office;
        orders::OrderDraft draft = office.shop.order({OrderShop::piece("Jacket", 1'075), OrderShop::piece("Cap", 2'150),
                                                      OrderShop::piece("Book", 500), OrderShop::piece("Skirt", 1'050)});
        draft.taxInclusive = inclusive;
        draft.pieces[0].taxRate = draft.pieces[1].taxRate = Rate(75'000);
        draft.pieces[0].discount = naira(0);
        draft.pieces[3].taxRate = Rate(50'000);
        const OrderId order = await(office.shop.orders.book(draft)).value().id;
        const auto bill = await(office.invoices.issue(order)).value();
        QCOMPARE(bill.taxes.size(), size_t(2)); // nothing for what bears none
        QCOMPARE(bill.taxes[0].net, naira(inclusive ? 3'000 : 3'225));
        QCOMPARE(bill.taxes[0].tax, inclusive ? naira(225) : Money(241'88, currencyNamed("NGN"))); // 80.63 + 161.25
        QCOMPARE(bill.taxes[1].tax, inclusive ? naira(50) : Money(52'50, currencyNamed("NGN")));
        QCOMPARE(bill.taxes[0].tax.plus(bill.taxes[1].tax).value(), bill.tax);
        const Money net = naira(4'775);
        QCOMPARE(bill.total, inclusive ? net : net.plus(bill.tax).value());
        QCOMPARE(bill.taxInclusive, inclusive);
        QCOMPARE(refusal(office.invoices.verify(bill.id)), QString());
        QCOMPARE(office.shop.problems(), QStringList());
    }
}

//! The first invoice stays to the byte; the second bills the piece that came later and what a task added.
void TestInvoiceService::whatIsAddedLaterIsBilledByAnother()
{
    Office office;
    const auto taxed = [](orders::PieceDraft piece) {
        piece.taxRate = Rate::percent(10);
        piece.taxCode = QStringLiteral("VAT");
        return piece;
    };
    orders::Task hem;
    hem.name = QStringLiteral("Hem");
    hem.price = naira(11'000);
    orders::PieceDraft trousers = taxed(OrderShop::piece("Trousers", 11'000));
    trousers.tasks = {hem};
    const OrderId order = office.shop.book({trousers, OrderShop::piece("Cap", 1'000)});
    const finance::PaymentDraft all{naira(12'000), finance::PaymentMethod::Cash};
    QVERIFY(await(office.payments.take(order, all)));
    QCOMPARE(office.invoices.hasUnbilled(order).value(), true);
    const auto first = await(office.invoices.issue(order)).value();
    QCOMPARE(office.invoices.hasUnbilled(order).value(), false);
    QCOMPARE(refusal(await(office.invoices.issue(order))), QStringLiteral("invoice.issued_already A-26-00001"));

    orders::Task taper;
    taper.name = QStringLiteral("Taper");
    taper.side = orders::TaskSide::Left;
    taper.price = naira(2'200);
    finance::CheckoutService checkout(*office.shop.shop.session, *office.shop.shop.door);
    const orders::Addition more{
        order, {taxed(OrderShop::piece("Tie", 1'100))}, {{office.shop.pieceIds(order)[0], {taper}}}};
    QVERIFY(await(checkout.add(more, std::nullopt)));
    QCOMPARE(office.invoices.hasUnbilled(order).value(), true);
    const auto second = await(office.invoices.issue(order)).value();
    QCOMPARE(second.number, QStringLiteral("A-26-00002"));
    QCOMPARE(second.lines.size(), size_t(2));
    QCOMPARE(second.lines[0].position, 1);
    QCOMPARE(second.lines[0].details, QStringLiteral("Taper, client's left"));
    QCOMPARE(second.lines[0].total, naira(2'200));
    QCOMPARE(second.lines[0].tax, naira(200));
    QCOMPARE(second.lines[1].text, QStringLiteral("Tie"));
    QCOMPARE(second.subtotal, naira(3'300));
    QCOMPARE(second.tax, naira(300));
    QCOMPARE(second.total, naira(3'300));
    QCOMPARE(second.paid, naira(0)); // what was paid went to the first
    QCOMPARE(office.invoices.load(first.id)->paid, naira(12'000));
    QCOMPARE(office.invoices.load(first.id)->documentHash, first.documentHash);
    QCOMPARE(office.invoices.forOrder(order).value(), std::optional(second.id));
    QVERIFY(office.invoices.verify(first.id));
    QVERIFY(office.invoices.verify(second.id));
    QCOMPARE(refusal(await(office.invoices.issue(order))), QStringLiteral("invoice.issued_already A-26-00002"));
    QVERIFY(await(office.payments.take(order, finance::PaymentDraft{naira(3'300), finance::PaymentMethod::Cash})));
    QCOMPARE(office.invoices.load(second.id)->paid, naira(3'300));
    QCOMPARE(office.shop.problems(), QStringList());
}

void TestInvoiceService::whatIsBilledIsNotTakenBack()
{
    Office office;
    const OrderId order = office.shop.book({OrderShop::piece("Jacket", 12'000)});
    QVERIFY(await(office.invoices.issue(order)));
    orders::Task taper;
    taper.name = QStringLiteral("Taper");
    taper.price = naira(2'200);
    finance::CheckoutService checkout(*office.shop.shop.session, *office.shop.shop.door);
    const orders::Addition more{order, {OrderShop::piece("Tie", 1'100)}, {{office.shop.pieceIds(order)[0], {taper}}}};
    changes::WriteDoor &door = *office.shop.shop.door;
    std::optional<OperationId> added;
    const auto heard = connect(&door, &changes::WriteDoor::changed, this,
                               [&](const changes::ChangeSet &changes) { added = changes.operation; });
    QVERIFY(await(checkout.add(more, std::nullopt)));
    QTRY_VERIFY(added);
    disconnect(heard);
    QVERIFY(await(door.undo(*added))); // on no paper yet
    QVERIFY(await(door.redo()));
    const auto before = office.shop.orders.load(order)->sums->total;
    QVERIFY(await(office.invoices.issue(order)));
    QCOMPARE(refusal(await(door.undo(*added))), QStringLiteral("invoice.bills_piece"));
    QCOMPARE(office.shop.orders.load(order)->sums->total, before);
    QCOMPARE(office.shop.problems(), QStringList());
}

void TestInvoiceService::numbersStartAnewEachYear()
{
    Office office;
    const auto issue = [&] {
        orders::OrderDraft draft = office.shop.order({OrderShop::piece("Jacket", 1)});
        draft.promisedDate.reset();
        return await(office.invoices.issue(await(office.shop.orders.book(draft)).value().id)).value();
    };
    const auto old = issue();
    office.shop.shop.clock.set(Instant(QDateTime(QDate(2026, 12, 31), QTime(22, 59), Qt::UTC).toMSecsSinceEpoch()));
    QCOMPARE(issue().number, QStringLiteral("A-26-00002"));
    office.shop.shop.clock.advanceMsecs(60'000); // midnight in Lagos, an hour before it is in Greenwich
    const auto first = issue();
    QCOMPARE(first.number, QStringLiteral("A-27-00001"));
    QVERIFY(first.previousHash.isEmpty()); // a chain per series
    QCOMPARE(issue().previousHash, first.documentHash);
    QCOMPARE(refusal(office.invoices.verify(old.id)), QString());
    QCOMPARE(office.shop.problems(), QStringList());
}

//! The receipts of money and the receipts of orders share a series; neither leaves a gap.
void TestInvoiceService::receiptsHaveANumberOfTheirs()
{
    Office office;
    const OrderId order = office.shop.book({OrderShop::piece("Cap", 1'000)});
    QCOMPARE(await(office.payments.take(order, {naira(400)}))->receiptNumber, QStringLiteral("RA-26-00001"));
    const auto receipt = await(office.invoices.issue(order, InvoiceKind::Receipt));
    QCOMPARE(refusal(receipt), QString());
    QCOMPARE(receipt->number, QStringLiteral("RA-26-00002"));
    QCOMPARE(receipt->kind, InvoiceKind::Receipt);
    QCOMPARE(await(office.payments.take(order, {naira(600)}))->receiptNumber, QStringLiteral("RA-26-00003"));
    QCOMPARE(refusal(await(office.invoices.issue(order, InvoiceKind::Receipt))),
             QStringLiteral("invoice.issued_already RA-26-00002"));
    QVERIFY(!office.invoices.forOrder(order).value()); // an invoice may still be asked for
    QCOMPARE(await(office.invoices.issue(order))->number, QStringLiteral("A-26-00001"));
    QCOMPARE(refusal(office.invoices.verify(receipt->id)), QString());
    QCOMPARE(office.shop.problems(), QStringList());
}

void TestInvoiceService::isNotUndone()
{
    Office office;
    std::optional<OperationId> booking;
    const auto listener = connect(
        office.shop.shop.door.get(), &changes::WriteDoor::changed, this,
        [&booking](const changes::ChangeSet &set) { booking = set.operation; }, Qt::DirectConnection);
    const OrderId order = office.shop.book({OrderShop::piece("Jacket", 45'000)});
    disconnect(listener);
    const auto issued = await(office.invoices.issue(order)).value();
    QCOMPARE(refusal(await(office.shop.shop.door->undo())), QStringLiteral("undo.not_undoable invoice.issue"));
    // Nor is the order taken back from under it, by the toast that still offers it.
    QCOMPARE(refusal(await(office.shop.shop.door->undo(*booking))), QStringLiteral("undo.changed_since invoice.issue"));
    QCOMPARE(refusal(office.shop.orders.load(order)), QString());
    QCOMPARE(refusal(office.invoices.verify(issued.id)), QString());
    QCOMPARE(office.shop.problems(), QStringList());
}

void TestInvoiceService::noticesWhatWasChanged_data()
{
    QTest::addColumn<QByteArray>("change");
    QTest::newRow("a total") << QByteArray(
        "UPDATE invoices SET total_minor = total_minor - 100 WHERE invoice_number = 'A-26-00002'");
    QTest::newRow("a line") << QByteArray(
        "UPDATE invoices SET lines = replace(lines, 'Jacket', 'Socks') WHERE invoice_number = 'A-26-00002'");
    QTest::newRow("a day") << QByteArray(
        "UPDATE invoices SET issued_date = '2026-11-24' WHERE invoice_number = 'A-26-00002'");
    QTest::newRow("the buyer") << QByteArray(
        "UPDATE invoices SET bills_to = json_set(bills_to, '$.name', 'Nobody') WHERE invoice_number = 'A-26-00002'");
    QTest::newRow("the seller") << QByteArray("UPDATE invoices SET bills_from = json_set(bills_from, '$.name', "
                                              "'Nobody') WHERE invoice_number = 'A-26-00002'");
    QTest::newRow("the one before") << QByteArray(
        "UPDATE invoices SET document_sha256 = zeroblob(32) WHERE invoice_number = 'A-26-00001'");
}

void TestInvoiceService::noticesWhatWasChanged()
{
    QFETCH(QByteArray, change);
    Office office;
    const auto issue = [&] {
        return await(office.invoices.issue(office.shop.book({OrderShop::piece("Jacket", 45'000)}))).value().id;
    };
    issue();
    const InvoiceId second = issue();
    QCOMPARE(refusal(office.invoices.verify(second)), QString());
    office.tamper(change);
    QCOMPARE(refusal(office.invoices.verify(second)), QStringLiteral("invoice.changed"));
}

void TestInvoiceService::anErasedBuyerLeavesTheChainWhole()
{
    Office office;
    const auto issue = [&] {
        return await(office.invoices.issue(office.shop.book({OrderShop::piece("Jacket", 45'000)}))).value().id;
    };
    const InvoiceId first = issue();
    const InvoiceId second = issue();
    office.tamper("UPDATE invoices SET bills_to = '{}' WHERE invoice_number = 'A-26-00001'");
    QCOMPARE(office.invoices.load(first)->to.name, QString());
    QCOMPARE(refusal(office.invoices.verify(first)), QString());
    QCOMPARE(refusal(office.invoices.verify(second)), QString());
}

void TestInvoiceService::receiptOfARefund()
{
    Office office;
    const OrderId order = office.shop.book({OrderShop::piece("Jacket", 45'000)});
    const auto paid = await(office.payments.take(order, {naira(30'000)})).value();
    office.shop.shop.clock.advanceMsecs(1000);
    const auto back = await(office.payments.refund(paid.id, QStringLiteral("late"), naira(10'000))).value();
    const auto receipt = office.invoices.receipt(back.id).value();
    QCOMPARE(receipt.payment.amount, naira(-10'000));
    QCOMPARE(receipt.orders[0].paidSoFar, naira(20'000));
    QCOMPARE(receipt.orders[0].balance, naira(25'000));
    QCOMPARE(receipt.payment.reason, QStringLiteral("late"));
    // A transfer that has not come in stands on its own receipt, and on no other.
    const auto waiting = await(office.payments.take(order, {naira(5'000), finance::PaymentMethod::Transfer})).value();
    office.shop.shop.clock.advanceMsecs(1000);
    const auto cash = await(office.payments.take(order, {naira(1'000)})).value();
    QCOMPARE(office.invoices.receipt(waiting.id)->orders[0].balance, naira(20'000));
    QCOMPARE(office.invoices.receipt(cash.id)->orders[0].balance, naira(24'000));
    QCOMPARE(refusal(office.invoices.receipt(TransactionId::make(office.shop.shop.clock))),
             QStringLiteral("payment.not_found"));
}

QTEST_GUILESS_MAIN(TestInvoiceService)
#include "tst_invoice_service.moc"
