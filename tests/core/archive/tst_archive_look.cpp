// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/archive/archive_look.h"
#include "core/archive/archive_writer.h"
#include "core/clients/client_service.h"
#include "tests/support/small_shop.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace thimblely;
using changes::await;
using test::SmallShop;

namespace {

struct Taken {
    Taken()
    {
        ClientService clients(*shop.session, *shop.door);
        for (const char *name : {"Bello", "Musa"}) {
            ClientDraft draft;
            draft.name = QString::fromUtf8(name);
            if (!await(clients.add(draft)))
                qFatal("a client was not added");
        }
        if (const auto made = archive::writeArchive(shop.path(), shop.principal, folder, {}); !made)
            qFatal("%s", qPrintable(describe(made.error())));
    }
    QByteArray refused() const
    {
        const auto look = archive::lookIntoArchive(folder);
        return look ? QByteArray() : look.error().code;
    }

    SmallShop shop;
    const QString folder = shop.dir.filePath(QStringLiteral("everything"));
};

} // namespace

//! What is said of a folder of everything before a shop is made of it.
class TestArchiveLook : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void saysWhoseItIsAndHowMuch()
    {
        const Taken taken;
        const auto look = archive::lookIntoArchive(taken.folder);
        QVERIFY2(look.ok(), look ? "" : qPrintable(describe(look.error())));
        QCOMPARE(look->shop, QStringLiteral("Bello"));
        QCOMPARE(look->person, QStringLiteral("Amina Bello"));
        QCOMPARE(look->clients, 2);
        QCOMPARE(look->orders, 0);
        QVERIFY(look->rows > 4);
        QVERIFY(look->madeAt.isValid());
    }
    void saysWhatIsWrong()
    {
        const Taken taken;
        const QDir folder(taken.folder);
        QFile clients(folder.filePath(QStringLiteral("clients.jsonl")));
        QVERIFY(clients.open(QIODevice::Append));
        clients.write("{}\n");
        clients.close();
        QCOMPARE(taken.refused(), QByteArray("archive.row_count"));
        QVERIFY(clients.remove());
        QCOMPARE(taken.refused(), QByteArray("archive.no_file"));
        QVERIFY(QFile::remove(folder.filePath(QStringLiteral("schema.json"))));
        QCOMPARE(taken.refused(), QByteArray("archive.not_an_archive"));
    }
    void canBeStopped()
    {
        const Taken taken;
        const auto look = archive::lookIntoArchive(taken.folder, [](int) { return false; });
        QVERIFY(!look);
        QVERIFY(look.error().kind == ErrorKind::Cancelled);
    }
};

QTEST_GUILESS_MAIN(TestArchiveLook)
#include "tst_archive_look.moc"
