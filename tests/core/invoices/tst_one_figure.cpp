// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/finance/books_service.h"
#include "core/finance/opening_writer.h"
#include "core/finance/plan_service.h"
#include "core/finance/reports.h"
#include "core/finance/wage_service.h"
#include "core/invoices/cancel_service.h"
#include "core/invoices/free_invoice_service.h"
#include "core/invoices/invoice_list.h"
#include "core/invoices/refund_service.h"
#include "tests/core/invoices/wedding.h"

#include <QTest>

#include <rapidcheck.h>

using namespace thimblely;
using namespace thimblely::test;
using namespace thimblely::finance;
using namespace thimblely::invoices;

namespace {

const Date beginning = day("2026-01-01");
const Date ending = day("2027-12-31");

//! A shop in which anything happens over some days, whose screens are then held against each other.
class AnyBooks {
public:
    explicit AnyBooks(bool taxInclusive) : m_wedding(taxInclusive)
    {
        m_orders = {m_till.order, m_wedding.order};
        orders::OrderDraft walkIn = m_till.shop.order({OrderShop::piece("Skirt", 9'000)});
        walkIn.client.reset();
        walkIn.taxInclusive = taxInclusive;
        walkIn.pieces[0].taxRate = Rate::percent(20);
        if (const auto booked = await(m_till.shop.orders.book(walkIn)))
            m_orders.push_back(booked->id);
        m_clients = {m_wedding.mother, m_wedding.groomsman};
        m_inclusive = taxInclusive;
    }

    void step()
    {
        const auto steps = {&AnyBooks::pay,     &AnyBooks::payOnAccount, &AnyBooks::takeBack,   &AnyBooks::refund,
                            &AnyBooks::cut,     &AnyBooks::cancel,       &AnyBooks::confirm,    &AnyBooks::payBack,
                            &AnyBooks::bill,    &AnyBooks::billFree,     &AnyBooks::payBill,    &AnyBooks::creditBill,
                            &AnyBooks::enter,   &AnyBooks::wage,         &AnyBooks::old,        &AnyBooks::moveOut,
                            &AnyBooks::nextDay, &AnyBooks::closeTill,    &AnyBooks::closeBooks, &AnyBooks::undo,
                            &AnyBooks::pay,     &AnyBooks::takeBack};
        (this->**(steps.begin() + *rc::gen::resize(rc::kNominalSize, rc::gen::inRange<size_t>(0, steps.size()))))();
    }

    void check()
    {
        checkProfit();
        checkTill();
        checkTaxes();
        checkDebts();
        checkPapers();
        checkWages();
        checkReceipts();
    }
    QStringList problems() const { return m_till.shop.problems(); }

private:
    access::Session &session() { return *m_till.shop.shop.session; }
    changes::WriteDoor &door() { return *m_till.shop.shop.door; }
    //! By value: a loop over what a Result that is gone holds would read what is not there.
    template <typename T>
    static T kept(Result<T> result)
    {
        return std::move(result).value();
    }
    static Money money(qint64 minor) { return Money(minor, currencyNamed("NGN")); }

    //! All rows of the books, page by page as the list has them.
    std::vector<BookEntry> rows(const BookFilter &filter)
    {
        std::vector<BookEntry> all;
        std::optional<BookPlace> after;
        for (;;) {
            const auto page = BooksService::page(session(), filter, after, 7).value();
            all.insert(all.end(), page.begin(), page.end());
            if (page.size() < 7)
                return all;
            after = BookPlace{page.back().date, page.back().id};
        }
    }
    static Figures sumOf(const std::vector<BookEntry> &rows)
    {
        qint64 income = 0;
        qint64 expense = 0;
        for (const BookEntry &row : rows) {
            if (row.movesProfit && !row.waiting)
                (row.isIncome ? income : expense) += row.amount.minor() * (row.isIncome ? 1 : -1);
        }
        return {money(income), money(expense)};
    }
    static void same(const Figures &one, const Figures &other)
    {
        RC_ASSERT(one.income.minor() == other.income.minor());
        RC_ASSERT(one.expense.minor() == other.expense.minor());
    }

    //! The overview is the sum of the entries: in all, of each day, by month, category and filter; and so is a goal.
    void checkProfit()
    {
        const auto all = rows({});
        const Figures whole = Reports::between(session(), beginning, ending).value();
        same(whole, sumOf(all));
        std::set<Date> days;
        for (const BookEntry &row : all)
            days.insert(row.date);
        for (const Date &one : days) {
            BookFilter filter;
            filter.from = one;
            filter.until = one;
            same(Reports::between(session(), one, one).value(), sumOf(rows(filter)));
        }
        qint64 income = 0;
        qint64 expense = 0;
        for (const MonthFigures &month : kept(Reports::months(session(), {2027, 12}, 24))) {
            income += month.figures.income.minor();
            expense += month.figures.expense.minor();
        }
        same(whole, {money(income), money(expense)});
        income = expense = 0;
        for (const CategoryFigure &figure : kept(Reports::categories(session(), beginning, ending))) {
            (figure.isIncome ? income : expense) += figure.amount.minor();
            BookFilter filter;
            filter.category = figure.category;
            filter.kind = figure.isIncome ? BookKind::Income : BookKind::Expense;
            const Figures of = sumOf(rows(filter));
            RC_ASSERT((figure.isIncome ? of.income : of.expense).minor() == figure.amount.minor());
        }
        same(whole, {money(income), money(expense)});
        PlanService plans(session(), door());
        if (PlanService::goals(session(), beginning)->empty())
            RC_ASSERT(
                await(plans.keepGoal({}, {QStringLiteral("All"), GoalKind::Yearly, money(1), {}, beginning, ending})));
        RC_ASSERT(PlanService::goals(session(), beginning)->front().progress.reached.minor() == whole.income.minor());
    }

    //! What was sold by the books is what the till's pages and its open day have, and the drawer holds the cash of both.
    void checkTill()
    {
        const TillSums open = m_till.sums();
        const auto pages = m_till.till.dayPages({}, 1).value();
        const qint64 turnover = open.turnover.minor() + (pages.empty() ? 0 : pages.front().perpetual.minor());
        qint64 sold = 0;
        qint64 cash = 0;
        for (const BookEntry &row : rows({})) {
            const bool sale = row.category == QStringLiteral("order") || row.category == QStringLiteral("invoice");
            if (sale && row.isIncome && !row.waiting)
                sold += row.amount.minor();
            if (row.inTill && row.method == PaymentMethod::Cash)
                cash += row.amount.minor();
        }
        RC_ASSERT(turnover == sold);
        RC_ASSERT(open.expectedCash.minor() == cash);
    }

    //! The tax tab has what the till's pages have, on exactly what was sold, and what the bills of the cloth said.
    void checkTaxes()
    {
        const TaxSummary tax = Reports::taxes(session(), beginning, ending, TaxBasis::Cash).value();
        qint64 ofTill = 0;
        const auto add = [&ofTill](const TillSums &sums) {
            for (const TaxPart &part : sums.taxes)
                ofTill += part.tax.minor();
        };
        add(m_till.sums());
        for (const DayPage &page : kept(m_till.till.dayPages({}, 100)))
            add(page.sums);
        RC_ASSERT(tax.taken.minor() == ofTill);
        qint64 paid = 0;
        for (const BookEntry &row : rows({}))
            paid += m_taxOf.contains(row.id) && !row.isTakenBack ? m_taxOf[row.id] : 0;
        RC_ASSERT(tax.paid.minor() == paid);
        qint64 gross = 0;
        for (const TaxPart &part : tax.sales)
            gross += part.net.minor() + part.tax.minor();
        qint64 sold = 0;
        for (const CategoryFigure &figure : kept(Reports::categories(session(), beginning, ending))) {
            if (figure.category == QStringLiteral("order") || figure.category == QStringLiteral("invoice"))
                sold += figure.amount.minor();
        }
        RC_ASSERT(gross == sold);
    }

    Money ownDue(OrderId order)
    {
        const auto detail = m_till.shop.orders.load(order).value();
        return detail.sums->due();
    }

    //! What all owe is what each owes: overview, account, card, list, statement, line by line.
    void checkDebts()
    {
        const Receivables owed =
            Reports::receivables(session(), m_till.shop.orders.load(m_till.order)->promisedDate.value()).value();
        qint64 bands = 0;
        for (const AgeBand &band : owed.bands)
            bands += band.amount.minor();
        RC_ASSERT(owed.total.minor() == bands);
        qint64 each = 0;
        const auto listed = m_till.shop.clients.page(ClientFilter::All, ClientSort::Name, {}, 50)->rows;
        for (const ClientId &client : m_clients) {
            const ClientAccount account = m_till.accounts.of(client).value();
            const Statement statement = m_papers.statement(client).value();
            const auto card = m_till.shop.clients.load(client).value();
            const auto row = std::ranges::find(listed, client, &ClientSummary::id);
            RC_ASSERT(statement.owed.minor() == account.owed.minor());
            RC_ASSERT(card.balance->minor() == account.owed.minor());
            RC_ASSERT(row->balance->minor() == account.owed.minor());
            RC_ASSERT(statement.credit.minor() == account.credit.minor());
            RC_ASSERT(account.credit.minor() >= 0);
            qint64 lines = 0;
            qint64 over = 0;
            for (const StatementLine &line : statement.lines) {
                lines += line.balance.minor();
                over += line.overpaid ? line.overpaid->minor() : 0;
            }
            RC_ASSERT(lines == account.owed.minor());
            RC_ASSERT(over == account.overpaid.minor());
            each += account.owed.minor();
        }
        for (const OrderId &order : m_orders) {
            RC_ASSERT(m_till.shop.orders.load(order).ok());
            if (!m_till.shop.orders.load(order)->client)
                each += std::max<qint64>(0, ownDue(order).minor());
        }
        for (const InvoiceId &bill : m_strangersBills)
            each += std::max<qint64>(0, m_papers.load(bill)->balance.minor());
        RC_ASSERT(owed.total.minor() == each);
    }

    //! A paper asks for what its row in the list says; nothing asks where nothing is due.
    void checkPapers()
    {
        const Date far = day("2030-01-01");
        InvoiceListService list(session());
        qint64 tax = 0;
        for (const InvoiceSummary &row : kept(list.page(InvoiceFilter::All, {}, far, {}, 200))) {
            const InvoiceDocument paper = m_papers.load(row.id).value();
            RC_ASSERT(paper.balance.minor() == row.balance.minor());
            tax += (row.state == InvoiceState::CreditNote ? -1 : 1) * paper.tax.minor();
            const bool asks = row.state == InvoiceState::Open || row.state == InvoiceState::PartlyPaid ||
                              row.state == InvoiceState::Overdue;
            RC_ASSERT(row.state != InvoiceState::Paid || row.balance.minor() <= 0);
            if (asks && !billsOrder(paper)) {
                const auto payments = list.payments(row.id).value();
                const bool waits = std::ranges::any_of(payments, &Payment::waiting);
                RC_ASSERT(row.balance.minor() > 0 || waits);
            }
        }
        RC_ASSERT(Reports::taxes(session(), beginning, ending, TaxBasis::Invoices)->taken.minor() == tax);
    }

    //! A receipt is for the money that was entered under its number, wherever that went.
    void checkReceipts()
    {
        std::map<QString, std::pair<TransactionId, qint64>> receipts;
        std::set<QString> givenBack; // as credit, which is a row of its own under that number
        const auto all = rows({});
        for (const BookEntry &row : all) {
            if (row.reverses)
                givenBack.insert(row.receiptNumber);
        }
        for (const BookEntry &row : all) {
            if (row.receiptNumber.isEmpty() || !row.isIncome || givenBack.contains(row.receiptNumber))
                continue;
            const auto &receipt = receipts.try_emplace(row.receiptNumber, std::pair(row.id, 0)).first;
            receipt->second.second += row.amount.minor();
        }
        for (const auto &[number, receipt] : receipts) {
            const ReceiptDocument paper = m_papers.receipt(receipt.first).value();
            RC_ASSERT(paper.receiptNumber == number);
            RC_ASSERT(paper.whole()->minor() == receipt.second);
        }
    }

    void checkWages()
    {
        qint64 owed = 0;
        qint64 earned = 0;
        for (const WageStanding &one : kept(WageService::standings(session(), beginning, ending))) {
            RC_ASSERT(one.owed.minor() == one.earned.minor() - one.advanced.minor() - one.paid.minor());
            RC_ASSERT(one.owed.minor() == m_wages.owed(one.member)->minor());
            owed += one.owed.minor();
            earned += one.earned.minor();
        }
        qint64 inBooks = 0;
        for (const CategoryFigure &figure : kept(Reports::categories(session(), beginning, ending)))
            inBooks += figure.category == QStringLiteral("wage") ? figure.amount.minor() : 0;
        RC_ASSERT(earned == inBooks);
    }

    static Money anyAmount(qint64 most = 60'000'00) { return money(*rc::gen::inRange<qint64>(1, most)); }
    static PaymentMethod anyMethod()
    {
        return *rc::gen::element(PaymentMethod::Cash, PaymentMethod::Card, PaymentMethod::Transfer,
                                 PaymentMethod::MobileMoney, PaymentMethod::Credit);
    }
    OrderId anyOrder() const { return m_orders[*rc::gen::inRange<size_t>(0, m_orders.size())]; }
    ClientId anyClient() const { return m_clients[*rc::gen::inRange<size_t>(0, m_clients.size())]; }
    static PaymentDraft anyPayment()
    {
        PaymentDraft draft{anyAmount(), anyMethod()};
        draft.restAsCredit = *rc::gen::arbitrary<bool>();
        return draft;
    }
    std::optional<BookEntry> anyRow()
    {
        const auto all = rows({});
        if (all.empty())
            return {};
        return all[*rc::gen::inRange<size_t>(0, all.size())];
    }
    template <typename Bills>
    static std::optional<InvoiceId> anyOf(const Bills &bills)
    {
        if (bills.empty())
            return {};
        return bills[*rc::gen::inRange<size_t>(0, bills.size())];
    }

    void pay()
    {
        PaymentDraft draft = anyPayment();
        draft.wholeOrders = *rc::gen::arbitrary<bool>();
        if (*rc::gen::arbitrary<bool>())
            draft.payer = anyClient();
        (void)await(m_till.payments.take(anyOrder(), draft));
    }
    void payOnAccount() { (void)await(m_till.accounts.take(anyClient(), anyPayment())); }
    void takeBack()
    {
        if (const auto row = anyRow())
            (void)await(m_books.reverse(row->id, QStringLiteral("wrong")));
    }
    void refund()
    {
        const auto row = anyRow();
        if (!row)
            return;
        RefundDraft draft{row->id, QStringLiteral("why")};
        if (*rc::gen::arbitrary<bool>())
            draft.part = anyAmount();
        if (*rc::gen::arbitrary<bool>())
            draft.method = anyMethod();
        (void)await(m_till.payments.refund(draft));
    }
    void cut()
    {
        const auto row = anyRow();
        if (!row)
            return;
        const auto pieces = m_till.shop.pieceIds(anyOrder());
        RefundService refunds(session(), door());
        (void)await(refunds.refund({{row->id, QStringLiteral("crooked"), anyAmount(9'000'00)},
                                    pieces[*rc::gen::inRange<size_t>(0, pieces.size())]}));
    }
    void cancel()
    {
        const OrderId order = anyOrder();
        const auto pieces = m_till.shop.pieceIds(order);
        orders::PieceCancel what{order, {pieces[*rc::gen::inRange<size_t>(0, pieces.size())]}};
        what.reason = QStringLiteral("why");
        (void)await(CancelService(session(), door()).cancel({what, anyMethod()}));
    }
    void confirm()
    {
        const auto row = anyRow();
        if (row)
            (void)await(m_till.payments.confirm(row->id));
    }
    void payBack()
    {
        (void)await(m_till.accounts.payBack({anyClient(), anyAmount(), anyMethod(), QStringLiteral("why")}));
    }
    void bill()
    {
        std::optional<ClientId> payer;
        if (*rc::gen::arbitrary<bool>())
            payer = anyClient();
        (void)await(m_papers.issue(anyOrder(), InvoiceKind::Invoice, payer));
    }
    void billFree()
    {
        FreeInvoice invoice;
        const bool stranger = *rc::gen::arbitrary<bool>();
        if (stranger)
            invoice.name = QStringLiteral("School");
        else
            invoice.client = anyClient();
        invoice.taxInclusive = m_inclusive;
        const int count = *rc::gen::inRange(1, 4);
        for (int i = 0; i < count; ++i)
            invoice.lines.push_back({QStringLiteral("Lesson"), Quantity(*rc::gen::inRange(1, 3'000)),
                                     anyAmount(9'000'00), Rate(*rc::gen::element(0, 75'000, 200'000))});
        const auto issued = await(m_free.issue({}, invoice));
        if (!issued)
            return;
        m_bills.push_back(issued->id);
        if (stranger)
            m_strangersBills.push_back(issued->id);
    }
    void payBill()
    {
        if (const auto bill = anyOf(m_bills)) {
            PaymentDraft draft = anyPayment();
            draft.amount = *rc::gen::arbitrary<bool>() ? m_papers.load(*bill)->balance : anyAmount(9'000'00);
            (void)await(m_free.take(*bill, draft));
        }
    }
    void creditBill()
    {
        if (const auto bill = anyOf(m_bills)) {
            const Money left = m_free.creditable(*bill).valueOr(money(0));
            (void)await(m_free.credit(*bill, *rc::gen::arbitrary<bool>() ? left : anyAmount(9'000'00),
                                      QStringLiteral("fell out")));
        }
    }
    void enter()
    {
        BookDraft draft{*rc::gen::arbitrary<bool>(), QStringLiteral("cloth"), anyAmount(), anyMethod()};
        if (draft.isExpense)
            draft.taxInside = money(*rc::gen::inRange<qint64>(0, draft.amount.minor()));
        draft.date = today().plusDays(-*rc::gen::inRange(0, 40));
        const auto id = await(m_books.enter(draft));
        if (!id || !draft.taxInside)
            return;
        m_taxOf[*id] = draft.taxInside->minor();
    }
    void wage()
    {
        const MemberId me = session().principal().member;
        const Money amount = anyAmount();
        if (*rc::gen::arbitrary<bool>())
            (void)await(m_wages.earn(me, amount, {}));
        else
            (void)await(
                m_wages.pay({me, amount, anyMethod(), *rc::gen::arbitrary<bool>(), *rc::gen::arbitrary<bool>()}));
    }
    //! Of the book before: it counts in what is owed, and nowhere else.
    void old()
    {
        const ClientId client = anyClient();
        const Money amount = anyAmount(5'000'00);
        const bool credit = *rc::gen::arbitrary<bool>();
        const auto entered = await(door().write<TransactionId>({"test.old"}, [=, this](changes::WriteContext &context) {
            return credit ? enterOpeningCredit(context, client, amount)
                          : enterOpeningPayment(context, m_till.order, m_wedding.mother, amount);
        }));
        (void)entered.ok();
    }
    void moveOut()
    {
        const auto kind = *rc::gen::element(TillEntryKind::PaidOut, TillEntryKind::PaidIn, TillEntryKind::BankDrop);
        (void)await(m_till.till.move({kind, anyAmount(5'000'00), QStringLiteral("thread")}));
    }
    void nextDay() { m_till.shop.shop.clock.advanceDays(*rc::gen::inRange(1, 20)); }
    void closeTill()
    {
        const Money expected = m_till.sums().expectedCash;
        const qint64 lying = std::max<qint64>(0, expected.minor() + *rc::gen::element(0, 0, -500'00, 300'00));
        if (!await(m_till.till.count({{}, money(lying)})))
            return;
        (void)await(m_till.till.close({money(*rc::gen::inRange<qint64>(0, lying + 1)), QStringLiteral("change")}));
    }
    void closeBooks() { (void)await(m_books.close(today().plusDays(-*rc::gen::inRange(1, 30)))); }
    void undo()
    {
        const auto offer = await(door().newestUndoable());
        if (*rc::gen::arbitrary<bool>())
            (void)await(door().redo());
        else if (offer && !offer->kind.startsWith("order.book") && !offer->kind.startsWith("client")) // these stay
            (void)await(door().undo(offer->operation));
    }
    Date today()
    {
        const auto moment =
            QDateTime::fromMSecsSinceEpoch(m_till.shop.shop.clock.now().msecs(), QTimeZone("Africa/Lagos"));
        return Date::fromQDate(moment.date()).value();
    }

    Wedding m_wedding;
    TillShop &m_till = m_wedding.till;
    BooksService m_books{session(), door()};
    WageService m_wages{session(), door()};
    FreeInvoiceService m_free{session(), door()};
    InvoiceService m_papers{session(), door()};
    std::vector<OrderId> m_orders;
    std::vector<ClientId> m_clients;
    std::vector<InvoiceId> m_bills;
    std::vector<InvoiceId> m_strangersBills;
    std::map<TransactionId, qint64> m_taxOf;
    bool m_inclusive = true;
};

} // namespace

//! A number that stands on two screens is one number.
class TestOneFigure : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whateverHappens()
    {
        qputenv("RC_PARAMS", "max_success=20 max_size=40 " + qgetenv("RC_PARAMS"));
        QVERIFY(rc::check("no two screens disagree", [] {
            AnyBooks books(*rc::gen::arbitrary<bool>());
            const int steps = *rc::gen::inRange(1, 30);
            for (int i = 0; i < steps; ++i) {
                books.step();
                books.check();
            }
            const QStringList problems = books.problems();
            if (!problems.isEmpty())
                RC_FAIL(problems.join(u'\n').toStdString());
        }));
    }
};

QTEST_GUILESS_MAIN(TestOneFigure)
#include "tst_one_figure.moc"
