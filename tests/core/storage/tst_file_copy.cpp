// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/storage/file_copy.h"
#include "core/storage/verify.h"
#include "tests/core/storage/shop_file.h"

#include <QTemporaryDir>
#include <QTest>

using namespace thimblely;
using namespace thimblely::storage;
using test::ShopFile;

//! A copy of a file that is larger than the cache of what writes it, while its newest pages are in the log only.
class TestFileCopy : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void pagesOfTheLogCheckOutInTheCopy_data()
    {
        QTest::addColumn<int>("clients");
        QTest::addColumn<bool>("heldByARead"); // so that the log cannot be copied back
        QTest::addRow("smaller than the cache") << 100 << true;
        QTest::addRow("larger") << 9'000 << true;
        QTest::addRow("byte by byte") << 9'000 << false;
    }
    void pagesOfTheLogCheckOutInTheCopy()
    {
        QFETCH(int, clients);
        QFETCH(bool, heldByARead);
        ShopFile file;
        file.run("PRAGMA wal_autocheckpoint = 0");
        file.run("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < " +
                 QByteArray::number(clients) +
                 ") INSERT INTO clients (id, workspace_id, name, notes, created_at, updated_at)"
                 " SELECT randomblob(16), " +
                 file.workspace + ", 'Client ' || i, hex(zeroblob(300)), 0, 0 FROM n");
        file.run("PRAGMA wal_checkpoint(TRUNCATE)");
        OpenOptions sameFile;
        sameFile.path = file.connection().path();
        const auto reader = std::move(Connection::open(sameFile)).value();
        QVERIFY(!heldByARead || reader->executeScript("BEGIN; SELECT count(*) FROM clients"));
        file.run("UPDATE clients SET notes = 'changed' WHERE rowid % 5 = 0"); // all over the file
        QTemporaryDir folder;
        OpenOptions options;
        options.path = folder.filePath(QStringLiteral("copy.shop"));
        const auto copied = copyFile(file.connection(), options.path);
        QVERIFY2(copied, qPrintable(copied ? QString() : describe(copied.error())));
        const auto copy = Connection::open(options);
        QVERIFY2(copy, qPrintable(copy ? QString() : describe(copy.error())));
        QVERIFY((*copy)->executeScript("UPDATE sys_current_operation SET operation_id = NULL"));
        const auto problems = verify(**copy);
        QVERIFY2(problems, qPrintable(problems ? QString() : describe(problems.error())));
        QCOMPARE(problems->size(), size_t(0));
        QCOMPARE(countIn(**copy), clients / 5);
    }

    //! What comes in while it is copied is in the next one: the log takes it.
    void othersWriteMeanwhile()
    {
        ShopFile file;
        const auto add = [&file](int number) {
            file.run("INSERT INTO clients (id, workspace_id, name, notes, created_at, updated_at) VALUES (" +
                     ShopFile::id(number) + ", " + file.workspace + ", 'Client', 'changed', 0, 0)");
        };
        add(1000);
        OpenOptions sameFile;
        sameFile.path = file.connection().path();
        const auto source = std::move(Connection::open(sameFile)).value();
        QTemporaryDir folder;
        OpenOptions options;
        options.path = folder.filePath(QStringLiteral("copy.shop"));
        int added = 0;
        QVERIFY(copyFile(*source, options.path, {}, [&](qint64, qint64) {
            add(2000 + added++);
            file.run("PRAGMA wal_checkpoint(PASSIVE)");
            return true;
        }));
        QVERIFY(added > 0);
        const auto copy = std::move(Connection::open(options)).value();
        QCOMPARE(countIn(*copy), 1);
    }

private:
    static int countIn(Connection &connection)
    {
        auto query = connection.query("SELECT count(*) FROM clients WHERE notes = 'changed'");
        return query && query.value()->step() ? int(query.value()->int64(0)) : -1;
    }
};

QTEST_GUILESS_MAIN(TestFileCopy)
#include "tst_file_copy.moc"
