// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "tests/core/together/acknowledged.h"

#include <QTest>

#include <chrono>
#include <csignal>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

using namespace thimblely;
using namespace thimblely::test;

namespace {

constexpr int usualKills = 25;
constexpr int killsOfAFile = 20; // then a fresh one, so that verifying stays quick

//! In a process of its own, until it is killed: works, and says what was acknowledged.
[[noreturn]] void workUntilKilled(const QString &path, const PreparedFile &file, quint32 seed, int told)
{
    Counter counter({path}, file);
    const auto plain = PreparedFile::require(storage::Connection::open({path}));
    MixedWork work(counter, file, seed);
    for (;;) {
        const MixedWork::Step step = work.step();
        if (!step.acknowledged || step.kind == MixedWork::Kind::Copy)
            continue;
        QByteArray line;
        if (step.kind == MixedWork::Kind::Draft) {
            line = "typed " + QByteArray::number(work.typed()) + '\n';
        } else {
            const auto newest = Acknowledged::newest(*plain);
            line =
                QByteArray::number(newest.number) + ' ' + newest.uid + ' ' + QByteArray::number(newest.entries) + '\n';
        }
        if (write(told, line.constData(), size_t(line.size())) != line.size()) // whole or not: less than PIPE_BUF
            _exit(1);
    }
}

//! What is said until nobody is left who could say more, or until `lines` of it.
void listen(int told, QByteArray &said, int lines)
{
    char buffer[4096];
    while (lines < 0 || said.count('\n') < lines) {
        const ssize_t got = read(told, buffer, sizeof buffer);
        if (got <= 0)
            return;
        said.append(buffer, got);
    }
}

Acknowledged understood(const QByteArray &said, qint64 before)
{
    Acknowledged acknowledged{before};
    for (const QByteArray &line : said.split('\n')) {
        const QByteArrayList words = line.split(' ');
        if (words.size() == 2)
            acknowledged.typed = words[1].toInt();
        else if (words.size() == 3)
            acknowledged.operations.push_back({words[0].toLongLong(), words[1], words[2].toLongLong()});
    }
    return acknowledged;
}

} // namespace

//! kill -9 at any moment of a working day: nothing that was acknowledged is lost, and the file is whole.
class TestKilledWork : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nothingAcknowledgedIsLost()
    {
        const int asked = qEnvironmentVariableIntValue("THIMBLELY_SOAK");
        const int kills = asked > 0 ? asked : usualKills;
        const PreparedFile file;
        std::mt19937 random(quint32(asked > 0 ? std::chrono::steady_clock::now().time_since_epoch().count() : 1));
        QString path;
        int typed = 0;
        qint64 operations = 0;
        int killedAtWork = 0;
        for (int kill = 0; kill < kills; ++kill) {
            if (kill % killsOfAFile == 0) {
                path = file.copy(QStringLiteral("worked"));
                typed = 0;
            }
            const Acknowledged acknowledged = workAndKill(path, file, random, typed);
            operations += qint64(acknowledged.operations.size());
            killedAtWork += acknowledged.operations.empty() ? 0 : 1;
            judge(path, file, acknowledged, typed);
            if (QTest::currentTestFailed()) {
                qWarning("at kill %d", kill);
                return;
            }
        }
        qInfo("%d kills, %d of them after the first acknowledgement; %lld operations acknowledged, none lost", kills,
              killedAtWork, operations);
        QVERIFY(killedAtWork > kills / 3);
    }

private:
    static Acknowledged workAndKill(const QString &path, const PreparedFile &file, std::mt19937 &random, int typed)
    {
        qint64 before = 0;
        {
            const auto plain = PreparedFile::require(storage::Connection::open({path}));
            before = Acknowledged::countIn(*plain);
        }
        int told[2];
        if (pipe(told) != 0)
            qFatal("no pipe");
        const quint32 seed = random();
        const pid_t child = fork();
        if (child == 0) {
            close(told[0]);
            workUntilKilled(path, file, seed, told[1]);
        }
        close(told[1]);
        // Most in the middle of work, however slow the machine is; some while the file is still being opened.
        QByteArray said;
        if (random() % 5 != 0)
            listen(told[0], said, 1 + int(random() % 12));
        std::this_thread::sleep_for(std::chrono::microseconds(random() % 50'000));
        kill(child, SIGKILL);
        listen(told[0], said, -1);
        close(told[0]);
        waitpid(child, nullptr, 0);
        Acknowledged acknowledged = understood(said, before);
        if (acknowledged.typed == 0)
            acknowledged.typed = typed;
        return acknowledged;
    }

    //! As the next start finds it.
    static void judge(const QString &path, const PreparedFile &file, const Acknowledged &acknowledged, int &typed)
    {
        const auto opened = storage::Migrator(file.clock).openUpgraded(path);
        QVERIFY2(opened, opened ? "" : qPrintable(describe(opened.error())));
        const auto problems = storage::verify(*opened->connection);
        QVERIFY(problems);
        for (const storage::Problem &problem : *problems)
            QFAIL((problem.table + ": " + problem.detail.toUtf8()).constData());
        const QString missing = acknowledged.missingIn(*opened->connection);
        QVERIFY2(missing.isEmpty(), qPrintable(missing));
        const auto session = PreparedFile::require(access::Session::open(path, *file.principal));
        const QString untyped = acknowledged.missingDraftIn(session->reader(), file.clock);
        QVERIFY2(untyped.isEmpty(), qPrintable(untyped));
        typed = MixedWork::typedIn(session->reader(), file.clock).value_or(0);
    }
};

QTEST_GUILESS_MAIN(TestKilledWork)
#include "tst_killed_work.moc"
