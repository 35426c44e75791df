// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/backup/practice.h"
#include "core/backup/writable.h"
#include "core/changes/draft_store.h"
#include "tests/core/together/counter_shop.h"
#include "tests/support/fault_vfs.h"

#include <QProcess>
#include <QScopeGuard>
#include <QTest>

using namespace thimblely;
using namespace thimblely::test;
using changes::await;
using Durability = storage::OpenOptions::Durability;
using Mode = storage::OpenOptions::Mode;

//! A disk that takes no more, a medium that takes nothing, and files that are not what they should be.
class TestFullDisk : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_file = std::make_unique<PreparedFile>(); }

    // At every amount of room an order is refused as a whole, and booked once there is room.
    void refusesAnOrderWithoutRoomAndBooksItWithRoom()
    {
        FaultVfs vfs;
        const QString path = m_file->copy(QStringLiteral("full"));
        vfs.restore();
        Counter counter({path, Mode::ReadWrite, Durability::Full, vfs.name()}, *m_file);
        const auto plain = PreparedFile::require(storage::Connection::open({path}));
        const auto client = PreparedFile::require(await(counter.clients.add(clientNamed(QStringLiteral("Halima")))));
        const QByteArray before = storage::digest(*plain).value();
        int refusals = 0;
        for (qint64 room = 0;; room += 9'000) {
            vfs.setRoom(room);
            const auto booked = await(counter.checkout.book(twoPieces(client), {{naira(30'000'00)}}));
            if (booked)
                break;
            ++refusals;
            QCOMPARE(booked.error().kind, ErrorKind::DiskFull);
            QCOMPARE(booked.error().code, "storage.disk_full");
            QCOMPARE(storage::digest(*plain).value(), before);
            QVERIFY(room < 2'000'000);
        }
        QVERIFY2(refusals > 2, qPrintable(QString::number(refusals)));
        vfs.setRoom(-1);
        QVERIFY(await(counter.checkout.book(twoPieces(client), {})));
        QVERIFY(await(counter.door->undo()));
        QVERIFY(storage::verify(*plain).value().empty());
    }

    void saysReadOnlyAndGoesOnAfterwards()
    {
        FaultVfs vfs;
        const QString path = m_file->copy(QStringLiteral("write-protected"));
        vfs.restore();
        Counter counter({path, Mode::ReadWrite, Durability::Full, vfs.name()}, *m_file);
        const auto drafting = PreparedFile::require(counter.session->openConnection());
        changes::DraftStore drafts(*drafting, m_file->clock);
        vfs.setReadOnly(true);
        const auto refused = await(counter.clients.add(clientNamed(QStringLiteral("Halima"))));
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, ErrorKind::ReadOnly);
        const auto draft = drafts.save("client", {}, {{QStringLiteral("name"), QStringLiteral("Halima")}});
        QVERIFY(!draft);
        QCOMPARE(draft.error().kind, ErrorKind::ReadOnly);
        QCOMPARE(counter.clients.count(ClientFilter::All).value(), 0); // reading goes on
        vfs.setReadOnly(false);
        QVERIFY(drafts.save("client", {}, {{QStringLiteral("name"), QStringLiteral("Halima")}}));
        QVERIFY(await(counter.clients.add(clientNamed(QStringLiteral("Halima")))));
        QCOMPARE(counter.clients.count(ClientFilter::All).value(), 1);
    }

    void aDraftWithoutRoomLeavesTheOldOne()
    {
        FaultVfs vfs;
        const QString path = m_file->copy(QStringLiteral("full"));
        vfs.restore();
        const auto session = PreparedFile::require(
            access::Session::open({path, Mode::ReadWrite, Durability::Full, vfs.name()}, *m_file->principal));
        const auto connection = PreparedFile::require(session->openConnection());
        changes::DraftStore drafts(*connection, m_file->clock);
        QVERIFY(drafts.save("client", {}, {{QStringLiteral("name"), QStringLiteral("Ha")}}));
        vfs.setRoom(0);
        const auto refused = drafts.save("client", {}, {{QStringLiteral("name"), QString(20'000, u'x')}});
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, ErrorKind::DiskFull);
        QCOMPARE(drafts.load("client", {}).value()->content.value(QStringLiteral("name")).toString(),
                 QStringLiteral("Ha"));
        vfs.setRoom(-1);
        QVERIFY(drafts.save("client", {}, {{QStringLiteral("name"), QStringLiteral("Halima")}}));
    }

    // A stick that is pulled while the file is open: said as what it is, and everything acknowledged is on it.
    void aStickThatIsPulledLosesNothing()
    {
        FaultVfs vfs;
        const QString path = m_file->copy(QStringLiteral("stick"));
        vfs.restore();
        QByteArray before;
        {
            Counter counter({path, Mode::ReadWrite, Durability::Full, vfs.name()}, *m_file);
            QVERIFY(await(counter.clients.add(clientNamed(QStringLiteral("Halima")))));
            before = digestOf(path);
            vfs.cut();
            const auto refused = await(counter.clients.add(clientNamed(QStringLiteral("Ngozi"))));
            QVERIFY(!refused);
            QCOMPARE(refused.error().kind, ErrorKind::Io);
            const auto read = counter.clients.count(ClientFilter::All);
            QVERIFY(!read || read.value() == 1); // never "nobody"
        }
        vfs.restore();
        QCOMPARE(digestOf(path), before);
        Counter counter({path, Mode::ReadWrite, Durability::Full, vfs.name()}, *m_file); // plugged in again
        QVERIFY(await(counter.clients.add(clientNamed(QStringLiteral("Ngozi")))));
    }

    // The system's own "no space left", on a real disk of two megabytes.
    void aRealFullDiskIsSaidAndGoesOn()
    {
        const QTemporaryDir disk;
        if (QProcess::execute(QStringLiteral("mount"),
                              {QStringLiteral("-t"), QStringLiteral("tmpfs"), QStringLiteral("-o"),
                               QStringLiteral("size=2m"), QStringLiteral("tmpfs"), disk.path()}) != 0)
            QSKIP("no file system can be mounted here, so that a full one is not tried");
        const auto unmount = qScopeGuard([&] {
            QProcess::execute(QStringLiteral("umount"), {QStringLiteral("-l"), disk.path()});
        });
        const QString path = disk.filePath(QStringLiteral("shop"));
        QVERIFY(QFile::copy(m_file->path(), path));
        Counter counter({path}, *m_file);
        const auto client = PreparedFile::require(await(counter.clients.add(clientNamed(QStringLiteral("Halima")))));
        QFile filler(disk.filePath(QStringLiteral("holiday pictures")));
        QVERIFY(filler.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
        const QByteArray block(4096, 'x');
        while (filler.write(block) == block.size()) {
        }
        const QByteArray before = digestOf(path);
        std::optional<Error> full;
        for (int i = 0; i < 50 && !full; ++i) { // what the log has room for already still fits
            const auto booked = await(counter.checkout.book(twoPieces(client), {{naira(30'000'00)}}));
            if (!booked)
                full = booked.error();
        }
        QVERIFY(full);
        QCOMPARE(full->kind, ErrorKind::DiskFull);
        filler.remove();
        QVERIFY(await(counter.checkout.book(twoPieces(client), {{naira(30'000'00)}})));
        const auto plain = PreparedFile::require(storage::Connection::open({path}));
        QVERIFY(storage::verify(*plain).value().empty());
        QVERIFY(digestOf(path) != before);
    }

    // The system's own "read-only file system", which root is told as well: nothing is written, and nothing is said to be.
    void aRealReadOnlyDiskIsSaidAndGoesOn()
    {
        const QTemporaryDir disk;
        const auto mount = [&](const char *options) {
            return QProcess::execute(QStringLiteral("mount"),
                                     {QStringLiteral("-t"), QStringLiteral("tmpfs"), QStringLiteral("-o"),
                                      QString::fromLatin1(options), QStringLiteral("tmpfs"), disk.path()}) == 0;
        };
        if (!mount("size=16m"))
            QSKIP("no file system can be mounted here, so that a read-only one is not tried");
        const auto unmount = qScopeGuard([&] {
            QProcess::execute(QStringLiteral("umount"), {QStringLiteral("-l"), disk.path()});
        });
        const QString path = disk.filePath(QStringLiteral("shop"));
        QVERIFY(QFile::copy(m_file->path(), path));
        {
            Counter counter({path}, *m_file);
            QVERIFY(await(counter.clients.add(clientNamed(QStringLiteral("Halima")))));
        }
        const QByteArray before = contentsOf(path);
        QVERIFY(mount("remount,ro"));
        QFile probe(disk.filePath(QStringLiteral("probe")));
        QVERIFY(!probe.open(QIODevice::WriteOnly)); // it is what it is said to be, for root too
        const auto why = backup::whyNotWritable(path);
        QVERIFY(why);
        QCOMPARE(why->code, QByteArray("storage.read_only"));
        const auto opened = access::Session::open({path}, *m_file->principal);
        QVERIFY(!opened);
        QCOMPARE(opened.error().kind, ErrorKind::ReadOnly);
        const auto practice = backup::PracticeShop::make(path, m_file->clock);
        QVERIFY(!practice);
        QCOMPARE(practice.error().kind, ErrorKind::ReadOnly);
        QCOMPARE(contentsOf(path), before);
        QVERIFY(mount("remount,rw"));
        QVERIFY(!backup::whyNotWritable(path));
        Counter counter({path}, *m_file);
        QVERIFY(await(counter.clients.add(clientNamed(QStringLiteral("Ngozi")))));
        QCOMPARE(counter.clients.count(ClientFilter::All).value(), 2);
    }

    void refusesFilesThatAreNotWhatTheyShouldBe_data()
    {
        QTest::addColumn<QByteArray>("script");
        QTest::addColumn<int>("kind");
        QTest::newRow("newer") << QByteArray("PRAGMA user_version = 9999") << int(ErrorKind::TooNew);
        QTest::newRow("another program's") << QByteArray("PRAGMA application_id = 7") << int(ErrorKind::NotOurs);
    }

    void refusesFilesThatAreNotWhatTheyShouldBe()
    {
        QFETCH(QByteArray, script);
        QFETCH(int, kind);
        const QString path = m_file->copy(QStringLiteral("foreign"));
        PreparedFile::require(storage::Connection::open({path}))->executeScript(script).ok();
        const QByteArray before = contentsOf(path);
        const auto opened = storage::Migrator(m_file->clock).upgrade(path);
        QVERIFY(!opened);
        QCOMPARE(int(opened.error().kind), kind);
        QCOMPARE(contentsOf(path), before);
    }

    void refusesWhatIsNoDatabase()
    {
        const QString path = m_file->dir.filePath(QStringLiteral("letter.txt"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(5000, 'x'));
        file.close();
        const auto opened = storage::Migrator(m_file->clock).upgrade(path);
        QVERIFY(!opened);
        QCOMPARE(opened.error().kind, ErrorKind::NotOurs);
        QCOMPARE(contentsOf(path), QByteArray(5000, 'x'));
    }

    // One flipped bit anywhere: reading says Corrupt rather than giving a wrong price, and verify names it.
    void findsEveryFlippedBit()
    {
        QByteArray bytes;
        {
            const QString path = m_file->copy(QStringLiteral("good"));
            {
                Counter counter({path}, *m_file);
                const auto client =
                    PreparedFile::require(await(counter.clients.add(clientNamed(QStringLiteral("Halima")))));
                QVERIFY(await(counter.checkout.book(twoPieces(client), {{naira(30'000'00)}})));
            }
            PreparedFile::require(storage::Connection::open({path}))
                ->executeScript("PRAGMA wal_checkpoint(TRUNCATE)")
                .ok();
            bytes = contentsOf(path);
        }
        const QString path = m_file->dir.filePath(QStringLiteral("flipped"));
        quint32 random = 20261125;
        for (int round = 0; round < 40; ++round) {
            random = random * 1'664'525 + 1'013'904'223;
            const qsizetype at = 100 + qsizetype(random % quint32(bytes.size() - 100));
            QByteArray flipped = bytes;
            flipped[at] = char(flipped[at] ^ (1 << (random >> 29)));
            QFile file(path);
            QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
            file.write(flipped);
            file.close();
            for (const char *suffix : {"-wal", "-shm"})
                QFile::remove(path + QLatin1String(suffix));
            const auto connection = storage::Connection::open({path, Mode::ReadOnly});
            if (!connection) {
                QCOMPARE(connection.error().kind, ErrorKind::Corrupt);
                continue;
            }
            const auto problems = storage::verify(**connection);
            QVERIFY2(problems && !problems->empty(),
                     qPrintable(QStringLiteral("a bit at %1 of %2 went unseen").arg(at).arg(bytes.size())));
            QCOMPARE(problems->front().kind, storage::Problem::Kind::Page);
        }
    }

private:
    static QByteArray contentsOf(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    static QByteArray digestOf(const QString &path)
    {
        const auto plain = PreparedFile::require(storage::Connection::open({path}));
        return PreparedFile::require(storage::digest(*plain));
    }
    std::unique_ptr<PreparedFile> m_file;
};

QTEST_GUILESS_MAIN(TestFullDisk)
#include "tst_full_disk.moc"
