// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/storage/verify.h"
#include "tests/ui/shell/open_program.h"
#include "ui/orders/order_editor.h"
#include "ui/shell/quit_signals.h"

#include <QProcess>

#include <csignal>
#include <cstdio>

using namespace thimblely;
using namespace thimblely::ui;

namespace {

//! In a process of its own: signs in, types half an order, says where the file is, and waits to be ended.
int typeUntilEnded()
{
    test::OpenProgram shop;
    shop.dir.setAutoRemove(false);
    if (!shop.makeShop() || !shop.startAndSignIn())
        return 3;
    shop.press(Qt::Key_F2);
    if (!shop.tabTo(QStringLiteral("Trousers, key 1")))
        return 3;
    quitOnSignals();
    shop.press(Qt::Key_Space);
    shop.press(Qt::Key_Return);
    shop.type("navy");
    std::printf("%s\n", qPrintable(shop.path())); // within the time in which a draft is not written by itself yet
    std::fflush(stdout);
    return QApplication::exec();
}

} // namespace

//! The system ends the session: nothing typed is lost, and the file is closed as by hand.
class TestQuitSignals : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void savesAndEndsCleanly_data()
    {
        QTest::addColumn<int>("number");
        QTest::newRow("SIGTERM: the session ends") << SIGTERM;
        QTest::newRow("SIGINT: Ctrl+C") << SIGINT;
        QTest::newRow("SIGHUP: the terminal goes") << SIGHUP;
    }
    void savesAndEndsCleanly()
    {
        QFETCH(int, number);
        QProcess typing;
        typing.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--type-until-ended")});
        QVERIFY(typing.waitForStarted());
        QTRY_VERIFY_WITH_TIMEOUT(typing.canReadLine(), 120'000);
        const QString path = QString::fromLocal8Bit(typing.readLine().trimmed());
        QVERIFY(kill(pid_t(typing.processId()), number) == 0);
        QVERIFY(typing.waitForFinished(30'000));
        QCOMPARE(typing.exitStatus(), QProcess::NormalExit);
        QCOMPARE(typing.exitCode(), 0);

        QVERIFY(!QFile::exists(path + QStringLiteral("-wal"))); // closed, and all of it in the file
        const auto connection = storage::Connection::open({path}).value();
        auto query = std::move(connection->query("SELECT data FROM sys_drafts WHERE screen = 'counter'")).value();
        QVERIFY(query->step().value());
        QVERIFY2(query->utf8(0).contains("navy"), query->utf8(0).constData());
        QVERIFY(storage::verifyFile(path, false)->problems.empty());
        QVERIFY(!QFile::exists(WindowSeat::lockFile(path, 1))); // nobody sits there any more
        QFileInfo(path).dir().removeRecursively();
    }
};

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    if (argc == 2 && qstrcmp(argv[1], "--type-until-ended") == 0)
        return typeUntilEnded();
    TestQuitSignals test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_quit_signals.moc"
