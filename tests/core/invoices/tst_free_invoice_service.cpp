// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/clients/client_repository.h"
#include "core/finance/account_service.h"
#include "core/invoices/free_invoice_service.h"
#include "core/invoices/invoice_list.h"
#include "core/invoices/invoice_service.h"
#include "tests/core/finance/till_shop.h"

#include <QTest>

#include <rapidcheck.h>

using namespace thimblely;
using namespace thimblely::test;
using namespace thimblely::invoices;

//! Invoices that bill no order, and the list of all of them.
class TestFreeInvoiceService : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_till = std::make_unique<TillShop>();
        m_free = std::make_unique<FreeInvoiceService>(session(), door());
        m_all = std::make_unique<InvoiceService>(session(), door());
    }
    void cleanup()
    {
        QCOMPARE(m_till->shop.problems(), QStringList());
        m_all.reset();
        m_free.reset();
        m_till.reset();
    }

    //! Draft, issued, paid in two parts: numbers without a gap, in the same chain as those of orders.
    void fromDraftToPaid()
    {
        const InvoiceId draft = await(m_free->keep({}, lessons())).value();
        QCOMPARE(list(InvoiceFilter::Drafts), (QList<InvoiceState>{InvoiceState::Draft}));
        QVERIFY(m_free->draft(draft).value() == lessons());
        QVERIFY(list(InvoiceFilter::All).isEmpty());
        const InvoiceDocument ofOrder = await(m_all->issue(m_till->order)).value();
        const InvoiceDocument issued = await(m_free->issue(draft, lessons())).value();
        QVERIFY(!billsOrder(issued) && billsOrder(ofOrder));
        QCOMPARE(issued.id, draft);
        QCOMPARE(issued.number, QStringLiteral("A-26-00002"));
        QCOMPARE(issued.previousHash, ofOrder.documentHash);
        QVERIFY(m_all->verify(issued.id));
        QCOMPARE(issued.total, naira(30'000));
        QCOMPARE(issued.balance, naira(30'000));
        QCOMPARE(refusal(m_free->draft(draft)), QStringLiteral("invoice.not_draft"));
        QCOMPARE(refusal(await(m_free->keep(draft, lessons()))), QStringLiteral("invoice.not_draft"));
        QCOMPARE(refusal(await(m_free->take(draft, {naira(30'001)}))), QStringLiteral("payment.more_than_due ₦30,000"));
        QVERIFY(await(m_free->take(draft, {naira(10'000)})));
        QCOMPARE(m_all->load(draft)->balance, naira(20'000));
        QCOMPARE(state(draft), InvoiceState::PartlyPaid);
        QVERIFY(await(m_free->take(draft, {naira(20'000), finance::PaymentMethod::Transfer})));
        QCOMPARE(m_all->load(draft)->balance, naira(0)); // on its way
        QCOMPARE(state(draft), InvoiceState::PartlyPaid);
        const auto payments = InvoiceListService(session()).payments(draft).value();
        QCOMPARE(payments.size(), size_t(2));
        QVERIFY(await(m_till->payments.confirm(payments[1].id)));
        QCOMPARE(state(draft), InvoiceState::Paid);
        // What was entered wrong is taken back as any payment is.
        QVERIFY(await(m_till->payments.reverse(payments[0].id, QStringLiteral("entered twice"))));
        QCOMPARE(m_all->load(draft)->balance, naira(10'000));
    }

    //! Its receipt says what the invoice comes to and what is still to be paid; given back, which one it takes back.
    void aReceiptForItsMoney()
    {
        const InvoiceDocument bill = await(m_free->issue({}, lessons())).value();
        const auto paid = await(m_free->take(bill.id, {naira(10'000)})).value();
        QVERIFY(await(m_free->take(bill.id, {naira(5'000)}))); // later money is no matter of the first receipt
        const auto read = m_all->receipt(paid.id);
        QCOMPARE(refusal(read), QString());
        QCOMPARE(read->receiptNumber, paid.receiptNumber);
        QCOMPARE(read->clientName, QStringLiteral("Queen's School"));
        QCOMPARE(read->orders.size(), size_t(1));
        const ReceiptOrder &part = read->orders[0];
        QVERIFY(part.isInvoice);
        QCOMPARE(part.number, bill.number);
        QCOMPARE(part.total, naira(30'000));
        QCOMPARE(part.paidSoFar, naira(10'000));
        QCOMPARE(part.balance, naira(20'000));
        QCOMPARE(read->whole().value(), naira(10'000));
        const auto back = await(m_till->payments.reverse(paid.id, QStringLiteral("entered twice"))).value();
        QCOMPARE(m_all->receipt(back.id)->takesBack, paid.receiptNumber);
    }

    //! What went to an invoice was once printed as kept for the client.
    void oneReceiptOfOrderInvoiceAndCredit()
    {
        FreeInvoice invoice = lessons();
        invoice.client = m_till->shop.client;
        const InvoiceDocument bill = await(m_free->issue({}, invoice)).value();
        finance::AccountService accounts(session(), door());
        finance::PaymentDraft draft{naira(100'000)};
        draft.restAsCredit = true;
        const auto taken = await(accounts.take(m_till->shop.client, draft)).value();
        const auto receipt = m_all->receipt(taken.id).value();
        QCOMPARE(receipt.orders.size(), size_t(2));
        QVERIFY(!receipt.orders[0].isInvoice && receipt.orders[1].isInvoice);
        QCOMPARE(receipt.orders[1].number, bill.number);
        QCOMPARE(receipt.orders[1].put, naira(30'000));
        QCOMPARE(receipt.kept, std::optional(naira(5'000)));
        QCOMPARE(receipt.whole().value(), naira(100'000));
    }

    void refusals_data()
    {
        QTest::addColumn<FreeInvoice>("invoice");
        QTest::addColumn<QString>("code");
        FreeInvoice invoice{.name = QStringLiteral("School"),
                            .lines = {{QStringLiteral("Lesson"), Quantity::whole(1), naira(10)}}};
        FreeInvoice other = invoice;
        other.name.clear();
        QTest::newRow("nobody") << other << QStringLiteral("invoice.no_buyer");
        other = invoice;
        other.lines.clear();
        QTest::newRow("nothing") << other << QStringLiteral("invoice.no_lines");
        other = invoice;
        other.lines[0].price = naira(0);
        QTest::newRow("for nothing") << other << QStringLiteral("invoice.bad_line 1");
        other = invoice;
        other.due = day("2026-11-24");
        QTest::newRow("due yesterday") << other << QStringLiteral("invoice.due_past 24 Nov 2026");
    }
    void refusals()
    {
        QFETCH(FreeInvoice, invoice);
        QFETCH(QString, code);
        QCOMPARE(refusal(await(m_free->issue({}, invoice))), code);
        QVERIFY(list(InvoiceFilter::All).isEmpty()); // and no number was spent
        QCOMPARE(await(m_free->issue({}, lessons())).value().number, QStringLiteral("A-26-00001"));
    }

    void aDraftIsDroppedAndBack()
    {
        const InvoiceId draft = await(m_free->keep({}, lessons())).value();
        QVERIFY(await(m_free->drop(draft)));
        QVERIFY(list(InvoiceFilter::Drafts).isEmpty());
        QVERIFY(await(door().undo()));
        QCOMPARE(list(InvoiceFilter::Drafts).size(), 1);
    }

    //! Whatever parts it is credited in, all notes together are the invoice, its taxes too.
    void notesAreTheInvoice()
    {
        QVERIFY(rc::check([] {
            const Currency currency = currencyNamed("NGN");
            FreeInvoice invoice{.name = QStringLiteral("x")};
            invoice.taxInclusive = *rc::gen::arbitrary<bool>();
            const int count = *rc::gen::inRange(1, 4);
            for (int i = 0; i < count; ++i)
                invoice.lines.push_back({QStringLiteral("l"), Quantity(*rc::gen::inRange(1, 5'000)),
                                         Money(*rc::gen::inRange(1, 1'000'000), currency),
                                         Rate(*rc::gen::inRange(0, 300'000))});
            const auto lines = linesOf(invoice, currency).value();
            const LineSums sums = sumsOf(lines, invoice.taxInclusive, currency).value();
            RC_PRE(sums.total.minor() > 0);
            InvoiceDocument paper = shape(lines, invoice.taxInclusive, sums);
            std::vector<InvoiceDocument> notes;
            qint64 left = sums.total.minor();
            qint64 tax = 0;
            while (left > 0) {
                const qint64 part = notes.size() > 4 ? left : *rc::gen::inRange<qint64>(1, left + 1);
                const auto off = creditLines(paper, notes, Money(part, currency), {}).value();
                const LineSums note = sumsOf(off, invoice.taxInclusive, currency).value();
                RC_ASSERT(note.total.minor() == part);
                notes.push_back(shape(off, invoice.taxInclusive, note));
                tax += note.tax.minor();
                left -= part;
            }
            RC_ASSERT(tax == sums.tax.minor());
            RC_ASSERT(!creditLines(paper, notes, Money(1, currency), {}).ok());
        }));
    }

    void aCreditNote()
    {
        const InvoiceId invoice = await(m_free->issue({}, lessons())).value().id;
        QCOMPARE(refusal(await(m_free->credit(invoice, naira(10), {}))), QStringLiteral("invoice.no_reason"));
        const InvoiceDocument note =
            await(m_free->credit(invoice, naira(10'000), QStringLiteral("one lesson fell out"))).value();
        QCOMPARE(note.number, QStringLiteral("A-26-00002"));
        QCOMPARE(m_all->load(invoice)->balance, naira(20'000));
        QCOMPARE(m_free->creditable(invoice).value(), naira(20'000));
        QVERIFY(m_all->verify(note.id));
        QCOMPARE(refusal(await(m_free->credit(invoice, naira(20'001), QStringLiteral("x")))),
                 QStringLiteral("invoice.credit_too_large ₦20,000"));
        QCOMPARE(list(InvoiceFilter::CreditNotes).size(), 1);
        QCOMPARE(InvoiceListService(session()).notesOn(invoice, day("2026-11-25"))->size(), size_t(1));
        const InvoiceDocument ofOrder = await(m_all->issue(m_till->order)).value();
        QCOMPARE(refusal(await(m_free->credit(ofOrder.id, naira(1), QStringLiteral("x")))).section(u' ', 0, 0),
                 QStringLiteral("invoice.of_order"));
    }

    //! The statement has what is asked beside the orders.
    void itStandsOnTheStatement()
    {
        FreeInvoice invoice = lessons();
        invoice.client = m_till->shop.client;
        QVERIFY(await(m_free->issue({}, invoice)));
        const Statement statement = m_all->statement(m_till->shop.client).value();
        QCOMPARE(statement.owed, naira(95'000));
        QCOMPARE(statement.lines.size(), size_t(2));
        QCOMPARE(statement.lines[1].orderNumber, QStringLiteral("A-26-00001"));
    }

    //! Page by page the list is whole, and each filter leaves what it says.
    //! The client's card, account and statement say the same, whatever is paid, credited or on its way.
    void oneFigureOfWhatIsDue()
    {
        const ClientId client = m_till->shop.client;
        finance::AccountService accounts(session(), door());
        const auto owed = [&] {
            const Money account = accounts.of(client)->owed;
            const Money statement = m_all->statement(client)->owed;
            const auto card = clients::summary(session().reader(), client).value()->balance;
            return account == statement && card == account ? account : naira(-1);
        };
        QCOMPARE(owed(), naira(65'000));
        FreeInvoice invoice = lessons();
        invoice.client = client;
        const InvoiceDocument issued = await(m_free->issue({}, invoice)).value();
        QCOMPARE(owed(), naira(95'000));
        QCOMPARE(refusal(await(accounts.take(client, {naira(95'001)}))),
                 QStringLiteral("payment.more_than_due ₦95,000"));
        const auto taken = await(accounts.take(client, {naira(80'000)}));
        QVERIFY2(taken, qPrintable(refusal(taken)));
        QCOMPARE(owed(), naira(15'000));
        QCOMPARE(m_all->load(issued.id)->balance, naira(15'000)); // of one day the order comes first
        QVERIFY(await(m_free->credit(issued.id, naira(5'000), QStringLiteral("one lesson was short"))));
        QCOMPARE(owed(), naira(10'000));
        QVERIFY(await(m_free->take(issued.id, {naira(4'000), finance::PaymentMethod::Transfer})));
        QCOMPARE(owed(), naira(6'000));
        QCOMPARE(accounts.of(client)->waiting, naira(4'000));
        finance::PaymentDraft more{naira(7'000)};
        more.restAsCredit = true;
        QVERIFY(await(m_free->take(issued.id, more)));
        QCOMPARE(owed(), naira(0));
        QCOMPARE(accounts.of(client)->credit, naira(1'000));
        // Credited after it was paid: too much was paid for it, and the statement says so.
        QVERIFY(await(m_free->credit(issued.id, naira(3'000), QStringLiteral("and another"))));
        QCOMPARE(owed(), naira(0));
        QCOMPARE(accounts.of(client)->overpaid, naira(3'000));
        QCOMPARE(m_all->statement(client)->lines.back().overpaid, std::optional(naira(3'000)));
    }

    void thePagesAreTheList()
    {
        for (int i = 0; i < 7; ++i) {
            FreeInvoice invoice = lessons();
            invoice.due = day("2026-11-30");
            QVERIFY(await(m_free->issue({}, invoice)));
        }
        std::set<InvoiceId> seen;
        std::optional<InvoicePlace> after;
        InvoiceListService listed(session());
        for (;;) {
            const auto rows = listed.page(InvoiceFilter::All, {}, day("2026-11-25"), after, 3).value();
            for (const InvoiceSummary &row : rows)
                QVERIFY(seen.insert(row.id).second);
            if (rows.size() < 3)
                break;
            after = InvoicePlace{rows.back().issued, rows.back().id};
        }
        QCOMPARE(seen.size(), size_t(7));
        QCOMPARE(listed.page(InvoiceFilter::Overdue, {}, day("2026-11-30"), {}, 50)->size(), size_t(0));
        QCOMPARE(listed.page(InvoiceFilter::Overdue, {}, day("2026-12-01"), {}, 50)->size(), size_t(7));
        QCOMPARE(listed.page(InvoiceFilter::Open, QStringLiteral("00003"), day("2026-11-25"), {}, 50)->size(),
                 size_t(1));
        QCOMPARE(listed.page(InvoiceFilter::Open, QStringLiteral("school"), day("2026-11-25"), {}, 50)->size(),
                 size_t(7));
        QCOMPARE(listed.page(InvoiceFilter::Open, QStringLiteral("nobody"), day("2026-11-25"), {}, 50)->size(),
                 size_t(0));
        QCOMPARE(listed.page(InvoiceFilter::Paid, {}, day("2026-11-25"), {}, 50)->size(), size_t(0));
    }

    void onlyWhoMay()
    {
        const auto cutter = m_till->shop.hire("member", "cutter");
        QVERIFY(!InvoiceListService(*cutter.session).page(InvoiceFilter::All, {}, day("2026-11-25"), {}, 5).ok());
        QVERIFY(!await(FreeInvoiceService(*cutter.session, *cutter.door).issue({}, lessons())).ok());
        const auto counter = m_till->shop.hire("member", "counter");
        FreeInvoiceService his(*counter.session, *counter.door);
        const auto issued = await(his.issue({}, lessons()));
        QVERIFY(issued.ok());
        QCOMPARE(refusal(await(his.credit(issued->id, naira(1), QStringLiteral("x")))),
                 QStringLiteral("access.refused invoices:credit"));
    }

private:
    access::Session &session() { return *m_till->shop.shop.session; }
    changes::WriteDoor &door() { return *m_till->shop.shop.door; }
    static FreeInvoice lessons()
    {
        FreeInvoice invoice{.name = QStringLiteral("Queen's School"),
                            .address = QStringLiteral("Yaba"),
                            .lines = {{QStringLiteral("Sewing lesson"), Quantity::whole(3), naira(10'000)}}};
        invoice.notes = QStringLiteral("Thank you");
        return invoice;
    }
    static InvoiceDocument shape(std::vector<InvoiceLine> lines, bool inclusive, const LineSums &sums)
    {
        const Money none = Money::zero(sums.total.currency());
        return {InvoiceId(IdBytes{}),
                noOrder,
                {},
                InvoiceKind::Invoice,
                {},
                {},
                day("2026-11-25"),
                {},
                {},
                {},
                {},
                std::move(lines),
                {},
                inclusive,
                sums.subtotal,
                sums.discount,
                sums.tax,
                sums.total,
                none,
                none,
                orders::PaymentStatus::Unpaid,
                {},
                {},
                {},
                none};
    }
    QList<InvoiceState> list(InvoiceFilter filter)
    {
        QList<InvoiceState> states;
        for (const InvoiceSummary &row :
             InvoiceListService(session()).page(filter, {}, day("2026-11-25"), {}, 50).value())
            states.append(row.state);
        return states;
    }
    InvoiceState state(InvoiceId invoice)
    {
        return InvoiceListService(session()).one(invoice, day("2026-11-25")).value()->state;
    }

    std::unique_ptr<TillShop> m_till;
    std::unique_ptr<FreeInvoiceService> m_free;
    std::unique_ptr<InvoiceService> m_all;
};

QTEST_GUILESS_MAIN(TestFreeInvoiceService)
#include "tst_free_invoice_service.moc"
