// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/backup/backup_keeper.h"
#include "tests/support/small_shop.h"

#include <QDir>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>

#include <algorithm>

using namespace thimblely;
using namespace thimblely::backup;

//! Nobody has to think of it, and nobody has to look whether it was done.
class TestBackupKeeper : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_config = std::make_unique<QTemporaryDir>();
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_config->path());
        QSettings().clear();
        m_shop = std::make_unique<test::SmallShop>();
        m_stick = std::make_unique<QTemporaryDir>();
        m_keeper = std::make_unique<BackupKeeper>(m_shop->path(), m_shop->clock);
    }
    void cleanup() { m_keeper.reset(); }

    void withNoPlaceOrCodeItSaysThatItIsLacking()
    {
        m_keeper->start();
        QTRY_VERIFY(m_keeper->isLacking());
        QVERIFY(!m_keeper->hasCode());
        QSignalSpy failed(m_keeper.get(), &BackupKeeper::failed);
        m_keeper->backUpNow();
        QCOMPARE(failed.size(), 1);
        QCOMPARE(failed[0][0].value<Error>().code, QByteArray("backup.no_code"));
    }

    void onceADay()
    {
        choose();
        QSignalSpy made(m_keeper.get(), &BackupKeeper::made);
        m_keeper->start();
        QTRY_COMPARE(made.size(), 1);
        QTRY_VERIFY(!m_keeper->isRunning());
        QVERIFY(!m_keeper->isLacking());
        QCOMPARE(m_keeper->newest(), std::optional(m_shop->clock.now()));
        m_keeper->start(); // as a minute later
        QTest::qWait(300);
        QCOMPARE(made.size(), 1);
        m_shop->clock.advanceDays(1);
        m_keeper->start();
        QTRY_COMPARE(made.size(), 2);
    }

    void thePlacesAreRememberedOnThisComputer()
    {
        choose();
        m_keeper->start();
        QTRY_VERIFY(m_keeper->newest());
        QTRY_VERIFY(!m_keeper->isRunning());
        m_keeper = std::make_unique<BackupKeeper>(m_shop->path(), m_shop->clock);
        m_keeper->start();
        QTRY_COMPARE(m_keeper->places().size(), size_t(1));
        QCOMPARE(m_keeper->places()[0].folder, m_stick->path());
        QTRY_VERIFY(m_keeper->newest());
    }

    //! A stick that was left at home is said once, and caught up with when it is there.
    void aStickThatComesLater()
    {
        const QString folder = m_stick->filePath(QStringLiteral("stick"));
        choose({folder});
        QSignalSpy failed(m_keeper.get(), &BackupKeeper::failed);
        QSignalSpy made(m_keeper.get(), &BackupKeeper::made);
        m_keeper->start();
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(failed[0][0].value<Error>().code, QByteArray("backup.no_folder"));
        QVERIFY(m_keeper->isLacking());
        m_keeper->start();
        QTest::qWait(200);
        QCOMPARE(failed.size(), 1);
        QVERIFY(QDir().mkpath(folder));
        m_keeper->start();
        QTRY_COMPARE(made.size(), 1);
        QTRY_VERIFY(!m_keeper->places()[0].problem);
        QVERIFY(!m_keeper->isLacking());
    }

    //! What is left where a stick was mounted is a folder of the computer's own disk: nothing goes there unsaid.
    void anEmptyMountPointIsNoStick()
    {
        choose();
        QTRY_VERIFY(m_keeper->newest());
        QTRY_VERIFY(!m_keeper->isRunning());
        const Instant made = m_shop->clock.now();
        m_shop->clock.advanceDays(1);
        // As it was seen while a volume began at the folder itself.
        QVariantMap seen = QSettings().value(seenKey()).toMap();
        QCOMPARE(seen.keys(), QStringList(m_stick->path()));
        seen[m_stick->path()] = QVariantList{m_stick->path(), made.msecs()};
        QSettings().setValue(seenKey(), seen);
        m_keeper = std::make_unique<BackupKeeper>(m_shop->path(), m_shop->clock);
        QSignalSpy failed(m_keeper.get(), &BackupKeeper::failed);
        m_keeper->start();
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(failed[0][0].value<Error>().code, QByteArray("backup.stick_away"));
        QVERIFY(m_keeper->isLacking());
        QVERIFY(!m_keeper->places()[0].newest);
        QCOMPARE(m_keeper->places()[0].lastMade, std::optional(made)); // said none the less
        m_keeper->backUpNow();
        QTRY_COMPARE(failed.size(), 2);
        QTRY_VERIFY(!m_keeper->isRunning());
        QCOMPARE(BackupFolder(m_stick->path()).backups().size(), size_t(1));
        m_keeper->setPlaces({}); // chosen anew, it is meant as it is
        m_keeper->setPlaces({m_stick->path()});
        QTRY_COMPARE(m_keeper->newest(), std::optional(m_shop->clock.now()));
    }

    void anotherPlaceMoreLeavesWhatIsKnownOfTheFirst()
    {
        QTemporaryDir other;
        choose();
        QTRY_VERIFY(m_keeper->newest());
        QTRY_VERIFY(!m_keeper->isRunning());
        m_keeper->setPlaces({m_stick->path(), other.path()});
        QVERIFY(!m_keeper->places()[0].root.isEmpty());
        QVERIFY(m_keeper->places()[0].newest);
        QVERIFY(m_keeper->places()[0].onShopsDisk);
        QTRY_VERIFY(m_keeper->places()[1].newest);
    }

    void toBothPlaces()
    {
        QTemporaryDir other;
        choose({m_stick->path(), other.path()});
        m_keeper->start();
        QTRY_VERIFY(m_keeper->places()[1].newest);
        QTRY_VERIFY(m_keeper->places()[0].newest);
        QCOMPARE(BackupFolder(other.path()).backups().size(), size_t(1));
    }

    void byHandAsOftenAsOneLikes()
    {
        choose();
        m_keeper->start();
        QTRY_VERIFY(m_keeper->newest());
        QTRY_VERIFY(!m_keeper->isRunning());
        m_shop->clock.advanceMsecs(60'000);
        m_keeper->backUpNow();
        QTRY_COMPARE(m_keeper->newest(), std::optional(m_shop->clock.now()));
        QTRY_VERIFY(!m_keeper->isRunning());
        QCOMPARE(BackupFolder(m_stick->path()).backups().size(), size_t(2));
    }

    void itGoesInTheMiddleOfOne()
    {
        choose();
        m_keeper->start();
        QTRY_VERIFY(m_keeper->isRunning());
        m_keeper.reset(); // the program is closed
        for (const QString &name : QDir(m_stick->path()).entryList(QDir::Files))
            QVERIFY2(name.endsWith(QLatin1String(backupSuffix)), qPrintable(name));
    }

private:
    static QString seenKey()
    {
        const QStringList all = QSettings().allKeys();
        return *std::ranges::find_if(all,
                                     [](const QString &key) { return key.startsWith(QLatin1String("backup-seen/")); });
    }
    void choose(QStringList folders = {})
    {
        QVERIFY(setBackupCode(m_shop->path(), newBackupCode()).ok());
        QSignalSpy looked(m_keeper.get(), &BackupKeeper::changed);
        m_keeper->start();
        QVERIFY(looked.wait());
        m_keeper->setPlaces(folders.isEmpty() ? QStringList{m_stick->path()} : folders);
    }

    std::unique_ptr<QTemporaryDir> m_config;
    std::unique_ptr<test::SmallShop> m_shop;
    std::unique_ptr<QTemporaryDir> m_stick;
    std::unique_ptr<BackupKeeper> m_keeper;
};

QTEST_GUILESS_MAIN(TestBackupKeeper)
#include "tst_backup_keeper.moc"
