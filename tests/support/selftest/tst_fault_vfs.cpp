// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/storage/connection.h"
#include "tests/support/fault_vfs.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

#include <sqlite3.h>

using namespace thimblely;
using namespace thimblely::storage;
using thimblely::test::FaultVfs;

namespace {

using Survival = FaultVfs::Survival;

//! A connection through our own opening code; every commit adds one row with the next number and 6 kB of
//! payload.
class Shop {
public:
    Shop(const QString &path, const QByteArray &vfs, OpenOptions::Mode mode,
         OpenOptions::Durability durability = OpenOptions::Durability::Full)
        : m_connection(Connection::open({path, mode, durability, vfs}))
    {}
    bool isOpen() const { return m_connection.ok(); }
    Result<void> run(const char *sql) { return m_connection.value()->executeScript(sql); }
    Result<void> create() { return run("CREATE TABLE entry(number INTEGER PRIMARY KEY, payload BLOB) STRICT"); }
    Result<void> add()
    {
        return run("INSERT INTO entry(payload) VALUES (randomblob(3000));"); // more than one page with the
                                                                             // row before
    }
    qint64 count()
    {
        auto query = m_connection.value()->query("SELECT count(*) FROM entry");
        if (!query || !(*query)->step().valueOr(false))
            return -1;
        return (*query)->int64(0);
    }
    bool isWhole()
    {
        auto query = m_connection.value()->query("PRAGMA integrity_check");
        return query && (*query)->step().valueOr(false) && (*query)->text(0) == QLatin1String("ok");
    }

private:
    Result<std::unique_ptr<Connection>> m_connection;
};

//! Rows in what survived, or -1 where it cannot be read or is not whole.
qint64 survivingRows(const FaultVfs &vfs, const QTemporaryDir &folder, const QString &path, Survival survival,
                     quint32 seed = 1)
{
    const QString image = folder.filePath(QStringLiteral("image"));
    if (!vfs.writeSurvivors(path, image, survival, seed).ok())
        return -1;
    Shop reopened(image, {}, OpenOptions::Mode::ReadWrite);
    return reopened.isOpen() && reopened.isWhole() ? reopened.count() : -1;
}

} // namespace

