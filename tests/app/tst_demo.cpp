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

QTEST_GUILESS_MAIN(TestDemo)
#include "tst_demo.moc"
