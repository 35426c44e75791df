// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/calendar/recurrence.h"
#include "tests/support/test_paths.h"

#include <QCoreApplication>
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRandomGenerator>
#include <QStandardPaths>
#include <QTest>

using namespace thimblely;
using namespace thimblely::calendar;

namespace {

WallTime wall(const char *text)
{
    return WallTime::parse(QString::fromLatin1(text)).value();
}

QStringList texts(const std::vector<WallTime> &times)
{
    QStringList list;
    for (const WallTime time : times)
        list.append(time.toText());
    return list;
}

//! The interpreter that has dateutil; empty: none.
QString pythonWithDateutil()
{
    for (const char *python : {"/usr/bin/python3", "python3"}) {
        QProcess process;
        process.start(QString::fromLatin1(python),
                      {QStringLiteral("-c"), QStringLiteral("import dateutil.rrule, zoneinfo")});
        if (process.waitForFinished(30'000) && process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0)
            return QString::fromLatin1(python);
    }
    return {};
}

/*!
 * Where the script is that has ical.js beside it: fetched once by npm, into the build's folder, as package-lock.json pins
 * it. Empty, with the reason in `missing`: node, npm or the network is absent.
 */
QString folderWithIcalJs(QString &missing)
{
    const QString npm = QStandardPaths::findExecutable(QStringLiteral("npm"));
    const QDir folder(QCoreApplication::applicationDirPath() + QStringLiteral("/../test-icaljs"));
    missing = QStringLiteral("node and npm are not installed");
    if (npm.isEmpty() || QStandardPaths::findExecutable(QStringLiteral("node")).isEmpty())
        return {};
    missing = QStringLiteral("the build's folder cannot be written");
    if (!folder.mkpath(QStringLiteral(".")))
        return {};
    for (const char *name : {"package.json", "package-lock.json", "expand.mjs"}) {
        const QString to = folder.filePath(QLatin1String(name));
        QFile::remove(to);
        if (!QFile::copy(test::sourceFolder() + QStringLiteral("/tests/core/calendar/icaljs/") + QLatin1String(name),
                         to))
            return {};
    }
    if (folder.exists(QStringLiteral("node_modules/ical.js/package.json")))
        return folder.path();
    QProcess fetch;
    fetch.setWorkingDirectory(folder.path());
    fetch.start(npm, {QStringLiteral("ci"), QStringLiteral("--ignore-scripts"), QStringLiteral("--no-audit"),
                      QStringLiteral("--no-fund")});
    missing = QStringLiteral("npm could not fetch ical.js");
    return fetch.waitForFinished(180'000) && fetch.exitCode() == 0 ? folder.path() : QString();
}

QJsonArray answers(const QString &program, const QStringList &arguments, const QJsonArray &cases,
                   const QString &folder = {})
{
    QProcess process;
    if (!folder.isEmpty())
        process.setWorkingDirectory(folder);
    process.start(program, arguments);
    process.write(QJsonDocument(cases).toJson());
    process.closeWriteChannel();
    if (!process.waitForFinished(120'000) || process.exitCode() != 0)
        qFatal("%s", process.readAllStandardError().constData());
    return QJsonDocument::fromJson(process.readAllStandardOutput()).array();
}

class Random {
public:
    explicit Random(quint32 seed) : m_generator(seed) {}
    int below(int end) { return int(m_generator.bounded(quint32(end))); }
    QString one(std::initializer_list<const char *> of)
    {
        return QString::fromLatin1(*(of.begin() + below(int(of.size()))));
    }
    QString weekdays()
    {
        QStringList days;
        for (const char *day : {"MO", "TU", "WE", "TH", "FR", "SA", "SU"}) {
            if (below(3) == 0)
                days.append(QString::fromLatin1(day));
        }
        return days.isEmpty() ? QStringLiteral("TH") : days.join(u',');
    }
    //! Rules as shops and other programs say them; the start stands first in `start`.
    QString rule(WallTime &start)
    {
        start = WallTime::of(QDate(2018 + below(9), 1 + below(12), 1 + below(28)), QTime(below(24), below(4) * 15));
        QString text = QStringLiteral("FREQ=");
        switch (below(7)) {
        case 0:
            text += QStringLiteral("DAILY");
            break;
        case 1:
            text += QStringLiteral("WEEKLY");
            break;
        case 2:
            text += QStringLiteral("WEEKLY;BYDAY=") + weekdays();
            break;
        case 3:
            text += QStringLiteral("MONTHLY;BYMONTHDAY=") + one({"1", "15", "28", "31", "-1", "-3"});
            break;
        case 4:
            text += QStringLiteral("MONTHLY;BYDAY=") + one({"1MO", "2TU", "3WE", "4TH", "-1FR", "-2SA", "5SU"});
            break;
        case 5:
            text += QStringLiteral("YEARLY");
            break;
        default:
            text += QStringLiteral("YEARLY;BYMONTH=") + QString::number(1 + below(12)) + QStringLiteral(";BYDAY=") +
                    one({"1SU", "-1SU", "2MO", "4TH"});
        }
        if (below(2) == 0)
            text += QStringLiteral(";INTERVAL=") + QString::number(1 + below(4));
        if (const int end = below(3); end == 0)
            text += QStringLiteral(";COUNT=") + QString::number(1 + below(60));
        else if (end == 1)
            text += QStringLiteral(";UNTIL=") + start.plusSecs(86'400LL * (1 + below(1500))).toText();
        return text;
    }

private:
    QRandomGenerator m_generator;
};

QJsonObject caseOf(const QString &rule, WallTime start, WallTime from, WallTime to)
{
    return {{QStringLiteral("rule"), rule},
            {QStringLiteral("start"), start.toText()},
            {QStringLiteral("from"), from.toText()},
            {QStringLiteral("to"), to.toText()}};
}

QJsonArray randomCases(quint32 seed, int count)
{
    Random random(seed);
    QJsonArray cases;
    for (int i = 0; i < count; ++i) {
        WallTime start(0);
        const QString rule = random.rule(start);
        const WallTime from = start.plusSecs(86'400LL * random.below(2500) - 86'400LL * 30);
        cases.append(caseOf(rule, start, from, from.plusSecs(86'400LL * (1 + random.below(400)))));
    }
    return cases;
}

//! The series that other programs' calendars have, of three years each.
QJsonArray casesOfFiles()
{
    QJsonArray cases;
    const QDir folder(test::sharedData() + QStringLiteral("/calendar-ics"));
    for (const QString &name : folder.entryList(QDir::Files)) {
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::ReadOnly))
            continue;
        for (const IcsEvent &event : readIcs(file.readAll()).events) {
            if (!event.rule.isEmpty())
                cases.append(caseOf(event.rule, event.start, event.start, event.start.plusSecs(86'400LL * 1096)));
        }
    }
    return cases;
}

QStringList oursOf(const QJsonObject &one)
{
    const auto at = [&one](const char *key) { return WallTime::parse(one[QLatin1String(key)].toString()).value(); };
    return texts(expandRule(one[QLatin1String("rule")].toString(), at("start"), at("from"), at("to")));
}

} // namespace

class TestRecurrence : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void rulesAreRead_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("understood");
        QTest::addColumn<bool>("plain");
        const auto row = [](const char *text, bool understood, bool plain) {
            QTest::newRow(text) << QString::fromLatin1(text) << understood << plain;
        };
        row("FREQ=DAILY", true, true);
        row("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,FR;COUNT=10", true, true);
        row("FREQ=MONTHLY;UNTIL=20301231T235959", true, true);
        row("FREQ=MONTHLY;BYDAY=-1FR", true, false);
        row("FREQ=YEARLY;BYMONTH=3", true, false);
        row("FREQ=HOURLY", false, false);
        row("FREQ=SECONDLY;COUNT=5", false, false);
        row("FREQ=DAILY;BYHOUR=9,17", false, false);
        row("RSCALE=HEBREW;FREQ=YEARLY", false, false);
        row("FREQ=SOMETIMES", false, false);
        row("INTERVAL=2", false, false);
        row("", false, false);
        row("D1 #10", false, false);
    }
    void rulesAreRead()
    {
        QFETCH(QString, text);
        QFETCH(bool, understood);
        QFETCH(bool, plain);
        const auto facts = readRule(text);
        QCOMPARE(facts.has_value(), understood);
        if (facts)
            QCOMPARE(facts->isPlain, plain);
    }

    void windows_data()
    {
        QTest::addColumn<QString>("rule");
        QTest::addColumn<QString>("start");
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::addColumn<QString>("times");
        const auto row = [](const char *name, const char *rule, const char *start, const char *from, const char *to,
                            const char *times) { QTest::newRow(name) << rule << start << from << to << times; };
        row("from the start", "FREQ=DAILY;COUNT=2", "20261125T100000", "20261101", "20261201",
            "20261125T100000 20261126T100000");
        row("the end is not in it", "FREQ=DAILY", "20261125T100000", "20261127T100000", "20261128T100000",
            "20261127T100000");
        row("years on", "FREQ=WEEKLY;INTERVAL=2", "20161102T100000", "20261101", "20261201",
            "20261104T100000 20261118T100000");
        row("the start counts where the rule does not name it", "FREQ=WEEKLY;BYDAY=MO", "20261125T100000", "20261101",
            "20261205", "20261125T100000 20261130T100000");
        row("only where the month has that day", "FREQ=MONTHLY;BYMONTHDAY=31", "20260131T090000", "20260201",
            "20260601", "20260331T090000 20260531T090000");
        row("never comes", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "20260131T090000", "20260201", "20990601", "");
        row("until a day counts that day", "FREQ=DAILY;UNTIL=20261126", "20261125T100000", "20261101", "20261201",
            "20261125T100000 20261126T100000");
    }
    void windows()
    {
        QFETCH(QString, rule);
        QFETCH(QString, start);
        QFETCH(QString, from);
        QFETCH(QString, to);
        QFETCH(QString, times);
        const auto at = [](const QString &text) { return WallTime::parse(text).value(); };
        QCOMPARE(texts(expandRule(rule, at(start), at(from), at(to))).join(u' '), times);
    }

    void theLastOne()
    {
        const WallTime start = wall("20261125T100000");
        QCOMPARE(lastOf(QStringLiteral("FREQ=DAILY;COUNT=3"), start), std::optional(wall("20261127T100000")));
        QCOMPARE(lastOf(QStringLiteral("FREQ=WEEKLY;UNTIL=20261212T000000"), start),
                 std::optional(wall("20261209T100000")));
        QCOMPARE(lastOf(QStringLiteral("FREQ=WEEKLY"), start), std::nullopt);
        QCOMPARE(ruleEnding(QStringLiteral("FREQ=WEEKLY;COUNT=4"), {}, wall("20261201T000000"), false),
                 QStringLiteral("FREQ=WEEKLY;UNTIL=20261201T000000"));
        QCOMPARE(ruleEnding(QStringLiteral("FREQ=WEEKLY;UNTIL=20261201"), 7, {}, false),
                 QStringLiteral("FREQ=WEEKLY;COUNT=7"));
    }

    //! Where the clock is put forward or back, as RFC 5545 has it.
    void walls_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("utc");
        QTest::newRow("winter") << "20260115T100000"
                                << "20260115T090000";
        QTest::newRow("summer") << "20260715T100000"
                                << "20260715T080000";
        QTest::newRow("in the gap") << "20260329T023000"
                                    << "20260329T013000";
        QTest::newRow("twice") << "20261025T023000"
                               << "20261025T003000";
    }
    void walls()
    {
        QFETCH(QString, text);
        QFETCH(QString, utc);
        const WallTime there = WallTime::parse(text).value();
        QCOMPARE(WallTime::of(there.at("Europe/Berlin"), "UTC").toText(), utc);
    }

    //! Against python-dateutil: whole series, and windows years after the start.
    void asDateutilHasIt()
    {
        const QString python = pythonWithDateutil();
        if (python.isEmpty())
            QSKIP("python3-dateutil is absent");
        constexpr int count = 1500;
        const QJsonArray cases = randomCases(20261125, count);
        const QJsonArray theirs = answers(python, {QStringLiteral("-c"), QStringLiteral(R"(
import json, sys, datetime, zoneinfo
from dateutil.rrule import rrulestr
form = '%Y%m%dT%H%M%S'
read = lambda text: datetime.datetime.strptime(text, form)
berlin = zoneinfo.ZoneInfo('Europe/Berlin')
out = []
for case in json.load(sys.stdin):
    start, end = read(case['start']), read(case['to'])
    rule = rrulestr(case['rule'], dtstart=start)
    times = {t for t in rule.between(read(case['from']), end, inc=True) if t < end}
    if read(case['from']) <= start < end:
        times.add(start)
    times = sorted(times)
    out.append([[t.strftime(form), int(t.replace(tzinfo=berlin).timestamp())] for t in times])
json.dump(out, sys.stdout)
)")},
                                          cases);
        QCOMPARE(theirs.size(), cases.size());
        qsizetype compared = 0;
        for (qsizetype i = 0; i < cases.size(); ++i) {
            const QJsonObject one = cases[i].toObject();
            const auto at = [&one](const char *key) {
                return WallTime::parse(one[QLatin1String(key)].toString()).value();
            };
            const auto ours = expandRule(one[QLatin1String("rule")].toString(), at("start"), at("from"), at("to"));
            QStringList expected;
            const QJsonArray times = theirs[i].toArray();
            for (const auto &time : times)
                expected.append(time[0].toString());
            const QByteArray said = QJsonDocument(one).toJson(QJsonDocument::Compact);
            QVERIFY2(texts(ours) == expected, (said + "\nours   " + texts(ours).join(u' ').toLatin1() + "\ntheirs " +
                                               expected.join(u' ').toLatin1())
                                                  .constData());
            for (qsizetype k = 0; k < times.size(); ++k)
                QVERIFY2(ours[size_t(k)].at("Europe/Berlin").msecs() / 1000 == qint64(times[k][1].toDouble()),
                         said.constData());
            compared += times.size();
        }
        QVERIFY2(compared > count, "too few of them take place at all");
    }

    //! Against ical.js: whole series, windows years after the start, and the series of other programs' files.
    void asIcalJsHasIt()
    {
        QString missing;
        const QString folder = folderWithIcalJs(missing);
        if (folder.isEmpty())
            QSKIP(qPrintable(missing));
        constexpr int count = 1500;
        QJsonArray cases = casesOfFiles();
        if (cases.isEmpty())
            qWarning("the calendars of other programs (calendar-ics) are absent: rules alone are compared");
        for (const auto &one : randomCases(20261128, count))
            cases.append(one);
        const QJsonArray theirs = answers(QStringLiteral("node"), {QStringLiteral("expand.mjs")}, cases, folder);
        QCOMPARE(theirs.size(), cases.size());
        qsizetype compared = 0;
        for (qsizetype i = 0; i < cases.size(); ++i) {
            const QStringList ours = oursOf(cases[i].toObject());
            const QStringList expected = theirs[i].toVariant().toStringList();
            QVERIFY2(ours == expected,
                     (QJsonDocument(cases[i].toObject()).toJson(QJsonDocument::Compact) + "\nours   " +
                      ours.join(u' ').toLatin1() + "\ntheirs " + expected.join(u' ').toLatin1())
                         .constData());
            compared += expected.size();
        }
        QVERIFY2(compared > count, "too few of them take place at all");
    }
};

QTEST_GUILESS_MAIN(TestRecurrence)
#include "tst_recurrence.moc"
