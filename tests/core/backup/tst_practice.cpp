// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/backup/practice.h"
#include "core/backup/writable.h"
#include "core/changes/number_series.h"
#include "core/clients/client_service.h"
#include "core/storage/verify.h"
#include "tests/support/small_shop.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QSysInfo>
#include <QTest>

#include <unistd.h>

using namespace thimblely;
using backup::PracticeShop;
using changes::await;
using test::SmallShop;

namespace {

QByteArray hashOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QCryptographicHash::hash(file.readAll(), QCryptographicHash::Sha256);
}

ClientDraft named(const char *name)
{
    ClientDraft draft;
    draft.name = QString::fromUtf8(name);
    return draft;
}

QStringList practiceFolders(const SmallShop &shop)
{
    return QDir(shop.dir.path()).entryList({QStringLiteral(".practice-*")}, QDir::Dirs | QDir::Hidden);
}

} // namespace

//! A copy to practise in, and what it leaves: nothing.
class TestPractice : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatIsDoneInItIsNotInTheShop()
    {
        SmallShop shop;
        QVERIFY(await(ClientService(*shop.session, *shop.door).add(named("Bello"))).ok());
        shop.door.reset();
        shop.session.reset();
        const QByteArray before = hashOf(shop.path());
        QVERIFY(!before.isEmpty());
        {
            const auto practice = PracticeShop::make(shop.path(), shop.clock);
            QVERIFY2(practice.ok(), practice ? "" : qPrintable(describe(practice.error())));
            const auto who = (*practice)->principal(shop.principal.person, shop.principal.workspace).value();
            const auto session = access::Session::open((*practice)->path(), who).value();
            const auto door = changes::WriteDoor::open(*session, shop.clock).value();
            ClientService clients(*session, *door);
            QCOMPARE(clients.count(ClientFilter::All).value(), 1); // all of the shop is there
            QVERIFY(await(clients.add(named("Nobody"))).ok());
            // Numbers that nobody takes for the shop's.
            for (const auto &[kind, number] : {std::pair(changes::SeriesKind::Order, "TEST1001"),
                                               std::pair(changes::SeriesKind::Receipt, "RTEST-26-00001"),
                                               std::pair(changes::SeriesKind::Invoice, "TEST-26-00001")}) {
                const auto given =
                    await(door->write<QString>({"test"}, [kind](changes::WriteContext &context) -> Result<QString> {
                        TRY_ASSIGN(const auto next,
                                   changes::NumberSeries::take(context, kind, Date::parse(u"2026-11-25").value()));
                        return next.text;
                    }));
                QCOMPARE(given.value(), QString::fromLatin1(number));
            }
            QVERIFY(storage::verifyFile((*practice)->path(), false)->problems.empty());
        }
        QCOMPARE(hashOf(shop.path()), before);
        QCOMPARE(practiceFolders(shop), QStringList());
        QVERIFY(storage::verifyFile(shop.path(), false)->problems.empty());
    }

    void theShopGoesOnMeanwhile()
    {
        SmallShop shop;
        const auto practice = PracticeShop::make(shop.path(), shop.clock).value();
        ClientService clients(*shop.session, *shop.door);
        QVERIFY(await(clients.add(named("Bello"))).ok());
        const auto who = practice->principal(shop.principal.person, shop.principal.workspace).value();
        const auto session = access::Session::open(practice->path(), who).value();
        const auto door = changes::WriteDoor::open(*session, shop.clock).value();
        QCOMPARE(ClientService(*session, *door).count(ClientFilter::All).value(), 0);
    }

    void whatAKilledProgramLeftIsSwept()
    {
        SmallShop shop;
        const auto alive = PracticeShop::make(shop.path(), shop.clock).value();
        // One whose program is gone: its lock names a process that is none.
        QDir folder(shop.dir.path());
        QVERIFY(folder.mkdir(QStringLiteral(".practice-killed")));
        QFile lock(folder.filePath(QStringLiteral(".practice-killed/lock")));
        QVERIFY(lock.open(QIODevice::WriteOnly));
        lock.write("4194305\nthimblely\n" + QSysInfo::machineHostName().toUtf8() + "\n");
        lock.close();
        QVERIFY(QFile::copy(shop.path(), folder.filePath(QStringLiteral(".practice-killed/practice.thimblely"))));
        QVERIFY(folder.mkdir(QStringLiteral(".practice-bare")));
        PracticeShop::sweep(shop.path());
        QCOMPARE(practiceFolders(shop), QStringList(QFileInfo(alive->path()).dir().dirName()));
    }

    void whoIsNobodyThereCannot()
    {
        SmallShop shop;
        const auto practice = PracticeShop::make(shop.path(), shop.clock).value();
        const auto nobody = practice->principal(PersonId::make(shop.clock), shop.principal.workspace);
        QVERIFY(!nobody);
        QVERIFY(nobody.error().kind == ErrorKind::Forbidden);
    }

    void aDiskIsAskedBeforeItIsGoneOnWith()
    {
        SmallShop shop;
        QVERIFY(!backup::whyNotWritable(shop.path()));
        QCOMPARE(backup::whyNotWritable(shop.dir.filePath(QStringLiteral("gone/shop.thimble")))->code,
                 QByteArray("storage.away"));
        const QString other = shop.dir.filePath(QStringLiteral("other.thimblely"));
        QFile text(other);
        QVERIFY(text.open(QIODevice::WriteOnly));
        text.write("no database");
        text.close();
        QCOMPARE(backup::whyNotWritable(other)->code, QByteArray("storage.io"));
        if (::geteuid() == 0)
            QSKIP("the superuser may write anywhere, so that no folder is read-only here");
        QVERIFY(QFile::setPermissions(shop.dir.path(), QFile::ReadOwner | QFile::ExeOwner));
        const auto why = backup::whyNotWritable(shop.path());
        QVERIFY(QFile::setPermissions(shop.dir.path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
        QCOMPARE(why->code, QByteArray("storage.read_only"));
    }
};

QTEST_GUILESS_MAIN(TestPractice)
#include "tst_practice.moc"
