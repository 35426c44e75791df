// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/changes/draft_store.h"
#include "tests/core/together/acknowledged.h"
#include "tests/support/fault_vfs.h"

#include <QCryptographicHash>
#include <QTest>

#include <set>

using namespace thimblely;
using namespace thimblely::test;
using changes::await;
using Durability = storage::OpenOptions::Durability;
using Survival = FaultVfs::Survival;

namespace {

//! What a disk may hold after a cut: the least, everything, and any of what lies between.
struct Image {
    Survival survival;
    quint32 seed;
};
constexpr Image images[] = {{Survival::None, 1},         {Survival::All, 1},      {Survival::RandomWrites, 11},
                            {Survival::RandomWrites, 7}, {Survival::TornLast, 3}, {Survival::TornLast, 5}};

//! Nothing where the image is whole, else what is wrong with it.
QString faultOf(storage::Connection &connection)
{
    const auto problems = storage::verify(connection);
    if (!problems)
        return describe(problems.error());
    return problems->empty() ? QString()
                             : QLatin1String(nameOf(problems->front().kind)) + u' ' + problems->front().detail;
}

qint64 count(storage::Connection &connection, const char *sql)
{
    auto query = connection.query(sql);
    return query && query.value()->step().valueOr(false) ? query.value()->int64(0) : -1;
}

//! What the shop was told is safe, as it stands in the file: orders with their pieces and the deposit.
struct Held {
    qint64 clients, orders, pieces, payments, operations;
};

Held heldBy(storage::Connection &connection)
{
    return {count(connection, "SELECT count(*) FROM clients"), count(connection, "SELECT count(*) FROM orders"),
            count(connection, "SELECT count(*) FROM order_items"),
            count(connection, "SELECT count(*) FROM transactions"),
            count(connection, "SELECT count(*) FROM sys_operations")};
}

} // namespace

