// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/calendar/event_service.h"
#include "core/calendar/reminder_service.h"
#include "tests/core/orders/order_shop.h"

#include <QTest>

using namespace thimblely;
using namespace thimblely::test;
using namespace thimblely::calendar;

//! The day is Wednesday 25 November 2026, ten in the morning.
class TestReminderService : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_shop = std::make_unique<OrderShop>(); }
    void cleanup() { m_shop.reset(); }

    void toldOnceAndKeptUntilSeen()
    {
        add("Ade", hours(2), {10});
        pass(109);
        QCOMPARE(told(), QString());
        pass(1);
        QVERIFY(service().anyDue().value());
        QCOMPARE(told(), QStringLiteral("Ade"));
        QCOMPARE(told(), QString());
        QCOMPARE(open(), QStringLiteral("Ade"));
        QVERIFY(await(service().dismiss(service().open()->front().id)));
        QCOMPARE(open(), QString());
        QVERIFY(!service().anyDue().value());
    }

    //! However many windows look, and whatever ends one after it took it: what was taken is not lost.
    void onceAcrossTwoWindowsAndAfterAKill()
    {
        add("Ade", hours(1), {0});
        pass(60);
        const auto session = access::Session::open(m_shop->shop.path(), m_shop->shop.principal).value();
        const auto door = changes::WriteDoor::open(*session, m_shop->shop.clock).value();
        ReminderService other(*session, *door);
        auto first = service().take();
        auto second = other.take();
        const size_t both = await(first)->size() + await(second)->size();
        QCOMPARE(both, size_t(1)); // and the window that has it is killed now
        QCOMPARE(other.open()->size(), size_t(1));
        QCOMPARE(await(other.take())->size(), size_t(0));
    }

    void caughtUpWithAfterClosedDays()
    {
        add("Ade", hours(3), {30});
        EventDraft daily = typed("Water the flowers", hours(4));
        daily.rule = QStringLiteral("FREQ=DAILY");
        QVERIFY(await(EventService(*m_shop->shop.door).add(daily, {0})));
        m_shop->shop.clock.advanceDays(3);
        const auto due = await(service().take()).value();
        QCOMPARE(due.size(), size_t(2));
        QCOMPARE(due[0].what.title, QStringLiteral("Ade"));
        QCOMPARE(due[1].what.title, QStringLiteral("Water the flowers"));
        QCOMPARE(due[1].missed, 2); // the last of three is told
        pass(24 * 60);
        QCOMPARE(told(), QStringLiteral("Water the flowers"));
    }

    void snoozed()
    {
        add("Ade", hours(1), {10});
        pass(50);
        QCOMPARE(told(), QStringLiteral("Ade"));
        QVERIFY(await(service().snooze(service().open()->front().id, 5)));
        QCOMPARE(open(), QString());
        pass(4);
        QCOMPARE(told(), QString());
        pass(1);
        QCOMPARE(told(), QStringLiteral("Ade"));
        QCOMPARE(told(), QString());
        QCOMPARE(refusal(await(service().snooze(service().open()->front().id, 0))), QStringLiteral("event.snooze"));
    }

    //! By whoever moves it: the reminder is mine, the appointment everybody's.
    void movedByAColleague()
    {
        const EventId id = add("Ade", hours(1), {10});
        const auto colleague = m_shop->hire("member", "counter");
        const Instant later = m_shop->shop.clock.now().plusMsecs(hours(5));
        QVERIFY(await(EventService(*colleague.door).move({id}, Scope::This, later)));
        pass(60);
        QCOMPARE(told(), QString());
        pass(230);
        QCOMPARE(told(), QStringLiteral("Ade"));
        QVERIFY(ReminderService(*colleague.session, *colleague.door).open()->empty());
        // Told, and put off once more: told again at its new time.
        QVERIFY(await(EventService(*colleague.door).move({id}, Scope::This, later.plusMsecs(hours(5)))));
        pass(300);
        QCOMPARE(told(), QStringLiteral("Ade"));
    }

    void whatDoesNotTakePlaceIsNotTold()
    {
        const EventId id = add("Ade", hours(1), {10});
        QVERIFY(await(EventService(*m_shop->shop.door).cancel({id}, Scope::This)));
        pass(60);
        QCOMPARE(told(), QString());
    }

    void askedTooLateIsToldNow()
    {
        add("Ade", 5 * 60'000, {10});
        QCOMPARE(told(), QStringLiteral("Ade"));
    }

    void aSeriesIsNotToldBeforeTheOneBeforeIt()
    {
        EventDraft daily = typed("Flowers", hours(4));
        daily.rule = QStringLiteral("FREQ=DAILY");
        QCOMPARE(refusal(await(EventService(*m_shop->shop.door).add(daily, {24 * 60}))),
                 QStringLiteral("event.too_early"));
    }

    //! That somebody was reminded stands in nobody's way who takes back what they did.
    void standsInTheWayOfNoUndo()
    {
        add("Ade", hours(1), {10});
        pass(50);
        QCOMPARE(told(), QStringLiteral("Ade"));
        QVERIFY(await(m_shop->shop.door->undo()));
        QCOMPARE(open(), QString());
    }

private:
    ReminderService service() { return {*m_shop->shop.session, *m_shop->shop.door}; }
    static qint64 hours(int count) { return qint64(count) * 3'600'000; }
    void pass(int minutes) { m_shop->shop.clock.advanceMsecs(qint64(minutes) * 60'000); }
    EventDraft typed(const char *title, qint64 ahead)
    {
        EventDraft draft;
        draft.title = QString::fromLatin1(title);
        draft.startsAt = m_shop->shop.clock.now().plusMsecs(ahead);
        draft.endsAt = draft.startsAt.plusMsecs(30 * 60'000);
        return draft;
    }
    EventId add(const char *title, qint64 ahead, const QList<int> &leads)
    {
        const auto added = await(EventService(*m_shop->shop.door).add(typed(title, ahead), leads));
        if (!added)
            qFatal("%s", qPrintable(describe(added.error())));
        return *added;
    }
    static QString names(const std::vector<Reminder> &reminders)
    {
        QStringList all;
        for (const Reminder &one : reminders)
            all.append(one.what.title);
        return all.join(QStringLiteral(", "));
    }
    QString told() { return names(await(service().take()).value()); }
    QString open() { return names(service().open().value()); }

    std::unique_ptr<OrderShop> m_shop;
};

QTEST_GUILESS_MAIN(TestReminderService)
#include "tst_reminder_service.moc"
