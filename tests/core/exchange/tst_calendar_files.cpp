// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/calendar/calendar_service.h"
#include "core/calendar/event_service.h"
#include "core/calendar/recurrence.h"
#include "core/exchange/calendar_exporter.h"
#include "core/exchange/import_reader.h"
#include "core/exchange/importer.h"
#include "core/messages/error_sentences.h"
#include "tests/support/small_shop.h"
#include "tests/support/test_paths.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QTest>

using namespace thimblely;
using namespace thimblely::calendar;
using changes::await;

namespace {

QByteArray inCalendar(const QByteArray &events)
{
    return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n" + events + "END:VCALENDAR\r\n";
}

QByteArray vevent(const QByteArray &lines)
{
    return "BEGIN:VEVENT\r\n" + QByteArray(lines).replace("; ", "\r\n") + "\r\nEND:VEVENT\r\n";
}

} // namespace

class TestCalendarFiles : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void isRead_data()
    {
        QTest::addColumn<QByteArray>("lines");
        QTest::addColumn<QString>("said"); // "start end zone rule", or "line: code"
        const auto row = [](const char *name, const char *lines, const char *said) {
            QTest::newRow(name) << QByteArray(lines) << QString::fromLatin1(said);
        };
        row("with a zone",
            "UID:1; DTSTART;TZID=Europe/Vienna:20120213T100000; DTEND;TZID=Europe/Vienna:20120213T110000",
            "20120213T100000 20120213T110000 Europe/Vienna");
        row("in UTC", "UID:1; DTSTART:20120213T100000Z; DURATION:PT1H30M", "20120213T100000 20120213T113000 UTC");
        row("wherever it is", "UID:1; DTSTART:20120213T100000", "20120213T100000 20120213T100000");
        row("a whole day", "UID:1; DTSTART;VALUE=DATE:20120213", "20120213T000000 20120214T000000");
        row("by Windows' name", "UID:1; DTSTART;TZID=\"Eastern Standard Time\":20120213T100000",
            "20120213T100000 20120213T100000 America/New_York");
        row("until in UTC is until on the wall",
            "UID:1; DTSTART;TZID=America/New_York:20120213T230000; RRULE:FREQ=DAILY;UNTIL=20120216T040000Z",
            "20120213T230000 20120213T230000 America/New_York FREQ=DAILY;UNTIL=20120215T230000");
        row("no start", "UID:1; SUMMARY:Talk", "3: ics.no_start");
        row("a start that is none", "UID:1; DTSTART:tomorrow", "5: ics.malformed");
        row("ends before", "UID:1; DTSTART:20120213T100000Z; DTEND:20120213T090000Z", "6: ics.ends_before");
        row("no rule", "UID:1; DTSTART:20120213T100000Z; RRULE:FREQ=NEVER", "6: ics.rule");
        row("every minute", "UID:1; DTSTART:20120213T100000Z; RRULE:FREQ=MINUTELY", "6: ics.too_often");
    }
    void isRead()
    {
        QFETCH(QByteArray, lines);
        QFETCH(QString, said);
        const IcsFile file = readIcs(inCalendar(vevent(lines)));
        QVERIFY(!file.problem);
        QString now;
        for (const IcsEvent &one : file.events)
            now = QStringList({one.start.toText(), one.end.toText(), QString::fromLatin1(one.zone), one.rule})
                      .join(u' ')
                      .trimmed();
        for (const IcsProblem &one : file.refused)
            now = QString::number(one.line) + QStringLiteral(": ") + QString::fromLatin1(one.code);
        QCOMPARE(now, said);
    }

    void whatIsNoCalendar()
    {
        for (const char *bytes : {"", "BEGIN:VCALENDAR\nEND:VCALENDAR\n",
                                  "\xef\xbb\xbf"
                                  "BEGIN:VCALENDAR\r\n",
                                  "\0\xff"})
            QCOMPARE(readIcs(bytes).problem->code, QByteArray("ics.no_events"));
    }

    //! Every file that programs and their testers have left: it comes in or is refused, with its line and a sentence.
    void filesOfOtherPrograms()
    {
        const QDir folder(test::sharedData() + QStringLiteral("/calendar-ics"));
        if (!folder.exists())
            QSKIP("the calendars of other programs (calendar-ics) are absent");
        test::SmallShop shop;
        int files = 0;
        for (const QString &name : folder.entryList(QDir::Files)) {
            const auto report = Importer(*shop.door).importFiles(ImportKind::Events, {folder.filePath(name)});
            QVERIFY2(report.ok(), qPrintable(name));
            QVERIFY2(report->read > 0, qPrintable(name));
            QCOMPARE(report->read, report->created + report->updated + report->unchanged + int(report->refused.size()));
            for (const RefusedEntry &refused : report->refused) {
                const QByteArray said = QStringLiteral("%1:%2: %3")
                                            .arg(name)
                                            .arg(refused.line)
                                            .arg(messages::sentenceFor(refused.error))
                                            .toUtf8();
                // A file without any appointment has no line that would be the one.
                QVERIFY2(refused.line > 0 || refused.error.code == "ics.no_events", said.constData());
                QVERIFY2(!messages::sentenceFor(refused.error).isEmpty(), said.constData());
                qInfo("refused: %s", said.constData());
            }
            const auto again = Importer(*shop.door).importFiles(ImportKind::Events, {folder.filePath(name)});
            QVERIFY2(again->created == 0 && again->updated == 0, qPrintable(name));
            ++files;
        }
        QVERIFY(files > 0);
        QVERIFY(CalendarService(*shop.session)
                    .window(Date::parse(u"2012-01-01").value(), Date::parse(u"2012-12-31").value(), shop.clock.now()));
    }

    void comesInOnceAndIsTakenBackWhole()
    {
        test::SmallShop shop;
        const QByteArray series = vevent("UID:s; SUMMARY:Market; DTSTART;TZID=Africa/Lagos:20261126T100000; "
                                         "DTEND;TZID=Africa/Lagos:20261126T110000; RRULE:FREQ=DAILY;COUNT=3");
        const QByteArray moved =
            vevent("UID:s; SUMMARY:Market, late; DTSTART;TZID=Africa/Lagos:20261127T150000; "
                   "DTEND;TZID=Africa/Lagos:20261127T160000; RECURRENCE-ID;TZID=Africa/Lagos:20261127T100000");
        const QString path = write(shop, moved + series + vevent("UID:x; SUMMARY:nothing"));
        const QString all = QStringLiteral("26 10:00 Market, 27 15:00 Market, late, 28 10:00 Market");
        const auto dry = Importer(*shop.door).importFiles(ImportKind::Events, {path}, true);
        QCOMPARE(dry->created, 2);
        QCOMPARE(shown(shop), QString());
        QCOMPARE(Importer(*shop.door).importFiles(ImportKind::Events, {path})->created, 2);
        QCOMPARE(shown(shop), all);
        const auto again = Importer(*shop.door).importFiles(ImportKind::Events, {path});
        QCOMPARE(again->unchanged, 2);
        QCOMPARE(again->refused.size(), size_t(1));
        QVERIFY(await(shop.door->undo()));
        QCOMPARE(shown(shop), QString());
        QCOMPARE(Importer(*shop.door).importFiles(ImportKind::Events, {path})->created, 2);
        QCOMPARE(shown(shop), all);
        // Another hour in the file: the same rows.
        const QString later =
            write(shop, moved + QByteArray(series).replace("T100000", "T090000").replace("T110000", "T093000"));
        QCOMPARE(Importer(*shop.door).importFiles(ImportKind::Events, {later})->updated, 1);
    }

    //! What goes out comes in elsewhere as it was, and changes nothing here.
    void goesOutAndComesInElsewhere()
    {
        test::SmallShop shop;
        EventService service(*shop.door);
        const auto at = [](int day, int hour) {
            return WallTime::of(QDate(2026, 11, day), QTime(hour, 0)).at("Africa/Lagos");
        };
        EventDraft draft;
        draft.title = QStringLiteral("Cloth; fair, in \\ Lagos");
        draft.notes = QStringLiteral("two\nlines");
        draft.startsAt = at(26, 10);
        draft.endsAt = at(26, 11);
        draft.rule = QStringLiteral("FREQ=DAILY;UNTIL=20261130T100000");
        QVERIFY(await(service.add(draft)));
        const auto window = [](test::SmallShop &of) {
            return CalendarService(*of.session)
                .window(Date::parse(u"2026-11-25").value(), Date::parse(u"2026-12-05").value(), of.clock.now())
                .value();
        };
        QVERIFY(await(service.move(window(shop).occurrences[1].key, Scope::This, at(27, 15))));
        QVERIFY(await(service.cancel(window(shop).occurrences[2].key, Scope::This)));
        EventDraft day;
        day.title = QStringLiteral("Feast");
        day.allDay = true;
        day.startsAt = at(28, 0);
        day.endsAt = at(30, 0);
        QVERIFY(await(service.add(day)));
        const QString before = shown(shop);
        QCOMPARE(before,
                 QStringLiteral("26 10:00 Cloth; fair, in \\ Lagos, 27 15:00 Cloth; fair, in \\ Lagos, 28 Feast, "
                                "29 10:00 Cloth; fair, in \\ Lagos, 30 10:00 Cloth; fair, in \\ Lagos"));
        const QString path = shop.dir.filePath(QStringLiteral("out.ics"));
        QCOMPARE(exportCalendar(*shop.session, shop.clock, path).value(), qint64(3));
        test::SmallShop other;
        QCOMPARE(Importer(*other.door).importFiles(ImportKind::Events, {path})->created, 3);
        QCOMPARE(shown(other), before);
        QCOMPARE(window(other).occurrences[0].notes, draft.notes);
        QCOMPARE(Importer(*shop.door).importFiles(ImportKind::Events, {path})->created, 0);
        QCOMPARE(shown(shop), before);
    }

private:
    static QString write(test::SmallShop &shop, const QByteArray &events)
    {
        QFile file(shop.dir.filePath(QStringLiteral("book.ics")));
        if (!file.open(QIODevice::WriteOnly) || file.write(inCalendar(events)) < 0)
            qFatal("no file");
        return file.fileName();
    }
    static QString shown(test::SmallShop &shop)
    {
        const auto window =
            CalendarService(*shop.session)
                .window(Date::parse(u"2026-11-25").value(), Date::parse(u"2026-12-05").value(), shop.clock.now())
                .value();
        QStringList all;
        for (const Occurrence &one : window.occurrences) {
            const WallTime wall = WallTime::of(one.startsAt, "Africa/Lagos");
            all.append(wall.date().toString(QStringLiteral("d ")) +
                       (one.allDay ? QString() : wall.time().toString(QStringLiteral("H:mm "))) + one.title);
        }
        return all.join(QStringLiteral(", "));
    }
};

QTEST_GUILESS_MAIN(TestCalendarFiles)
#include "tst_calendar_files.moc"
