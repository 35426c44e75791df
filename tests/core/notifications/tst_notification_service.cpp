// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/changes/history.h"
#include "core/finance/payment_service.h"
#include "core/inventory/stock_service.h"
#include "core/orders/attempt_service.h"
#include "tests/core/notifications/told_shop.h"

#include <QTest>

#include <rapidcheck.h>

#include <set>

using namespace thimblely;
using namespace thimblely::test;

//! What somebody has been told: once for each cause, read and unread, and taken back when it is over.
class TestNotificationService : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_shop = std::make_unique<ToldShop>(); }
    void cleanup() { m_shop.reset(); }

    void toldOnceAndTakenBack()
    {
        const OrderId order = m_shop->book("2026-11-25");
        QCOMPARE(ToldShop::settle(m_shop->owner()), 1);
        QCOMPARE(ToldShop::settle(m_shop->owner()), 0);
        QCOMPARE(told(), says("order_due", order));
        QCOMPARE(service().unread().value(), 1);
        m_shop->shop.shop.clock.advanceDays(1);
        QCOMPARE(ToldShop::settle(m_shop->owner()), 2); // another thing is to be said of it, and the first is over
        QCOMPARE(told(), says("order_overdue", order));
        QVERIFY(await(m_shop->shop.orders.complete(order)));
        QCOMPARE(ToldShop::settle(m_shop->owner()), 1);
        QCOMPARE(told(), QStringList());
        QCOMPARE(service().unread().value(), 0);
    }

    void readUnreadAndAllRead()
    {
        m_shop->book("2026-11-25");
        m_shop->book("2026-11-25", "Suit");
        QCOMPARE(ToldShop::settle(m_shop->owner()), 2);
        const RowId first = ToldShop::listed(m_shop->owner())[0].id;
        QVERIFY(await(service().setRead(first, true)));
        QCOMPARE(service().unread().value(), 1);
        QCOMPARE(ToldShop::told(m_shop->owner(), NotificationFilter::Unread).size(), 1);
        QVERIFY(await(service().setRead(first, false)));
        QCOMPARE(service().unread().value(), 2);
        QCOMPARE(await(service().readAll()).value(), 2);
        QCOMPARE(await(service().readAll()).value(), 0);
        QCOMPARE(service().unread().value(), 0);
        QCOMPARE(ToldShop::listed(m_shop->owner()).size(), size_t(2)); // read, and still there
        QCOMPARE(refusal(await(service().setRead(RowId::make(m_shop->shop.shop.clock), true))),
                 QStringLiteral("notification.not_found"));
        QCOMPARE(ToldShop::settle(m_shop->owner()), 0);
        QCOMPARE(service().unread().value(), 0); // what was read is not told again
    }

    //! Taken home by mistake and brought back: the same one, as it was.
    void whatHoldsAgainIsTheSameOne()
    {
        const OrderId order = m_shop->book("2026-12-24");
        QVERIFY(await(m_shop->shop.orders.complete(order)));
        m_shop->shop.shop.clock.advanceDays(7);
        QCOMPARE(ToldShop::settle(m_shop->owner()), 1);
        const auto first = ToldShop::listed(m_shop->owner())[0];
        QVERIFY(await(service().setRead(first.id, true)));
        orders::AttemptService attempts(*m_shop->shop.shop.session, *m_shop->shop.shop.door);
        QVERIFY(await(attempts.add(order, orders::AttemptKind::Call, QStringLiteral("tomorrow"))));
        QCOMPARE(ToldShop::settle(m_shop->owner()), 1);
        QCOMPARE(told(), QStringList());
        QVERIFY(await(m_shop->shop.shop.door->undo())); // the call was another client's
        QCOMPARE(ToldShop::settle(m_shop->owner()), 1);
        const auto again = ToldShop::listed(m_shop->owner());
        QCOMPARE(again.size(), size_t(1));
        QCOMPARE(again[0].id, first.id);
        QVERIFY(again[0].isRead);
    }

    //! A thing that was given another name is told of by that name, and not twice.
    void wordsFollowTheThing()
    {
        setMinimum(20, "Navy wool");
        QCOMPARE(ToldShop::settle(m_shop->owner()), 1);
        setMinimum(20, "Navy pinstripe");
        QVERIFY(!service().isSettled(ToldShop::find(m_shop->owner())).value());
        QVERIFY(await(service().settle(ToldShop::find(m_shop->owner()))));
        QCOMPARE(told(), QStringList(QStringLiteral("stock_low Navy pinstripe")));
        QVERIFY(service().isSettled(ToldShop::find(m_shop->owner())).value());
    }

    //! However many windows look at once.
    void onceAcrossTwoWindows()
    {
        m_shop->book("2026-11-25");
        const auto session = access::Session::open(m_shop->shop.shop.path(), m_shop->shop.shop.principal).value();
        const auto door = changes::WriteDoor::open(*session, m_shop->shop.shop.clock).value();
        const ToldShop::Seat other{*session, *door};
        const FoundCauses here = ToldShop::find(m_shop->owner());
        const FoundCauses there = ToldShop::find(other);
        auto first = service().settle(here);
        auto second = NotificationService(other.session, other.door).settle(there);
        QCOMPARE(await(first).value() + await(second).value(), 1);
        QCOMPARE(told().size(), 1);
    }

    //! Of another computer's backups nothing is known here.
    void eachDeviceForItsOwnBackups()
    {
        m_shop->shop.shop.clock.advanceDays(backupOldDays);
        QCOMPARE(ToldShop::settle(m_shop->owner(), BackupFacts{}), 1);
        access::Principal elsewhere = m_shop->shop.shop.principal;
        elsewhere.device = DeviceId::make(m_shop->shop.shop.clock);
        const auto session = access::Session::open(m_shop->shop.shop.path(), elsewhere).value();
        const auto door = changes::WriteDoor::open(*session, m_shop->shop.shop.clock).value();
        const ToldShop::Seat other{*session, *door};
        QCOMPARE(ToldShop::settle(other, BackupFacts{m_shop->shop.shop.clock.now()}), 0);
        QCOMPARE(told().size(), 1);
        QCOMPARE(ToldShop::settle(m_shop->owner()), 0); // not known yet: left as it is
        QCOMPARE(ToldShop::settle(m_shop->owner(), BackupFacts{m_shop->shop.shop.clock.now()}), 1);
        QCOMPARE(told(), QStringList());
    }

    void everybodysOwn()
    {
        auto viewer = m_shop->shop.hire("viewer");
        m_shop->book("2026-11-25");
        QCOMPARE(ToldShop::settle(m_shop->owner()), 1);
        QCOMPARE(ToldShop::told(ToldShop::of(viewer)), QStringList());
        QCOMPARE(ToldShop::settle(ToldShop::of(viewer)), 1);
        const RowId hers = ToldShop::listed(m_shop->owner())[0].id;
        NotificationService theirs(*viewer.session, *viewer.door);
        QCOMPARE(refusal(await(theirs.setRead(hers, true))), QStringLiteral("notification.not_found"));
        QCOMPARE(await(theirs.readAll()).value(), 1);
        QCOMPARE(service().unread().value(), 1);
    }

    void kindsThatOneDoesNotWant()
    {
        m_shop->book("2026-11-25");
        QCOMPARE(ToldShop::settle(m_shop->owner()), 1);
        QVERIFY(await(service().setOn(NotificationKind::DueToday, false)));
        QVERIFY(await(service().setOn(NotificationKind::DueToday, false))); // twice is once
        QCOMPARE(ToldShop::settle(m_shop->owner()), 1);
        QCOMPARE(told(), QStringList());
        m_shop->shop.shop.clock.advanceDays(1);
        QCOMPARE(ToldShop::settle(m_shop->owner()), 1); // late is another kind
        m_shop->shop.shop.clock.advanceDays(-1);
        QVERIFY(await(service().setOn(NotificationKind::DueToday, true)));
        ToldShop::settle(m_shop->owner());
        QCOMPARE(told().size(), 1);
        auto viewer = m_shop->shop.hire("viewer");
        NotificationService theirs(*viewer.session, *viewer.door);
        QVERIFY(await(theirs.setOn(NotificationKind::DueToday, false)));
        for (const NotificationSwitch &one : service().switches().value())
            QVERIFY(one.isOn);
        for (const NotificationSwitch &one : theirs.switches().value())
            QCOMPARE(one.isOn, one.kind != NotificationKind::DueToday);
    }

    void pageByPage()
    {
        std::vector<NotificationCause> causes;
        for (int i = 0; i < 23; ++i)
            m_shop->book("2026-11-25");
        QCOMPARE(ToldShop::settle(m_shop->owner()), 23);
        std::set<RowId> met;
        std::optional<NotificationPlace> after;
        for (;;) {
            const auto page = service().page(NotificationFilter::All, after, 5).value();
            for (const Notification &one : page)
                QVERIFY(met.insert(one.id).second);
            if (page.size() < 5)
                break;
            after = NotificationPlace{page.back().madeAt, page.back().id};
        }
        QCOMPARE(met.size(), size_t(23));
    }

    //! What the program tells is in no list of deeds and stands in the way of none.
    void isNobodysDeed()
    {
        const OrderId order = m_shop->book("2026-11-25");
        QCOMPARE(ToldShop::settle(m_shop->owner()), 1);
        QVERIFY(await(service().readAll()));
        QCOMPARE(await(m_shop->shop.shop.door->newestUndoable())->kind, QByteArray("order.book"));
        for (const auto &operation : changes::History(*m_shop->shop.shop.session).operations({}, {}, 50)->rows)
            QVERIFY(operation.kind != "event.tell");
        QVERIFY(await(m_shop->shop.shop.door->undo()));
        QVERIFY(!m_shop->shop.orders.load(order) || m_shop->shop.orders.today(1)->dueToday.count == 0);
        QCOMPARE(ToldShop::settle(m_shop->owner()), 1);
        QCOMPARE(told(), QStringList());
    }

    //! The words are made when they are read: what a newer program left says what that one said.
    void wordsOfItsKind()
    {
        const QLocale english(QStringLiteral("en_NG"));
        Notification one{RowId::make(m_shop->shop.shop.clock),
                         NotificationKind::DueToday,
                         {},
                         {QStringLiteral("1042")},
                         QStringLiteral("?"),
                         Instant(0),
                         false};
        QCOMPARE(notificationText(one, english), QStringLiteral("Order 1042 is promised for today and not ready"));
        one.kind = NotificationKind::PaymentTaken;
        one.args = {QStringLiteral("%2"), QString()};
        QCOMPARE(notificationText(one, english), QStringLiteral("Somebody took money for order %2"));
        one.kind.reset();
        one.title = QStringLiteral("A drone is at the door");
        QCOMPARE(notificationText(one, english), one.title);
        for (int i = 0; i < notificationKindCount; ++i) {
            QCOMPARE(notificationKindFromCode(toCode(NotificationKind(i))), std::optional(NotificationKind(i)));
            QVERIFY(!notificationText(NotificationKind(i), {}, english).isEmpty());
        }
    }

    //! Whatever is done in the shop, whoever looks and however often: one for each cause, and none without one.
    void neverTwoForOneCause()
    {
        qputenv("RC_PARAMS", "max_success=25 " + qgetenv("RC_PARAMS"));
        QVERIFY(rc::check("one notification for each cause", [] {
            ToldShop shop;
            auto colleague = shop.shop.hire("member", "counter");
            std::vector<OrderId> orders;
            std::set<RowId> met;
            const int steps = *rc::gen::inRange(4, 14);
            for (int i = 0; i < steps; ++i) {
                doSomething(shop, colleague, orders);
                const bool owners = *rc::gen::arbitrary<bool>();
                const ToldShop::Seat seat = owners ? shop.owner() : ToldShop::of(colleague);
                for (int looks = *rc::gen::inRange(1, 4); looks > 0; --looks)
                    ToldShop::settle(seat);
                requireOneEach(seat);
            }
        }));
    }

