// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/notebook/notebook_service.h"
#include "tests/core/finance/till_shop.h"

#include <QTest>

using namespace thimblely;
using namespace thimblely::test;
using notebook::Entered;
using notebook::Line;
using notebook::Page;

Q_DECLARE_METATYPE(std::shared_ptr<Line>)

namespace {

Line line(const char *ticket, const char *name, const char *pieces, qint64 total, qint64 paid = 0)
{
    Line made;
    made.ticket = QString::fromUtf8(ticket);
    made.name = QString::fromUtf8(name);
    made.pieces = QString::fromUtf8(pieces);
    made.total = naira(total);
    if (paid > 0)
        made.paid = naira(paid);
    return made;
}

Line ready(Line of, const char *place)
{
    of.readyAt = QString::fromUtf8(place);
    return of;
}

Line balance(const char *name, std::optional<qint64> owed, std::optional<qint64> held = {})
{
    Line made;
    made.name = QString::fromUtf8(name);
    if (owed)
        made.total = naira(*owed);
    if (held)
        made.paid = naira(*held);
    return made;
}

//! A shop that has just begun, and a page of its old book.
struct OldShop : TillShop {
    Result<Entered> enter(std::vector<Line> lines, std::optional<changes::Media> photo = {})
    {
        return await(notebook.enter(Page{std::move(lines), std::move(photo)}));
    }
    QString refused(std::vector<Line> lines)
    {
        const auto entered = enter(std::move(lines));
        if (!entered)
            return refusal(entered);
        QStringList said;
        for (const notebook::RefusedLine &one : entered->refused)
            said.append(QStringLiteral("%1: %2").arg(one.line).arg(refusal(Result<void>(one.error))));
        return said.join(QStringLiteral("; "));
    }
    orders::OrderDetail byTicket(const char *ticket)
    {
        const auto found = shop.orders.byNumber(QString::fromUtf8(ticket)).value();
        return shop.orders.load(found.value()).value();
    }
    ClientId named(const QString &name)
    {
        auto query = shop.shop.session->reader().query("SELECT id FROM clients WHERE name = ?").value();
        query->bind(name);
        if (!query->step().value())
            qFatal("nobody is called %s", qPrintable(name));
        return query->id<ClientId>(0);
    }
    void undo()
    {
        const auto undone = await(shop.shop.door->undo());
        QVERIFY2(undone.ok(), undone ? "" : qPrintable(describe(undone.error())));
    }

    notebook::NotebookService notebook{*shop.shop.door};
};

} // namespace

//! What hung in the shop on the first day, and who owed what.
class TestNotebookService : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aPageBecomesOrders();
    void whatWasPaidBeforeIsIncomeOfNoDay();
    void theRestIsPaidAtPickUp();
    void balancesWithoutAnOrder();
    void aBalanceTwiceIsAskedAbout();
    void knownClientsAreFound();
    void aPageIsTakenBackWhole();
    void allOfAPageOrNothing();
    void linesThatCannotBe_data();
    void linesThatCannotBe();
    void whatIsLateStaysLateAndCountsForNoPromise();
    void thePageStaysWithItsOrders();
    void anOldPaymentIsGivenBackFromTheTill();
    void onlyWhoMayImport();
};

