// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "tests/core/changes/people.h"

#include <QSignalSpy>

using namespace thimblely;
using namespace thimblely::changes;
using namespace thimblely::test;

Q_DECLARE_METATYPE(thimblely::storage::Table)

class TestWriteDoor : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qRegisterMetaType<ChangeSet>(); }
    void init() { m_shops = std::make_unique<TwoShops>(); }

    void writesTheOperationTheJournalAndTheRow()
    {
        SignedIn owner(*m_shops, "owner");
        const qint64 before = countIn(*m_shops, "SELECT count(*) FROM sys_operations");
        QVERIFY(owner.rename(*m_shops, QStringLiteral("Zainab")));
        QCOMPARE(countIn(*m_shops, "SELECT count(*) FROM sys_operations"), before + 1);
        auto query = std::move(m_shops->connection->query(R"(
            SELECT operation.kind, operation.label, operation.person_id, operation.device_id, operation.happened_at,
                   journal.action, journal.row_id, json_extract(journal.old, '$.name') IS NOT NULL
              FROM sys_operations AS operation JOIN sys_journal AS journal ON journal.operation_id = operation.id
             ORDER BY operation.id DESC LIMIT 1)"))
                         .value();
        QVERIFY(query->step().value());
        QCOMPARE(query->utf8(0), "client.edit");
        QCOMPARE(query->utf8(1), R"(["Zainab"])");
        QCOMPARE(query->id<PersonId>(2), owner.session->principal().person);
        QCOMPARE(query->id<DeviceId>(3), m_shops->device);
        QCOMPARE(query->instant(4), m_shops->clock.now());
        QCOMPARE(query->int64(5), 2);
        QCOMPARE(query->idBytes(6), m_shops->row("a", Table::Clients));
        QVERIFY(query->boolean(7));
        QCOMPARE(owner.read("SELECT name FROM clients WHERE name = 'Zainab'"), QStringLiteral("Zainab"));
    }

    void tellsOnceAfterTheCommitWithDerivedRows()
    {
        SignedIn owner(*m_shops, "owner");
        QString nameWhenTold;
        std::vector<ChangeSet> told;
        connect(owner.door.get(), &WriteDoor::changed, this, [&](const ChangeSet &changes) {
            told.push_back(changes);
            nameWhenTold = owner.read("SELECT title FROM orders WHERE title = 'Wedding'");
        });
        // A row of money changes what its order and its client owe, by triggers.
        const IdBytes order = m_shops->row("a", Table::Orders);
        QVERIFY(await(owner.door->write<void>({"order.edit"}, [=](WriteContext &context) {
            return context.rows().update(Table::Orders, OrderId(order), {{"title", "Wedding"}});
        })));
        QTRY_COMPARE(told.size(), size_t(1));
        QCOMPARE(nameWhenTold, QStringLiteral("Wedding"));
        QCOMPARE(told[0].kind, "order.edit");
        QVERIFY(told[0].operation && told[0].undoable && !told[0].everything);
        QVERIFY(told[0].touches(Table::Orders, order));
        QVERIFY(!told[0].touches(Table::InventoryItems));

        QVERIFY(await(owner.door->write<void>({"piece.price"}, [=, this](WriteContext &context) {
            return context.rows().update(Table::OrderItems, OrderItemId(m_shops->row("a", Table::OrderItems)),
                                         {{"unit_price_minor", 4200}, {"total_minor", 4200}});
        })));
        QTRY_COMPARE(told.size(), size_t(2));
        QVERIFY(told[1].touches(Table::OrderItems));
        QVERIFY2(told[1].touches(Table::Orders, order), "the order's total is derived of it");
    }

    void keepsNothingOfWhatFails()
    {
        SignedIn owner(*m_shops, "owner");
        QSignalSpy told(owner.door.get(), &WriteDoor::changed);
        const QByteArray before = storage::digest(*m_shops->connection).value();
        const qint64 operations = countIn(*m_shops, "SELECT count(*) FROM sys_operations");
        const ClientId client(m_shops->row("a", Table::Clients));
        const auto refused = await(owner.door->write<int>({"client.edit"}, [=](WriteContext &context) -> Result<int> {
            TRY(context.rows().update(Table::Clients, client, {{"name", "Half"}}));
            return Error{ErrorKind::Invalid, "test.no", {}, {}};
        }));
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, "test.no");
        const auto constraint =
            await(owner.door->write<void>({"client.edit"}, [=](WriteContext &context) -> Result<void> {
                TRY(context.rows().update(Table::Clients, client, {{"name", "Half"}}));
                return context.rows().update(Table::Clients, client, {{"name", std::nullopt}});
            }));
        QVERIFY(!constraint);
        QCOMPARE(constraint.error().kind, ErrorKind::Conflict);
        QCOMPARE(storage::digest(*m_shops->connection).value(), before);
        QCOMPARE(countIn(*m_shops, "SELECT count(*) FROM sys_operations"), operations);
        QVERIFY(owner.rename(*m_shops, QStringLiteral("Whole"))); // the door goes on
        QTRY_COMPARE(told.size(), 1);
    }

    void keepsNothingOfWhatDoesNothing()
    {
        SignedIn owner(*m_shops, "owner");
        QSignalSpy told(owner.door.get(), &WriteDoor::changed);
        const qint64 operations = countIn(*m_shops, "SELECT count(*) FROM sys_operations");
        QCOMPARE(
            await(owner.door->write<int>({"client.look"}, [](WriteContext &) -> Result<int> { return 7; })).value(), 7);
        QCOMPARE(countIn(*m_shops, "SELECT count(*) FROM sys_operations"), operations);
        QVERIFY(owner.rename(*m_shops, QStringLiteral("Next")));
        QTRY_COMPARE(told.size(), 1); // of the second alone
    }

    void saysEverythingWhereNamingIsNotWorthIt()
    {
        SignedIn owner(*m_shops, "owner");
        QSignalSpy told(owner.door.get(), &WriteDoor::changed);
        const ClientId client(m_shops->row("a", Table::Clients));
        QVERIFY(await(owner.door->write<void>({"import"}, [=](WriteContext &context) -> Result<void> {
            for (int i = 0; i < 2100; ++i)
                TRY(context.rows().update(Table::Clients, client, {{"name", QString::number(i)}}));
            return {};
        })));
        QTRY_COMPARE(told.size(), 1);
        const auto changes = told[0][0].value<ChangeSet>();
        QVERIFY(changes.everything && changes.rows.empty());
        QVERIFY(changes.touches(Table::Invoices));
    }

    void runsInOrderAndCountsWhatWaits()
    {
        std::vector<int> waiting; // in the order this thread is told in, maybe with the end of opening before
        QObject told;             // after the door's end nothing is told to it any more
        SignedIn owner(*m_shops, "owner");
        connect(owner.door.get(), &WriteDoor::waitingChanged, &told, [&](int count) { waiting.push_back(count); });
        std::vector<int> order; // of the writer thread
        std::vector<QFuture<Result<void>>> futures;
        const ClientId client(m_shops->row("a", Table::Clients));
        for (int i = 0; i < 20; ++i) {
            futures.push_back(owner.door->write<void>({"client.edit"}, [&order, client, i](WriteContext &context) {
                order.push_back(i);
                return context.rows().update(Table::Clients, client, {{"name", QString::number(i)}});
            }));
        }
        for (auto &future : futures)
            QVERIFY(await(future));
        QVERIFY(std::ranges::is_sorted(order) && order.size() == 20);
        QTRY_VERIFY(waiting.size() >= 40 && waiting.back() == 0);
        QCOMPARE(owner.read("SELECT name FROM clients WHERE name = '19'"), QStringLiteral("19"));
    }

    void finishesWhatWaitsWhenDestroyed()
    {
        SignedIn owner(*m_shops, "owner");
        const ClientId client(m_shops->row("a", Table::Clients));
        QFuture<Result<void>> last;
        for (int i = 0; i < 50; ++i) {
            last = owner.door->write<void>({"client.edit"}, [client, i](WriteContext &context) {
                return context.rows().update(Table::Clients, client, {{"name", QStringLiteral("n%1").arg(i)}});
            });
        }
        owner.door.reset();
        QVERIFY(last.isFinished() && last.result());
        QCOMPARE(owner.read("SELECT name FROM clients WHERE name = 'n49'"), QStringLiteral("n49"));
    }

    void refusesWhatTheRoleMayNot()
    {
        SignedIn viewer(*m_shops, "viewer");
        const auto refused = viewer.rename(*m_shops, QStringLiteral("No"));
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, ErrorKind::Forbidden);
    }

    void worksBesideAnotherDoorAndTellsOfIt()
    {
        SignedIn owner(*m_shops, "owner");
        SignedIn admin(*m_shops, "admin");
        QSignalSpy told(admin.door.get(), &WriteDoor::changed);
        QSignalSpy own(owner.door.get(), &WriteDoor::changed);
        QVERIFY(owner.rename(*m_shops, QStringLiteral("Seen elsewhere")));
        QTRY_COMPARE_WITH_TIMEOUT(told.size(), 1, 3000);
        const auto changes = told[0][0].value<ChangeSet>();
        QVERIFY(changes.everything && !changes.operation);
        QCOMPARE(admin.read("SELECT name FROM clients WHERE name = 'Seen elsewhere'"),
                 QStringLiteral("Seen elsewhere"));

        // Both at once: each waits its turn, none is refused.
        std::vector<QFuture<Result<void>>> futures;
        for (int i = 0; i < 25; ++i) {
            for (SignedIn *who : {&owner, &admin}) {
                const ClientId client(m_shops->row("a", Table::Clients));
                futures.push_back(who->door->write<void>({"client.edit"}, [client, i](WriteContext &context) {
                    return context.rows().update(Table::Clients, client, {{"notes", QString::number(i)}});
                }));
            }
        }
        for (auto &future : futures) {
            const auto done = await(future);
            QVERIFY2(done, done ? "" : qPrintable(describe(done.error())));
        }
        QVERIFY(storage::verify(*m_shops->connection).value().empty());
        // What a door wrote itself is told once, not again as somebody else's.
        QTest::qWait(0);
        const auto ownKinds = std::ranges::count_if(
            own, [](const QList<QVariant> &signal) { return signal[0].value<ChangeSet>().operation.has_value(); });
        QCOMPARE(ownKinds, 26);
    }

private:
    std::unique_ptr<TwoShops> m_shops;
};

QTEST_GUILESS_MAIN(TestWriteDoor)
#include "tst_write_door.moc"