class TestPowerCut : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anOrderIsWholeOrNotThereAtEachWrite()
    {
        const Outcome outcome = bookThroughCuts(Durability::Full);
        QVERIFY2(outcome.fault.isEmpty(), qPrintable(outcome.fault));
        QVERIFY2(outcome.lost.isEmpty(), qPrintable(outcome.lost));
        QVERIFY2(outcome.cuts > 20, qPrintable(QString::number(outcome.cuts)));
        QVERIFY(outcome.acknowledged > 0);
    }

    // The same with synchronous=NORMAL loses what was acknowledged: the test above can fail.
    void withoutTheSyncAnAcknowledgedOrderIsLost()
    {
        const Outcome outcome = bookThroughCuts(Durability::Import);
        QVERIFY2(outcome.fault.isEmpty(), qPrintable(outcome.fault)); // whole all the same
        QVERIFY2(!outcome.lost.isEmpty(), "nothing was lost, so the harness drops nothing");
    }

    // Everything a shop does, by dice, with the power cut at one write after the other (./dev soak), or at some of them.
    void mixedWorkIsWholeOrNotThereAtEachWrite()
    {
        const int stride = qEnvironmentVariableIntValue("THIMBLELY_SOAK") > 0 ? 1 : 11;
        FaultVfs vfs;
        int cuts = 0;
        bool cameThrough = false;
        for (int cutAt = 0; !cameThrough; cutAt += stride, ++cuts) {
            const QString path = m_file->copy(QStringLiteral("mixed"));
            vfs.restore();
            Acknowledged told;
            {
                Counter counter({path, storage::OpenOptions::Mode::ReadWrite, Durability::Full, vfs.name()}, *m_file);
                MixedWork work(counter, *m_file, 20261125);
                const auto plain = PreparedFile::require(storage::Connection::open({path}));
                told.before = Acknowledged::countIn(*plain);
                vfs.cutAfterWrite(cutAt);
                workUntilCut(work, vfs, *plain, told);
                cameThrough = !vfs.isCut();
                std::set<QByteArray> seen;
                for (const Image &image : images) {
                    const QString survived = survivors(vfs, path, image);
                    if (!seen.insert(bytesOf(survived)).second)
                        continue;
                    const QString fault = faultOfMixed(survived, told);
                    QVERIFY2(fault.isEmpty(), qPrintable(QStringLiteral("cut at write %1: ").arg(cutAt) + fault));
                }
            }
        }
        qInfo("%d cuts", cuts);
        QVERIFY(cuts > 10);
    }

    void aNewFileIsWholeOrNotThere()
    {
        FaultVfs vfs;
        bool cameThrough = false;
        for (int cutAt = 0; !cameThrough; cutAt += cutAt < 40 ? 1 : 23) {
            const QString path = m_file->dir.filePath(QStringLiteral("new-%1").arg(cutAt));
            vfs.restore();
            vfs.cutAfterWrite(cutAt);
            storage::Migrator migrator(m_file->clock);
            migrator.setVfs(vfs.name());
            const auto created = migrator.create(path);
            cameThrough = created.ok();
            QVERIFY(cameThrough || vfs.isCut());
            // Made beside and moved into place when whole: under its name there is a whole file or none.
            if (!QFile::exists(path)) {
                QVERIFY(!cameThrough);
                continue;
            }
            vfs.restore();
            auto connection = storage::Connection::open({path});
            QVERIFY2(connection, "it is there, so it opens");
            QCOMPARE(faultOf(**connection), QString());
        }
    }

    void anUpgradeLeavesTheOldFileOrTheNew()
    {
        // The next program's file: one more table.
        std::vector<storage::Migration> migrations(storage::schemaMigrations().begin(),
                                                   storage::schemaMigrations().end());
        migrations.push_back({migrations.back().version + 1, "0099_more",
                              "CREATE TABLE sys_more (id INTEGER PRIMARY KEY, text TEXT) STRICT;"
                              "INSERT INTO sys_more (text) VALUES ('kept');"});
        FaultVfs vfs;
        bool cameThrough = false;
        int before = 0;
        for (int cutAt = 0; !cameThrough; cutAt += cutAt < 30 ? 1 : 31) {
            const QString path = m_file->copy(QStringLiteral("old"));
            QFile::remove(storage::Migrator::copyName(path, migrations.back().version));
            vfs.restore();
            vfs.cutAfterWrite(cutAt);
            storage::Migrator migrator(m_file->clock, migrations);
            migrator.setVfs(vfs.name());
            cameThrough = migrator.upgrade(path).ok();
            std::set<QByteArray> seen;
            for (const Image &image : images) {
                const QString reopened = survivors(vfs, path, image);
                if (!seen.insert(bytesOf(reopened)).second)
                    continue;
                auto connection = storage::Connection::open({reopened});
                QVERIFY2(connection, qPrintable(QStringLiteral("cut at %1").arg(cutAt)));
                QCOMPARE(faultOf(**connection), QString());
                const qint64 version = count(**connection, "PRAGMA user_version");
                const qint64 rows = count(**connection, "SELECT count(*) FROM sys_more");
                QCOMPARE(rows, version == migrations.back().version ? 1 : -1);
                QVERIFY(!cameThrough || rows == 1);
                before += rows < 0 ? 1 : 0;
            }
        }
        QVERIFY(before > 0);
    }

    void aDraftIsTheOldOneOrTheNew()
    {
        FaultVfs vfs;
        bool cameThrough = false;
        for (int cutAt = 0; !cameThrough; ++cutAt) {
            const QString path = m_file->copy(QStringLiteral("draft"));
            vfs.restore();
            int acknowledged = 0;
            {
                const auto session = PreparedFile::require(access::Session::open(
                    {path, storage::OpenOptions::Mode::ReadWrite, Durability::Full, vfs.name()}, *m_file->principal));
                const auto connection = PreparedFile::require(session->openConnection());
                changes::DraftStore drafts(*connection, m_file->clock);
                const auto save = [&](int typed) {
                    return drafts.save("client", {}, {{QStringLiteral("typed"), typed}}).ok();
                };
                QVERIFY(save(1));
                acknowledged = 1;
                vfs.cutAfterWrite(cutAt);
                for (int typed = 2; typed <= 4 && save(typed); ++typed)
                    acknowledged = typed;
                cameThrough = !vfs.isCut();
            }
            for (const Image &image : images) {
                const QString reopened = survivors(vfs, path, image);
                const auto session = PreparedFile::require(access::Session::open(reopened, *m_file->principal));
                changes::DraftStore drafts(session->reader(), m_file->clock);
                const auto draft = drafts.load("client", {});
                QVERIFY(draft && draft.value());
                const int typed = (*draft)->content.value(QStringLiteral("typed")).toInt();
                QVERIFY2(typed == acknowledged || typed == acknowledged + 1, qPrintable(QString::number(typed)));
            }
            QVERIFY(cutAt < 200);
        }
    }

    void init() { m_file = std::make_unique<PreparedFile>(); }

