// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/calendar/calendar_service.h"
#include "core/calendar/event_service.h"
#include "core/orders/day_plan.h"
#include "tests/core/orders/order_shop.h"

#include <QTest>

using namespace thimblely;
using namespace thimblely::test;
using namespace thimblely::calendar;

class TestEventService : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_shop = std::make_unique<OrderShop>(); }
    void cleanup() { m_shop.reset(); }

    void standsOnItsDays()
    {
        EventDraft fair = typed("Cloth fair", "2026-11-30", QTime(0, 0), 0);
        fair.allDay = true;
        fair.endsAt = at("2026-12-03", QTime(0, 0));
        add(fair);
        add(typed("Button maker", "2026-12-01", QTime(15, 0)));
        QCOMPARE(shown("2026-11-30", "2026-12-03"), QStringLiteral("30.11. Cloth fair, 1.12. 15:00 Button maker"));
        QCOMPARE(shown("2026-12-02", "2026-12-02"), QStringLiteral("30.11. Cloth fair"));
        QCOMPARE(shown("2026-12-03", "2026-12-09"), QString());
    }

    void wrongOnesAreRefused_data()
    {
        QTest::addColumn<QString>("title");
        QTest::addColumn<int>("minutes");
        QTest::addColumn<QString>("rule");
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("refusal");
        const auto row = [](const char *name, const char *title, int minutes, const char *rule, EventKind kind,
                            const char *code) {
            QTest::newRow(name) << QString::fromLatin1(title) << minutes << QString::fromLatin1(rule) << int(kind)
                                << QString::fromLatin1(code);
        };
        row("nothing typed", "  ", 30, "", EventKind::Meeting, "event.no_title");
        row("ends before it begins", "Talk", -1, "", EventKind::Meeting, "event.ends_before");
        row("lasts a season", "Talk", 63 * 24 * 60, "", EventKind::Meeting, "event.too_long");
        row("no rule", "Talk", 30, "every Tuesday", EventKind::Meeting, "event.rule every Tuesday");
        row("a fitting again and again", "Suit", 30, "FREQ=DAILY", EventKind::Fitting, "event.fitting_repeats");
        row("well", "Talk", 30, "FREQ=DAILY;COUNT=2", EventKind::Meeting, "");
    }
    void wrongOnesAreRefused()
    {
        QFETCH(QString, title);
        QFETCH(int, minutes);
        QFETCH(QString, rule);
        QFETCH(int, kind);
        QFETCH(QString, refusal);
        EventDraft draft = typed("", "2026-12-01", QTime(10, 0), minutes);
        draft.title = title;
        draft.rule = rule;
        draft.kind = EventKind(kind);
        QCOMPARE(test::refusal(await(service().add(draft))), refusal);
    }

    //! Each way to change one of a series, and back again by undo.
    void series_data()
    {
        QTest::addColumn<int>("scope");
        QTest::addColumn<QString>("deed");
        QTest::addColumn<QString>("after");
        QTest::newRow("this one moved")
            << int(Scope::This) << "move"
            << "26.11. 10:00 Stock, 1.12. 11:00 Stock, 10.12. 10:00 Stock, 17.12. 10:00 Stock";
        QTest::newRow("and following moved")
            << int(Scope::Following) << "move"
            << "26.11. 10:00 Stock, 1.12. 11:00 Stock, 8.12. 11:00 Stock, 15.12. 11:00 Stock";
        QTest::newRow("all moved") << int(Scope::All) << "move"
                                   << "24.11. 11:00 Stock, 1.12. 11:00 Stock, 8.12. 11:00 Stock, 15.12. 11:00 Stock";
        QTest::newRow("this one called off") << int(Scope::This) << "cancel"
                                             << "26.11. 10:00 Stock, 10.12. 10:00 Stock, 17.12. 10:00 Stock";
        QTest::newRow("and following called off") << int(Scope::Following) << "cancel"
                                                  << "26.11. 10:00 Stock";
        QTest::newRow("all called off") << int(Scope::All) << "cancel"
                                        << "";
        QTest::newRow("this one renamed")
            << int(Scope::This) << "rename"
            << "26.11. 10:00 Stock, 3.12. 10:00 Count, 10.12. 10:00 Stock, 17.12. 10:00 Stock";
        QTest::newRow("and following renamed")
            << int(Scope::Following) << "rename"
            << "26.11. 10:00 Stock, 3.12. 10:00 Count, 10.12. 10:00 Count, 17.12. 10:00 Count";
        QTest::newRow("all renamed") << int(Scope::All) << "rename"
                                     << "26.11. 10:00 Count, 3.12. 10:00 Count, 10.12. 10:00 Count, 17.12. 10:00 Count";
    }
    void series()
    {
        QFETCH(int, scope);
        QFETCH(QString, deed);
        QFETCH(QString, after);
        EventDraft weekly = typed("Stock", "2026-11-26", QTime(10, 0));
        weekly.rule = QStringLiteral("FREQ=WEEKLY;BYDAY=TH;COUNT=4");
        add(weekly);
        const QString before =
            QStringLiteral("26.11. 10:00 Stock, 3.12. 10:00 Stock, 10.12. 10:00 Stock, 17.12. 10:00 Stock");
        QCOMPARE(shown("2026-11-01", "2027-03-01"), before);
        const EventKey second = window("2026-11-01", "2027-03-01").occurrences[1].key;
        if (deed == QLatin1String("move")) {
            QVERIFY(await(service().move(second, Scope(scope), at("2026-12-01", QTime(11, 0)))));
        } else if (deed == QLatin1String("cancel")) {
            QVERIFY(await(service().cancel(second, Scope(scope))));
        } else {
            const Occurrence one = CalendarService(session()).load(second).value();
            EventDraft draft = typed("Count", "2026-12-03", QTime(10, 0));
            draft.rule = one.rule;
            QVERIFY(await(service().change(second, Scope(scope), draft)));
        }
        QCOMPARE(shown("2026-11-01", "2027-03-01"), after);
        QVERIFY(await(m_shop->shop.door->undo()));
        QCOMPARE(shown("2026-11-01", "2027-03-01"), before);
        QCOMPARE(m_shop->problems(), QStringList());
    }

    //! Whoever is told goes on being told, however the series is changed; another time is part of the same change.
    void toldAlsoOfThoseAfter()
    {
        EventDraft weekly = typed("Stock", "2026-11-26", QTime(10, 0));
        weekly.rule = QStringLiteral("FREQ=WEEKLY;COUNT=4");
        QVERIFY(await(service().add(weekly, {10})));
        const auto key = [this](size_t i) { return window("2026-11-01", "2027-03-01").occurrences[i].key; };
        const auto told = [this](const EventKey &of) { return CalendarService(session()).load(of)->leads; };
        QCOMPARE(told(key(1)), QList<int>({10}));
        QVERIFY(await(service().move(key(1), Scope::This, at("2026-12-04", QTime(11, 0)))));
        QCOMPARE(told(key(1)), QList<int>({10}));
        QVERIFY(await(service().move(key(2), Scope::Following, at("2026-12-11", QTime(11, 0)))));
        for (size_t i = 0; i < 4; ++i)
            QCOMPARE(told(key(i)), QList<int>({10}));
        const auto change = [&](Scope scope, const QList<int> &leads) {
            const Occurrence one = CalendarService(session()).load(key(2)).value();
            EventDraft draft = typed("Count", "2026-12-11", QTime(11, 0));
            draft.rule = one.rule;
            return await(service().change(key(2), scope, draft, leads));
        };
        QVERIFY(change(Scope::All, {60}));
        QCOMPARE(told(key(3)), QList<int>({60}));
        QCOMPARE(told(key(0)), QList<int>({10}));
        QCOMPARE(refusal(change(Scope::All, {40'000})), QStringLiteral("event.too_early"));
        QVERIFY(change(Scope::All, {}));
        QCOMPARE(told(key(3)), QList<int>());
        QVERIFY(await(m_shop->shop.door->undo()));
        QCOMPARE(told(key(3)), QList<int>({60}));
    }

    //! Full, and by what: the figures are those of the counter's list of days.
    void loadIsThatOfTheCounter()
    {
        orders::OrderDraft later = m_shop->order({OrderShop::piece("Suit", 1'000)});
        later.promisedDate = day("2026-11-28");
        (void)await(m_shop->orders.book(later)).value();
        const auto plan = orders::readDayPlan(session(), now()).value();
        for (const CalendarDay &one : window("2026-11-23", "2026-12-05").days) {
            if (!one.isPlanned || one.closed)
                continue;
            const orders::PlanDay *counters = plan.day(one.date);
            QCOMPARE(one.capacity, counters->capacity);
            QCOMPARE(one.free, std::min(counters->free, counters->capacity));
            QCOMPARE(one.taken, one.capacity - one.free);
            QCOMPARE(one.isFull, counters->isFull());
            QVERIFY(one.isFull == (one.free < orders::PlanDay::leastFree));
        }
    }

    //! One that was set apart goes along with its series, and is called off with it.
    void whatWasSetApartGoesAlong()
    {
        EventDraft daily = typed("Market", "2026-11-26", QTime(8, 0));
        daily.rule = QStringLiteral("FREQ=DAILY;COUNT=4");
        add(daily);
        const auto key = [this](size_t i) { return window("2026-11-01", "2026-12-31").occurrences[i].key; };
        QVERIFY(await(service().move(key(2), Scope::This, at("2026-11-28", QTime(12, 0)))));
        QVERIFY(await(service().cancel(key(3), Scope::This)));
        QCOMPARE(shown("2026-11-01", "2026-12-31"),
                 QStringLiteral("26.11. 8:00 Market, 27.11. 8:00 Market, 28.11. 12:00 Market"));
        // The series an hour later: the one apart keeps its own hour, what was left out stays left out.
        QVERIFY(await(service().move(key(0), Scope::All, at("2026-11-26", QTime(9, 0)))));
        QCOMPARE(shown("2026-11-01", "2026-12-31"),
                 QStringLiteral("26.11. 9:00 Market, 27.11. 9:00 Market, 28.11. 12:00 Market"));
        // By the one apart, everything from it on.
        QVERIFY(await(service().cancel(key(2), Scope::Following)));
        QCOMPARE(shown("2026-11-01", "2026-12-31"), QStringLiteral("26.11. 9:00 Market, 27.11. 9:00 Market"));
        QVERIFY(await(service().cancel(key(0), Scope::All)));
        QCOMPARE(shown("2026-11-01", "2026-12-31"), QString());
    }

    void sameHourWhenTheClocksAreChanged()
    {
        // Lagos knows no summer time: the series of a shop that moved from Berlin keeps Berlin's wall.
        const auto wallOf = [](const Occurrence &one) { return WallTime::of(one.startsAt, "Europe/Berlin").time(); };
        EventDraft weekly = typed("Call home", "2026-03-20", QTime(10, 0));
        weekly.rule = QStringLiteral("FREQ=WEEKLY;COUNT=3");
        const EventId id = add(weekly);
        QVERIFY(await(m_shop->shop.door->write<void>({"test.zone"}, [&](changes::WriteContext &context) {
            return context.rows().update(storage::Table::Events, id, {{"time_zone", "Europe/Berlin"}});
        })));
        const auto all = window("2026-03-01", "2026-04-30").occurrences;
        QCOMPARE(all.size(), size_t(3));
        for (const Occurrence &one : all)
            QCOMPARE(wallOf(one), QTime(10, 0));
    }

    void doubleBookingIsFlagged()
    {
        EventDraft one = typed("Ade", "2026-12-01", QTime(10, 0));
        one.staff = m_shop->shop.principal.person;
        EventDraft two = typed("Bello", "2026-12-01", QTime(10, 15));
        two.staff = one.staff;
        EventDraft after = typed("Eze", "2026-12-01", QTime(10, 45));
        after.staff = one.staff;
        two.client = m_shop->client;
        add(one);
        const auto said = CalendarService(session()).clashes(two, {}, now()).value();
        QCOMPARE(said.all, int(SameStaff));
        QCOMPARE(said.with.size(), size_t(1));
        QCOMPARE(said.with[0].title, QStringLiteral("Ade"));
        add(two);
        add(after);
        EventDraft sunday = typed("Sunday", "2026-12-06", QTime(10, 0));
        QCOMPARE(CalendarService(session()).clashes(sunday, {}, now())->all, int(ClosedDay));
        add(sunday);
        QList<int> clashes;
        for (const Occurrence &each : window("2026-12-01", "2026-12-07").occurrences)
            clashes.append(each.clashes);
        QCOMPARE(clashes, QList<int>({SameStaff, SameStaff, 0, ClosedDay}));
    }

    //! Whoever is at the dentist's sees nobody then; only they are told so.
    void onesOwnTakesOnesTime()
    {
        EventDraft own = typed("Dentist", "2026-12-01", QTime(10, 0));
        own.personal = true;
        add(own);
        EventDraft ade = typed("Ade", "2026-12-01", QTime(10, 15));
        ade.staff = m_shop->shop.principal.person;
        QCOMPARE(CalendarService(session()).clashes(ade, {}, now())->all, int(SameStaff));
        add(ade);
        QCOMPARE(CalendarService(session()).clashes(own, {}, now())->all, int(SameStaff));
        for (const Occurrence &one : window("2026-12-01", "2026-12-01").occurrences)
            QCOMPARE(one.clashes, int(SameStaff));
        const auto other = m_shop->hire("admin");
        const auto theirs = CalendarService(*other.session).window(day("2026-12-01"), day("2026-12-01"), now());
        QCOMPARE(theirs->occurrences.size(), size_t(1));
        QCOMPARE(theirs->occurrences[0].clashes, 0);
    }

    //! One's own are nobody else's, not even the owner's.
    void personalOnesAreOnesOwn()
    {
        EventDraft own = typed("Dentist", "2026-12-01", QTime(10, 0));
        own.personal = true;
        own.client = m_shop->client;
        own.rule = QStringLiteral("FREQ=DAILY;COUNT=2");
        add(own);
        QCOMPARE(window("2026-12-01", "2026-12-02").occurrences.size(), size_t(2));
        QVERIFY(window("2026-12-01", "2026-12-02").occurrences[0].personal);
        const auto other = m_shop->hire("admin");
        QVERIFY(
            CalendarService(*other.session).window(day("2026-12-01"), day("2026-12-02"), now())->occurrences.empty());
        const EventKey key = window("2026-12-01", "2026-12-02").occurrences[1].key;
        QCOMPARE(refusal(await(EventService(*other.door).cancel(key, Scope::All))), QStringLiteral("event.not_found"));
    }

    void whoOnlyLooksWritesNothing()
    {
        const auto viewer = m_shop->hire("viewer");
        QCOMPARE(refusal(await(EventService(*viewer.door).add(typed("Talk", "2026-12-01", QTime(10, 0))))),
                 QStringLiteral("access.refused calendar:write"));
    }

    //! The number on Today and that of the calendar are one number.
    void todaysNumbersAreTheCalendars()
    {
        const OrderId order = m_shop->book({OrderShop::piece("Suit", 1'000)});
        orders::OrderDraft today = m_shop->order({OrderShop::piece("Shirt", 500)});
        today.promisedDate = day("2026-11-25");
        const OrderId due = await(m_shop->orders.book(today)).value().id;
        EventDraft fitting = typed("Suit", "2026-11-25", QTime(14, 0));
        fitting.kind = EventKind::Fitting;
        fitting.order = order;
        add(fitting);
        const auto counts = [this] {
            const CalendarWindow week = window("2026-11-23", "2026-11-29");
            return std::pair(week.fittingsOn(day("2026-11-25")), week.dueOn(day("2026-11-25")));
        };
        const auto todays = [this] {
            return std::pair(int(CalendarService(session()).fittings(day("2026-11-25"))->size()),
                             m_shop->orders.today(5)->dueToday.count);
        };
        QCOMPARE(counts(), std::pair(1, 1));
        QCOMPARE(counts(), todays());
        QVERIFY(await(m_shop->orders.cancelPiece(m_shop->pieceIds(order)[0], QStringLiteral("moved away"))));
        QVERIFY(await(m_shop->orders.complete(due)));
        QCOMPARE(counts(), std::pair(0, 0));
        QCOMPARE(counts(), todays());
        const CalendarWindow week = window("2026-11-23", "2026-11-29");
        QCOMPARE(week.due.size(), size_t(1)); // it stays on its day, kept
        QVERIFY(week.due[0].ready);
    }

private:
    access::Session &session() { return *m_shop->shop.session; }
    EventService service() { return EventService(*m_shop->shop.door); }
    Instant now() { return m_shop->shop.clock.now(); }
    Instant at(const char *iso, QTime time) { return m_shop->stock.terms()->calendar.at(day(iso), time); }
    EventDraft typed(const char *title, const char *iso, QTime time, int minutes = 30)
    {
        EventDraft draft;
        draft.title = QString::fromLatin1(title);
        draft.startsAt = at(iso, time);
        draft.endsAt = draft.startsAt.plusMsecs(qint64(minutes) * 60'000);
        return draft;
    }
    EventId add(const EventDraft &draft)
    {
        const auto added = await(service().add(draft));
        if (!added)
            qFatal("%s", qPrintable(describe(added.error())));
        return *added;
    }
    CalendarWindow window(const char *from, const char *to)
    {
        return CalendarService(session()).window(day(from), day(to), now()).value();
    }
    QString shown(const char *from, const char *to)
    {
        QStringList all;
        for (const Occurrence &one : window(from, to).occurrences) {
            const WallTime wall = WallTime::of(one.startsAt, "Africa/Lagos");
            all.append(wall.date().toString(QStringLiteral("d.M. ")) +
                       (one.allDay ? QString() : wall.time().toString(QStringLiteral("H:mm "))) + one.title);
        }
        return all.join(QStringLiteral(", "));
    }

    std::unique_ptr<OrderShop> m_shop;
};

QTEST_GUILESS_MAIN(TestEventService)
#include "tst_event_service.moc"