void TestNotebookService::aPageBecomesOrders()
{
    OldShop old;
    Line first = ready(line("77", "Ngozi Ade", "2 trousers navy hem, jacket", 9'000, 4'000), "Rail C4");
    first.phone = QStringLiteral("0803 555 4471");
    Line second = line("78", "Musa", "new suit charcoal", 65'000);
    second.promised = day("2026-12-18");
    const Entered entered = old.enter({first, second}).value();
    QVERIFY(entered.refused.empty());
    QCOMPARE(entered.orders, 2);
    QCOMPARE(entered.pieces, 5); // a suit is two
    QCOMPARE(entered.newClients, 2);

    const orders::OrderDetail hanging = old.byTicket("77");
    QCOMPARE(hanging.number, entered.numbers[0]);
    QVERIFY(hanging.number != QStringLiteral("77"));
    QVERIFY(hanging.status == orders::OrderStatus::Completed);
    QCOMPARE(hanging.pieces.size(), size_t(3));
    QCOMPARE(hanging.pieces[0].rack, QStringLiteral("Rail C4"));
    QCOMPARE(hanging.sums->total, naira(9'000));
    QCOMPARE(hanging.sums->paid, naira(4'000));
    QCOMPARE(hanging.sums->due(), naira(5'000));
    const orders::OrderDetail toDo = old.byTicket("78");
    QVERIFY(toDo.status == orders::OrderStatus::Pending);
    QCOMPARE(toDo.promisedDate, std::optional(day("2026-12-18")));
    QCOMPARE(toDo.pieces.size(), size_t(2));
    QCOMPARE(toDo.pieces[0].facts.setName, QStringLiteral("Suit"));
    QCOMPARE(toDo.pieces[0].total, std::optional(naira(65'000))); // at one price, which the first carries
    QCOMPARE(toDo.pieces[1].total, std::optional(naira(0)));

    // Found as a client says it who stands there with the old ticket.
    const auto found = old.shop.orders.search(QStringLiteral("77"), QLocale(QStringLiteral("en_NG")), 5).value();
    QVERIFY(!found.empty());
    QCOMPARE(found.front().id, hanging.id);
    QCOMPARE(old.accounts.of(old.named(QStringLiteral("Ngozi Ade")))->owed, naira(5'000));
    QCOMPARE(old.shop.problems(), QStringList());
}

void TestNotebookService::whatWasPaidBeforeIsIncomeOfNoDay()
{
    OldShop old;
    const qint64 linked = old.shop.number("SELECT count(*) FROM transactions WHERE till_id IS NOT NULL");
    QVERIFY(old.enter({ready(line("77", "Ade", "trousers", 9'000, 4'000), ""), balance("Musa", {}, 2'000)}).ok());
    const finance::TillSums sums = old.sums();
    QCOMPARE(sums.turnover, naira(0));
    QCOMPARE(sums.expectedCash, naira(0));
    QCOMPARE(sums.creditKept, naira(0));
    QCOMPARE(sums.sales, 0);
    QCOMPARE(old.shop.number("SELECT count(*) FROM transactions WHERE till_id IS NOT NULL"), linked);
    QCOMPARE(old.shop.number("SELECT count(*) FROM daily_totals"), 0);
    QCOMPARE(old.shop.number("SELECT count(*) FROM transactions WHERE receipt_no IS NOT NULL"), 0);
    QCOMPARE(old.shop.problems(), QStringList());
}

void TestNotebookService::theRestIsPaidAtPickUp()
{
    OldShop old;
    QVERIFY(old.enter({ready(line("77", "Ade", "trousers", 9'000, 4'000), "C1")}).ok());
    const OrderId order = old.byTicket("77").id;
    QCOMPARE(refusal(await(old.payments.take(order, {naira(5'001), finance::PaymentMethod::Cash}))),
             QStringLiteral("payment.more_than_due ₦5,000"));
    old.take(order, 5'000);
    QCOMPARE(old.sums().turnover, naira(5'000));
    QVERIFY(await(old.shop.orders.handOver(withTicket({order}))).ok());
    const orders::OrderDetail gone = old.shop.orders.load(order).value();
    QVERIFY(gone.pieces.front().isCollected());
    QCOMPARE(gone.sums->due(), naira(0));
    QCOMPARE(old.shop.problems(), QStringList());
}

void TestNotebookService::balancesWithoutAnOrder()
{
    OldShop old;
    const Entered entered = old.enter({balance("Bello", 4'000), balance("Musa", {}, 2'000)}).value();
    QCOMPARE(entered.balances, 2);
    QCOMPARE(entered.orders, 0);
    const ClientId bello = old.named(QStringLiteral("Bello"));
    QCOMPARE(old.accounts.of(bello)->owed, naira(4'000));
    QCOMPARE(old.accounts.of(old.named(QStringLiteral("Musa")))->credit, naira(2'000));
    // It hangs nowhere and is no work.
    const auto open = old.shop.orders.openOrders().value();
    for (const orders::OrderRow &row : open.rows)
        QVERIFY(row.client != std::optional(bello));
    // What is owed is paid like anything that is owed.
    QVERIFY(await(old.accounts.take(bello, {naira(1'500), finance::PaymentMethod::Cash})).ok());
    QCOMPARE(old.accounts.of(bello)->owed, naira(2'500));
    QCOMPARE(old.sums().turnover, naira(1'500));
    QCOMPARE(old.shop.problems(), QStringList());
}

void TestNotebookService::aBalanceTwiceIsAskedAbout()
{
    OldShop old;
    const std::vector<Line> page{balance("Bello", 4'000), balance("Musa", {}, 2'000)};
    const Entered entered = old.enter(page).value();
    QVERIFY(entered.refused.empty());
    const qint64 rows = old.shop.number("SELECT (SELECT count(*) FROM orders) + (SELECT count(*) FROM transactions)");
    QCOMPARE(old.refused(page), QStringLiteral("0: notebook.balance_here Bello, ₦4,000, %1; "
                                               "1: notebook.balance_here Musa, ₦2,000, ")
                                    .arg(entered.numbers[0]));
    QCOMPARE(old.shop.number("SELECT (SELECT count(*) FROM orders) + (SELECT count(*) FROM transactions)"), rows);
    // It is said while the line is typed, too.
    const auto known = notebook::NotebookService::recognise(*old.shop.shop.session, page).value();
    QCOMPARE(known[0].problem->code, QByteArray("notebook.balance_here"));
    QCOMPARE(known[1].problem->code, QByteArray("notebook.balance_here"));
    // Twice on one page is seen as well; another amount, another day or a ticket is another one.
    QVERIFY(
        old.refused({balance("Ade", 700), balance("Ade", 700)}).startsWith(QStringLiteral("1: notebook.balance_here")));
    Line since = balance("Bello", 4'000);
    since.takenIn = day("2026-03-01");
    Line ticket = balance("Bello", 4'000);
    ticket.ticket = QStringLiteral("512");
    QCOMPARE(old.refused({balance("Bello", 4'001), since, ticket}), QString());
    QCOMPARE(old.refused({since}).left(26), QStringLiteral("0: notebook.balance_here B"));
    // What was taken back is not here.
    old.undo();
    QCOMPARE(old.refused({since}), QString());
    QCOMPARE(old.shop.problems(), QStringList());
}

void TestNotebookService::knownClientsAreFound()
{
    OldShop old;
    const qint64 before = old.shop.number("SELECT count(*) FROM clients");
    Line first = line("1", "Ngozi Ade", "shirt", 1'000);
    first.phone = QStringLiteral("0803 555 4471");
    Line again = line("2", "ngozi ade", "skirt", 1'000);
    again.phone = QStringLiteral("+234 803 555 4471");
    const Line byName = line("3", "Ngozi Ade", "coat", 1'000);
    Line onlyPhone = line("4", "", "coat", 1'000);
    onlyPhone.phone = QStringLiteral("08035554471");
    const Entered entered = old.enter({first, again, byName, onlyPhone}).value();
    QCOMPARE(entered.newClients, 1);
    QCOMPARE(old.shop.number("SELECT count(*) FROM clients"), before + 1);
    Line byNumber = line("5", "", "dress", 1'000);
    byNumber.phone = QStringLiteral("#nobody");
    QCOMPARE(old.refused({byNumber}), QStringLiteral("0: client.no_such_number nobody"));
    // Only the ticket is known.
    QVERIFY(old.enter({line("6", "", "dress", 1'000)})->refused.empty());
    QVERIFY(!old.byTicket("6").client);
}

void TestNotebookService::aPageIsTakenBackWhole()
{
    OldShop old;
    const qint64 clients = old.shop.number("SELECT count(*) FROM clients");
    const qint64 booked = old.shop.number("SELECT count(*) FROM orders");
    QVERIFY(old.enter({ready(line("77", "Ade", "2 trousers hem", 9'000, 4'000), "C1"),
                       line("78", "Musa", "suit", 65'000), balance("Bello", 4'000), balance("Okoro", {}, 2'000)})
                ->refused.empty());
    old.undo();
    QCOMPARE(old.shop.number("SELECT count(*) FROM clients"), clients);
    QCOMPARE(old.shop.number("SELECT count(*) FROM orders"), booked);
    QVERIFY(!old.shop.orders.byNumber(QStringLiteral("77"))->has_value());
    QCOMPARE(old.shop.number("SELECT count(*) FROM daily_totals"), 0);
    QCOMPARE(old.sums().turnover, naira(0));
    QCOMPARE(old.shop.problems(), QStringList());
    // And entered once more: nothing of it stands in the way.
    QVERIFY(old.enter({line("77", "Ade", "trousers", 9'000, 4'000)})->refused.empty());
    QCOMPARE(old.byTicket("77").sums->due(), naira(5'000));
    QCOMPARE(old.shop.problems(), QStringList());
}

void TestNotebookService::allOfAPageOrNothing()
{
    OldShop old;
    const qint64 clients = old.shop.number("SELECT count(*) FROM clients");
    const qint64 booked = old.shop.number("SELECT count(*) FROM orders");
    QVERIFY(old.enter({line("77", "Ade", "trousers", 9'000)})->refused.empty());
    // What each line says by itself comes first, all of it at once; then what the file knows.
    Line noTotal = line("80", "Musa", "coat", 0);
    noTotal.total.reset();
    QCOMPARE(old.refused({line("79", "New One", "suit", 65'000), noTotal, line("81", "X", "coat", 10, 20)}),
             QStringLiteral("1: notebook.no_total; 2: notebook.paid_too_much"));
    const QString number = old.byTicket("77").number;
    QCOMPARE(old.refused({line("79", "New One", "suit", 65'000), line("77", "Ade", "trousers", 9'000)}),
             QStringLiteral("1: notebook.ticket_here 77, ") + number);
    // The same ticket twice on one page is seen too.
    QVERIFY(old.refused({line("82", "A", "suit", 1), line("82", "B", "coat", 1)})
                .startsWith(QStringLiteral("1: notebook.ticket_here 82")));
    QCOMPARE(old.shop.number("SELECT count(*) FROM clients"), clients + 1);
    QCOMPARE(old.shop.number("SELECT count(*) FROM orders"), booked + 1);
    QCOMPARE(old.refused({}), QStringLiteral("notebook.empty"));
}

void TestNotebookService::linesThatCannotBe_data()
{
    QTest::addColumn<QString>("said");
    QTest::addColumn<std::shared_ptr<Line>>("one");
    const auto row = [](const char *said, Line one) {
        QTest::addRow("%s", said) << QString::fromUtf8(said) << std::make_shared<Line>(std::move(one));
    };
    row("notebook.nothing_said", Line{});
    row("notebook.nobody", balance("", 4'000));
    row("notebook.nothing_owed", balance("Ade", 4'000, 4'000));
    row("notebook.not_ready", ready(balance("Ade", 4'000), "C1"));
    row("notebook.many_pieces 50", line("1", "Ade", "50 shirts, coat", 1'000));
    row("notebook.ticket_long 40", line("12345678901234567890123456789012345678901", "Ade", "coat", 1'000));
    row("notebook.negative", line("1", "Ade", "coat", -1));
    Line later = line("1", "Ade", "coat", 1'000);
    later.takenIn = day("2026-11-26");
    row("order.taken_in_later 26 Nov 2026", later);
    row("order.rack_too_long 40",
        ready(line("1", "Ade", "coat", 1'000), "a rail with a name that nobody would ever write on it"));
    row("order.price_too_large", line("1", "Ade", "coat", 20'000'000'000));
    Line euros = line("1", "Ade", "coat", 1'000);
    euros.total = Money(100, currencyNamed("EUR"));
    row("order.other_currency", euros);
}

void TestNotebookService::linesThatCannotBe()
{
    QFETCH(const QString, said);
    QFETCH(const std::shared_ptr<Line>, one);
    OldShop old;
    const qint64 clients = old.shop.number("SELECT count(*) FROM clients");
    QCOMPARE(old.refused({*one}), QStringLiteral("0: ") + said);
    QCOMPARE(old.shop.number("SELECT count(*) FROM clients"), clients);
}

void TestNotebookService::whatIsLateStaysLateAndCountsForNoPromise()
{
    OldShop old;
    Line late = line("1", "Ade", "coat", 1'000);
    late.promised = day("2026-11-02");
    late.takenIn = day("2026-10-20");
    Line early = line("2", "Ade", "coat", 1'000);
    early.promised = day("2026-12-02");
    QVERIFY(old.enter({late, early})->refused.empty());
    const orders::OrderDetail order = old.byTicket("1");
    QCOMPARE(order.orderDate, day("2026-10-20"));
    QCOMPARE(order.promisedDate, std::optional(day("2026-11-02")));
    QVERIFY(!order.firstPromised);
    QCOMPARE(old.byTicket("2").firstPromised, std::optional(day("2026-12-02")));
    const auto lateOnes = old.shop.orders.openOrders(orders::OpenOrderFilter::Late).value();
    QCOMPARE(lateOnes.rows.size(), size_t(1));
    QCOMPARE(lateOnes.rows.front().id, order.id);
}

void TestNotebookService::thePageStaysWithItsOrders()
{
    OldShop old;
    const changes::Media photo{QByteArray(32, 'p'), "image/jpeg", 1000, QByteArray("small")};
    QVERIFY(
        old.enter({line("1", "Ade", "coat", 1'000), line("2", "Musa", "coat", 1'000), balance("Bello", 4'000)}, photo)
            ->refused.empty());
    QCOMPARE(
        old.shop.number("SELECT count(*) FROM orders WHERE hex(page_media) = '" + photo.sha256.toHex().toUpper() + "'"),
        3);
}

void TestNotebookService::anOldPaymentIsGivenBackFromTheTill()
{
    OldShop old;
    QVERIFY(old.enter({line("77", "Ade", "trousers", 9'000, 4'000)})->refused.empty());
    const OrderId order = old.byTicket("77").id;
    const auto paid = old.payments.ofOrder(order).value();
    QCOMPARE(paid.size(), size_t(1));
    finance::RefundDraft refund{paid.front().id, QStringLiteral("not done")};
    refund.method = finance::PaymentMethod::Cash;
    QVERIFY(await(old.payments.refund(refund)).ok());
    // Today's drawer gave it, so today's drawer lacks it.
    QCOMPARE(old.sums().expectedCash, naira(-4'000));
    QCOMPARE(old.byTicket("77").sums->paid, naira(0));
    QCOMPARE(old.shop.number("SELECT count(*) FROM daily_totals"), 1);
    QCOMPARE(old.shop.problems(), QStringList());

    QVERIFY(old.enter({line("78", "Musa", "trousers", 9'000, 4'000)})->refused.empty());
    finance::RefundDraft asCredit{old.payments.ofOrder(old.byTicket("78").id)->front().id, QStringLiteral("not done")};
    QVERIFY(await(old.payments.refund(asCredit)).ok());
    QCOMPARE(old.accounts.of(old.named(QStringLiteral("Musa")))->credit, naira(4'000));
    QCOMPARE(old.sums().expectedCash, naira(-4'000));
    QCOMPARE(old.shop.number("SELECT count(*) FROM daily_totals"), 1);
    QCOMPARE(old.shop.problems(), QStringList());
}

void TestNotebookService::onlyWhoMayImport()
{
    OldShop old;
    auto counter = old.shop.hire("member", "counter");
    const auto entered =
        await(notebook::NotebookService(*counter.door).enter(Page{{line("1", "Ade", "coat", 1'000)}, {}}));
    QCOMPARE(refusal(entered), QStringLiteral("access.refused data:import"));
}

QTEST_GUILESS_MAIN(TestNotebookService)
#include "tst_notebook_service.moc"
