// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "tests/core/finance/till_shop.h"

#include <QTest>

using namespace thimblely;
using namespace thimblely::test;
using namespace thimblely::finance;

class TestAccountService : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void paysTheOldestFirst();
    void keepsWhatIsMoreThanDue();
    void usesCreditAtTheNextOrder();
    void paysCreditBack();
    void refundOfCreditIsCreditAgain();
    void transfersWaitInWhole();
    void mobileMoneyWaitsWhereItIsSaid();
    void refuses();
    void approvedOnceByWhoMay();
    void undoesAll_data();
    void undoesAll();
};

void TestAccountService::paysTheOldestFirst()
{
    TillShop shop;
    shop.shop.shop.clock.advanceDays(1);
    const OrderId second = shop.shop.book({OrderShop::piece("Skirt", 9'000)});
    QCOMPARE(shop.accounts.of(shop.shop.client)->owed, naira(74'000));
    const auto taken =
        await(shop.accounts.take(shop.shop.client, {naira(70'000), PaymentMethod::Cash, naira(80'000)})).value();
    QCOMPARE(taken.change, naira(10'000));
    QVERIFY(!taken.credited);
    QCOMPARE(shop.payments.balance(shop.order).value(), naira(0));
    QCOMPARE(shop.payments.balance(second).value(), naira(4'000));
    const auto first = shop.payments.ofOrder(shop.order)->at(0);
    const auto rest = shop.payments.ofOrder(second)->at(0);
    QCOMPARE(first.receiptNumber, rest.receiptNumber);
    QCOMPARE(first.tendered, std::optional(naira(80'000)));
    QCOMPARE(rest.tendered, std::optional<Money>()); // it lay on the table once
    QCOMPARE(shop.accounts.of(shop.shop.client)->orders, 1);
    QCOMPARE(shop.sums().sales, 1);
    QCOMPARE(shop.shop.problems(), QStringList());
}

void TestAccountService::keepsWhatIsMoreThanDue()
{
    TillShop shop;
    PaymentDraft draft{naira(70'000), PaymentMethod::Card};
    QCOMPARE(refusal(await(shop.payments.take(shop.order, draft))), QStringLiteral("payment.more_than_due ₦65,000"));
    draft.restAsCredit = true;
    const auto taken = await(shop.payments.take(shop.order, draft)).value();
    QCOMPARE(taken.amount, naira(65'000));
    QCOMPARE(taken.credited, std::optional(naira(5'000)));
    QCOMPARE(shop.accounts.of(shop.shop.client)->credit, naira(5'000));
    QCOMPARE(shop.payments.balance(shop.order).value(), naira(0));
    QCOMPARE(shop.sums().turnover, naira(65'000)); // credit is not earned yet
    QCOMPARE(shop.sums().creditKept, naira(5'000));
    QCOMPARE(shop.sums().of(PaymentMethod::Card)->net, naira(70'000));
    // To nobody in particular nothing can be kept.
    auto order = shop.shop.order({OrderShop::piece("Hem", 1'000)});
    order.client.reset();
    const OrderId nobodys = await(shop.shop.orders.book(order)).value().id;
    draft.amount = naira(1'001);
    QCOMPARE(refusal(await(shop.payments.take(nobodys, draft))), QStringLiteral("payment.more_than_due ₦1,000"));
    QCOMPARE(shop.shop.problems(), QStringList());
}

void TestAccountService::usesCreditAtTheNextOrder()
{
    TillShop shop;
    PaymentDraft draft{naira(70'000), PaymentMethod::Cash};
    draft.restAsCredit = true;
    QVERIFY(await(shop.accounts.take(shop.shop.client, draft)));
    const OrderId next = shop.shop.book({OrderShop::piece("Skirt", 9'000)});
    QCOMPARE(refusal(await(shop.payments.take(next, {naira(6'000), PaymentMethod::Credit}))),
             QStringLiteral("payment.no_credit ₦5,000"));
    const auto counter = shop.shop.hire("member", "counter"); // no refund: no money leaves
    QCOMPARE(refusal(await(
                 PaymentService(*counter.session, *counter.door).take(next, {naira(4'000), PaymentMethod::Credit}))),
             QString());
    QCOMPARE(shop.payments.balance(next).value(), naira(5'000));
    QCOMPARE(shop.accounts.of(shop.shop.client)->credit, naira(1'000));
    const TillSums sums = shop.sums();
    QCOMPARE(sums.turnover, naira(69'000));
    QCOMPARE(sums.expectedCash, naira(70'000));
    QCOMPARE(sums.creditUsed, naira(4'000));
    QCOMPARE(sums.of(PaymentMethod::Credit)->net, naira(0));
    QCOMPARE(shop.shop.problems(), QStringList());
}

void TestAccountService::paysCreditBack()
{
    TillShop shop;
    PaymentDraft draft{naira(70'000), PaymentMethod::Cash};
    draft.restAsCredit = true;
    QVERIFY(await(shop.accounts.take(shop.shop.client, draft)));
    const QString why = QStringLiteral("moves away");
    QCOMPARE(refusal(await(
                 shop.accounts.payBack({shop.shop.client, naira(1'000), PaymentMethod::Cash, QStringLiteral(" ")}))),
             QStringLiteral("payment.no_reason"));
    QCOMPARE(refusal(await(shop.accounts.payBack({shop.shop.client, naira(5'001), PaymentMethod::Cash, why}))),
             QStringLiteral("payment.no_credit ₦5,000"));
    QVERIFY(await(shop.accounts.payBack({shop.shop.client, naira(3'000), PaymentMethod::Cash, why})));
    QCOMPARE(shop.accounts.of(shop.shop.client)->credit, naira(2'000));
    QCOMPARE(shop.sums().expectedCash, naira(67'000));
    QCOMPARE(shop.sums().creditPaidBack, naira(3'000));
    // Taken back, the credit is there again.
    QVERIFY(await(shop.shop.shop.door->undo()));
    QCOMPARE(shop.accounts.of(shop.shop.client)->credit, naira(5'000));
    QCOMPARE(shop.sums().expectedCash, naira(70'000));
    QCOMPARE(shop.shop.problems(), QStringList());
}

void TestAccountService::refundOfCreditIsCreditAgain()
{
    TillShop shop;
    PaymentDraft draft{naira(70'000), PaymentMethod::Cash};
    draft.restAsCredit = true;
    QVERIFY(await(shop.accounts.take(shop.shop.client, draft)));
    const OrderId next = shop.shop.book({OrderShop::piece("Skirt", 9'000)});
    const auto used = shop.take(next, 5'000, PaymentMethod::Credit);
    QVERIFY(await(shop.payments.refund(used.id, QStringLiteral("why"), naira(2'000))));
    QCOMPARE(shop.accounts.of(shop.shop.client)->credit, naira(2'000));
    QVERIFY(await(shop.payments.refund({used.id, QStringLiteral("why"), naira(1'000), PaymentMethod::Cash})));
    QCOMPARE(shop.accounts.of(shop.shop.client)->credit, naira(2'000));
    QCOMPARE(shop.sums().expectedCash, naira(69'000));
    QCOMPARE(shop.payments.balance(next).value(), naira(7'000));
    // Credit that was used is not there to be refunded from where it came.
    const auto kept = shop.till.entries().value();
    const auto credit =
        std::ranges::find_if(kept, [](const TillEntry &entry) { return entry.kind == TillEntryKind::Credit; });
    QVERIFY(credit != kept.end());
    QCOMPARE(refusal(await(shop.payments.reverse(credit->id, QStringLiteral("why")))),
             QStringLiteral("payment.no_credit ₦2,000"));
    QCOMPARE(shop.shop.problems(), QStringList());
}

void TestAccountService::transfersWaitInWhole()
{
    TillShop shop;
    const OrderId second = shop.shop.book({OrderShop::piece("Skirt", 9'000)});
    PaymentDraft draft{naira(80'000), PaymentMethod::Transfer};
    draft.restAsCredit = true;
    const auto taken = await(shop.accounts.take(shop.shop.client, draft)).value();
    QCOMPARE(shop.payments.balance(second).value(), naira(9'000));
    QCOMPARE(shop.accounts.of(shop.shop.client)->owed, naira(0)); // what is on its way is not asked for again
    QCOMPARE(shop.accounts.of(shop.shop.client)->credit, naira(0));
    QVERIFY(await(shop.payments.confirm(taken.id)));
    QCOMPARE(shop.payments.balance(second).value(), naira(0));
    QCOMPARE(shop.payments.balance(shop.order).value(), naira(0));
    QCOMPARE(shop.accounts.of(shop.shop.client)->credit, naira(6'000));
    QCOMPARE(shop.shop.problems(), QStringList());
}

void TestAccountService::mobileMoneyWaitsWhereItIsSaid()
{
    TillShop shop;
    PaymentDraft draft{naira(10'000), PaymentMethod::MobileMoney};
    QVERIFY(await(shop.payments.take(shop.order, draft)));
    QCOMPARE(shop.payments.balance(shop.order).value(), naira(55'000));
    draft.arrived = false;
    const auto waits = await(shop.payments.take(shop.order, draft)).value();
    QVERIFY(shop.payments.ofOrder(shop.order)->at(1).waiting);
    QCOMPARE(shop.payments.balance(shop.order).value(), naira(55'000));
    QVERIFY(await(shop.payments.confirm(waits.id)));
    QCOMPARE(shop.payments.balance(shop.order).value(), naira(45'000));
    draft.method = PaymentMethod::Transfer;
    draft.arrived = true;
    QVERIFY(await(shop.payments.take(shop.order, draft)));
    QCOMPARE(shop.payments.balance(shop.order).value(), naira(35'000));
    QCOMPARE(shop.shop.problems(), QStringList());
}

void TestAccountService::refuses()
{
    TillShop shop;
    QCOMPARE(refusal(await(shop.accounts.take(shop.shop.client, {naira(65'001)}))),
             QStringLiteral("payment.more_than_due ₦65,000"));
    QCOMPARE(refusal(await(shop.accounts.take(ClientId::make(shop.shop.shop.clock), {naira(1)}))),
             QStringLiteral("client.unknown"));
    const auto cutter = shop.shop.hire("member", "cutter");
    AccountService his(*cutter.session, *cutter.door);
    QCOMPARE(refusal(await(his.take(shop.shop.client, {naira(1)}))),
             QStringLiteral("access.refused orders:take_payment"));
    QCOMPARE(refusal(his.of(shop.shop.client)), QStringLiteral("access.refused prices:read"));
}

//! "Approve here": the owner's PIN lets one refund through, once, and the row says whose word it was.
void TestAccountService::approvedOnceByWhoMay()
{
    using access::Capability;
    TillShop shop;
    const auto paid = shop.take(30'000);
    const auto counter = shop.shop.hire("member", "counter");
    PaymentService hers(*counter.session, *counter.door);
    const QString why = QStringLiteral("hem too short");
    const auto refund = [&](const access::Approval &approval) {
        return refusal(await(hers.refund({paid.id, why, naira(1'000), {}, approval})));
    };
    QCOMPARE(refusal(await(hers.refund(paid.id, why))), QStringLiteral("access.refused orders:refund"));
    const auto word = ownersWord(shop.shop, Capability::OrdersRefund);
    QCOMPARE(refund(word), QString());
    QCOMPARE(refund(word), QStringLiteral("approval.used"));
    QCOMPARE(refund(ownersWord(shop.shop, Capability::RedoApprove)), QStringLiteral("approval.other"));
    const auto old = ownersWord(shop.shop, Capability::OrdersRefund);
    shop.shop.shop.clock.advanceMsecs(access::Approval::lifetimeMs + 1);
    QCOMPARE(refund(old), QStringLiteral("approval.expired"));
    // A refused operation spends it too: the next try asks again.
    const auto spent = ownersWord(shop.shop, Capability::OrdersRefund);
    QCOMPARE(refusal(await(hers.refund({paid.id, QStringLiteral(" "), {}, {}, spent}))),
             QStringLiteral("payment.no_reason"));
    QCOMPARE(refund(spent), QStringLiteral("approval.used"));

    auto row = shop.shop.shop.session->reader()
                   .query("SELECT approved_by, created_by FROM transactions WHERE reverses_transaction_id IS NOT NULL")
                   .value();
    QVERIFY(row->step().value());
    QCOMPARE(row->id<PersonId>(0), shop.shop.shop.principal.person);
    QCOMPARE(row->id<PersonId>(1), counter.principal.person);
    // Nobody lends what nobody may lend, nor what they may not do themselves.
    const auto store = access::PrincipalStore::open({shop.shop.shop.path()}).value();
    const auto approve = [&](const access::Principal &who, Capability capability) {
        return refusal(store->approve(who.person, who.workspace, who.device, capability, Instant(1)));
    };
    QCOMPARE(approve(shop.shop.shop.principal, Capability::TeamManage), QStringLiteral("approval.never team:manage"));
    QCOMPARE(approve(counter.principal, Capability::OrdersRefund), QStringLiteral("access.refused orders:refund"));
    QCOMPARE(shop.shop.problems(), QStringList());
}

using Step = std::function<void(TillShop &)>;

void TestAccountService::undoesAll_data()
{
    QTest::addColumn<Step>("before");
    QTest::addColumn<Step>("step");
    const auto overpay = [](PaymentMethod method) {
        return [method](TillShop &shop) {
            PaymentDraft draft{naira(70'000), method};
            draft.restAsCredit = true;
            QVERIFY(await(shop.accounts.take(shop.shop.client, draft)));
        };
    };
    const Step overpaid = overpay(PaymentMethod::Cash);
    const Step nextOrder = [overpaid](TillShop &shop) {
        overpaid(shop);
        shop.order = shop.shop.book({OrderShop::piece("Skirt", 9'000)});
    };
    const Step use = [](TillShop &shop) { shop.take(3'000, PaymentMethod::Credit); };
    QTest::newRow("overpaid in cash") << Step([](TillShop &) {}) << overpaid;
    QTest::newRow("overpaid by transfer") << Step([](TillShop &) {}) << Step(overpay(PaymentMethod::Transfer));
    QTest::newRow("overpaid by phone") << Step([](TillShop &) {}) << Step(overpay(PaymentMethod::MobileMoney));
    QTest::newRow("credit used") << nextOrder << use;
    QTest::newRow("credit used and given back") << Step([=](TillShop &shop) {
        nextOrder(shop);
        use(shop);
    }) << Step([](TillShop &shop) {
        const auto used = shop.payments.ofOrder(shop.order)->at(0).id;
        QVERIFY(await(shop.payments.refund(used, QStringLiteral("why"))));
    });
    QTest::newRow("credit paid back") << overpaid << Step([](TillShop &shop) {
        QVERIFY(await(shop.accounts.payBack(
            {shop.shop.client, naira(2'000), PaymentMethod::Cash, QStringLiteral("moves away")})));
    });
    QTest::newRow("thread bought") << Step([](TillShop &) {}) << Step([](TillShop &shop) {
        QVERIFY(await(shop.till.move({TillEntryKind::PaidOut, naira(300), QStringLiteral("thread")})));
    });
}

void TestAccountService::undoesAll()
{
    QFETCH(Step, before);
    QFETCH(Step, step);
    TillShop shop;
    before(shop);
    const auto state = [&shop] {
        const TillSums sums = shop.sums();
        const ClientAccount account = shop.accounts.of(shop.shop.client).value();
        return QStringLiteral("cash %1, turnover %2, owed %3, credit %4, balance %5")
            .arg(sums.expectedCash.toPlain(), sums.turnover.toPlain(), account.owed.toPlain(), account.credit.toPlain(),
                 shop.payments.balance(shop.order)->toPlain());
    };
    const QString first = state();
    step(shop);
    const QString second = state();
    QVERIFY(first != second);
    for (int round = 0; round < 2; ++round) {
        QCOMPARE(refusal(await(shop.shop.shop.door->undo())), QString());
        QCOMPARE(state(), first);
        QCOMPARE(refusal(await(shop.shop.shop.door->redo())), QString());
        QCOMPARE(state(), second);
        QCOMPARE(shop.shop.problems(), QStringList());
    }
}

QTEST_GUILESS_MAIN(TestAccountService)
#include "tst_account_service.moc"