class TestFaultVfs : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->filePath(QStringLiteral("shop"));
    }

    void countsWritesAndSyncs()
    {
        FaultVfs vfs;
        Shop shop(m_path, vfs.name(), OpenOptions::Mode::Create);
        QVERIFY(shop.create().ok());
        const qint64 writes = vfs.writes();
        const qint64 syncs = vfs.syncs();
        QVERIFY(shop.add().ok());
        QVERIFY(vfs.writes() > writes);
        QCOMPARE(vfs.syncs(), syncs + 1); // one commit at FULL: the WAL, once
        QVERIFY(vfs.bytesWritten() > 3000);
    }

    void keepsWhatWasAcknowledgedAtFull()
    {
        FaultVfs vfs;
        Shop shop(m_path, vfs.name(), OpenOptions::Mode::Create);
        QVERIFY(shop.create().ok());
        for (int i = 0; i < 5; ++i)
            QVERIFY(shop.add().ok());
        QCOMPARE(survivingRows(vfs, *m_folder, m_path, Survival::None), 5);
        QCOMPARE(survivingRows(vfs, *m_folder, m_path, Survival::All), 5);
    }

    // The reason for FULL, and the proof that the shim drops anything at all.
    void losesWhatWasAcknowledgedAtNormal()
    {
        FaultVfs vfs;
        Shop shop(m_path, vfs.name(), OpenOptions::Mode::Create, OpenOptions::Durability::Import);
        QVERIFY(shop.create().ok());
        QVERIFY(shop.run("PRAGMA wal_checkpoint(TRUNCATE)").ok());
        for (int i = 0; i < 5; ++i)
            QVERIFY(shop.add().ok());
        QCOMPARE(survivingRows(vfs, *m_folder, m_path, Survival::None), 0);
        QCOMPARE(survivingRows(vfs, *m_folder, m_path, Survival::All), 5);
    }

    void isWholeAfterACutAtEachWrite_data()
    {
        QTest::addColumn<int>("survival");
        QTest::newRow("none") << int(Survival::None);
        QTest::newRow("all") << int(Survival::All);
        QTest::newRow("random") << int(Survival::RandomWrites);
        QTest::newRow("torn") << int(Survival::TornLast);
    }

    // Commits, a checkpoint that writes the database itself and shortens the WAL, and commits again.
    void isWholeAfterACutAtEachWrite()
    {
        QFETCH(int, survival);
        bool cameThrough = false;
        FaultVfs vfs;
        for (int cutAt = 0; !cameThrough; ++cutAt) {
            const QString path = m_folder->filePath(QStringLiteral("shop-%1").arg(cutAt));
            {
                vfs.restore();
                Shop shop(path, vfs.name(), OpenOptions::Mode::Create);
                QVERIFY(shop.create().ok());
                vfs.cutAfterWrite(cutAt);
                qint64 acknowledged = 0;
                for (int i = 0; i < 6; ++i) {
                    acknowledged += shop.add().ok() ? 1 : 0;
                    if (i % 3 == 2)
                        (void)shop.run("PRAGMA wal_checkpoint(TRUNCATE)");
                }
                cameThrough = !vfs.isCut();
                QCOMPARE(cameThrough, acknowledged == 6 && !vfs.isCut());
                for (quint32 seed = 1; seed <= 4; ++seed) {
                    const qint64 rows = survivingRows(vfs, *m_folder, path, Survival(survival), seed);
                    QVERIFY2(rows >= acknowledged && rows <= acknowledged + 1,
                             qPrintable(QStringLiteral("cut at %1, seed %2: %3 rows, %4 acknowledged")
                                            .arg(cutAt)
                                            .arg(seed)
                                            .arg(rows)
                                            .arg(acknowledged)));
                }
            }
            QVERIFY2(cutAt < 500, "the work never came through");
        }
    }

    void worksAgainAfterRestore()
    {
        FaultVfs vfs;
        {
            Shop shop(m_path, vfs.name(), OpenOptions::Mode::Create);
            QVERIFY(shop.create().ok());
            vfs.cut();
            QVERIFY(!shop.add().ok());
            QVERIFY(vfs.isCut());
        }
        vfs.restore();
        Shop shop(m_path, vfs.name(), OpenOptions::Mode::ReadWrite);
        QVERIFY(shop.isOpen());
        QVERIFY(shop.add().ok());
        QCOMPARE(shop.count(), 1);
    }

    void tellsOfAFullDiskAndLosesNothing()
    {
        FaultVfs vfs;
        Shop shop(m_path, vfs.name(), OpenOptions::Mode::Create);
        QVERIFY(shop.create().ok());
        QVERIFY(shop.add().ok());
        vfs.setRoom(2000);
        const Result<void> refused = shop.add();
        QVERIFY(!refused.ok());
        QCOMPARE(refused.error().kind, ErrorKind::DiskFull);
        QCOMPARE(shop.count(), 1);
        vfs.setRoom(-1);
        QVERIFY(shop.add().ok());
        QCOMPARE(shop.count(), 2);
    }

    void tellsOfAReadOnlyDisk()
    {
        FaultVfs vfs;
        Shop shop(m_path, vfs.name(), OpenOptions::Mode::Create);
        QVERIFY(shop.create().ok());
        QVERIFY(shop.add().ok());
        vfs.setReadOnly(true);
        const Result<void> refused = shop.add();
        QVERIFY(!refused.ok());
        QCOMPARE(refused.error().kind, ErrorKind::ReadOnly);
        QCOMPARE(shop.count(), 1);
    }

    // A lower bound only: sleeping longer is the machine's affair.
    void makesSyncsSlow()
    {
        FaultVfs vfs;
        Shop shop(m_path, vfs.name(), OpenOptions::Mode::Create);
        QVERIFY(shop.create().ok());
        vfs.setSyncDelay(50);
        QElapsedTimer timer;
        timer.start();
        QVERIFY(shop.add().ok());
        QVERIFY(timer.elapsed() >= 50);
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
};

QTEST_GUILESS_MAIN(TestFaultVfs)
#include "tst_fault_vfs.moc"
