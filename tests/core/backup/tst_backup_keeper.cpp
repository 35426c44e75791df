// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/backup/backup_keeper.h"
#include "tests/support/small_shop.h"

#include <QDir>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>

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
