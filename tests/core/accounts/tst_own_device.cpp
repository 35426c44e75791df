// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/access/privileged/principal_store.h"
#include "core/accounts/own_device.h"
#include "core/changes/number_series.h"
#include "core/storage/connection.h"
#include "tests/support/small_shop.h"

#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace thimblely;
using changes::NumberSeries;
using changes::SeriesKind;

//! Whatever way an older copy comes back, no number is given twice.
class TestOwnDevice : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_shop = std::make_unique<test::SmallShop>();
        m_witness = std::make_unique<FileWitness>(m_shop->dir.filePath(QStringLiteral("files.json")));
    }

    void aFileThatIsWhereItWasStaysItself()
    {
        const DeviceId before = deviceIn(m_shop->path());
        QVERIFY(!open(m_shop->path()));
        QCOMPARE(takeIn(m_shop->path()), QStringLiteral("A-26-00001"));
        QVERIFY(!open(m_shop->path()));
        QCOMPARE(takeIn(m_shop->path()), QStringLiteral("A-26-00002"));
        QCOMPARE(deviceIn(m_shop->path()), before);
    }

    //! Copied by hand in the morning, put back in the evening.
    void anOlderCopyPutBackGoesOnInAnotherSeries()
    {
        QVERIFY(!open(m_shop->path()));
        QStringList given{takeIn(m_shop->path())};
        copy(m_shop->path(), m_shop->dir.filePath(QStringLiteral("morning")));
        given += takeIn(m_shop->path());
        QVERIFY(!open(m_shop->path())); // this computer has seen the second one
        putBack(m_shop->dir.filePath(QStringLiteral("morning")));
        QVERIFY(open(m_shop->path()));
        given += takeIn(m_shop->path());
        QVERIFY(!open(m_shop->path())); // once
        given += takeIn(m_shop->path());
        QCOMPARE(given.removeDuplicates(), 0);
        QVERIFY2(QRegularExpression(QStringLiteral("^A[0-9A-Z]{2}-26-00001$")).match(given[2]).hasMatch(),
                 qPrintable(given[2]));
        QVERIFY(given[3].endsWith(QStringLiteral("-00002")));
    }

    void aFileFromAnotherComputerGoesOnInAnotherSeries()
    {
        QVERIFY(!open(m_shop->path()));
        QCOMPARE(takeIn(m_shop->path()), QStringLiteral("A-26-00001"));
        write("UPDATE sys_meta SET value = x'00112233' WHERE key = 'machine'");
        QVERIFY(open(m_shop->path()));
        QVERIFY(takeIn(m_shop->path()) != QStringLiteral("A-26-00002"));
    }

    //! The order of events that a witness can see is kept, whatever it is told.
    void theWitnessNeverForgets()
    {
        const auto device = DeviceId::fromName("one");
        QVERIFY(!m_witness->newestOperation(device));
        m_witness->note(device, 7);
        m_witness->note(device, 5);
        m_witness->note(DeviceId::fromName("two"), 3);
        QCOMPARE(m_witness->newestOperation(device), std::optional<qint64>(7));
        QFile file(m_shop->dir.filePath(QStringLiteral("files.json")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("{ half");
        file.close();
        QVERIFY(!m_witness->newestOperation(device)); // nothing is known, and nothing is held up
        QVERIFY(!open(m_shop->path()));
    }

private:
    bool open(const QString &path)
    {
        const auto connection = storage::Connection::open(storage::OpenOptions{path}).value();
        return keepOwnDevice(*connection, *m_witness, m_shop->clock).value();
    }
    void write(const char *sql)
    {
        const auto connection = storage::Connection::open(storage::OpenOptions{m_shop->path()}).value();
        QVERIFY(connection->executeScript(sql).ok());
    }
    static DeviceId deviceIn(const QString &path)
    {
        return access::PrincipalStore::open({path}).value()->device()->value();
    }
    QString takeIn(const QString &path)
    {
        const auto store = access::PrincipalStore::open({path}).value();
        const auto who = store->load(m_shop->principal.person, m_shop->principal.workspace, deviceIn(path)).value();
        auto session = access::Session::open(path, who).value();
        auto door = changes::WriteDoor::open(*session, m_shop->clock).value();
        static int count = 0;
        const QString name = QStringLiteral("Tailor %1").arg(++count);
        QString text;
        const auto done =
            changes::await(door->write<void>({"test.take"}, [&](changes::WriteContext &context) -> Result<void> {
                TRY_ASSIGN(const auto number,
                           NumberSeries::take(context, SeriesKind::Invoice, Date::parse(u"2026-11-25").value()));
                text = number.text;
                return context.rows().update(storage::Table::Workspaces, who.workspace, {{"name", name}});
            }));
        return done ? text : describe(done.error());
    }
    void closeShop()
    {
        m_shop->door.reset();
        m_shop->session.reset();
    }
    //! With everything in it: nobody has it open.
    void copy(const QString &from, const QString &to)
    {
        closeShop();
        write("PRAGMA wal_checkpoint(TRUNCATE)");
        QVERIFY(QFile::copy(from, to));
    }
    void putBack(const QString &from)
    {
        for (const char *end : {"", "-wal", "-shm"})
            QFile::remove(m_shop->path() + QLatin1String(end));
        QVERIFY(QFile::copy(from, m_shop->path()));
    }

    std::unique_ptr<test::SmallShop> m_shop;
    std::unique_ptr<FileWitness> m_witness;
};

QTEST_GUILESS_MAIN(TestOwnDevice)
#include "tst_own_device.moc"
