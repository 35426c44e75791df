// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/access/privileged/principal_store.h"
#include "core/backup/restore.h"
#include "core/changes/media_folder.h"
#include "core/changes/media_register.h"
#include "core/changes/number_series.h"
#include "core/storage/verify.h"
#include "tests/support/file_locks.h"
#include "tests/support/small_shop.h"

#include <QDir>
#include <QDirIterator>
#include <QFileInfo>
#include <QRegularExpression>
#include <QTest>

using namespace thimblely;
using namespace thimblely::backup;
using changes::NumberSeries;
using changes::SeriesKind;

//! A shop goes through its backup and comes out the same; a number never comes twice.
class TestBackup : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_shop = std::make_unique<test::SmallShop>();
        m_stick = std::make_unique<QTemporaryDir>();
        m_folder = std::make_unique<BackupFolder>(m_stick->path());
    }

    void withoutACodeThereIsNone()
    {
        QVERIFY(!hasBackupCode(m_shop->path()).value());
        QCOMPARE(make().error().code, QByteArray("backup.no_code"));
        QVERIFY(m_folder->backups().empty());
        QVERIFY(setBackupCode(m_shop->path(), m_code).ok());
        QVERIFY(hasBackupCode(m_shop->path()).value());
    }

    void whatIsRestoredIsWhatWasThere()
    {
        QVERIFY(setBackupCode(m_shop->path(), m_code).ok());
        for (int i = 0; i < 20; ++i)
            addClient(QStringLiteral("Client %1").arg(i));
        const auto made = make();
        QVERIFY2(made.ok(), made ? "" : qPrintable(describe(made.error())));
        QVERIFY(QFileInfo(made->path).fileName().startsWith(QStringLiteral("Bello 2026-")));
        QCOMPARE(made->size, QFileInfo(made->path).size());
        addClient(QStringLiteral("Too late")); // after it
        const QByteArray then = storage::verifyFile(m_shop->path(), true)->digest;

        const auto contents = lookInto(made->path, m_code);
        QVERIFY(contents.ok());
        QCOMPARE(contents->shops, (std::vector<access::ShopFacts>{{QStringLiteral("Bello"), 20, 0, "Africa/Lagos"}}));
        QCOMPARE(contents->madeAt, m_shop->clock.now());

        const auto restored = restore(made->path, m_code, newFile(), m_shop->clock);
        QVERIFY2(restored.ok(), restored ? "" : qPrintable(describe(restored.error())));
        QCOMPARE(restored->missingPictures, 0);
        const auto report = storage::verifyFile(newFile(), true).value();
        QVERIFY(report.problems.empty());
        QVERIFY(report.digest != then);
        m_shop->door->undo().waitForFinished(); // the late one again
        QCOMPARE(clientsIn(newFile()), 20);
        QCOMPARE(leftBehind(m_shop->dir.path()), QStringList());
        QCOMPARE(leftBehind(m_stick->path()), QStringList());
    }

    //! No name, no number: nothing of the shop can be read on the stick without the code.
    void nothingIsReadableOnTheStick()
    {
        QVERIFY(setBackupCode(m_shop->path(), m_code).ok());
        addClient(QStringLiteral("Ngozi Adeyemi"));
        const auto made = make().value();
        QFile file(made.path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        for (const char *word : {"Ngozi", "Adeyemi", "Bello", "Amina", "SQLite format"})
            QVERIFY2(!bytes.contains(word), word);
        QCOMPARE(lookInto(made.path, QStringLiteral("0000-0000-0000-0000-0000")).error().kind, ErrorKind::WrongSecret);
        QCOMPARE(restore(made.path, QStringLiteral("0000-0000-0000-0000-0000"), newFile(), m_shop->clock).error().kind,
                 ErrorKind::WrongSecret);
        QVERIFY(!QFileInfo::exists(newFile()));
    }

    //! Taken for a backup by mistake, the open shop's own file keeps its locks (core/storage/vfs_file.h).
    void theShopsOwnFileIsNoBackup()
    {
        const int before = test::locksOf(m_shop->path());
        QCOMPARE(lookInto(m_shop->path(), m_code).error().code, QByteArray("backup.not_ours"));
        QCOMPARE(restore(m_shop->path(), m_code, newFile(), m_shop->clock).error().code, QByteArray("backup.not_ours"));
        QCOMPARE(test::locksOf(m_shop->path()), before);
    }

    //! Backup, issue, restore, issue; and once more from the same backup.
    void noNumberComesTwice()
    {
        QVERIFY(setBackupCode(m_shop->path(), m_code).ok());
        QStringList given{take(*m_shop->door, m_shop->principal), take(*m_shop->door, m_shop->principal)};
        const auto made = make().value();
        given += take(*m_shop->door, m_shop->principal);
        for (const char *name : {"one", "two"}) {
            const QString path = m_shop->dir.filePath(QLatin1String(name) + QStringLiteral(".thimble"));
            QVERIFY(restore(made.path, m_code, path, m_shop->clock).ok());
            const access::Principal who = principalIn(path);
            auto session = access::Session::open(path, who).value();
            auto door = changes::WriteDoor::open(*session, m_shop->clock).value();
            given += take(*door, who);
            given += take(*door, who);
        }
        given += take(*m_shop->door, m_shop->principal);
        QCOMPARE(given.size(), 8);
        QVERIFY2(!given.removeDuplicates(), qPrintable(given.join(u' ')));
        QCOMPARE(given.first(2), (QStringList{QStringLiteral("A-26-00001"), QStringLiteral("A-26-00002")}));
        QVERIFY2(QRegularExpression(QStringLiteral("^A[0-9A-Z]{2}-26-00001$")).match(given[3]).hasMatch(),
                 qPrintable(given[3]));
    }

    void picturesGoOnceAndComeBack()
    {
        QVERIFY(setBackupCode(m_shop->path(), m_code).ok());
        const QByteArray first = addPicture("a torn lining");
        QCOMPARE(make()->pictures, 1);
        const QByteArray second = addPicture("shine on seat");
        m_shop->clock.advanceDays(1);
        const auto made = make().value();
        QCOMPARE(made.pictures, 1); // the first one is there
        QVERIFY(restore(made.path, m_code, newFile(), m_shop->clock).ok());
        const changes::MediaFolder media(newFile());
        QCOMPARE(media.get(first).value(), QByteArray("a torn lining"));
        QCOMPARE(media.get(second).value(), QByteArray("shine on seat"));

        QVERIFY(QFile::remove(m_folder->pictureFile(keyOfThis(), second)));
        const QString other = m_shop->dir.filePath(QStringLiteral("other.thimble"));
        QCOMPARE(restore(made.path, m_code, other, m_shop->clock)->missingPictures, 1); // and the shop opens
        QCOMPARE(clientsIn(other), 0);
    }

    void olderOnesGoByTheRule()
    {
        QVERIFY(setBackupCode(m_shop->path(), m_code).ok());
        for (int day = 0; day < 9; ++day) {
            QVERIFY(make().ok());
            m_shop->clock.advanceDays(1);
        }
        const auto there = m_folder->backups();
        QVERIFY(there.size() < 9);
        QVERIFY(there.size() >= 7);
        QFile foreign(m_stick->filePath(QStringLiteral("wedding.thimblebackup")));
        QVERIFY(foreign.open(QIODevice::WriteOnly));
        foreign.write("photos");
        foreign.close();
        QVERIFY(make().ok());
        QVERIFY(QFileInfo::exists(foreign.fileName())); // nobody's to take away
    }

    void aDamagedBackupSaysSo()
    {
        QVERIFY(setBackupCode(m_shop->path(), m_code).ok());
        const auto made = make().value();
        QFile file(made.path);
        QVERIFY(file.open(QIODevice::ReadWrite));
        const qint64 middle = file.size() / 2;
        file.seek(middle);
        const char other = file.peek(1) == "X" ? 'Y' : 'X'; // what is sealed may be an X by chance
        file.write(&other, 1);
        file.close();
        QCOMPARE(restore(made.path, m_code, newFile(), m_shop->clock).error().code, QByteArray("backup.damaged"));
        QVERIFY(!QFileInfo::exists(newFile()));
        QCOMPARE(leftBehind(m_shop->dir.path()), QStringList());
    }

    void whatCannotBeWrittenIsSaid()
    {
        QVERIFY(setBackupCode(m_shop->path(), m_code).ok());
        QCOMPARE(makeBackup(m_shop->path(), BackupFolder(QStringLiteral("/nowhere/stick")), m_shop->clock).error().code,
                 QByteArray("backup.no_folder"));
        const auto made = make().value();
        QCOMPARE(restore(made.path, m_code, m_shop->path(), m_shop->clock).error().code, QByteArray("storage.exists"));
        QCOMPARE(restore(m_stick->filePath(QStringLiteral("gone.thimblebackup")), m_code, newFile(), m_shop->clock)
                     .error()
                     .code,
                 QByteArray("backup.no_file"));
    }

    void itCanBeStoppedAndLeavesNothing_data()
    {
        QTest::addColumn<int>("at");
        for (const int at : {1, 130, 240, 251, 310, 321, 701})
            QTest::addRow("%d", at) << at;
    }
    void itCanBeStoppedAndLeavesNothing()
    {
        QFETCH(const int, at);
        QVERIFY(setBackupCode(m_shop->path(), m_code).ok());
        const auto stopped = makeBackup(m_shop->path(), *m_folder, m_shop->clock, [at](int done) { return done < at; });
        QVERIFY(!stopped.ok());
        QCOMPARE(stopped.error().kind, ErrorKind::Cancelled);
        QCOMPARE(leftBehind(m_shop->dir.path()), QStringList());
        QCOMPARE(leftBehind(m_stick->path()), QStringList());
        QVERIFY(m_folder->backups().empty());
        QVERIFY(make().ok());
    }

    void whatAKilledProgramLeftIsTakenAway()
    {
        QVERIFY(setBackupCode(m_shop->path(), m_code).ok());
        const auto made = make().value();
        QVERIFY(QFile::rename(made.path, made.path + QLatin1String(uncheckedSuffix)));
        QVERIFY(m_folder->backups().empty());
        m_shop->clock.advanceMsecs(60'000);
        QVERIFY(make().ok());
        QCOMPARE(leftBehind(m_stick->path()), QStringList());
        QCOMPARE(m_folder->backups().size(), size_t(1));
    }

    //! Nor does it leave the shop readable beside itself until the next one is due.
    void theCopyOfAKilledProgramGoesAtTheNextStart()
    {
        const QString copy = m_shop->path() + QStringLiteral(".backup-copy");
        for (const char *end : {"", "-wal", ".new"}) {
            QFile left(copy + QLatin1String(end));
            QVERIFY(left.open(QIODevice::WriteOnly));
        }
        removeLeftCopy(m_shop->path());
        QCOMPARE(leftBehind(m_shop->dir.path()), QStringList());
    }

    void twoAtOnceDoNotDisturbEachOther()
    {
        QVERIFY(setBackupCode(m_shop->path(), m_code).ok());
        std::optional<Result<BackupMade>> second;
        const auto first = makeBackup(m_shop->path(), *m_folder, m_shop->clock, [&](int) {
            if (!second)
                second.emplace(make());
            removeLeftCopy(m_shop->path()); // as another window does that is opened now
            return true;
        });
        QVERIFY(first.ok());
        QCOMPARE(second->error().code, QByteArray("backup.running"));
        QVERIFY(restore(first->path, m_code, newFile(), m_shop->clock).ok());
        QCOMPARE(leftBehind(m_shop->dir.path()), QStringList());
    }

    void lookingReadsAllOfIt()
    {
        QVERIFY(setBackupCode(m_shop->path(), m_code).ok());
        const auto made = make().value();
        QCOMPARE(lookInto(made.path, m_code, [](int done) { return done < 500; }).error().kind, ErrorKind::Cancelled);
        int last = 0;
        QVERIFY(lookInto(made.path, m_code, [&last](int done) {
                    last = done;
                    return true;
                }).ok());
        QCOMPARE(last, 1000);
        QFile file(made.path); // its first page is as it was, its last is not
        QVERIFY(file.open(QIODevice::ReadWrite) && file.seek(file.size() - 100) && file.putChar('x'));
        file.close();
        QCOMPARE(lookInto(made.path, m_code).error().code, QByteArray("backup.damaged"));
    }

    void aRestoreStopsWhileItIsChecked()
    {
        QVERIFY(setBackupCode(m_shop->path(), m_code).ok());
        const auto made = make().value();
        const auto stopped = restore(made.path, m_code, newFile(), m_shop->clock, [](int done) { return done < 500; });
        QCOMPARE(stopped.error().code, QByteArray("backup.stopped"));
        QVERIFY(!QFile::exists(newFile()));
        QCOMPARE(leftBehind(m_shop->dir.path()), QStringList());
    }

    //! The shop goes on working while it is copied.
    void itIsOfOneMomentWhileOthersWrite()
    {
        QVERIFY(setBackupCode(m_shop->path(), m_code).ok());
        addClient(QStringLiteral("Before"));
        bool during = false;
        const auto made = makeBackup(m_shop->path(), *m_folder, m_shop->clock, [&](int) {
            if (!during)
                addClient(QStringLiteral("During"));
            during = true;
            return true;
        });
        QVERIFY(made.ok());
        QVERIFY(during);
        QCOMPARE(lookInto(made->path, m_code)->shops.front().clients, 1); // as it says itself
        QVERIFY(restore(made->path, m_code, newFile(), m_shop->clock).ok());
        QCOMPARE(clientsIn(newFile()), 1);
    }

    void anotherCodeSealsWhatComesNext()
    {
        QVERIFY(setBackupCode(m_shop->path(), m_code).ok());
        addPicture("a torn lining");
        const auto old = make().value();
        const QString other = newBackupCode();
        QVERIFY(setBackupCode(m_shop->path(), other).ok());
        m_shop->clock.advanceDays(1);
        const auto made = make().value();
        QCOMPARE(made.pictures, 1); // sealed to the other code too
        QVERIFY(lookInto(old.path, m_code).ok());
        QCOMPARE(lookInto(made.path, m_code).error().kind, ErrorKind::WrongSecret);
        QCOMPARE(restore(made.path, other, newFile(), m_shop->clock)->missingPictures, 0);
    }

private:
    Result<BackupMade> make() { return makeBackup(m_shop->path(), *m_folder, m_shop->clock); }
    QString newFile() const { return m_shop->dir.filePath(QStringLiteral("restored.thimble")); }

    void addClient(const QString &name)
    {
        const auto done =
            changes::await(m_shop->door->write<void>({"test.client"}, [&name](changes::WriteContext &context) {
                return context.rows().insert(storage::Table::Clients, ClientId::make(context.clock()),
                                             {{"name", name}, {"status", "active"}});
            }));
        if (!done)
            qFatal("%s", qPrintable(describe(done.error())));
    }
    QByteArray addPicture(const QByteArray &bytes)
    {
        const QByteArray hash = changes::MediaFolder(m_shop->path()).put(bytes).value();
        static int count = 0;
        const QString name = QStringLiteral("Shop %1").arg(++count);
        const auto done = changes::await(
            m_shop->door->write<void>({"test.picture"}, [&](changes::WriteContext &context) -> Result<void> {
                TRY(context.rows().update(storage::Table::Workspaces, m_shop->principal.workspace, {{"name", name}}));
                return changes::MediaRegister::add(context, {hash, "image/jpeg", bytes.size()});
            }));
        if (!done)
            qFatal("%s", qPrintable(describe(done.error())));
        return hash;
    }
    QString take(changes::WriteDoor &door, const access::Principal &who)
    {
        static int count = 0;
        const QString name = QStringLiteral("Tailor %1").arg(++count);
        QString text;
        const auto done =
            changes::await(door.write<void>({"test.take"}, [&](changes::WriteContext &context) -> Result<void> {
                TRY_ASSIGN(const auto number,
                           NumberSeries::take(context, SeriesKind::Invoice, Date::parse(u"2026-11-25").value()));
                text = number.text;
                return context.rows().update(storage::Table::Workspaces, who.workspace, {{"name", name}});
            }));
        if (!done)
            qFatal("%s", qPrintable(describe(done.error())));
        return text;
    }
    access::Principal principalIn(const QString &path)
    {
        const auto store = access::PrincipalStore::open({path}).value();
        return store->load(m_shop->principal.person, m_shop->principal.workspace, store->device()->value()).value();
    }
    int clientsIn(const QString &path)
    {
        auto session = access::Session::open(path, principalIn(path)).value();
        auto query = session->reader().query("SELECT count(*) FROM clients").value();
        (void)query->step().ok();
        return int(query->int64(0));
    }
    BackupKey keyOfThis() { return m_folder->backups().front().key; }
    //! What no finished work leaves in a folder.
    static QStringList leftBehind(const QString &folder)
    {
        QStringList found;
        for (const QString &name : QDir(folder).entryList(QDir::Files)) {
            if (name.contains(QStringLiteral("unchecked")) || name.contains(QStringLiteral("backup-copy")) ||
                name.contains(QStringLiteral("restoring")) || name.contains(QStringLiteral("backup-lock")) ||
                name.contains(QStringLiteral(".new")))
                found.append(name);
        }
        return found;
    }

    const QString m_code = QStringLiteral("K7PQ-2MX4-90RA-1B2C-3D4E");
    std::unique_ptr<test::SmallShop> m_shop;
    std::unique_ptr<QTemporaryDir> m_stick;
    std::unique_ptr<BackupFolder> m_folder;
};

QTEST_GUILESS_MAIN(TestBackup)
#include "tst_backup.moc"
