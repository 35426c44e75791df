// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "tests/app/run_thimblectl.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

using namespace thimblely::test;

//! The invented shop, whatever its seed and size.
class TestDemo : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void demoIsTheSameForTheSameSeed();
    void everySeedMakesADemo_data();
    void everySeedMakesADemo();
    void whatFailsLeavesNoFile();
    void theDemosWorkroomHasWork();
    void theDemosDaysAreBelievable_data();
    void theDemosDaysAreBelievable();

private:
    QString path(const char *name) const { return m_dir.filePath(QString::fromLatin1(name)); }
    QTemporaryDir m_dir;
};

void TestDemo::demoIsTheSameForTheSameSeed()
{
    QByteArray digests[2];
    for (int i = 0; i < 2; ++i) {
        const QString file = path(i == 0 ? "demo0.thimble" : "demo1.thimble");
        const Run made =
            run({QStringLiteral("demo"), QStringLiteral("--db"), file, QStringLiteral("--seed"), QStringLiteral("7"),
                 QStringLiteral("--today"), QStringLiteral("2026-11-20"), QStringLiteral("--clients"),
                 QStringLiteral("20"), QStringLiteral("--orders"), QStringLiteral("15"), QStringLiteral("--json")});
        QVERIFY2(made.exitCode == 0, made.errors.constData());
        const QJsonArray people = made.json()[QLatin1String("people")].toArray();
        QVERIFY(people.size() >= 3);
        for (const char *key : {"email", "password", "role", "workspace"})
            QVERIFY(!people.first()[QLatin1String(key)].toString().isEmpty());
        const Run verified = run({QStringLiteral("verify"), QStringLiteral("--db"), file, QStringLiteral("--digest"),
                                  QStringLiteral("--json")});
        QVERIFY2(verified.exitCode == 0, (verified.out + verified.errors).constData());
        digests[i] = verified.json()[QLatin1String("digest")].toString().toLatin1();
    }
    QVERIFY(!digests[0].isEmpty());
    QCOMPARE(digests[0], digests[1]);
}

void TestDemo::everySeedMakesADemo_data()
{
    QTest::addColumn<QStringList>("options");
    const auto row = [](int seed, const char *clients, const char *orders, const char *workspaces) {
        QTest::addRow("%d: %s, %s, %s", seed, clients, orders, workspaces)
            << QStringList{QStringLiteral("--seed"),       QString::number(seed),          QStringLiteral("--clients"),
                           QString::fromLatin1(clients),   QStringLiteral("--orders"),     QString::fromLatin1(orders),
                           QStringLiteral("--workspaces"), QString::fromLatin1(workspaces)};
    };
    for (int seed = 1; seed <= 12; ++seed)
        row(seed, "6", "20", "1");
    row(8, "20", "90", "1");
    row(1, "10", "45", "5");
    row(2, "0", "5", "1");
    row(2, "3", "0", "2");
}

//! Some paid more out of the drawer than lay in it, and left half a shop behind.
void TestDemo::everySeedMakesADemo()
{
    QFETCH(QStringList, options);
    const QString file = path("seed.thimble");
    for (const char *suffix : {"", "-wal", "-shm"})
        QFile::remove(file + QLatin1String(suffix));
    const Run made = run(QStringList{QStringLiteral("demo"), QStringLiteral("--db"), file, QStringLiteral("--today"),
                                     QStringLiteral("2026-11-20")} +
                         options);
    QVERIFY2(made.exitCode == 0, made.errors.constData());
}

