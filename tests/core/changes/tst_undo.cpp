// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "tests/core/changes/people.h"

using namespace thimblely;
using namespace thimblely::changes;
using namespace thimblely::test;

namespace {

QByteArray codeOf(const Result<ChangeSet> &result)
{
    return result ? QByteArray() : result.error().code;
}

} // namespace

class TestUndo : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_shops = std::make_unique<TwoShops>(); }

    //! The right to add clients takes away nobody else's: whoever may not delete takes back only what they put in.
    void onlyWhoPutItInTakesItBack()
    {
        SignedIn owner(*m_shops, "owner");
        SignedIn counter(*m_shops, "counter");
        const ClientId hers = owner.addClient(*m_shops, "hers");
        const qint64 herOperation = newestOperation();
        const ClientId his = counter.addClient(*m_shops, "his");
        const qint64 hisOperation = newestOperation();
        const auto takeBack = [&](SignedIn &who, ClientId client, qint64 operation) {
            const auto done = await(who.door->write<void>({"test.take_back"}, [=](WriteContext &context) {
                return context.rows().takeBackInsert(Table::Clients, client.bytes(), operation);
            }));
            return done ? QByteArray() : done.error().code;
        };
        QCOMPARE(takeBack(counter, hers, herOperation), "undo.not_yours");
        QCOMPARE(takeBack(counter, hers, hisOperation), "undo.not_yours"); // another row's operation
        QCOMPARE(takeBack(owner, his, hisOperation), "undo.not_yours");
        QCOMPARE(takeBack(counter, his, hisOperation), QByteArray());
        // And by the way of everybody: an operation of somebody else is none of one's own to take back.
        auto query = std::move(m_shops->connection->query("SELECT uid FROM sys_operations WHERE id = ?")).value();
        query->bind(herOperation);
        QVERIFY(query->step().value());
        QCOMPARE(codeOf(await(counter.door->undo(query->id<OperationId>(0)))), "undo.nothing");
        QCOMPARE(m_shops->number("SELECT deleted_at IS NULL FROM clients WHERE id = x'" +
                                 hexOf(hers.bytes()).toLatin1() + "'"),
                 qint64(1));
    }

    void putsOldValuesBackAndAgain()
    {
        SignedIn owner(*m_shops, "owner");
        const QString first = nameOfClient();
        QVERIFY(owner.rename(*m_shops, QStringLiteral("One")));
        QVERIFY(owner.rename(*m_shops, QStringLiteral("Two")));
        const auto undone = await(owner.door->undo());
        QVERIFY2(undone, undone ? "" : qPrintable(describe(undone.error())));
        QCOMPARE(undone->kind, "undo:client.edit");
        QCOMPARE(undone->args, QStringList{QStringLiteral("Two")});
        QVERIFY(undone->touches(Table::Clients, m_shops->row("a", Table::Clients)));
        QCOMPARE(nameOfClient(), QStringLiteral("One"));
        QVERIFY(await(owner.door->undo()));
        QCOMPARE(nameOfClient(), first);
        const auto again = await(owner.door->redo());
        QVERIFY(again);
        QCOMPARE(again->kind, "redo:client.edit");
        QCOMPARE(nameOfClient(), QStringLiteral("One"));
        QVERIFY(await(owner.door->redo()));
        QCOMPARE(nameOfClient(), QStringLiteral("Two"));
        QCOMPARE(codeOf(await(owner.door->redo())), "redo.nothing");
        QVERIFY(await(owner.door->undo())); // what was done again is undone again
        QCOMPARE(nameOfClient(), QStringLiteral("One"));
        QVERIFY(storage::verify(*m_shops->connection).value().empty());
    }

    // Which columns hold bytes is the schema's to say: *_media are 32 bytes, ids 16; a note that looks like hex stays text.
    void putsBytesBackAsBytes()
    {
        SignedIn owner(*m_shops, "owner");
        const ClientId client(m_shops->row("a", Table::Clients));
        const ClientId payer = owner.addClient(*m_shops, "payer");
        const QByteArray photo(32, '\x9a');
        const QString hexNote = QStringLiteral("00112233445566778899AABBCCDDEEFF");
        const auto set = [&](const std::vector<access::Field> &fields) {
            return await(owner.door->write<void>({"client.edit"}, [=](WriteContext &context) {
                return context.rows().update(Table::Clients, client, fields);
            }));
        };
        QVERIFY(set({{"avatar_media", access::BlobValue{photo}}, {"payer_client_id", payer}, {"notes", hexNote}}));
        QVERIFY(set({{"avatar_media", std::nullopt}, {"payer_client_id", std::nullopt}, {"notes", std::nullopt}}));
        const auto undone = await(owner.door->undo());
        QVERIFY2(undone, undone ? "" : qPrintable(describe(undone.error())));
        auto query = std::move(m_shops->connection->query("SELECT avatar_media, payer_client_id, notes FROM clients"
                                                          " WHERE id = ?"))
                         .value();
        query->bind(client);
        QVERIFY(query->step().value());
        QCOMPARE(query->blob(0), photo);
        QCOMPARE(query->id<ClientId>(1), payer);
        QCOMPARE(query->text(2), hexNote);
    }

    void takesWhatWasMadeToTheBin()
    {
        SignedIn counter(*m_shops, "counter"); // may add, and take back what they added, but not delete
        const qint64 before = liveClients();
        counter.addClient(*m_shops, "new");
        for (int round = 0; round < 2; ++round) {
            const auto undone = await(counter.door->undo());
            QVERIFY2(undone, undone ? "" : qPrintable(describe(undone.error())));
            QCOMPARE(liveClients(), before);
            const auto again = await(counter.door->redo());
            QVERIFY2(again, again ? "" : qPrintable(describe(again.error())));
            QCOMPARE(liveClients(), before + 1);
        }
    }

    void takesBackByItsNameAndOnlyOnce()
    {
        SignedIn owner(*m_shops, "owner");
        const QString first = nameOfClient();
        OperationId booked = OperationId::make(m_shops->clock);
        connect(
            owner.door.get(), &WriteDoor::changed, owner.door.get(),
            [&booked](const ChangeSet &changes) { booked = *changes.operation; }, Qt::DirectConnection);
        QVERIFY(owner.rename(*m_shops, QStringLiteral("One")));
        const OperationId renamed = booked;
        QVERIFY(await(owner.door->undo(renamed)));
        const OperationId undo = booked;
        QCOMPARE(nameOfClient(), first);
        QCOMPARE(codeOf(await(owner.door->undo(renamed))), "undo.done");
        // Taking the undo itself back is doing it again, and taking that back is undoing once more.
        QVERIFY(await(owner.door->undo(undo)));
        const OperationId redo = booked;
        QCOMPARE(nameOfClient(), QStringLiteral("One"));
        QCOMPARE(codeOf(await(owner.door->undo(undo))), "undo.done");
        QVERIFY(await(owner.door->undo(redo)));
        QCOMPARE(nameOfClient(), first);
        QVERIFY(await(owner.door->redo()));
        QCOMPARE(nameOfClient(), QStringLiteral("One"));
        QVERIFY(storage::verify(*m_shops->connection).value().empty());
        QCOMPARE(codeOf(await(owner.door->undo(OperationId::make(m_shops->clock)))), "undo.nothing");
    }

    void refusesWhatWasChangedSince()
    {
        SignedIn owner(*m_shops, "owner");
        SignedIn admin(*m_shops, "admin");
        QVERIFY(owner.rename(*m_shops, QStringLiteral("One")));
        QVERIFY(admin.rename(*m_shops, QStringLiteral("Hers"), "client.rename"));
        const auto refused = await(owner.door->undo());
        QCOMPARE(codeOf(refused), "undo.changed_since");
        QCOMPARE(refused.error().args, QStringList{QStringLiteral("client.rename")});
        QCOMPARE(nameOfClient(), QStringLiteral("Hers"));
        QVERIFY(await(admin.door->undo())); // then it can be
        QVERIFY(await(owner.door->undo()));
    }

    void refusesWhereMoreWasBuiltOnIt()
    {
        SignedIn owner(*m_shops, "owner");
        SignedIn admin(*m_shops, "admin");
        const ClientId client = owner.addClient(*m_shops, "new");
        QVERIFY(await(admin.door->write<void>({"client.note"}, [=, this](WriteContext &context) {
            return context.rows().insert(Table::ClientInteractions, RowId::make(m_shops->clock),
                                         {{"client_id", client}, {"interaction_type", "note"}, {"occurred_at", 1}});
        })));
        const auto refused = await(owner.door->undo());
        QCOMPARE(codeOf(refused), "undo.changed_since");
        QCOMPARE(refused.error().args, QStringList{QStringLiteral("client.note")});
        QVERIFY(await(admin.door->undo()));
        QVERIFY(await(owner.door->undo()));
    }

    void isPerPerson()
    {
        SignedIn owner(*m_shops, "owner");
        SignedIn admin(*m_shops, "admin");
        QVERIFY(owner.rename(*m_shops, QStringLiteral("One")));
        QCOMPARE(codeOf(await(admin.door->undo())), "undo.nothing");
        QCOMPARE(codeOf(await(admin.door->redo())), "redo.nothing");
        QCOMPARE(nameOfClient(), QStringLiteral("One"));
    }

    void outlivesTheProgramForThirtyDays()
    {
        const QString first = nameOfClient();
        QVERIFY(SignedIn(*m_shops, "owner").rename(*m_shops, QStringLiteral("One")));
        m_shops->clock.advanceDays(30);
        QVERIFY(await(SignedIn(*m_shops, "owner").door->undo()));
        QCOMPARE(nameOfClient(), first);
        QVERIFY(await(SignedIn(*m_shops, "owner").door->redo()));
        m_shops->clock.advanceDays(31);
        QCOMPARE(codeOf(await(SignedIn(*m_shops, "owner").door->undo())), "undo.nothing");
        QCOMPARE(nameOfClient(), QStringLiteral("One"));
    }

    void refusesWhatIsTooOldByItsName()
    {
        SignedIn owner(*m_shops, "owner");
        std::optional<OperationId> renamed;
        connect(
            owner.door.get(), &WriteDoor::changed, owner.door.get(),
            [&renamed](const ChangeSet &changes) { renamed = changes.operation; }, Qt::DirectConnection);
        QVERIFY(owner.rename(*m_shops, QStringLiteral("One")));
        m_shops->clock.advanceDays(31);
        QCOMPARE(codeOf(await(owner.door->undo(*renamed))), "undo.too_old");
    }

    void refusesWhatWasIssued()
    {
        SignedIn owner(*m_shops, "owner");
        QVERIFY(owner.rename(*m_shops, QStringLiteral("Issued"), "invoice.issue", false));
        QCOMPARE(codeOf(await(owner.door->undo())), "undo.not_undoable");
        QCOMPARE(nameOfClient(), QStringLiteral("Issued"));
    }

    void doesNotDoAgainOverWhatCameAfter()
    {
        SignedIn owner(*m_shops, "owner");
        QVERIFY(owner.rename(*m_shops, QStringLiteral("One")));
        QVERIFY(await(owner.door->undo()));
        owner.addClient(*m_shops, "between");
        QCOMPARE(codeOf(await(owner.door->redo())), "redo.nothing");
    }

private:
    qint64 newestOperation() { return countIn(*m_shops, "SELECT max(id) FROM sys_operations"); }
    QString nameOfClient()
    {
        auto query = std::move(m_shops->connection->query("SELECT name FROM clients WHERE id = ?")).value();
        query->bind(ClientId(m_shops->row("a", Table::Clients)));
        return query->step().value() ? query->text(0) : QString();
    }
    qint64 liveClients() { return countIn(*m_shops, "SELECT count(*) FROM clients WHERE deleted_at IS NULL"); }

    std::unique_ptr<TwoShops> m_shops;
};

QTEST_GUILESS_MAIN(TestUndo)
#include "tst_undo.moc"
