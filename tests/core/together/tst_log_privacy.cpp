// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/base/log_files.h"
#include "tests/core/together/mixed_work.h"
#include "tests/support/fault_vfs.h"

#include <QDirIterator>
#include <QLoggingCategory>
#include <QTest>

using namespace thimblely;
using namespace thimblely::test;
using changes::await;

//! A day with marked names, amounts and measures, good and bad, with every category open: none of them is in a log.
class TestLogPrivacy : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nothingOfPeopleIsLogged()
    {
        const QTemporaryDir folder;
        LogFiles::install(folder.path());
        QLoggingCategory::setFilterRules(QStringLiteral("thimblely.*=true"));
        const PreparedFile file;
        const QString path = file.copy(QStringLiteral("day"));
        FaultVfs vfs;
        vfs.restore();
        {
            Counter counter(
                {path, storage::OpenOptions::Mode::ReadWrite, storage::OpenOptions::Durability::Full, vfs.name()},
                file);
            MixedWork work(counter, file, 7);
            for (int i = 0; i < 60; ++i)
                work.step();
            const auto marked = clientNamed(QStringLiteral("Xanthippe"));
            const auto client = PreparedFile::require(await(counter.clients.add(marked)));
            QVERIFY(await(counter.checkout.book(twoPieces(client), {{naira(31'415'92)}})));
            QVERIFY(!await(counter.clients.add(clientNamed(QString())))); // refused by a rule
            orders::OrderDraft wrong = twoPieces(client);
            wrong.pieces.front().unitPrice = naira(-31'415'92);
            QVERIFY(!await(counter.checkout.book(wrong, {})));
            vfs.setRoom(0);
            int added = 0; // as long as the log begins anew over what it held before
            while (added < 500 && await(counter.clients.add(marked)))
                ++added;
            QVERIFY(added < 500);
            vfs.setRoom(-1);
            vfs.setReadOnly(true);
            QVERIFY(!await(counter.clients.add(marked)));
            vfs.setReadOnly(false);
            vfs.cut();
            QVERIFY(!await(counter.clients.add(marked)));
        }
        QLoggingCategory::setFilterRules({});
        const QByteArray lines = everythingIn(folder.path());
        QVERIFY(lines.contains("client.add: storage.disk_full")); // something was said
        for (const char *mark : {"Xanthippe", "Client ", "0803", "5551234", "31415", "31,415", "Jacket", "Trousers",
                                 "Amina", "Bello", "waist"})
            QVERIFY2(!lines.contains(mark), (mark + QByteArray(" in\n") + lines).constData());
    }

private:
    static QByteArray everythingIn(const QString &folder)
    {
        QByteArray lines;
        QDirIterator files(folder, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            if (file.open(QIODevice::ReadOnly))
                lines += file.readAll();
        }
        return lines;
    }
};

QTEST_GUILESS_MAIN(TestLogPrivacy)
#include "tst_log_privacy.moc"
