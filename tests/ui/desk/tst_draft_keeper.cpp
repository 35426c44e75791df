// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "tests/core/changes/people.h"
#include "tests/support/fault_vfs.h"
#include "ui/desk/draft_keeper.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QProcess>
#include <QSignalSpy>

using namespace thimblely;
using namespace thimblely::test;
using ui::DraftKeeper;
using ui::WindowSeat;

namespace {

const QByteArray screen = "client";

QJsonObject typed(const QString &text)
{
    return {{QStringLiteral("name"), text}};
}

std::unique_ptr<DraftKeeper> keeperOf(const access::Session &session, const Clock &clock,
                                      const WindowSeat *seat = nullptr)
{
    auto keeper = DraftKeeper::open(session, clock, seat);
    if (!keeper)
        qFatal("%s", qPrintable(describe(keeper.error())));
    return std::move(keeper).value();
}

//! In a process of its own: types, says so once it is kept, and waits to be killed.
int typeUntilKilled(TwoShops &shops, const char *fileOfPath)
{
    SignedIn owner(shops, "owner");
    const WindowSeat seat(shops.options.path);
    const auto keeper = keeperOf(*owner.session, shops.clock, &seat);
    QObject::connect(keeper.get(), &DraftKeeper::saved, keeper.get(), [&] {
        QFile told(QString::fromLocal8Bit(fileOfPath));
        if (told.open(QIODevice::WriteOnly))
            told.write(shops.options.path.toLocal8Bit());
    });
    keeper->keep(screen, {}, typed(QStringLiteral("Half a na")));
    return QCoreApplication::exec();
}

} // namespace