void TestDemo::whatFailsLeavesNoFile()
{
    // As much as the shell lets a file grow stands for a full disk.
    const QString folder = path("full");
    QVERIFY(QDir().mkpath(folder));
    QProcess shell;
    shell.start(QStringLiteral("sh"),
                {QStringLiteral("-c"),
                 QStringLiteral("trap '' XFSZ; ulimit -f 3000; exec \"$0\" demo --db \"$1\" --orders 400"),
                 QStringLiteral(THIMBLECTL), folder + QStringLiteral("/shop.thimble")});
    QVERIFY(shell.waitForFinished(300'000));
    QCOMPARE(shell.exitCode(), 1);
    QVERIFY(!shell.readAllStandardError().isEmpty());
    QCOMPARE(QDir(folder).entryList(QDir::Files), QStringList());
    // What was there before stays.
    const QString other = path("other.thimble");
    QFile there(other);
    QVERIFY(there.open(QIODevice::WriteOnly));
    const Run refused = run({QStringLiteral("demo"), QStringLiteral("--db"), other});
    QCOMPARE(refused.exitCode, 1);
    QVERIFY(QFile::exists(other));
}

void TestDemo::theDemosWorkroomHasWork()
{
    const QString file = path("workroom.thimble");
    const Run made =
        run({QStringLiteral("demo"), QStringLiteral("--db"), file, QStringLiteral("--today"),
             QStringLiteral("2026-11-20"), QStringLiteral("--orders"), QStringLiteral("30"), QStringLiteral("--json")});
    QVERIFY2(made.exitCode == 0, made.errors.constData());
    int workers = 0;
    const QJsonArray people = made.json()[QLatin1String("people")].toArray();
    for (const QJsonValue &person : people) {
        const QString role = person[QLatin1String("role")].toString();
        if (role != QLatin1String("cutter") && role != QLatin1String("stitcher"))
            continue;
        ++workers;
        const Run seen =
            run({QStringLiteral("sql"), QStringLiteral("SELECT count(*) AS n FROM order_items"), QStringLiteral("--db"),
                 file, QStringLiteral("--as"), person[QLatin1String("email")].toString(),
                 QStringLiteral("--password-fd"), QStringLiteral("0"), QStringLiteral("--json")},
                person[QLatin1String("password")].toString().toUtf8());
        QVERIFY2(seen.exitCode == 0, seen.errors.constData());
        QVERIFY(seen.array().at(0)[QLatin1String("n")].toInt() > 0);
    }
    QCOMPARE(workers, 2);
}

void TestDemo::theDemosDaysAreBelievable_data()
{
    QTest::addColumn<int>("seed");
    for (int seed = 1; seed <= 4; ++seed)
        QTest::addRow("%d", seed) << seed;
}

//! Most of a day is promised and of some days all, nothing for a Sunday; and nothing has happened that is to come.
void TestDemo::theDemosDaysAreBelievable()
{
    QFETCH(int, seed);
    const QString file = path("days.thimble");
    for (const char *suffix : {"", "-wal", "-shm"})
        QFile::remove(file + QLatin1String(suffix));
    const Run made =
        run({QStringLiteral("demo"), QStringLiteral("--db"), file, QStringLiteral("--today"),
             QStringLiteral("2026-11-20"), QStringLiteral("--seed"), QString::number(seed), QStringLiteral("--json")});
    QVERIFY2(made.exitCode == 0, made.errors.constData());
    const QJsonValue owner = made.json()[QLatin1String("people")].toArray().first();
    const auto rows = [&](const char *sql) {
        const Run seen = run({QStringLiteral("sql"), QString::fromUtf8(sql), QStringLiteral("--db"), file,
                              QStringLiteral("--as"), owner[QLatin1String("email")].toString(),
                              QStringLiteral("--password-fd"), QStringLiteral("0"), QStringLiteral("--json")},
                             owner[QLatin1String("password")].toString().toUtf8());
        if (seen.exitCode != 0)
            qFatal("%s", seen.errors.constData());
        return seen.array();
    };
    // As the load of a day is reckoned: the tasks' minutes, less what is behind the piece where it stands.
    const QJsonArray days = rows(R"(
        SELECT booked.promised_date AS day,
               sum((SELECT sum(value ->> 'minutes') FROM json_each(piece.tasks)) *
                   CASE piece.stage WHEN 'cut' THEN 80 WHEN 'stitched' THEN 40 WHEN 'fitting' THEN 40
                                    WHEN 'altered' THEN 20 WHEN 'finished' THEN 10 WHEN 'ready' THEN 0
                                    WHEN 'collected' THEN 0 ELSE 100 END / 100) AS minutes
          FROM orders AS booked JOIN order_items AS piece ON piece.order_id = booked.id
         WHERE booked.order_number IS NOT NULL AND booked.promised_date > '2026-11-20'
         GROUP BY 1 ORDER BY 1)");
    constexpr int capacity = 2 * 9 * 60; // a cutter and a stitcher, from nine to six
    constexpr int looked = 5;            // working days, as the counter shows them
    QVERIFY(days.size() >= looked);
    int sum = 0;
    int full = 0;
    for (int i = 0; i < looked; ++i) {
        const QString day = days[i][QLatin1String("day")].toString();
        QVERIFY2(QDate::fromString(day, Qt::ISODate).dayOfWeek() != Qt::Sunday, qPrintable(day));
        const int percent = days[i][QLatin1String("minutes")].toInt() * 100 / capacity;
        QVERIFY2(percent >= 40 && percent <= 120, qPrintable(QStringLiteral("%1: %2 %").arg(day).arg(percent)));
        sum += percent;
        full += percent > 95 ? 1 : 0;
    }
    QVERIFY2(sum / looked >= 60 && sum / looked <= 100, qPrintable(QString::number(sum / looked)));
    QVERIFY(full < looked);
    const qint64 noon = QDateTime(QDate(2026, 11, 20), QTime(11, 0), Qt::UTC).toMSecsSinceEpoch(); // in Lagos
    const QJsonArray latest = rows(R"(
        SELECT max((SELECT max(created_at) FROM orders), (SELECT max(occurred_at) FROM sys_activity),
                   (SELECT max(ready_at) FROM order_items), (SELECT max(collected_at) FROM order_items),
                   (SELECT max(hold ->> 'since') FROM order_items)) AS moment)");
    QVERIFY(qint64(latest[0][QLatin1String("moment")].toDouble()) <= noon);
}

QTEST_GUILESS_MAIN(TestDemo)
#include "tst_demo.moc"
