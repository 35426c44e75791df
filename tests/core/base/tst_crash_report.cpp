// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/base/crash_report.h"
#include "core/base/log.h"
#include "core/base/log_files.h"
#include "core/base/result.h"

#include <QDir>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <stdexcept>
#include <sys/resource.h>
#include <thread>

using namespace thimblely;

namespace {

constexpr const char *folderVariable = "THIMBLELY_CRASH_FOLDER"; // set: this is the child, which is to crash

[[gnu::noinline]] int runOver(int depth) // NOLINT(misc-no-recursion)
{
    volatile char page[4096] = {char(depth)};
    return depth == 0 ? 0 : runOver(depth + 1) + page[0];
}

//! Each way of ending that is the program's own fault.
int crash(const QByteArray &how)
{
    const rlimit none{0, 0};
    setrlimit(RLIMIT_CORE, &none);
    const QString folder = qEnvironmentVariable(folderVariable);
    LogFiles::install(folder);
    CrashReport::install(folder, "9.9.9");
    qCWarning(lcStorage, "the last thing that was said");
    if (how == "segv") {
        volatile int *nowhere = nullptr;
        *nowhere = 1;
    }
    if (how == "abort")
        std::abort();
    if (how == "bus")
        raise(SIGBUS);
    if (how == "stack")
        return runOver(1);
    if (how == "exception")
        throw std::runtime_error("Halima owes 5000");
    if (how == "fatal") {
        const Result<int> failed(Error{ErrorKind::NotFound, "client.none", {QStringLiteral("Halima Bello")}, {}});
        return *failed;
    }
    if (how == "thread")
        std::thread([] { std::abort(); }).join();
    return 0;
}

} // namespace

class TestCrashReport : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void isWrittenByWhateverCrashes_data()
    {
        QTest::addColumn<QByteArray>("says");
        QTest::newRow("segv") << QByteArray("Signal: 11 (SIGSEGV)");
        QTest::newRow("abort") << QByteArray("Signal: 6 (SIGABRT)");
        QTest::newRow("bus") << QByteArray("(SIGBUS)");
        QTest::newRow("stack") << QByteArray("(SIGSEGV)");
        QTest::newRow("exception") << QByteArray("Exception: std::runtime_error");
        QTest::newRow("fatal") << QByteArray("(SIGABRT)");
        QTest::newRow("thread") << QByteArray("Thread: another");
    }

    void isWrittenByWhateverCrashes()
    {
        QFETCH(QByteArray, says);
        const QTemporaryDir folder;
        QProcess child;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QLatin1String(folderVariable), folder.path());
        child.setProcessEnvironment(environment);
        child.start(QCoreApplication::applicationFilePath(), {QString::fromLatin1(QTest::currentDataTag())});
        QVERIFY(child.waitForFinished(60'000));
        QCOMPARE(child.exitStatus(), QProcess::CrashExit); // and dies as it would have without

        const auto report = CrashReport::takeNewest(folder.path());
        QVERIFY(report);
        const QByteArray text = report->text().toUtf8();
        QVERIFY2(text.contains(says), text.constData());
        QVERIFY2(text.startsWith("Thimblely 9.9.9\nQt " QT_VERSION_STR "\nSystem: "), text.constData());
        QVERIFY2(text.contains("the last thing that was said"), text.constData());
        QVERIFY2(text.contains("program+0x"), text.constData()); // a place that can be looked up
        QVERIFY2(!text.contains("Halima") && !text.contains("5000"), text.constData());
        QCOMPARE(QFile::permissions(report->path()) & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteOther),
                 QFile::Permissions());
    }

    void isToldOfOnce()
    {
        const QTemporaryDir folder;
        QVERIFY(!CrashReport::takeNewest(folder.path()));
        for (const char *name : {"crash-1-1.txt", "crash-2-2.txt"}) {
            QFile file(folder.filePath(QLatin1String(name)));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write("Thimblely 1\n");
        }
        const auto report = CrashReport::takeNewest(folder.path());
        QVERIFY(report);
        QCOMPARE(report->text(), QStringLiteral("Thimblely 1\n"));
        QVERIFY(!CrashReport::takeNewest(folder.path()));
        QVERIFY(QFile::exists(report->path())); // until it is deleted
        report->remove();
        QVERIFY(QDir(folder.path()).isEmpty());
    }
};

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    if (qEnvironmentVariableIsSet(folderVariable))
        return crash(argv[1]);
    TestCrashReport test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_crash_report.moc"
