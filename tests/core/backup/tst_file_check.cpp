// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/backup/file_check.h"
#include "core/backup/file_runs.h"
#include "tests/support/small_shop.h"

#include <QProcess>
#include <QSignalSpy>
#include <QTest>

using namespace thimblely;
using backup::FileCheck;
using backup::FileRuns;
using Problems = std::vector<storage::Problem>;

//! The check of a whole file beside the work in it, and what is remembered of runs.
class TestFileCheck : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_shop = std::make_unique<test::SmallShop>(); }

    void aWholeFileIsFoundWhole() { QCOMPARE(found(m_shop->path()).size(), size_t(0)); }

    void aDamagedPageIsFound()
    {
        m_shop->door.reset();
        m_shop->session.reset();
        QFile file(m_shop->path());
        QVERIFY(file.open(QIODevice::ReadWrite) && file.seek(20 * 4096 + 100));
        file.write(QByteArray(64, 'x'));
        file.close();
        const Problems problems = found(m_shop->path());
        QVERIFY(!problems.empty());
        QCOMPARE(problems.front().kind, storage::Problem::Kind::Page);
    }

    // Work goes on beside it, and what it finds is of one moment or another of a whole file.
    void workGoesOnMeanwhile()
    {
        FileCheck check;
        QSignalSpy done(&check, &FileCheck::done);
        check.start(m_shop->path(), 1);
        int written = 0;
        while (done.isEmpty()) {
            const auto made = changes::await(m_shop->door->write<void>(
                changes::Operation{"settings.note"}, [](changes::WriteContext &) -> Result<void> { return {}; }));
            QVERIFY(made);
            ++written;
            QTest::qWait(1);
        }
        QVERIFY(written > 0);
        QVERIFY(done.constFirst().constFirst().value<Problems>().empty());
    }

    void leavingEndsIt()
    {
        auto check = std::make_unique<FileCheck>();
        QSignalSpy done(check.get(), &FileCheck::done);
        check->start(m_shop->path(), 200);
        QTest::qWait(20);
        check.reset(); // waits for no more than the slice that is on
        QVERIFY(done.isEmpty());
    }

    void aRunThatDidNotEndIsRemembered()
    {
        const QTemporaryDir state;
        FileRuns runs(m_shop->path(), state.path());
        QVERIFY(!runs.begin());
        runs.end();
        QVERIFY(!runs.begin());
        // Killed here: the next one finds its mark, and its own number is as good as a dead one's.
        QVERIFY(FileRuns(m_shop->path(), state.path()).begin());
        runs.end();
        QVERIFY(!FileRuns(m_shop->path(), state.path()).begin());
        QVERIFY(!FileRuns(m_shop->dir.filePath(QStringLiteral("other")), state.path()).begin());
    }

    void anotherProgramThatHasItOpenIsNone()
    {
        const QTemporaryDir state;
        FileRuns runs(m_shop->path(), state.path());
        QVERIFY(!runs.begin());
        QFile marks(state.filePath(QStringLiteral("runs.json")));
        QVERIFY(marks.open(QIODevice::ReadOnly));
        QByteArray text = marks.readAll();
        marks.close();
        QProcess other;
        other.start(QStringLiteral("sleep"), {QStringLiteral("60")});
        QVERIFY(other.waitForStarted());
        text.replace(QByteArray::number(QCoreApplication::applicationPid()), QByteArray::number(other.processId()));
        QVERIFY(marks.open(QIODevice::WriteOnly | QIODevice::Truncate));
        marks.write(text);
        marks.close();
        QVERIFY(!FileRuns(m_shop->path(), state.path()).begin());
        other.kill();
        QVERIFY(other.waitForFinished());
        QVERIFY(FileRuns(m_shop->path(), state.path()).begin());
    }

    void whatIsNotedStaysAndNamesNobody()
    {
        const QTemporaryDir state;
        FileRuns(m_shop->path(), state.path()).noteChecked(Instant(5));
        FileRuns(m_shop->path(), state.path()).noteBackup(Instant(7));
        QCOMPARE(FileRuns(m_shop->path(), state.path()).lastChecked(), std::optional(Instant(5)));
        QCOMPARE(FileRuns(m_shop->path(), state.path()).newestBackup(), std::optional(Instant(7)));
        QFile marks(state.filePath(QStringLiteral("runs.json")));
        QVERIFY(marks.open(QIODevice::ReadOnly));
        QVERIFY(!marks.readAll().contains("shop"));
        FileRuns nowhere(m_shop->path(), QStringLiteral("/nonexistent"));
        QVERIFY(!nowhere.begin());
        QVERIFY(!nowhere.lastChecked());
    }

private:
    static Problems found(const QString &path)
    {
        FileCheck check;
        QSignalSpy done(&check, &FileCheck::done);
        check.start(path, 0);
        if (!done.wait(60'000))
            qFatal("the check did not end");
        return done.constFirst().constFirst().value<Problems>();
    }

    std::unique_ptr<test::SmallShop> m_shop;
};

QTEST_GUILESS_MAIN(TestFileCheck)
#include "tst_file_check.moc"
