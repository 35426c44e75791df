// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/workspaces/workspace_service.h"
#include "tests/support/small_shop.h"
#include "ui/desk/background_reader.h"

#include <QFile>
#include <QSemaphore>
#include <QTest>
#include <QThread>

using namespace thimblely;
using ui::BackgroundReader;

class TestBackgroundReader : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void readsOnAThreadOfItsOwnWithASessionOfItsOwn()
    {
        test::SmallShop shop;
        BackgroundReader reader(*shop.session);
        std::vector<QThread *> threads;
        std::vector<access::Session *> sessions;
        const auto read = [&](access::Session &session) {
            threads.push_back(QThread::currentThread());
            sessions.push_back(&session);
            return WorkspaceService(session, *shop.door).load();
        };
        for (int i = 0; i < 2; ++i)
            QCOMPARE(changes::await(reader.read<WorkspaceProfile>(read))->id, shop.principal.workspace);
        QVERIFY(threads[0] != QThread::currentThread());
        QCOMPARE(threads[0], threads[1]);
        QVERIFY(sessions[0] != shop.session.get());
        QCOMPARE(sessions[0], sessions[1]);
    }

    void aFileThatIsGoneIsAnError()
    {
        test::SmallShop shop;
        BackgroundReader reader(*shop.session);
        QVERIFY(QFile::remove(shop.path()));
        const auto answer = changes::await(reader.read<int>([](access::Session &) -> Result<int> { return 1; }));
        QCOMPARE(answer.error().kind, ErrorKind::NotFound);
    }

    //! Nothing it was given to do outlives it.
    void itsEndWaitsForWhatIsBeingRead()
    {
        test::SmallShop shop;
        QSemaphore begun;
        int done = 0;
        {
            BackgroundReader reader(*shop.session);
            for (int i = 0; i < 2; ++i) {
                reader.read<int>([&](access::Session &) -> Result<int> {
                    begun.release();
                    QThread::msleep(50);
                    return ++done;
                });
            }
            begun.acquire();
        }
        QCOMPARE(done, 1); // the second was dropped
        QCOMPARE(begun.available(), 0);
    }
};

QTEST_GUILESS_MAIN(TestBackgroundReader)
#include "tst_background_reader.moc"