private:
    NotificationService service() { return {*m_shop->shop.shop.session, *m_shop->shop.shop.door}; }
    QStringList told() { return ToldShop::told(m_shop->owner()); }
    QStringList says(const char *kind, OrderId order)
    {
        return {QString::fromLatin1(kind) + u' ' + m_shop->number(order)};
    }
    void setMinimum(qint64 whole, const char *name)
    {
        inventory::ItemDraft facts = m_shop->shop.stock.load(m_shop->shop.roll)->facts;
        facts.minimumStock = Quantity::whole(whole);
        facts.name = QString::fromLatin1(name);
        if (const auto done = await(m_shop->shop.stock.edit(m_shop->shop.roll, facts)); !done)
            qFatal("%s", qPrintable(describe(done.error())));
    }

    //! One step of the life of a shop; what is refused is refused.
    static void doSomething(ToldShop &shop, OrderShop::Colleague &colleague, std::vector<OrderId> &orders)
    {
        const auto some = [&] { return orders[*rc::gen::inRange<size_t>(0, orders.size())]; };
        const int what = orders.empty() ? 0 : *rc::gen::inRange(0, 9);
        inventory::StockService stock(*shop.shop.shop.session, *shop.shop.shop.door);
        switch (what) {
        case 0: {
            orders::OrderDraft draft = shop.shop.order({OrderShop::piece("Coat", 1'000)});
            const auto terms = shop.shop.stock.terms().value();
            draft.promisedDate = terms.calendar.dayOf(shop.shop.shop.clock.now()).plusDays(*rc::gen::inRange(0, 4));
            if (const auto booked = await(shop.shop.orders.book(draft))) // an undo may have taken its client
                orders.push_back(booked->id);
            return;
        }
        case 1:
            (void)await(shop.shop.orders.complete(some()));
            return;
        case 2:
            (void)await(finance::PaymentService(*colleague.session, *colleague.door).take(some(), {naira(10)}));
            return;
        case 3:
            shop.shop.shop.clock.advanceDays(*rc::gen::inRange(1, 12));
            return;
        case 4:
            (void)await(stock.use(shop.shop.roll, Quantity(*rc::gen::inRange<qint64>(1, 9'000)), {}));
            return;
        case 5:
            (void)await(shop.shop.stock.stockIn(shop.shop.roll, Quantity(*rc::gen::inRange<qint64>(1, 9'000))));
            return;
        case 6: {
            inventory::ItemDraft facts = shop.shop.stock.load(shop.shop.roll)->facts;
            facts.minimumStock = Quantity(*rc::gen::inRange<qint64>(0, 12'000));
            (void)await(shop.shop.stock.edit(shop.shop.roll, facts));
            return;
        }
        case 7:
            (void)await(orders::AttemptService(*shop.shop.shop.session, *shop.shop.shop.door)
                            .add(some(), orders::AttemptKind::Call, QStringLiteral("called")));
            return;
        default:
            (void)await(shop.shop.shop.door->undo());
        }
    }

    //! As many as there are causes that are news or were told while they were, none twice, and none whose cause is gone.
    static void requireOneEach(ToldShop::Seat seat)
    {
        const FoundCauses found = ToldShop::find(seat);
        const PersonId person = seat.session.principal().person;
        std::set<RowId> holding;
        std::set<RowId> news;
        for (const NotificationCause &cause : found.causes) {
            RC_ASSERT(holding.insert(notificationId(cause, person)).second);
            if (cause.since >= found.today.plusDays(-newsDays))
                news.insert(notificationId(cause, person));
        }
        std::set<RowId> listed;
        for (const Notification &one : ToldShop::listed(seat)) {
            RC_ASSERT(listed.insert(one.id).second);
            RC_ASSERT(holding.contains(one.id));
        }
        RC_ASSERT(std::ranges::includes(listed, news));
    }

    std::unique_ptr<ToldShop> m_shop;
};

QTEST_GUILESS_MAIN(TestNotificationService)
#include "tst_notification_service.moc"
