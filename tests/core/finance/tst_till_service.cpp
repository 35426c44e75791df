// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/changes/history.h"
#include "core/finance/day_page_json.h"
#include "core/finance/day_tally.h"
#include "core/finance/denominations.h"
#include "tests/core/finance/till_shop.h"

#include <QTest>

using namespace thimblely;
using namespace thimblely::test;
using namespace thimblely::finance;

class TestTillService : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aDay();
    void theNextDayBeginsWithWhatWasLeft();
    void takesMoneyWhileItIsClosed();
    void countsByNotesAndCoins();
    void refuses();
    void whatMovesAfterTheCountAsksForAnother();
    void saysWhatShouldBeThereOnlyAfterTheCount();
    void theCounterRunsTheTill();
    void twoOfThreeCollectedOneRefunded();
    void whatTheDayHoldsByRate();
    void closedDaysStay();
    void entriesOfTheOpenDay();
    void whatHasNotComeInOutlivesItsDay();
    void aRunOfReceiptsForEachSeries();
    void noMoreLeavesThanIsThere();
    void denominations_data();
    void denominations();
};

void TestTillService::aDay()
{
    TillShop shop;
    QCOMPARE(shop.till.state()->phase, TillPhase::Closed);
    QVERIFY(await(shop.till.open(naira(20'000))));
    const TillState open = shop.till.state().value();
    QCOMPARE(open.phase, TillPhase::Open);
    QCOMPARE(open.opening, naira(20'000));
    QCOMPARE(open.openedBy, QStringLiteral("Amina Bello"));
    shop.take(30'000);
    shop.take(10'000, PaymentMethod::Card);
    shop.take(5'000, PaymentMethod::Transfer);
    QVERIFY(await(shop.till.move({TillEntryKind::PaidOut, naira(1'400), QStringLiteral("thread")})));
    QVERIFY(await(shop.till.move({TillEntryKind::PaidIn, naira(400), QStringLiteral("change")})));
    QVERIFY(await(shop.till.move({TillEntryKind::BankDrop, naira(9'000), {}})));
    const TillSums sums = shop.sums();
    QCOMPARE(sums.expectedCash, naira(20'000 + 30'000 - 1'400 + 400 - 9'000));
    QCOMPARE(sums.turnover, naira(40'000));
    QCOMPARE(sums.of(PaymentMethod::Card)->taken, naira(10'000));
    QCOMPARE(sums.of(PaymentMethod::Transfer)->waiting, naira(5'000));
    QCOMPARE(sums.waitingCount, 1);
    QCOMPARE(sums.sales, 2);
    QCOMPARE(sums.paidOut, naira(1'400));

    const auto count = shop.count(39'900, 10'000);
    QCOMPARE(refusal(count), QString());
    QCOMPARE(count->difference, naira(-100));
    QCOMPARE(count->cardDifference, std::optional(naira(0)));
    QCOMPARE(shop.till.state()->phase, TillPhase::Counted);
    QCOMPARE(refusal(await(shop.till.close({naira(20'000)}))), QStringLiteral("till.no_reason"));
    const DayPage page = shop.close(20'000, QStringLiteral("gave 100 too much"));
    QCOMPARE(page.number, qint64(1));
    QCOMPARE(page.opening, naira(20'000));
    QCOMPARE(page.bankDrop, naira(19'900));
    QCOMPARE(page.sums.difference, naira(-100));
    QCOMPARE(page.sums.expectedCash, naira(20'000)); // what is left after the bank
    QCOMPARE(page.perpetual, naira(40'000));
    QCOMPARE(page.reason, QStringLiteral("gave 100 too much"));
    QCOMPARE(page.closedBy, QStringLiteral("Amina Bello"));
    const ReceiptRun run{QStringLiteral("RA-26-00001"), QStringLiteral("RA-26-00003")};
    QCOMPARE(page.sums.receipts, std::vector<ReceiptRun>{run});
    QCOMPARE(shop.till.dayPages()->front().sums.receipts, std::vector<ReceiptRun>{run}); // as it was written
    QCOMPARE(shop.till.state()->phase, TillPhase::Closed);
    QCOMPARE(shop.till.entries()->size(), size_t(1)); // the transfer that has not come in
    QCOMPARE(shop.shop.problems(), QStringList());
}

void TestTillService::theNextDayBeginsWithWhatWasLeft()
{
    TillShop shop;
    QVERIFY(await(shop.till.open(naira(20'000))));
    shop.take(10'000);
    QVERIFY(shop.count(30'000));
    shop.close(15'000);
    shop.shop.shop.clock.advanceDays(1);
    QCOMPARE(shop.till.state()->carried, naira(15'000));
    QVERIFY(await(shop.till.open(naira(16'000)))); // a thousand was brought
    QCOMPARE(shop.till.state()->opening, naira(16'000));
    shop.take(5'000);
    QCOMPARE(shop.sums().expectedCash, naira(21'000));
    QVERIFY(shop.count(21'000));
    const DayPage page = shop.close(21'000);
    QCOMPARE(page.number, qint64(2));
    QCOMPARE(page.perpetual, naira(15'000));
    QCOMPARE(page.bankDrop, naira(0));
    QCOMPARE(page.day, day("2026-11-26"));
    const auto pages = shop.till.dayPages().value();
    QCOMPARE(pages.size(), size_t(2));
    QCOMPARE(pages.front().number, qint64(2));
    QCOMPARE(shop.till.dayPages(pages.front().id)->front().number, qint64(1));
    QCOMPARE(shop.shop.problems(), QStringList());
}

void TestTillService::takesMoneyWhileItIsClosed()
{
    TillShop shop;
    QCOMPARE(refusal(shop.count(0)), QStringLiteral("till.not_open"));
    shop.take(10'000);
    QVERIFY(shop.till.state()->hasEntries);
    QVERIFY(shop.count(10'000));
    QCOMPARE(shop.close(10'000).sums.turnover, naira(10'000));
    QCOMPARE(shop.shop.problems(), QStringList());
}

void TestTillService::countsByNotesAndCoins()
{
    TillShop shop;
    shop.take(12'550);
    CountSheet sheet{{{100'000, 12}, {50'000, 1}, {5'000, 1}}, naira(0)};
    const auto count = await(shop.till.count(sheet));
    QCOMPARE(refusal(count), QString());
    QCOMPARE(count->counted, naira(12'550));
    QVERIFY(count->agrees());
    QCOMPARE(shop.close(0).pieces, sheet.pieces);
    QVERIFY(await(shop.till.open(naira(0))));
    QCOMPARE(refusal(await(shop.till.count({{{100, -1}}, naira(0)}))), QStringLiteral("till.negative"));
    QCOMPARE(refusal(await(shop.till.count({{}, naira(-1)}))), QStringLiteral("till.negative"));
}

void TestTillService::refuses()
{
    TillShop shop;
    QCOMPARE(refusal(await(shop.till.open(naira(-1)))), QStringLiteral("till.negative"));
    QCOMPARE(refusal(await(shop.till.open(Money(1, currencyNamed("EUR"))))), QStringLiteral("payment.other_currency"));
    QCOMPARE(refusal(await(shop.till.close({naira(0)}))), QStringLiteral("till.not_counted"));
    QVERIFY(await(shop.till.open(naira(500))));
    QCOMPARE(refusal(await(shop.till.open(naira(500)))), QStringLiteral("till.open_already"));
    QCOMPARE(refusal(await(shop.till.move({TillEntryKind::PaidOut, naira(1), QStringLiteral(" ")}))),
             QStringLiteral("till.no_reason"));
    QCOMPARE(refusal(await(shop.till.move({TillEntryKind::PaidIn, naira(0), QStringLiteral("why")}))),
             QStringLiteral("payment.not_positive"));
    QVERIFY(shop.count(500));
    QCOMPARE(refusal(await(shop.till.close({naira(501)}))), QStringLiteral("till.kept_too_much ₦500"));
    QCOMPARE(refusal(shop.till.dayPage(ActivityId::make(shop.shop.shop.clock))), QStringLiteral("till.not_found"));
    QCOMPARE(shop.shop.problems(), QStringList());
}

void TestTillService::whatMovesAfterTheCountAsksForAnother()
{
    TillShop shop;
    QVERIFY(await(shop.till.open(naira(500))));
    QVERIFY(shop.count(500));
    shop.take(1'000);
    QCOMPARE(shop.till.state()->phase, TillPhase::Open);
    QCOMPARE(refusal(await(shop.till.close({naira(500)}))), QStringLiteral("till.not_counted"));
    QVERIFY(shop.count(1'500));
    shop.close(500);
    QCOMPARE(shop.shop.problems(), QStringList());
}

void TestTillService::saysWhatShouldBeThereOnlyAfterTheCount()
{
    TillShop shop;
    const auto counter = shop.shop.hire("member", "counter");
    TillService hers(*counter.session, *counter.door);
    PaymentService payments(*counter.session, *counter.door);
    QVERIFY(await(hers.open(naira(1'000))));
    QVERIFY(await(payments.take(shop.order, {naira(2'000)})));
    QCOMPARE(hers.entries()->size(), size_t(2)); // the float and the payment: she took them herself
    QCOMPARE(refusal(hers.sums()), QStringLiteral("till.count_first"));
    QVERIFY(await(hers.count({{}, naira(3'000)})));
    QCOMPARE(hers.sums()->expectedCash, naira(3'000));
    const auto cutter = shop.shop.hire("member", "cutter");
    QCOMPARE(refusal(TillService(*cutter.session, *cutter.door).state()),
             QStringLiteral("access.refused till:operate"));
    QVERIFY(!cutter.session->reader().query("SELECT * FROM till_activity"));
    // Who may not run the till reads nothing of it in the log of the pieces either.
    const auto viewer = shop.shop.hire("viewer");
    auto log = viewer.session->reader().query("SELECT count(*) FROM sys_activity WHERE till_id IS NOT NULL").value();
    QVERIFY(log->step().value());
    QCOMPARE(log->int64(0), qint64(0));
}

void TestTillService::theCounterRunsTheTill()
{
    TillShop shop;
    const auto counter = shop.shop.hire("member", "counter");
    TillService hers(*counter.session, *counter.door);
    PaymentService payments(*counter.session, *counter.door);
    QVERIFY(await(hers.open(naira(1'000))));
    QVERIFY(await(payments.take(shop.order, {naira(2'000)})));
    QVERIFY(await(hers.move({TillEntryKind::PaidOut, naira(300), QStringLiteral("thread")})));
    QVERIFY(await(hers.count({{}, naira(2'800)}))); // a hundred over
    const auto closing = await(hers.close({naira(1'000), QStringLiteral("tip in the drawer")}));
    QCOMPARE(refusal(closing), QString());
    QCOMPARE(hers.dayPage(*closing)->sums.difference, naira(100));
    QVERIFY(await(hers.open(naira(1'000))));
    // What she paid out she cannot take back herself.
    const auto out = await(hers.move({TillEntryKind::PaidOut, naira(300), QStringLiteral("thread")}));
    QCOMPARE(refusal(await(payments.reverse(*out, QStringLiteral("twice")))),
             QStringLiteral("access.refused finance:write"));
    const auto word = ownersWord(shop.shop, access::Capability::FinanceWrite);
    QCOMPARE(refusal(await(payments.reverse(*out, QStringLiteral("twice"), word))), QString());
    QCOMPARE(shop.sums().expectedCash, naira(1'000));
    QCOMPARE(shop.shop.problems(), QStringList());
}

//! Always tested: two pieces of three collected, one refunded, Z agrees.
void TestTillService::twoOfThreeCollectedOneRefunded()
{
    TillShop shop;
    CheckoutService checkout(*shop.shop.shop.session, *shop.shop.shop.door);
    const OrderId order = shop.shop.book(
        {OrderShop::piece("Trousers", 4'000), OrderShop::piece("Skirt", 5'000), OrderShop::piece("Coat", 11'000)});
    QVERIFY(await(shop.till.open(naira(10'000))));
    const auto all = await(shop.payments.take(order, {naira(20'000)})).value();
    QVERIFY(await(shop.shop.orders.complete(order)));
    const auto pieces = shop.shop.pieceIds(order);
    QVERIFY(await(checkout.handOver(withTicket({order, {pieces[0], pieces[1]}}), {})));
    QVERIFY(await(shop.shop.orders.cancelPiece(pieces[2], QStringLiteral("wrong colour"))));
    QCOMPARE(shop.payments.balance(order).value(), naira(-11'000));
    QVERIFY(await(shop.payments.refund(all.id, QStringLiteral("coat not made"), naira(11'000))));
    QCOMPARE(shop.payments.balance(order).value(), naira(0));
    QVERIFY(shop.count(19'000)->agrees());
    const DayPage page = shop.close(10'000);
    QCOMPARE(page.sums.turnover, naira(9'000));
    QCOMPARE(page.sums.of(PaymentMethod::Cash)->taken, naira(20'000));
    QCOMPARE(page.sums.of(PaymentMethod::Cash)->givenBack, naira(11'000));
    QCOMPARE(page.sums.refunds, 1);
    QCOMPARE(page.sums.difference, naira(0));
    QCOMPARE(shop.shop.problems(), QStringList());
}

void TestTillService::whatTheDayHoldsByRate()
{
    TillShop shop;
    auto jacket = OrderShop::piece("Jacket", 10'750);
    jacket.taxRate = Rate(75'000);
    jacket.taxCode = QStringLiteral("VAT");
    const OrderId order = shop.shop.book({jacket, OrderShop::piece("Hem", 4'250)});
    const auto first = shop.take(order, 5'000);
    shop.take(order, 7'777, PaymentMethod::Card);
    shop.take(order, 2'223, PaymentMethod::Card);
    const auto taxesOf = [&] {
        QStringList lines;
        for (const TaxPart &part : shop.sums().taxes)
            lines.append(QStringLiteral("%1 %2 + %3").arg(part.name, part.net.toPlain(), part.tax.toPlain()));
        return lines;
    };
    const QStringList whole{QStringLiteral("VAT 10000.00 + 750.00"), QStringLiteral(" 4250.00 + 0.00")};
    QCOMPARE(taxesOf(), whole); // however it was cut into payments
    QVERIFY(await(shop.payments.refund(first.id, QStringLiteral("why"))));
    QVERIFY(taxesOf() != whole);
    shop.take(order, 5'000);
    QCOMPARE(taxesOf(), whole);
}

void TestTillService::closedDaysStay()
{
    TillShop shop;
    const auto paid = shop.take(10'000);
    QVERIFY(shop.count(10'000));
    shop.close(10'000);
    // A day that is printed is not undone, nor what is in it; the money is given back today.
    QCOMPARE(refusal(await(shop.shop.shop.door->undo())), QStringLiteral("undo.not_undoable till.close"));
    changes::History history(*shop.shop.shop.session);
    const auto done = history.operations().value().rows;
    const auto take = std::ranges::find(done, QByteArray("payment.take"), &changes::History::Operation::kind);
    QVERIFY(take != done.end());
    QCOMPARE(refusal(await(shop.shop.shop.door->undo(take->id))), QStringLiteral("undo.changed_since till.close"));
    QVERIFY(await(shop.payments.refund(paid.id, QStringLiteral("why"))));
    QCOMPARE(shop.sums().expectedCash, naira(0));
    QVERIFY(shop.count(0)->agrees());
    const DayPage page = shop.close(0);
    QCOMPARE(page.sums.turnover, naira(-10'000));
    QCOMPARE(page.perpetual, naira(0));
    QCOMPARE(shop.shop.problems(), QStringList());
}

void TestTillService::entriesOfTheOpenDay()
{
    TillShop shop;
    const auto paid = shop.take(10'000);
    QVERIFY(await(shop.payments.reverse(paid.id, QStringLiteral("wrong order"))));
    shop.take(1'000, PaymentMethod::Transfer);
    const auto entries = shop.till.entries().value();
    QCOMPARE(entries.size(), size_t(3));
    QVERIFY(entries[0].waiting);
    QCOMPARE(entries[0].clientName, QStringLiteral("Ngozi Okafor"));
    QVERIFY(entries[1].isCorrection);
    QCOMPARE(entries[1].amount, naira(-10'000));
    QVERIFY(!entries[2].canBeTakenBack());
    const auto older = shop.till.entries(entries[1].seq, 50).value();
    QCOMPARE(older.size(), size_t(1));
    QCOMPARE(older[0].id, paid.id);
}

void TestTillService::whatHasNotComeInOutlivesItsDay()
{
    TillShop shop;
    QVERIFY(await(shop.till.open(naira(0))));
    const PaymentTaken transfer = shop.take(21'000, PaymentMethod::Transfer);
    shop.take(1'000);
    QVERIFY(shop.count(1'000));
    shop.close(0);
    const auto waits = [&] { return shop.till.entries().value(); };
    QCOMPARE(waits().size(), size_t(1));
    QCOMPARE(waits()[0].id, transfer.id);
    QVERIFY(waits()[0].waiting);
    QCOMPARE(shop.sums().waitingCount, 1);
    QCOMPARE(shop.sums().waiting, naira(21'000));

    shop.shop.shop.clock.advanceDays(1);
    QVERIFY(await(shop.till.open(naira(0))));
    shop.take(2'000);
    QCOMPARE(waits().size(), size_t(2)); // below what the day itself has
    QCOMPARE(waits()[1].id, transfer.id);
    QVERIFY(await(shop.payments.confirm(transfer.id)));
    QCOMPARE(waits().size(), size_t(2)); // it is of this day
    QCOMPARE(shop.sums().waitingCount, 0);
    QCOMPARE(shop.shop.problems(), QStringList());
}

//! Two devices, or a shop that was made again from a backup: a range over both would be of numbers nobody gave.
void TestTillService::aRunOfReceiptsForEachSeries()
{
    const Currency currency = naira(0).currency();
    const ActivityId id{IdBytes{}};
    DayTally tally(naira(0));
    qint64 seq = 0;
    for (const char *number : {"RA-26-00099", "RAAE-26-00001", "RA-26-00100", "RAAE-26-00002", "RB-26-00001"})
        QVERIFY(tally.add({TransactionId(IdBytes{}),
                           ++seq,
                           Instant(0),
                           TillEntryKind::Sale,
                           naira(10),
                           PaymentMethod::Cash,
                           {},
                           {},
                           {},
                           QString::fromLatin1(number),
                           {},
                           {},
                           false,
                           false,
                           false,
                           naira(10),
                           false,
                           false},
                          {}));
    const std::vector<ReceiptRun> runs{{QStringLiteral("RA-26-00099"), QStringLiteral("RA-26-00100")},
                                       {QStringLiteral("RAAE-26-00001"), QStringLiteral("RAAE-26-00002")},
                                       {QStringLiteral("RB-26-00001"), QStringLiteral("RB-26-00001")}};
    QCOMPARE(tally.sums().receipts, runs);
    DayPage page = emptyDayPage(id, day("2026-11-25"), Instant(0), currency);
    page.sums = tally.sums();
    DayPage read = emptyDayPage(id, day("2026-11-25"), Instant(0), currency);
    QJsonObject json = writeDayPage(page);
    readDayPage(json, read);
    QCOMPARE(read.sums.receipts, runs);
    json.remove(QStringLiteral("receipts")); // a page of former days
    json.insert(QStringLiteral("first_receipt"), QStringLiteral("RA-26-00001"));
    json.insert(QStringLiteral("last_receipt"), QStringLiteral("RA-26-00007"));
    readDayPage(json, read);
    const ReceiptRun whole{QStringLiteral("RA-26-00001"), QStringLiteral("RA-26-00007")};
    QCOMPARE(read.sums.receipts, std::vector<ReceiptRun>{whole});
}

void TestTillService::noMoreLeavesThanIsThere()
{
    TillShop shop;
    QVERIFY(await(shop.till.open(naira(5'000))));
    shop.take(1'000);
    for (const TillEntryKind kind : {TillEntryKind::PaidOut, TillEntryKind::BankDrop}) {
        QCOMPARE(refusal(await(shop.till.move({kind, naira(6'001), QStringLiteral("thread")}))),
                 QStringLiteral("till.more_than_drawer"));
    }
    QVERIFY(await(shop.till.move({TillEntryKind::PaidOut, naira(6'000), QStringLiteral("thread")})));
}

void TestTillService::denominations_data()
{
    QTest::addColumn<QString>("currency");
    QTest::addColumn<QString>("largest");
    QTest::addColumn<int>("count");
    QTest::newRow("naira") << "NGN"
                           << "1000.00" << 11;
    QTest::newRow("euro") << "EUR"
                          << "500.00" << 15;
    QTest::newRow("franc without minor units") << "XOF"
                                               << "10000" << 13;
    QTest::newRow("shilling") << "KES"
                              << "1000.00" << 10;
    QTest::newRow("rupee") << "INR"
                           << "500.00" << 9;
    QTest::newRow("nobody's") << "XTS"
                              << "" << 0;
}

void TestTillService::denominations()
{
    QFETCH(QString, currency);
    QFETCH(QString, largest);
    QFETCH(int, count);
    const auto all = denominationsOf(Currency::parse(currency).value());
    QCOMPARE(int(all.size()), count);
    for (size_t i = 1; i < all.size(); ++i)
        QVERIFY(all[i].value.minor() < all[i - 1].value.minor());
    if (count > 0)
        QCOMPARE(all.front().value.toPlain(), largest);
}

QTEST_GUILESS_MAIN(TestTillService)
#include "tst_till_service.moc"
