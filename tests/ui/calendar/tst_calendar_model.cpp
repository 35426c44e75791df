// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/calendar/calendar_service.h"
#include "core/calendar/event_service.h"
#include "tests/ui/orders/counter_shop.h"
#include "ui/calendar/agenda_model.h"
#include "ui/calendar/calendar_model.h"
#include "ui/widgets/list_row_delegate.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace thimblely;
using namespace thimblely::ui;
using namespace thimblely::calendar;

class TestCalendarModel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { Theme::instance().install(); }
    void init()
    {
        m_shop = std::make_unique<test::CounterShop>();
        const ClientId bello = m_shop->bello();
        (void)m_shop->book(bello,
                           {m_shop->piece(QStringLiteral("Suit"), 1000), m_shop->piece(QStringLiteral("Shirt"), 500)},
                           Date::parse(u"2026-11-27").value());
        add("Button maker", 26, 15, {});
        add("Ade", 26, 10, m_shop->shop.principal.person);
        add("Eze", 26, 10, m_shop->shop.principal.person);
    }
    void cleanup() { m_shop.reset(); }

    void aWeekByPersons()
    {
        CalendarModel model(*m_shop->desk);
        const QAbstractItemModelTester tester(&model);
        QCOMPARE(model.rowCount(), 0);
        model.setWindow(window("2026-11-23", "2026-11-29"), CalendarModel::Shape::Persons);
        QCOMPARE(model.rowCount(), 6); // nobody works on Sunday, and nothing is on it
        QStringList heads;
        for (int column = 0; column < model.columnCount(); ++column)
            heads.append(model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
        QCOMPARE(heads, QStringList({QStringLiteral("Day, load"), QStringLiteral("Due"), QStringLiteral("The shop"),
                                     QStringLiteral("Amina Bello")}));
        QCOMPARE(model.headerData(3, Qt::Horizontal, CalendarModel::ShortNameRole).toString(), QStringLiteral("Amina"));
        QCOMPARE(words(model, 4, 1), QStringList({QStringLiteral("1001 A. Bello, 2 pcs")}));
        QCOMPARE(words(model, 3, 2), QStringList({QStringLiteral("15:00 Button maker")}));
        QCOMPARE(words(model, 3, 3), QStringList({QStringLiteral("10:00 Ade"), QStringLiteral("10:00 Eze")}));
        QVERIFY(model.cell(model.index(3, 3)).blocks[0].isClash);
        QVERIFY(model.head(model.index(2, 0))->isToday);
        QVERIFY(model.data(model.index(3, 3), Qt::AccessibleTextRole).toString().contains(QStringLiteral("Ade")));
        int block = -1;
        const CalendarTarget target = model.cell(model.index(3, 3)).blocks[1].target;
        QCOMPARE(model.indexOf(target, &block), model.index(3, 3));
        QCOMPARE(block, 1);
        model.clear();
        QCOMPARE(model.rowCount(), 0);
    }

    //! One's own stand with oneself, not with the shop.
    void onesOwnStandWithOneself()
    {
        EventDraft own;
        own.title = QStringLiteral("Dentist");
        own.startsAt = WallTime::of(QDate(2026, 11, 24), QTime(9, 0)).at("Africa/Lagos");
        own.endsAt = own.startsAt.plusMsecs(1'800'000);
        own.personal = true;
        QVERIFY(changes::await(EventService(*m_shop->shop.door).add(own)));
        CalendarModel model(*m_shop->desk);
        model.setWindow(window("2026-11-23", "2026-11-29"), CalendarModel::Shape::Persons);
        QCOMPARE(words(model, 1, 3), QStringList({QStringLiteral("09:00 Dentist")}));
    }

    void aMonthByWeeks()
    {
        CalendarModel model(*m_shop->desk);
        const QAbstractItemModelTester tester(&model);
        model.setWindow(window("2026-10-26", "2026-12-06"), CalendarModel::Shape::Weeks,
                        Date::parse(u"2026-11-25").value());
        QCOMPARE(model.rowCount(), 6);
        QCOMPARE(model.columnCount(), 7);
        QCOMPARE(model.headerData(2, Qt::Horizontal, Qt::DisplayRole).toString(), QStringLiteral("Wednesday"));
        QCOMPARE(model.headerData(2, Qt::Horizontal, CalendarModel::ShortNameRole).toString(), QStringLiteral("Wed"));
        QCOMPARE(model.dateOf(model.index(4, 3)).toIso(), QStringLiteral("2026-11-26"));
        QCOMPARE(model.cell(model.index(4, 3)).blocks.size(), size_t(3));
        QVERIFY(model.head(model.index(0, 0))->isOutside);
        QVERIFY(!model.head(model.index(4, 3))->isOutside);
    }

    void theAgendaIsByDay()
    {
        AgendaModel model(*m_shop->desk);
        const QAbstractItemModelTester tester(&model);
        model.setWindow(window("2026-11-25", "2026-12-25"));
        QCOMPARE(model.rowCount(), 4);
        QStringList seconds;
        for (int row = 0; row < model.rowCount(); ++row)
            seconds.append(model.index(row).data(ListRowDelegate::SecondLine).toString());
        QVERIFY2(seconds[0].startsWith(QStringLiteral("Thu 26 November, 10:00")), qPrintable(seconds[0]));
        QVERIFY2(seconds[3].startsWith(QStringLiteral("Fri 27 November")), qPrintable(seconds[3]));
        QCOMPARE(model.rowOf(Date::parse(u"2026-11-27").value()), 3);
        QCOMPARE(model.rowOf(Date::parse(u"2026-11-28").value()), -1);
        model.setWindow(window("2027-11-25", "2027-12-25"));
        QCOMPARE(model.rowCount(), 0);
    }

    void rulesInWords_data()
    {
        QTest::addColumn<QString>("rule");
        QTest::addColumn<QString>("words");
        QTest::newRow("none") << QString() << QString();
        QTest::newRow("daily") << "FREQ=DAILY"
                               << "every day";
        QTest::newRow("weekdays") << "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,FR"
                                  << "every 2 weeks on Tue, Fri";
        QTest::newRow("counted") << "FREQ=MONTHLY;COUNT=3"
                                 << "every month, 3 times";
        QTest::newRow("another's") << "FREQ=YEARLY;BYMONTH=3;BYDAY=1SU"
                                   << "every year, by a rule of its own";
    }
    void rulesInWords()
    {
        QFETCH(QString, rule);
        QFETCH(QString, words);
        QCOMPARE(ruleText(*m_shop->desk, rule), words);
    }

private:
    void add(const char *title, int day, int hour, std::optional<PersonId> staff)
    {
        EventDraft draft;
        draft.title = QString::fromLatin1(title);
        draft.startsAt = WallTime::of(QDate(2026, 11, day), QTime(hour, 0)).at("Africa/Lagos");
        draft.endsAt = draft.startsAt.plusMsecs(1'800'000);
        draft.staff = staff;
        const auto added = changes::await(EventService(*m_shop->shop.door).add(draft));
        if (!added)
            qFatal("%s", qPrintable(describe(added.error())));
    }
    std::shared_ptr<const CalendarWindow> window(const char *from, const char *to)
    {
        return std::make_shared<const CalendarWindow>(CalendarService(*m_shop->shop.session)
                                                          .window(Date::parse(QString::fromLatin1(from)).value(),
                                                                  Date::parse(QString::fromLatin1(to)).value(),
                                                                  m_shop->shop.clock.now())
                                                          .value());
    }
    static QStringList words(const CalendarModel &model, int row, int column)
    {
        QStringList all;
        for (const CalendarBlock &block : model.cell(model.index(row, column)).blocks)
            all.append(QString(block.lead + QLatin1Char(' ') + block.text).trimmed());
        return all;
    }

    std::unique_ptr<test::CounterShop> m_shop;
};

QTEST_MAIN(TestCalendarModel)
#include "tst_calendar_model.moc"
