// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/access/privileged/principal_store.h"
#include "core/backup/salvage.h"
#include "core/storage/page_check.h"
#include "tests/core/together/counter_shop.h"

#include <QTest>

#include <random>

using namespace thimblely;
using namespace thimblely::test;
using changes::await;
using Mode = storage::OpenOptions::Mode;

namespace {

constexpr int pageSize = 4096;

QByteArray contentsOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

//! What SQLite itself says a page of the whole file was for.
struct PageUse {
    QByteArray table; //!< or index; empty: free
    QByteArray kind;  //!< leaf, internal, overflow
    qint64 cells;
    bool isTable;
};

//! One who signs in, their profile, membership and shop lie on a page each: without it there is nobody to go on.
bool isOfPeople(const QByteArray &table)
{
    return QByteArrayList{"auth_users", "profiles", "workspaces", "workspace_members"}.contains(table);
}

} // namespace

//! What can be read of a damaged file, against what SQLite says was on its pages while they were whole.
class TestSalvage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    //! A shop with enough in it that its tables have pages above their leaves.
    void initTestCase()
    {
        m_file = std::make_unique<PreparedFile>();
        m_whole = m_file->copy(QStringLiteral("whole"));
        {
            Counter counter({m_whole}, *m_file);
            for (int i = 0; i < 60; ++i) {
                m_file->clock.advanceMsecs(7 * 60'000);
                const auto client =
                    PreparedFile::require(await(counter.clients.add(clientNamed(QStringLiteral("Halima %1").arg(i)))));
                PreparedFile::require(await(counter.checkout.book(twoPieces(client), {{naira(30'000'00)}})));
            }
        }
        const auto connection = PreparedFile::require(storage::Connection::open({m_whole}));
        QVERIFY(connection->executeScript("PRAGMA wal_checkpoint (TRUNCATE)"));
        m_digest = PreparedFile::require(storage::digest(*connection));
        m_bytes = contentsOf(m_whole);
        auto query = PreparedFile::require(connection->query(
            "SELECT pageno, name, pagetype, ncell, EXISTS (SELECT 1 FROM sqlite_schema AS s"
            " WHERE s.name = d.name AND s.type = 'table') OR name = 'sqlite_schema' FROM dbstat AS d"));
        m_uses.resize(size_t(m_bytes.size() / pageSize) + 1);
        while (PreparedFile::require(query->step()))
            m_uses[size_t(query->int64(0))] = {query->utf8(1), query->utf8(2), query->int64(3), query->boolean(4)};
    }

    void aWholeFileComesOutAsItWas()
    {
        const auto salvaged = PreparedFile::require(salvageOf(m_bytes));
        QCOMPARE(salvaged.rows.damagedPages, 0);
        QCOMPARE(digestOf(m_new), m_digest);
        QVERIFY(salvaged.problems.empty());
        QVERIFY(salvaged.rows.parents.empty());
    }

    // Wherever a bit flips: it is found, nothing crashes.
    void everyFlippedBitIsFound()
    {
        std::mt19937 random(20261125);
        for (int round = 0; round < 500; ++round) {
            const qsizetype at = 100 + qsizetype(random() % quint32(m_bytes.size() - 100));
            QByteArray flipped = m_bytes;
            flipped[at] = char(flipped[at] ^ (1 << (random() % 8)));
            write(flipped);
            const auto connection = storage::Connection::open({m_damaged, Mode::ReadOnly});
            if (!connection) {
                QCOMPARE(connection.error().kind, ErrorKind::Corrupt);
                continue;
            }
            if (useAt(at).table.isEmpty()) // of a free page: there is nothing to be found
                continue;
            const auto problems = storage::verify(**connection);
            QVERIFY2(problems && !problems->empty(), qPrintable(QStringLiteral("bit at %1").arg(at)));
            QCOMPARE(problems->front().kind, storage::Problem::Kind::Page);
        }
    }

    // Which page it is, is told where SQLite opens the file no more, too; a damaged header is one of the list of tables.
    void theDamagedPageIsNamed()
    {
        std::mt19937 random(20261126);
        for (int round = 0; round < 200; ++round) { // the whole header first
            const qsizetype at = round < 100 ? round : qsizetype(random() % quint32(m_bytes.size()));
            QByteArray flipped = m_bytes;
            flipped[at] = char(flipped[at] ^ (1 << (random() % 8)));
            write(flipped);
            const auto damaged = PreparedFile::require(storage::damagedPages(m_damaged));
            if (useAt(at).table.isEmpty() && damaged.empty())
                continue; // a free page
            QCOMPARE(damaged.size(), size_t(1));
            QCOMPARE(damaged[0].number, quint32(at / pageSize + 1));
            QCOMPARE(damaged[0].ofSchema, useAt(at).table == "sqlite_schema" && useAt(at).kind != "overflow");
        }
        write(m_bytes);
        QVERIFY(PreparedFile::require(storage::damagedPages(m_damaged)).empty());
    }

    // One page damaged, by a bit or whole sectors: all rows of all other pages are there, and the rest is counted.
    void whatLiesOnOtherPagesIsThere()
    {
        std::mt19937 random(7);
        const int rounds = qEnvironmentVariableIntValue("THIMBLELY_SOAK") > 0 ? 500 : 20;
        int lostSome = 0;
        for (int round = 0; round < rounds; ++round) {
            const qsizetype at = qsizetype(random() % quint32(m_bytes.size()));
            QByteArray damaged = m_bytes;
            if (round % 2 == 0)
                damaged[at] = char(damaged[at] ^ (1 << (random() % 8)));
            else
                damaged.replace(at / 512 * 512, 512, QByteArray(512, char(random())));
            const PageUse &use = useAt(at);
            const auto salvaged = salvageOf(damaged);
            const QByteArray where = "page " + QByteArray::number(at / pageSize + 1) + ' ' + use.table + ' ' + use.kind;
            if (!salvaged && isOfPeople(use.table) && use.isTable) {
                QCOMPARE(salvaged.error().code, "salvage.nobody");
                continue;
            }
            QVERIFY2(salvaged,
                     (where + ' ' + describe(salvaged.ok() ? Error{} : salvaged.error()).toUtf8()).constData());
            QVERIFY2(salvaged->problems.empty(), where.constData());
            QCOMPARE(contentsOf(m_damaged), damaged);
            lostSome += compare(*salvaged, use, where) ? 1 : 0;
        }
        QVERIFY(lostSome > 0);
    }

    // Any number of damaged pages: never a crash, and what comes out is whole or is refused.
    void manyDamagedPagesNeverCrash()
    {
        std::mt19937 random(99);
        int made = 0;
        for (int round = 0; round < 12; ++round) {
            QByteArray damaged = m_bytes;
            const int sectors = 1 << (round / 2 + 1);
            for (int i = 0; i < sectors; ++i)
                for (qsizetype at = qsizetype(random() % quint32(m_bytes.size() / 512)) * 512, end = at + 512; at < end;
                     ++at)
                    damaged[at] = char(random());
            if (round % 3 == 0)
                damaged.truncate(damaged.size() * 2 / 3);
            const auto salvaged = salvageOf(damaged);
            if (!salvaged) {
                QVERIFY2(salvaged.error().kind == ErrorKind::Corrupt, qPrintable(describe(salvaged.error())));
                QVERIFY(!QFile::exists(m_new));
                continue;
            }
            ++made;
            for (const storage::Problem &problem : salvaged->problems)
                QFAIL((problem.table + ": " + problem.detail.toUtf8()).constData());
            QVERIFY(!backup::linesOf(*salvaged).isEmpty());
        }
        QVERIFY(made > 0);
    }

    // What was committed and still lies in the log is read too; the log is left as it is.
    void theLogIsReadAsWell()
    {
        write(m_bytes);
        QByteArray log;
        QByteArray digest;
        {
            Counter counter({m_damaged}, *m_file);
            PreparedFile::require(await(counter.clients.add(clientNamed(QStringLiteral("Zainab")))));
            digest = digestOf(m_damaged);
            log = contentsOf(m_damaged + QStringLiteral("-wal"));
            QVERIFY(log.size() > 4096);
            const QByteArray main = contentsOf(m_damaged);
            counter.door.reset();
            write(main);
        }
        write(contentsOf(m_damaged));
        QFile file(m_damaged + QStringLiteral("-wal"));
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write(log);
        file.close();
        QFile::remove(m_new);
        PreparedFile::require(backup::salvage(m_damaged, m_new, m_file->clock));
        QCOMPARE(digestOf(m_new), digest);
        QCOMPARE(contentsOf(m_damaged + QStringLiteral("-wal")), log);
    }

    // Every card is read as it was or said to be damaged; none looks as if it had never been.
    void aDamagedCardIsNeverAbsent()
    {
        write(withoutPageOf("clients", "leaf"));
        std::vector<ClientId> ids;
        {
            const auto whole = PreparedFile::require(storage::Connection::open({m_whole}));
            auto query = PreparedFile::require(whole->query("SELECT id FROM clients"));
            while (PreparedFile::require(query->step()))
                ids.push_back(query->id<ClientId>(0));
        }
        Counter counter({m_damaged}, *m_file);
        int damaged = 0;
        for (const ClientId &id : ids) {
            const auto card = counter.clients.load(id);
            QVERIFY2(card || card.error().kind == ErrorKind::Corrupt, card ? "" : qPrintable(describe(card.error())));
            damaged += card ? 0 : 1;
        }
        QVERIFY(damaged > 0 && damaged < int(ids.size()));
    }

    // It goes on: signed in to as before, with new numbers, and what it holds is found.
    void aSalvagedShopGoesOn()
    {
        PreparedFile::require(salvageOf(withoutPageOf("clients", "leaf")));
        const auto store = PreparedFile::require(access::PrincipalStore::open({m_new}));
        const auto device = PreparedFile::require(store->device());
        QVERIFY(device && *device != m_file->principal->device);
        const auto principal =
            PreparedFile::require(store->load(m_file->principal->person, m_file->principal->workspace, *device));
        const auto session = PreparedFile::require(access::Session::open(m_new, principal));
        const auto door = PreparedFile::require(changes::WriteDoor::open(*session, m_file->clock));
        ClientService clients(*session, *door);
        finance::CheckoutService checkout(*session, *door);
        const auto client = PreparedFile::require(await(clients.add(clientNamed(QStringLiteral("Ngozi")))));
        const auto booked = PreparedFile::require(await(checkout.book(twoPieces(client), {{naira(10'000'00)}})));
        Q_UNUSED(booked);
        const auto plain = PreparedFile::require(storage::Connection::open({m_new}));
        QVERIFY(storage::verify(*plain).value().empty());
        auto number = PreparedFile::require(
            plain->query("SELECT order_number FROM orders ORDER BY created_at DESC, id DESC LIMIT 1"));
        QVERIFY(PreparedFile::require(number->step()));
        QVERIFY2(number->text(0).startsWith(u'A'), qPrintable(number->text(0))); // no plain number comes twice
    }

    void aLostListOfSeriesGivesNoNumberTwice()
    {
        PreparedFile::require(salvageOf(withoutPageOf("sys_series", "leaf")));
        const auto plain = PreparedFile::require(storage::Connection::open({m_new}));
        auto closed =
            PreparedFile::require(plain->query("SELECT count(*) FROM sys_series WHERE closed_at IS NOT NULL"));
        QVERIFY(PreparedFile::require(closed->step()));
        QVERIFY(closed->int64(0) > 0);
    }

    void refusesWhatIsNotThere()
    {
        QFile::remove(m_new);
        QCOMPARE(backup::salvage(m_file->dir.filePath(QStringLiteral("none")), m_new, m_file->clock).error().kind,
                 ErrorKind::NotFound);
        QCOMPARE(salvageOf(QByteArray(9000, 'x')).error().kind, ErrorKind::NotOurs);
        QCOMPARE(salvageOf({}).error().kind, ErrorKind::NotOurs);
        QVERIFY(!QFile::exists(m_new));
    }

private:
    void write(const QByteArray &bytes)
    {
        for (const char *suffix : {"", "-wal", "-shm"})
            QFile::remove(m_damaged + QLatin1String(suffix));
        QFile file(m_damaged);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write the damaged file");
    }

    Result<backup::Salvaged> salvageOf(const QByteArray &bytes)
    {
        write(bytes);
        for (const char *suffix : {"", "-wal", "-shm"})
            QFile::remove(m_new + QLatin1String(suffix));
        return backup::salvage(m_damaged, m_new, m_file->clock);
    }

    static QByteArray digestOf(const QString &path)
    {
        const auto connection = PreparedFile::require(storage::Connection::open({path}));
        return PreparedFile::require(storage::digest(*connection));
    }

    const PageUse &useAt(qsizetype at) const { return m_uses[size_t(at / pageSize) + 1]; }

    QByteArray withoutPageOf(const QByteArray &table, const QByteArray &kind) const
    {
        for (size_t number = 1; number < m_uses.size(); ++number) {
            if (m_uses[number].table != table || m_uses[number].kind != kind)
                continue;
            QByteArray damaged = m_bytes;
            damaged.replace(qsizetype(number - 1) * pageSize + 1024, 512, QByteArray(512, 'x'));
            return damaged;
        }
        qFatal("no page of %s", table.constData());
    }

    //! Whether rows were lost, which is right for a leaf of a table only.
    bool compare(const backup::Salvaged &salvaged, const PageUse &use, const QByteArray &where)
    {
        qint64 lost = 0;
        for (const storage::SalvagedTable &table : salvaged.rows.tables) {
            lost += table.lost;
            [&] {
                QVERIFY2(table.lost == 0 || table.table == use.table, (where + ": lost of " + table.table).constData());
                QVERIFY2(table.refused == 0, (where + ": refused of " + table.table).constData());
            }();
        }
        const bool mayLose = use.isTable && use.kind != "internal";
        const qint64 expected = use.kind == "overflow" ? 1 : use.cells;
        [&] {
            if (!mayLose) // pages above leaves, indexes, free ones: every row is there as it was
                QVERIFY2(lost == 0 && digestOf(m_new) == m_digest, where.constData());
            else if (storage::tableFromName(use.table.toStdString()))
                QVERIFY2(lost == expected,
                         (where + ": " + QByteArray::number(lost) + " of " + QByteArray::number(expected)).constData());
        }();
        return lost > 0;
    }

    std::unique_ptr<PreparedFile> m_file;
    QString m_whole;
    QByteArray m_bytes;
    QByteArray m_digest;
    std::vector<PageUse> m_uses;
    QTemporaryDir m_dir;
    const QString m_damaged = m_dir.filePath(QStringLiteral("damaged"));
    const QString m_new = m_dir.filePath(QStringLiteral("new"));
};

QTEST_GUILESS_MAIN(TestSalvage)
#include "tst_salvage.moc"
