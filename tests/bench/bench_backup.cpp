// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/access/privileged/file_keeper.h"
#include "core/backup/backup_folder.h"
#include "core/backup/backup_writer.h"
#include "core/backup/restore.h"
#include "core/storage/connection.h"
#include "core/storage/migrator.h"
#include "core/storage/salvage_mending.h"
#include "core/storage/transaction.h"
#include "tests/bench/comparison.h"
#include "tests/bench/filled_shop.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>

#include <unistd.h>

namespace {

using namespace thimblely;
using namespace thimblely::bench;

constexpr const char *code = "bench-bench-bench";

//! As a file manager copies it, but with the promise that it is on the disk.
void copyPlainly(const QString &from, const QString &to)
{
    constexpr qsizetype piece = qsizetype(1) << 20;
    QFile source(from);
    QFile target(to);
    if (!source.open(QIODevice::ReadOnly) || !target.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
        qFatal("no plain copy: %s", qPrintable(target.errorString()));
    for (QByteArray bytes = source.read(piece); !bytes.isEmpty(); bytes = source.read(piece)) {
        if (target.write(bytes) != bytes.size())
            qFatal("no plain copy: %s", qPrintable(target.errorString()));
    }
    if (::fsync(target.handle()) != 0)
        qFatal("no plain copy: it was not synced");
}

//! A shop's file whose log is copied back, so that the plain copy is one of all of it.
class ClosedShop {
public:
    ClosedShop() : m_folder(FilledShop::instance().folder() + QStringLiteral("/backup"))
    {
        QDir().mkpath(m_folder + QStringLiteral("/stick"));
        require(valueOf(access::FileKeeper::open(FilledShop::instance().path()))->copyTo(path(), {}));
        require(valueOf(access::FileKeeper::open(path()))
                    ->setBackupKey(valueOf(backup::makeKey(QString::fromLatin1(code))).toJson()));
        countFigures();
    }

    //! The rows of the other benchmarks were written without triggers: what is counted from them is counted here, and
    //! without them too, as each would count again what the next changes.
    void countFigures() const
    {
        storage::OpenOptions options;
        options.path = path();
        options.durability = storage::OpenOptions::Durability::Import;
        {
            const auto connection = valueOf(storage::Connection::open(options));
            auto transaction = valueOf(storage::WriteTransaction::begin(*connection));
            dropTriggers(*connection);
            require(storage::countFigures(*connection));
            require(connection->executeScript("DELETE FROM sys_meta WHERE key = 'triggers'"));
            require(transaction.commit());
        }
        valueOf(storage::Migrator(FilledShop::instance().clock).upgrade(path()));
    }
    static void dropTriggers(storage::Connection &connection)
    {
        QByteArray script;
        {
            auto names = valueOf(connection.query("SELECT name FROM sqlite_schema WHERE type = 'trigger'"));
            while (valueOf(names->step()))
                script += "DROP TRIGGER " + names->utf8(0) + ';';
        }
        require(connection.executeScript(script));
    }
    ~ClosedShop() { QDir(m_folder).removeRecursively(); }
    Q_DISABLE_COPY_MOVE(ClosedShop)

    QString path() const { return m_folder + QStringLiteral("/shop.thimblely"); }
    QString stick() const { return m_folder + QStringLiteral("/stick"); }
    QString other(const char *name) const { return m_folder + u'/' + QLatin1String(name); }

private:
    QString m_folder;
};

double secondsOf(const std::function<void()> &work)
{
    return timed(work) / 1e6;
}

struct MadeBackup {
    backup::BackupMade made;
    double sealed; //!< seconds until the sealed copy lay on the stick, not yet read back
    double whole;
};

MadeBackup makeBackupOf(const ClosedShop &shop, const Clock &clock)
{
    const backup::BackupFolder folder(shop.stick());
    const QDir stick(shop.stick());
    MadeBackup result{};
    QElapsedTimer timer;
    timer.start();
    const auto seconds = [&timer] { return double(timer.nsecsElapsed()) / 1e9; };
    result.made = valueOf(backup::makeBackup(shop.path(), folder, clock, [&](int) {
        const QString waiting = QStringLiteral("*") + QLatin1String(backup::uncheckedSuffix);
        if (result.sealed == 0 && !stick.entryList({waiting}, QDir::Files).isEmpty())
            result.sealed = seconds();
        return true;
    }));
    result.whole = seconds();
    return result;
}

//! The ratio up to the sealed copy is promised; what a backup does beside, it does for safety, and a restore has ten minutes.
void backupOfTheFile(benchmark::State &state)
{
    const ClosedShop shop;
    const Clock &clock = FilledShop::instance().clock;
    const double megabytes = double(QFile(shop.path()).size()) / 1e6;
    for (auto _ : state) {
        Samples plain;
        Samples ours;
        for (int turn = 0; turn < 3; ++turn) {
            plain.add(secondsOf([&] { copyPlainly(shop.path(), shop.other("plain")); }));
            const auto keeper = valueOf(access::FileKeeper::open(shop.path()));
            ours.add(secondsOf([&] { require(keeper->copyTo(shop.other("copy"), {})); }));
            QFile::remove(shop.other("copy"));
        }
        const double bare = plain.median();
        report({"copy of a shop's file in use", "s", ours.median(), bare, ours.median() / bare, 2.0});
        const MadeBackup backup = makeBackupOf(shop, clock);
        report({"copied and sealed onto the stick", "s", backup.sealed, bare, backup.sealed / bare, 2.0});
        report({"the same read back and verified", "s", backup.whole, bare, backup.whole / bare, 0});
        const double restored = secondsOf(
            [&] { valueOf(backup::restore(backup.made.path, QString::fromLatin1(code), shop.other("new"), clock)); });
        report({"restored from it and verified", "s", restored, bare, restored / bare, 0});
        report({"megabytes of that file", "MB", megabytes, 0, megabytes, 0});
        report(
            {"a restore of 5 GB at this rate", "s", restored * 5000 / megabytes, 0, restored * 5000 / megabytes, 600});
        state.SetIterationTime(backup.whole);
    }
}

BENCHMARK(backupOfTheFile)->Iterations(1)->UseManualTime()->Unit(benchmark::kMillisecond);

} // namespace