class TestDraftKeeper : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_shops = std::make_unique<TwoShops>(); }

    void keepsByItselfWithinASecond()
    {
        SignedIn owner(*m_shops, "owner");
        const auto keeper = keeperOf(*owner.session, m_shops->clock);
        QSignalSpy saved(keeper.get(), &DraftKeeper::saved);
        for (const char *text : {"H", "Ha", "Hal"})
            keeper->keep(screen, QStringLiteral("7"), typed(QLatin1String(text)));
        QCOMPARE(keeper->kept(screen, QStringLiteral("7")), typed(QStringLiteral("Hal"))); // from memory, at once
        QTRY_COMPARE_WITH_TIMEOUT(saved.size(), 1, 5000);                                  // three keys, one write
        QCOMPARE(inFile(owner), typed(QStringLiteral("Hal")));
    }

    void comesBackAtTheNextStart()
    {
        SignedIn owner(*m_shops, "owner");
        keeperOf(*owner.session, m_shops->clock)->keep(screen, QStringLiteral("7"), typed(QStringLiteral("Halima")));
        const auto again = keeperOf(*owner.session, m_shops->clock); // closing wrote it
        QCOMPARE(again->kept(screen, QStringLiteral("7")), typed(QStringLiteral("Halima")));
        QCOMPARE(again->all().size(), size_t(1));
        again->discard(screen, QStringLiteral("7"));
        again->flush();
        QVERIFY(!again->kept(screen, QStringLiteral("7")));
        QVERIFY(keeperOf(*owner.session, m_shops->clock)->all().empty());
    }

    void keepsTwoPeopleApart()
    {
        SignedIn owner(*m_shops, "owner");
        SignedIn counter(*m_shops, "counter");
        const auto hers = keeperOf(*owner.session, m_shops->clock);
        const auto his = keeperOf(*counter.session, m_shops->clock);
        hers->keep(screen, {}, typed(QStringLiteral("hers")));
        his->keep(screen, {}, typed(QStringLiteral("his")));
        hers->flush();
        his->flush();
        QCOMPARE(keeperOf(*owner.session, m_shops->clock)->kept(screen, {}), typed(QStringLiteral("hers")));
        QCOMPARE(keeperOf(*counter.session, m_shops->clock)->kept(screen, {}), typed(QStringLiteral("his")));
    }

    // Two windows of one person on one file, each at its own order.
    void twoWindowsKeepTheirOwn()
    {
        SignedIn owner(*m_shops, "owner");
        const WindowSeat first(m_shops->options.path);
        const WindowSeat second(m_shops->options.path);
        QCOMPARE(first.number(), 1);
        QCOMPARE(second.number(), 2);
        {
            const auto left = keeperOf(*owner.session, m_shops->clock, &first);
            const auto right = keeperOf(*owner.session, m_shops->clock, &second);
            left->keep(screen, {}, typed(QStringLiteral("left")));
            left->flush();
            right->keep(screen, {}, typed(QStringLiteral("right")));
            right->flush();
            left->keep(screen, {}, typed(QStringLiteral("left, more")));
            left->flush();
            QCOMPARE(right->kept(screen, {}), typed(QStringLiteral("right")));
            left->discard(screen, QStringLiteral("other")); // nobody's
        }
        // Both are open still: none takes the other's.
        const auto left = keeperOf(*owner.session, m_shops->clock, &first);
        const auto right = keeperOf(*owner.session, m_shops->clock, &second);
        QCOMPARE(left->kept(screen, {}), typed(QStringLiteral("left, more")));
        QCOMPARE(right->kept(screen, {}), typed(QStringLiteral("right")));
        QVERIFY(left->abandoned(screen).empty());
        QVERIFY(right->abandoned(screen).empty());
        right->discard(screen, {});
        right->flush();
        QCOMPARE(keeperOf(*owner.session, m_shops->clock, &first)->kept(screen, {}),
                 typed(QStringLiteral("left, more")));
    }

    // After a crash of both the first is offered, and the other waits to be taken: once.
    void whatAWindowThatIsGoneLeftIsTakenOnce()
    {
        SignedIn owner(*m_shops, "owner");
        {
            const WindowSeat first(m_shops->options.path);
            const WindowSeat second(m_shops->options.path);
            keeperOf(*owner.session, m_shops->clock, &first)->keep(screen, {}, typed(QStringLiteral("left")));
            keeperOf(*owner.session, m_shops->clock, &second)->keep(screen, {}, typed(QStringLiteral("right")));
        }
        const WindowSeat first(m_shops->options.path);
        const auto left = keeperOf(*owner.session, m_shops->clock, &first);
        QCOMPARE(left->kept(screen, {}), typed(QStringLiteral("left")));
        const auto waiting = left->abandoned(screen);
        QCOMPARE(waiting.size(), size_t(1));
        QCOMPARE(waiting[0].content, typed(QStringLiteral("right")));

        const WindowSeat third(m_shops->options.path); // the seat of the one that is gone
        QCOMPARE(third.number(), 2);
        const auto other = keeperOf(*owner.session, m_shops->clock, &third);
        QCOMPARE(other->kept(screen, {}), typed(QStringLiteral("right"))); // it was at its own seat
        std::optional<bool> taken;
        other->keep(screen, {}, typed(QStringLiteral("right, more")));
        other->flush();
        left->take(waiting[0], [&](bool had) { taken = had; });
        QTRY_VERIFY(taken.has_value());
        QVERIFY(!*taken); // somebody goes on with it
        QCOMPARE(left->abandoned(screen).size(), size_t(0));
    }

    void takingOneGivesUpWhatStoodThere()
    {
        SignedIn owner(*m_shops, "owner");
        {
            const WindowSeat first(m_shops->options.path);
            const WindowSeat second(m_shops->options.path);
            keeperOf(*owner.session, m_shops->clock, &first)->keep(screen, {}, typed(QStringLiteral("left")));
            keeperOf(*owner.session, m_shops->clock, &second)->keep(screen, {}, typed(QStringLiteral("right")));
        }
        const WindowSeat seat(m_shops->options.path);
        const auto keeper = keeperOf(*owner.session, m_shops->clock, &seat);
        keeper->discard(screen, {});
        std::optional<bool> taken;
        keeper->take(keeper->abandoned(screen).at(0), [&](bool had) { taken = had; });
        QTRY_VERIFY(taken.has_value());
        QVERIFY(*taken);
        QCOMPARE(keeper->kept(screen, {}), typed(QStringLiteral("right")));
        keeper->flush();
        QCOMPARE(countIn(*m_shops, "SELECT count(*) FROM sys_drafts"), qint64(1));
        keeper->discard(screen, {});
        keeper->flush();
        QCOMPARE(countIn(*m_shops, "SELECT count(*) FROM sys_drafts"), qint64(0));
    }

    // Where this window has nothing of the kind, it comes back by itself.
    void whatIsLeftAloneComesBackByItself()
    {
        SignedIn owner(*m_shops, "owner");
        {
            const WindowSeat first(m_shops->options.path);
            const WindowSeat second(m_shops->options.path);
            QCOMPARE(first.number(), 1);
            QCOMPARE(second.number(), 2);
            keeperOf(*owner.session, m_shops->clock, &second)->keep(screen, {}, typed(QStringLiteral("right")));
        }
        const WindowSeat seat(m_shops->options.path);
        QCOMPARE(keeperOf(*owner.session, m_shops->clock, &seat)->kept(screen, {}), typed(QStringLiteral("right")));
        QCOMPARE(keeperOf(*owner.session, m_shops->clock, &seat)->kept(screen, {}), typed(QStringLiteral("right")));
    }

    void outlivesBeingKilled()
    {
        const QString told = m_shops->folder.filePath(QStringLiteral("told"));
        QProcess typing;
        typing.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--type-until-killed"), told});
        QVERIFY(typing.waitForStarted());
        QTRY_VERIFY_WITH_TIMEOUT(QFileInfo(told).size() > 0, 30'000);
        typing.kill(); // SIGKILL
        QVERIFY(typing.waitForFinished());
        QCOMPARE(typing.exitStatus(), QProcess::CrashExit);
        QFile file(told);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString path = QString::fromLocal8Bit(file.readAll());
        auto connection = std::move(storage::Connection::open({path})).value();
        auto query = std::move(connection->query("SELECT data FROM sys_drafts")).value();
        QVERIFY(query->step().value());
        QCOMPARE(QJsonDocument::fromJson(query->utf8(0)).object(), typed(QStringLiteral("Half a na")));
        QVERIFY(QFile::exists(WindowSeat::lockFile(path, 1))); // its lock lies there; it holds nobody back
        QCOMPARE(WindowSeat(path).number(), 1);
        QFileInfo(path).dir().removeRecursively();
    }

    void triesAgainWhenThereIsRoom()
    {
        FaultVfs vfs;
        storage::OpenOptions options = m_shops->options;
        options.vfs = vfs.name();
        const auto session = std::move(access::Session::open(options, m_shops->principal("a", "owner"))).value();
        const auto keeper = keeperOf(*session, m_shops->clock);
        QSignalSpy failed(keeper.get(), &DraftKeeper::failed);
        QSignalSpy saved(keeper.get(), &DraftKeeper::saved);
        vfs.setRoom(0);
        keeper->keep(screen, {}, typed(QString(50'000, u'x')));
        QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, 5000);
        QCOMPARE(failed[0][0].value<Error>().kind, ErrorKind::DiskFull);
        vfs.setRoom(-1);
        QTRY_COMPARE_WITH_TIMEOUT(saved.size(), 1, 10'000); // nobody typed again
        QCOMPARE(failed.size(), 1);
    }

    // A disk that takes 100 ms for each sync: the window's thread waits for none of them.
    void theWindowsThreadWaitsForNoSync()
    {
        FaultVfs vfs;
        storage::OpenOptions options = m_shops->options;
        options.vfs = vfs.name();
        const auto session = std::move(access::Session::open(options, m_shops->principal("a", "owner"))).value();
        const auto door = std::move(changes::WriteDoor::open(*session, m_shops->clock)).value();
        const auto keeper = keeperOf(*session, m_shops->clock);
        vfs.setSyncDelay(100);
        const qint64 before = vfs.syncs();

        qint64 longest = 0;
        QElapsedTimer sinceLast;
        QTimer heart;
        connect(&heart, &QTimer::timeout, this, [&] { longest = std::max(longest, sinceLast.restart()); });
        sinceLast.start();
        heart.start(1);
        const ClientId client(m_shops->row("a", Table::Clients));
        int done = 0;
        for (int i = 0; i < 5; ++i) {
            door->write<void>({"client.edit"},
                              [client, i](changes::WriteContext &context) {
                                  return context.rows().update(Table::Clients, client, {{"name", QString::number(i)}});
                              })
                .then(this, [&done](const Result<void> &written) { done += written.ok() ? 1 : 0; });
            keeper->keep(screen, QString::number(i), typed(QString::number(i)));
        }
        QSignalSpy saved(keeper.get(), &DraftKeeper::saved);
        QTRY_COMPARE_WITH_TIMEOUT(done, 5, 20'000);
        QTRY_COMPARE_WITH_TIMEOUT(saved.size(), 5, 20'000);
        QVERIFY(vfs.syncs() >= before + 10);
        QVERIFY2(!vfs.syncingThreads().contains(std::this_thread::get_id()), "the window's thread waited for the disk");
        qInfo("longest gap of the event loop: %lld ms", longest); // told, not judged: the machine may be busy
    }

private:
    QJsonObject inFile(SignedIn &)
    {
        auto query = std::move(m_shops->connection->query("SELECT data FROM sys_drafts")).value();
        return query->step().value() ? QJsonDocument::fromJson(query->utf8(0)).object() : QJsonObject();
    }

    std::unique_ptr<TwoShops> m_shops;
};

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    qRegisterMetaType<thimblely::Error>();
    if (argc == 3 && qstrcmp(argv[1], "--type-until-killed") == 0) {
        TwoShops shops;
        return typeUntilKilled(shops, argv[2]);
    }
    TestDraftKeeper test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_draft_keeper.moc"
