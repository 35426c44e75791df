// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/accounts/invitation_service.h"
#include "core/accounts/join_service.h"
#include "core/calendar/event_service.h"
#include "core/calendar/reminder_service.h"
#include "core/finance/payment_service.h"
#include "core/inventory/stock_service.h"
#include "core/orders/attempt_service.h"
#include "core/orders/hold_service.h"
#include "core/orders/promise_service.h"
#include "tests/core/notifications/told_shop.h"
#include "tests/support/keychain/test_keychain.h"

#include <QTest>

using namespace thimblely;
using namespace thimblely::test;

//! What somebody is told of, from the lists that Today counts, by whom and for how long.
class TestNotificationCauses : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_shop = std::make_unique<ToldShop>(); }
    void cleanup() { m_shop.reset(); }

    void anEmptyShopTellsNothing() { QCOMPARE(causes(), QStringList()); }

    //! As many as Today counts, and gone with it.
    void lateAndDueAreThoseOfToday()
    {
        const OrderId today = m_shop->book("2026-11-25");
        const OrderId tomorrow = m_shop->book("2026-11-26");
        QCOMPARE(causes(), says("order_due", today));
        m_shop->shop.shop.clock.advanceDays(1);
        QCOMPARE(causes(), says("order_overdue", today) + says("order_due", tomorrow));
        const auto counted = m_shop->shop.orders.today(5).value();
        QCOMPARE(counted.late.count, 1);
        QCOMPARE(counted.dueToday.count, 1);
        QVERIFY(await(m_shop->shop.orders.complete(today)));
        QCOMPARE(causes(), says("order_due", tomorrow));
    }

    void anotherPromiseIsAnotherOccasion()
    {
        const OrderId order = m_shop->book("2026-11-25");
        m_shop->shop.shop.clock.advanceDays(1);
        const auto first = m_shop->find(m_shop->owner()).causes;
        QCOMPARE(first.size(), size_t(1));
        m_shop->shop.shop.clock.advanceDays(-1);
        move(order, "2026-11-27");
        QCOMPARE(causes(), QStringList());
        m_shop->shop.shop.clock.advanceDays(3);
        const auto second = m_shop->find(m_shop->owner()).causes;
        QCOMPARE(second.size(), size_t(1));
        const PersonId person = m_shop->shop.shop.principal.person;
        QVERIFY(notificationId(first[0], person) != notificationId(second[0], person));
    }

    //! What was late for longer than is looked back stands on Today and is no news.
    void whatIsLongLateIsNoNews()
    {
        m_shop->book("2026-11-25");
        m_shop->shop.shop.clock.advanceDays(keptDays);
        QCOMPARE(causes().size(), 1);
        m_shop->shop.shop.clock.advanceDays(2);
        QCOMPARE(causes(), QStringList());
        QCOMPARE(m_shop->shop.orders.today(5)->late.count, 1);
    }

    //! As often as the shop asks again, and not once it has asked.
    void whatNobodyFetches()
    {
        const OrderId order = m_shop->book("2026-12-24");
        QVERIFY(await(m_shop->shop.orders.complete(order)));
        m_shop->shop.shop.clock.advanceDays(6);
        QCOMPARE(causes(), QStringList());
        m_shop->shop.shop.clock.advanceDays(1);
        QCOMPARE(causes(), says("order_uncollected", order));
        QVERIFY(await(orders::AttemptService(*m_shop->shop.shop.session, *m_shop->shop.shop.door)
                          .add(order, orders::AttemptKind::Call, QStringLiteral("she comes on Friday"))));
        QCOMPARE(causes(), QStringList());
        m_shop->shop.shop.clock.advanceDays(22);
        QCOMPARE(causes(), QStringList());
        m_shop->shop.shop.clock.advanceDays(1);
        QCOMPARE(causes(), says("order_uncollected", order)); // a month
        m_shop->shop.shop.clock.advanceDays(60);
        QCOMPARE(causes(), says("order_uncollected", order)); // a quarter
        m_shop->shop.shop.clock.advanceDays(365);
        QCOMPARE(causes(), QStringList()); // long known
    }

    void whatRunsOut()
    {
        setMinimum(4);
        QCOMPARE(causes(), QStringList());
        take(5); // 5 left
        QCOMPARE(causes(), QStringList());
        take(2);
        QCOMPARE(causes(), QStringList(QStringLiteral("stock_low Navy wool")));
        const QByteArray first = m_shop->find(m_shop->owner()).causes[0].occasion;
        take(1); // less still: the same spell
        QCOMPARE(m_shop->find(m_shop->owner()).causes[0].occasion, first);
        QVERIFY(await(m_shop->shop.stock.stockIn(m_shop->shop.roll, Quantity::whole(10))));
        QCOMPARE(causes(), QStringList());
        take(10);
        QCOMPARE(causes().size(), 1);
        QVERIFY(m_shop->find(m_shop->owner()).causes[0].occasion != first);
        const auto low = inventory::StockService(*m_shop->shop.shop.session, *m_shop->shop.shop.door).low().value();
        QCOMPARE(low.rows.size(), size_t(1));
    }

    //! Who took it is not told; who looks after the order is.
    void moneyThatSomebodyElseTook()
    {
        auto till = m_shop->shop.hire("member", "counter");
        const OrderId order = m_shop->book("2026-12-24");
        const auto paid = await(payments(ToldShop::of(till)).take(order, {naira(400)}));
        QVERIFY(paid);
        QCOMPARE(causes(), says("payment_taken", order));
        QCOMPARE(ToldShop::causes(ToldShop::of(till)), QStringList());
        const auto found = m_shop->find(m_shop->owner()).causes[0];
        QCOMPARE(found.args, (QStringList{m_shop->number(order), QStringLiteral("Somebody")}));
        QVERIFY(await(payments(m_shop->owner()).reverse(paid->id, QStringLiteral("another order's"))));
        QCOMPARE(causes(), QStringList());
    }

    void moneyOnItsWayThatCame()
    {
        auto till = m_shop->shop.hire("member", "counter");
        const OrderId order = m_shop->book("2026-12-24");
        finance::PaymentDraft transfer{naira(400)};
        transfer.method = finance::PaymentMethod::Transfer;
        const auto mine = await(payments(m_shop->owner()).take(order, transfer));
        QVERIFY(mine);
        QCOMPARE(causes(), QStringList());
        QVERIFY(await(payments(ToldShop::of(till)).confirm(mine->id)));
        QCOMPARE(causes(), says("transfer_came", order));
        const auto theirs = await(payments(ToldShop::of(till)).take(order, transfer));
        QCOMPARE(causes(), says("transfer_came", order)); // theirs has not come in
        QVERIFY(await(payments(m_shop->owner()).confirm(theirs->id)));
        QCOMPARE(causes(), says("payment_taken", order) + says("transfer_came", order));
        QCOMPARE(ToldShop::causes(ToldShop::of(till)), says("transfer_came", order));
    }

    //! Whoever works on it hears the answer, unless they wrote it down themselves.
    void anAnswer()
    {
        auto cutter = m_shop->shop.hire("member", "cutter");
        const OrderId order = m_shop->book("2026-12-24");
        const OrderItemId piece = m_shop->shop.pieceIds(order)[0];
        m_shop->shop.assign(piece, cutter.principal.person);
        QVERIFY(
            await(orders::HoldService(*cutter.door).ask(piece, orders::HoldReason::Client, QStringLiteral("vents?"))));
        QCOMPARE(ToldShop::causes(ToldShop::of(cutter)), QStringList());
        QVERIFY(await(orders::HoldService(*m_shop->shop.shop.door).answer(piece, QStringLiteral("two"))));
        QCOMPARE(ToldShop::causes(ToldShop::of(cutter)),
                 QStringList(QStringLiteral("question_answered %1-1").arg(m_shop->number(order))));
        QCOMPARE(causes(), QStringList());
        QVERIFY(
            await(orders::HoldService(*cutter.door).ask(piece, orders::HoldReason::Trim, QStringLiteral("buttons?"))));
        QVERIFY(await(orders::HoldService(*cutter.door).answer(piece, QStringLiteral("horn"))));
        QCOMPARE(ToldShop::causes(ToldShop::of(cutter)), QStringList());
    }

    void invitations()
    {
        InvitationService service(*m_shop->shop.shop.session, *m_shop->shop.shop.door);
        NewInvitation paper;
        paper.jobTitle = QStringLiteral("cutter");
        paper.days = 1;
        const auto made = await(service.make(paper));
        QVERIFY(made);
        QCOMPARE(causes(), QStringList());
        m_shop->shop.shop.clock.advanceDays(2);
        QCOMPARE(causes(), QStringList(QStringLiteral("invitation_ran_out Amina Bello")));
        QVERIFY(await(service.withdraw(made->id)));
        QCOMPARE(causes(), QStringList());
    }

    //! Who made it is told by name; another manager is not.
    void anInvitationTakenUp()
    {
        TestKeychain::install();
        auto manager = m_shop->shop.hire("admin");
        InvitationService service(*m_shop->shop.shop.session, *m_shop->shop.shop.door);
        NewInvitation paper;
        paper.jobTitle = QStringLiteral("cutter");
        const auto made = await(service.make(paper));
        QVERIFY(made);
        JoinService join(m_shop->shop.shop.path(), m_shop->shop.shop.clock);
        const auto joined =
            await(join.joinNew(made->code.toUtf8(), QStringLiteral("Bisi Cole"), QStringLiteral("739164")));
        QVERIFY2(joined.ok(), qPrintable(joined ? QString() : describe(joined.error())));
        QCOMPARE(causes(), QStringList(QStringLiteral("invitation_taken Bisi Cole")));
        QCOMPARE(ToldShop::causes(ToldShop::of(manager)), QStringList());
    }

    void aReminderThatWasNotSeenTo()
    {
        calendar::EventDraft draft;
        draft.title = QStringLiteral("Ring Mrs Okafor");
        draft.startsAt = m_shop->shop.shop.clock.now().plusMsecs(3'600'000);
        draft.endsAt = draft.startsAt.plusMsecs(1'800'000);
        QVERIFY(await(calendar::EventService(*m_shop->shop.shop.door).add(draft, {10})));
        calendar::ReminderService reminders(*m_shop->shop.shop.session, *m_shop->shop.shop.door);
        m_shop->shop.shop.clock.advanceMsecs(50 * 60'000);
        QCOMPARE(await(reminders.take())->size(), size_t(1));
        QCOMPARE(causes(), QStringList()); // it has not begun
        m_shop->shop.shop.clock.advanceMsecs(11 * 60'000);
        QCOMPARE(causes(), QStringList(QStringLiteral("reminder_missed")));
        QVERIFY(await(reminders.dismiss(reminders.open()->front().id)));
        QCOMPARE(causes(), QStringList());
    }

    //! What is not known is not said.
    void oldBackups()
    {
        QCOMPARE(ToldShop::causes(m_shop->owner(), BackupFacts{}), QStringList()); // begun today
        m_shop->shop.shop.clock.advanceDays(backupOldDays);
        const Instant now = m_shop->shop.shop.clock.now();
        QCOMPARE(causes(), QStringList());
        QVERIFY(!m_shop->find(m_shop->owner()).asked.contains(NotificationKind::BackupOld));
        QCOMPARE(ToldShop::causes(m_shop->owner(), BackupFacts{}), QStringList(QStringLiteral("backup_old")));
        QCOMPARE(ToldShop::causes(m_shop->owner(), BackupFacts{now.plusMsecs(-2 * 86'400'000LL)}), QStringList());
        QCOMPARE(ToldShop::causes(m_shop->owner(), BackupFacts{now.plusMsecs(-3 * 86'400'000LL)}).size(), 1);
        auto counter = m_shop->shop.hire("member", "counter");
        QCOMPARE(ToldShop::causes(ToldShop::of(counter), BackupFacts{}), QStringList());
    }

    //! Nobody is told of what they may not read; a cutter of their own pieces alone.
    void whoMayNotReadItIsNotTold()
    {
        setMinimum(20);
        const OrderId theirs = m_shop->book("2026-11-25");
        const OrderId others = m_shop->book("2026-11-25");
        const OrderId ready = m_shop->book("2026-12-24");
        QVERIFY(await(m_shop->shop.orders.complete(ready)));
        auto cutter = m_shop->shop.hire("member", "cutter");
        m_shop->shop.assign(m_shop->shop.pieceIds(theirs)[0], cutter.principal.person);
        auto viewer = m_shop->shop.hire("viewer");
        m_shop->shop.shop.clock.advanceDays(8);
        const QStringList late = says("order_overdue", theirs) + says("order_overdue", others);
        QCOMPARE(causes(),
                 late + says("order_uncollected", ready) + QStringList(QStringLiteral("stock_low Navy wool")));
        QVERIFY(!ToldShop::causes(ToldShop::of(cutter)).contains(says("order_overdue", others)[0]));
        QVERIFY(ToldShop::causes(ToldShop::of(cutter)).contains(says("order_overdue", theirs)[0]));
        QVERIFY(!ToldShop::causes(ToldShop::of(cutter)).contains(says("order_uncollected", ready)[0]));
        for (int i = 0; i < notificationKindCount; ++i) {
            const auto kind = NotificationKind(i);
            for (const NotificationCause &cause : m_shop->find(ToldShop::of(viewer)).causes)
                QVERIFY(cause.kind != kind || isFor(kind, viewer.principal));
        }
    }

    //! No sentence in the file names a client or an amount.
    void nothingOfAClientIsKept()
    {
        auto till = m_shop->shop.hire("member", "counter");
        const OrderId order = m_shop->book("2026-11-25");
        QVERIFY(await(payments(ToldShop::of(till)).take(order, {naira(417)})));
        m_shop->shop.shop.clock.advanceDays(1);
        QVERIFY(ToldShop::settle(m_shop->owner()) > 0);
        auto query = m_shop->shop.shop.session->reader().query("SELECT title || ifnull(message, '') || action"
                                                               " FROM notifications");
        int rows = 0;
        while ((*query)->step().value()) {
            const QString all = (*query)->text(0);
            QVERIFY2(!all.contains(QLatin1String("Okafor")) && !all.contains(QLatin1String("417")), qPrintable(all));
            ++rows;
        }
        QVERIFY(rows >= 2);
        for (const Notification &one : ToldShop::listed(m_shop->owner())) {
            QCOMPARE(one.who, QStringLiteral("Ngozi Okafor")); // read anew
            if (one.kind == NotificationKind::PaymentTaken)
                QCOMPARE(one.amount, std::optional(naira(417)));
        }
    }

private:
    QStringList causes() { return ToldShop::causes(m_shop->owner()); }
    QStringList says(const char *kind, OrderId order)
    {
        return {QString::fromLatin1(kind) + u' ' + m_shop->number(order)};
    }
    static finance::PaymentService payments(ToldShop::Seat seat) { return {seat.session, seat.door}; }
    void move(OrderId order, const char *day)
    {
        const auto moved = await(orders::PromiseService(*m_shop->shop.shop.session, *m_shop->shop.shop.door)
                                     .move({order, {test::day(day), std::nullopt}, orders::PromiseReason::Client, {}}));
        if (!moved)
            qFatal("%s", qPrintable(describe(moved.error())));
    }
    void setMinimum(qint64 whole)
    {
        inventory::ItemDraft facts = m_shop->shop.stock.load(m_shop->shop.roll)->facts;
        facts.minimumStock = Quantity::whole(whole);
        if (const auto done = await(m_shop->shop.stock.edit(m_shop->shop.roll, facts)); !done)
            qFatal("%s", qPrintable(describe(done.error())));
    }
    void take(qint64 whole)
    {
        inventory::StockService stock(*m_shop->shop.shop.session, *m_shop->shop.shop.door);
        if (const auto done = await(stock.use(m_shop->shop.roll, Quantity::whole(whole), {})); !done)
            qFatal("%s", qPrintable(describe(done.error())));
        m_shop->shop.shop.clock.advanceMsecs(1);
    }

    std::unique_ptr<ToldShop> m_shop;
};

QTEST_GUILESS_MAIN(TestNotificationCauses)
#include "tst_notification_causes.moc"
