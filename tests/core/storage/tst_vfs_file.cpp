// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/storage/connection.h"
#include "core/storage/migrator.h"
#include "core/storage/page_file.h"
#include "core/storage/verify.h"
#include "core/storage/vfs_file.h"
#include "tests/support/fake_clock.h"
#include "tests/support/file_locks.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace thimblely;
using namespace thimblely::storage;
using test::locksOf;

//! A shop's file is read beside its connections without taking their locks from them.
class TestVfsFile : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_path = m_folder.filePath(QStringLiteral("%1.shop").arg(++m_count));
        QVERIFY(Migrator(m_clock).create(m_path));
        OpenOptions options;
        options.path = m_path;
        m_connection = std::move(Connection::open(options)).value();
        QVERIFY(m_connection->executeScript("SELECT count(*) FROM clients"));
        if (locksOf(m_path) < 1)
            QSKIP("the system does not say who holds which lock");
    }
    void cleanup() { m_connection.reset(); }

    void readsWhatIsThere()
    {
        VfsFile file;
        QVERIFY(file.open(m_path));
        QFile same(m_path + QStringLiteral(".copy"));
        QVERIFY(QFile::copy(m_path, same.fileName())); // the locks are of no interest here
        QVERIFY(same.open(QIODevice::ReadOnly));
        const QByteArray whole = same.readAll();
        QCOMPARE(file.size(), qint64(whole.size()));
        QCOMPARE(file.read(0, 100), whole.first(100));
        QCOMPARE(file.read(4096, 4096), whole.mid(4096, 4096));
        QCOMPARE(file.read(whole.size() - 10, 100), whole.last(10));
        QCOMPARE(file.read(whole.size(), 1), QByteArray());
        QCOMPARE(file.read(0, whole.size()), whole);
    }

    void whatIsNoFileIsNotOpened()
    {
        VfsFile none;
        QVERIFY(!none.open(m_folder.filePath(QStringLiteral("absent"))));
        QCOMPARE(none.size(), qint64(-1));
        QCOMPARE(none.read(0, 10), QByteArray());
        VfsFile folder;
        QVERIFY(!folder.open(m_folder.path()));
    }

    void theLocksStay_data()
    {
        QTest::addColumn<int>("way");
        QTest::newRow("read") << 0;
        QTest::newRow("by its pages") << 1;
        QTest::newRow("brought up to date once more") << 2;
        QTest::newRow("looked through") << 3;
    }
    void theLocksStay()
    {
        QFETCH(const int, way);
        const int before = locksOf(m_path);
        switch (way) {
        case 0: {
            VfsFile file;
            QVERIFY(file.open(m_path));
            break;
        }
        case 1:
            QVERIFY(PageFile::open(m_path));
            break;
        case 2:
            QVERIFY(Migrator(m_clock).upgrade(m_path));
            break;
        default:
            QVERIFY(verifyFile(m_path, false, {}));
        }
        QCOMPARE(locksOf(m_path), before);
    }

    //! Why all this: the test above could not fail otherwise.
    void anotherReaderTakesThem()
    {
        {
            QFile file(m_path);
            QVERIFY(file.open(QIODevice::ReadOnly));
        }
        QCOMPARE(locksOf(m_path), 0);
    }

private:
    QTemporaryDir m_folder;
    test::FakeClock m_clock;
    QString m_path;
    int m_count = 0;
    std::unique_ptr<Connection> m_connection;
};

QTEST_GUILESS_MAIN(TestVfsFile)
#include "tst_vfs_file.moc"
