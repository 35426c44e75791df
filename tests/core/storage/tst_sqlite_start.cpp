// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/storage/connection.h"
#include "core/storage/heap_budget.h"
#include "core/storage/migrator.h"
#include "core/storage/vfs_file.h"
#include "tests/support/fake_clock.h"

#include <QTemporaryDir>
#include <QTest>

#include <thread>

using namespace thimblely;
using namespace thimblely::storage;
using thimblely::test::FakeClock;

//! Whatever a process does first with SQLite, a statement that somebody typed has its limit of memory afterwards.
class TestSqliteStart : public QObject {
    Q_OBJECT

private Q_SLOTS:
    //! As thimblectl does, which looks at a file's header before it opens it.
    void initTestCase()
    {
        VfsFile file;
        QVERIFY(!file.open(m_folder.filePath(QStringLiteral("nothing"))));
        m_path = m_folder.filePath(QStringLiteral("a.shop"));
        QVERIFY(Migrator(m_clock).create(m_path));
    }
    void aBudgetHolds()
    {
        const auto connection = std::move(Connection::open(OpenOptions{m_path})).value();
        const auto blobOf = [&](int bytes) {
            auto query = connection->query("SELECT length(hex(randomblob(?)))");
            query.value()->bind(bytes);
            return bool(query.value()->step());
        };
        QVERIFY(blobOf(4'000'000));
        const HeapBudget budget(1'000'000, QDeadlineTimer(QDeadlineTimer::Forever));
        QVERIFY(blobOf(1'000));
        QVERIFY(!budget.isSpent());
        QVERIFY(!blobOf(4'000'000));
        QVERIFY(budget.isSpent());
    }
    //! Blocks that lie ready on a thread are no way round it.
    void whatLiesReadyCounts()
    {
        const auto connection = std::move(Connection::open(OpenOptions{m_path})).value();
        const auto rows = [&] {
            auto query = connection->query(R"(
                WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 4000)
                SELECT group_concat(hex(randomblob(250))) FROM n)");
            return bool(query.value()->step());
        };
        QVERIFY(rows());
        const HeapBudget budget(500'000, QDeadlineTimer(QDeadlineTimer::Forever));
        QVERIFY(!rows());
        QVERIFY(budget.isSpent());
    }
    //! What one thread gave back is its own; and at a thread's end all of it goes back to the heap.
    void blocksGoFromThreadToThread()
    {
        std::unique_ptr<Connection> connection;
        for (int i = 0; i < 8; ++i) {
            std::thread([&] {
                if (!connection)
                    connection = std::move(Connection::open(OpenOptions{m_path})).value();
                auto query = connection->query("SELECT count(*), max(length(sql)) FROM sqlite_schema");
                QVERIFY(query.value()->step().value());
                QVERIFY(query.value()->int64(0) > 30);
            }).join();
        }
    }

private:
    QTemporaryDir m_folder;
    FakeClock m_clock;
    QString m_path;
};

QTEST_GUILESS_MAIN(TestSqliteStart)
#include "tst_sqlite_start.moc"