private:
    struct Outcome {
        int cuts = 0;
        int acknowledged = 0;
        QString fault; //!< the first image that is not whole
        QString lost;  //!< the first acknowledged operation that an image does not hold
    };

    //! Adds a client and books two pieces with a deposit, with the power cut at each write of it in turn.
    Outcome bookThroughCuts(Durability durability)
    {
        Outcome outcome;
        FaultVfs vfs;
        for (bool cameThrough = false; !cameThrough; ++outcome.cuts) {
            const QString path = m_file->copy(QStringLiteral("cut"));
            vfs.restore();
            Held told{};
            {
                Counter counter({path, storage::OpenOptions::Mode::ReadWrite, durability, vfs.name()}, *m_file,
                                durability);
                const auto plain = PreparedFile::require(storage::Connection::open({path}));
                const Held first = heldBy(*plain);
                vfs.cutAfterWrite(outcome.cuts);
                told = first;
                const auto client = await(counter.clients.add(clientNamed(QStringLiteral("Halima"))));
                if (client)
                    told = {told.clients + 1, told.orders, told.pieces, told.payments, told.operations + 1};
                const auto booked = client ? await(counter.checkout.book(twoPieces(*client), {{naira(30'000'00)}}))
                                           : Result<finance::CheckedOut>(client.error());
                if (booked)
                    told = {told.clients, told.orders + 1, told.pieces + 2, told.payments + 1, told.operations + 1};
                outcome.acknowledged += client.ok() + booked.ok();
                cameThrough = client.ok() && booked.ok();
                if (!cameThrough && !vfs.isCut())
                    qFatal("refused for another reason: %s", qPrintable(describe(booked.error())));
                std::set<QByteArray> seen;
                for (const Image &image : images) {
                    const QString survived = survivors(vfs, path, image);
                    if (seen.insert(bytesOf(survived)).second)
                        judge(survived, told, outcome);
                }
                if (!outcome.lost.isEmpty() || !outcome.fault.isEmpty())
                    return outcome;
            }
        }
        return outcome;
    }

    //! A day in which everything happens, each acknowledgement noted as the shop was told it.
    static void workUntilCut(MixedWork &work, const FaultVfs &vfs, storage::Connection &plain, Acknowledged &told)
    {
        using Kind = MixedWork::Kind;
        static constexpr Kind day[] = {Kind::Client,   Kind::Order, Kind::Draft, Kind::Payment, Kind::Measures,
                                       Kind::Undo,     Kind::Order, Kind::Ready, Kind::Payment, Kind::HandOver,
                                       Kind::Measures, Kind::Draft, Kind::Undo};
        for (const Kind kind : day) {
            const MixedWork::Step step = work.run(kind);
            if (vfs.isCut())
                return;
            if (!step.acknowledged)
                qFatal("refused for another reason: %s", qPrintable(describe(*step.failure)));
            if (kind == Kind::Draft)
                told.typed = work.typed();
            else
                told.operations.push_back(Acknowledged::newest(plain));
        }
    }

    QString faultOfMixed(const QString &path, const Acknowledged &told) const
    {
        const auto connection = storage::Connection::open({path});
        if (!connection)
            return describe(connection.error());
        if (const QString fault = faultOf(**connection); !fault.isEmpty())
            return fault;
        if (const QString missing = told.missingIn(**connection); !missing.isEmpty())
            return missing;
        const auto session = PreparedFile::require(access::Session::open(path, *m_file->principal));
        return told.missingDraftIn(session->reader(), m_file->clock);
    }

    void judge(const QString &path, const Held &told, Outcome &outcome) const
    {
        const auto where = [&](const QString &what) {
            return QStringLiteral("cut at write %1: ").arg(outcome.cuts) + what;
        };
        auto connection = storage::Connection::open({path});
        const QString fault = connection ? faultOf(**connection) : describe(connection.error());
        if (!fault.isEmpty()) {
            if (outcome.fault.isEmpty())
                outcome.fault = where(fault);
            return;
        }
        const Held held = heldBy(**connection);
        const qint64 unacknowledged = held.operations - told.operations; // one may have reached the disk untold
        const bool isBooked = held.orders == told.orders + 1;
        if (unacknowledged < 0 || unacknowledged > 1 || held.clients < told.clients || held.orders < told.orders) {
            if (outcome.lost.isEmpty())
                outcome.lost = where(QStringLiteral("%1 of %2 operations").arg(held.operations).arg(told.operations));
            return;
        }
        const bool whole =
            held.pieces == told.pieces + (isBooked ? 2 : 0) && held.payments == told.payments + (isBooked ? 1 : 0);
        if (!whole && outcome.fault.isEmpty())
            outcome.fault = where(QStringLiteral("half an order"));
    }

    static QByteArray bytesOf(const QString &path)
    {
        QCryptographicHash hash(QCryptographicHash::Sha256);
        for (const char *suffix : {"", "-wal"}) {
            QFile file(path + QLatin1String(suffix));
            if (file.open(QIODevice::ReadOnly))
                hash.addData(&file);
        }
        return hash.result();
    }

    QString survivors(const FaultVfs &vfs, const QString &path, const Image &image) const
    {
        const QString target = m_file->dir.filePath(QStringLiteral("image"));
        const auto written = vfs.writeSurvivors(path, target, image.survival, image.seed);
        if (!written)
            qFatal("%s", qPrintable(describe(written.error())));
        if (!QFile::exists(target))
            QFile::copy(path, target); // the power was gone before it was opened
        return target;
    }

    std::unique_ptr<PreparedFile> m_file;
};

QTEST_GUILESS_MAIN(TestPowerCut)
#include "tst_power_cut.moc"
