// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/storage/migrator.h"
#include "core/storage/transaction.h"
#include "tests/support/fake_clock.h"

#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <sqlite3.h>

#include <csignal>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

using namespace thimblely;
using namespace thimblely::storage;

namespace {

//! This program's migrations, and what a later one would add.
std::vector<Migration> withNext(const char *sql)
{
    const auto own = schemaMigrations();
    std::vector<Migration> all(own.begin(), own.end());
    all.push_back({own.back().version + 1, "next", sql});
    return all;
}

qint64 numberIn(const QString &path, QByteArrayView sql)
{
    OpenOptions options;
    options.path = path;
    auto connection = Connection::open(options);
    if (!connection)
        return -1;
    auto query = connection.value()->query(sql);
    if (!query || !(*query)->step())
        return -1;
    return (*query)->int64(0);
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void writePlainDatabase(const QString &path, const char *sql)
{
    sqlite3 *handle = nullptr;
    sqlite3_open(path.toUtf8().constData(), &handle);
    sqlite3_exec(handle, sql, nullptr, nullptr, nullptr);
    sqlite3_close(handle);
}

} // namespace

class TestMigrator : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_path = m_folder.filePath(QStringLiteral("%1.shop").arg(++m_count)); }

    void createsAWholeFileOnce()
    {
        const Migrator migrator(m_clock);
        const auto made = migrator.create(m_path);
        QVERIFY2(made.ok(), made ? "" : qPrintable(describe(made.error())));
        QCOMPARE(made.value(), MigrationOutcome::Created);
        QCOMPARE(numberIn(m_path, "PRAGMA user_version"), qint64(migrator.version()));
        QCOMPARE(numberIn(m_path, "PRAGMA application_id"), qint64(applicationId));
        QCOMPARE(numberIn(m_path, "SELECT max(version) FROM sys_migrations"), qint64(migrator.version()));
        QCOMPARE(numberIn(m_path, "SELECT length(value) FROM sys_meta WHERE key = 'file_id'"), qint64(16));
        QVERIFY(!QFileInfo::exists(m_path + QStringLiteral(".new")));

        const auto again = migrator.create(m_path);
        QCOMPARE(again.error().code, QByteArray("storage.exists"));
        QCOMPARE(migrator.upgrade(m_path).value(), MigrationOutcome::Current);
    }

    void upgradesBesideACopy()
    {
        QVERIFY(Migrator(m_clock).create(m_path).ok());
        const auto later = withNext("ALTER TABLE clients ADD COLUMN shoe_size TEXT");
        const Migrator migrator(m_clock, later);
        const auto upgraded = migrator.upgrade(m_path);
        QVERIFY2(upgraded.ok(), upgraded ? "" : qPrintable(describe(upgraded.error())));
        QCOMPARE(upgraded.value(), MigrationOutcome::Upgraded);
        QCOMPARE(numberIn(m_path, "PRAGMA user_version"), qint64(migrator.version()));
        QCOMPARE(numberIn(m_path, "SELECT count(*) FROM pragma_table_info('clients') WHERE name = 'shoe_size'"), 1);
        // The journal knows the new column.
        QCOMPARE(numberIn(m_path, "SELECT count(*) FROM sqlite_schema WHERE name = 'journal_clients_update'"
                                  " AND sql LIKE '%shoe_size%'"),
                 1);

        const QString copy = Migrator::copyName(m_path, migrator.version() - 1);
        const QString before = QStringLiteral(".before-%1.bak").arg(migrator.version() - 1, 4, 10, QLatin1Char('0'));
        QVERIFY(copy.endsWith(before));
        QCOMPARE(numberIn(copy, "PRAGMA user_version"), qint64(migrator.version() - 1));
        QCOMPARE(numberIn(copy, "SELECT count(*) FROM pragma_table_info('clients') WHERE name = 'shoe_size'"), 0);
    }

    //! Each version that files in the field have comes up to today's, with nothing amiss.
    void everyVersionComesUp()
    {
        const auto all = schemaMigrations();
        for (size_t first = 1; first < all.size(); ++first) {
            const QString path = m_path + QString::number(first);
            QVERIFY(Migrator(m_clock, all.first(first)).create(path).ok());
            QCOMPARE(Migrator(m_clock).upgrade(path).value(), MigrationOutcome::Upgraded);
            QCOMPARE(numberIn(path, "PRAGMA user_version"), qint64(all.back().version));
            QCOMPARE(numberIn(path, "SELECT count(*) FROM pragma_integrity_check WHERE integrity_check <> 'ok'"),
                     qint64(0));
        }
    }

    void failingMigrationLeavesTheOldFileWhole()
    {
        QVERIFY(Migrator(m_clock).create(m_path).ok());
        const qint64 objects = numberIn(m_path, "SELECT count(*) FROM sqlite_schema");
        const auto later = withNext("CREATE TABLE half (a INTEGER) STRICT; INSERT INTO nowhere VALUES (1)");
        const Migrator migrator(m_clock, later);
        QVERIFY(!migrator.upgrade(m_path).ok());
        QCOMPARE(numberIn(m_path, "PRAGMA user_version"), qint64(migrator.version() - 1));
        QCOMPARE(numberIn(m_path, "SELECT count(*) FROM sqlite_schema"), objects);
        QCOMPARE(Migrator(m_clock).upgrade(m_path).value(), MigrationOutcome::Current);
    }

    void refusesAMigrationThatBreaksAKey()
    {
        QVERIFY(Migrator(m_clock).create(m_path).ok());
        const auto later = withNext("INSERT INTO auth_users (id, login_name, created_at, updated_at)"
                                    " VALUES (zeroblob(16), 'nobody', 0, 0)");
        const auto upgraded = Migrator(m_clock, later).upgrade(m_path);
        QVERIFY2(upgraded.error().code == "storage.migration_keys", qPrintable(describe(upgraded.error())));
        QCOMPARE(numberIn(m_path, "SELECT count(*) FROM auth_users"), 0);
    }

    //! Killed at many moments: the file opens afterwards, of one version or the other, and the migration can go on.
    void survivesBeingKilled()
    {
        QVERIFY(Migrator(m_clock).create(m_path).ok());
        const auto later = withNext("CREATE TABLE heavy (a INTEGER, b BLOB) STRICT;"
                                    " WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3000)"
                                    " INSERT INTO heavy SELECT i, randomblob(500) FROM n");
        const Migrator migrator(m_clock, later);
        int killed = 0;
        for (int round = 0; round < 12; ++round) {
            const pid_t child = fork();
            if (child == 0) {
                const bool done = migrator.upgrade(m_path).ok();
                _exit(done ? 0 : 1);
            }
            usleep(useconds_t(1000 * (1 + round * 2)));
            kill(child, SIGKILL);
            int status = 0;
            waitpid(child, &status, 0);
            killed += WIFSIGNALED(status) ? 1 : 0;
            const qint64 version = numberIn(m_path, "PRAGMA user_version");
            const qint64 heavy = numberIn(m_path, "SELECT count(*) FROM sqlite_schema WHERE name = 'heavy'");
            QVERIFY(version == migrator.version() - 1 || version == migrator.version());
            QCOMPARE(heavy, qint64(version == migrator.version() ? 1 : 0));
            if (version == migrator.version())
                break;
        }
        QVERIFY(killed > 0);
        QVERIFY(migrator.upgrade(m_path).ok());
        QCOMPARE(numberIn(m_path, "SELECT count(*) FROM heavy"), 3000);
    }

    void refusesANewerFile()
    {
        const auto later = withNext("CREATE TABLE tomorrow (a INTEGER) STRICT");
        QVERIFY(Migrator(m_clock, later).create(m_path).ok());
        const auto refused = Migrator(m_clock).upgrade(m_path);
        QCOMPARE(refused.error().kind, ErrorKind::TooNew);
        QCOMPARE(numberIn(m_path, "SELECT count(*) FROM sqlite_schema WHERE name = 'tomorrow'"), 1);
    }

    void leavesStrangersAlone_data()
    {
        QTest::addColumn<bool>("database");
        QTest::newRow("another program's database") << true;
        QTest::newRow("a letter") << false;
    }
    void leavesStrangersAlone()
    {
        QFETCH(const bool, database);
        if (database) {
            writePlainDatabase(m_path, "CREATE TABLE accounts (a); INSERT INTO accounts VALUES (1)");
        } else {
            QFile letter(m_path);
            QVERIFY(letter.open(QIODevice::WriteOnly));
            letter.write("Dear Mrs Bello, your trousers are ready.");
        }
        const QByteArray before = contentOf(m_path);
        QVERIFY(!before.isEmpty());
        QCOMPARE(Migrator(m_clock).upgrade(m_path).error().kind, ErrorKind::NotOurs);
        QCOMPARE(contentOf(m_path), before);
        QVERIFY(!QFileInfo::exists(m_path + QStringLiteral("-wal")));
    }

    void saysWhatIsMissingOrDamaged()
    {
        QCOMPARE(Migrator(m_clock).upgrade(m_path).error().kind, ErrorKind::NotFound);

        QVERIFY(Migrator(m_clock).create(m_path).ok());
        QFile file(m_path);
        QVERIFY(file.open(QIODevice::ReadWrite));
        file.seek(200); // within the schema's page
        file.write(QByteArray(64, 'x'));
        file.close();
        QCOMPARE(Migrator(m_clock).upgrade(m_path).error().kind, ErrorKind::Corrupt);
    }

    void waitsForNobodyForEver()
    {
        QVERIFY(Migrator(m_clock).create(m_path).ok());
        OpenOptions options;
        options.path = m_path;
        auto other = Connection::open(options);
        QVERIFY(other.ok());
        auto writing = WriteTransaction::begin(*other.value());
        QVERIFY(writing.ok());
        const auto later = withNext("CREATE TABLE later (a INTEGER) STRICT");
        QCOMPARE(Migrator(m_clock, later).upgrade(m_path).error().kind, ErrorKind::Busy);
    }

    void givesAnOlderProgramsFileItsTriggers()
    {
        QVERIFY(Migrator(m_clock).create(m_path).ok());
        {
            OpenOptions options;
            options.path = m_path;
            auto connection = Connection::open(options);
            QVERIFY(connection.value()
                        ->executeScript("DROP TRIGGER journal_clients_insert;"
                                        " UPDATE sys_meta SET value = x'00' WHERE key = 'triggers'")
                        .ok());
        }
        QCOMPARE(Migrator(m_clock).upgrade(m_path).value(), MigrationOutcome::Current);
        QCOMPARE(numberIn(m_path, "SELECT count(*) FROM sqlite_schema WHERE name = 'journal_clients_insert'"), 1);
    }

private:
    QTemporaryDir m_folder;
    QString m_path;
    int m_count = 0;
    test::FakeClock m_clock;
};

QTEST_GUILESS_MAIN(TestMigrator)
#include "tst_migrator.moc"
