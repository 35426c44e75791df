// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/changes/bin.h"
#include "tests/core/changes/people.h"

using namespace thimblely;
using namespace thimblely::changes;
using namespace thimblely::test;

class TestBin : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_shops = std::make_unique<TwoShops>(); }

    void listsWhatWasRemovedAndByWhom()
    {
        SignedIn admin(*m_shops, "admin");
        const ClientId first = admin.addClient(*m_shops, "first");
        const ClientId second = admin.addClient(*m_shops, "second");
        QVERIFY(remove(admin, Table::Clients, first.bytes()));
        m_shops->clock.advanceDays(1);
        QVERIFY(remove(admin, Table::Clients, second.bytes()));
        SignedIn owner(*m_shops, "owner");
        const auto page = Bin::page(*owner.session);
        QVERIFY2(page, page ? "" : qPrintable(describe(page.error())));
        QCOMPARE(page->things.size(), size_t(2));
        QCOMPARE(page->things[0].id.bytes(), second.bytes());
        QCOMPARE(page->things[0].name, QStringLiteral("Client of a"));
        QCOMPARE(page->things[0].deletedAt, m_shops->clock.now());
        QCOMPARE(page->things[0].personName, QStringLiteral("a admin"));
        QCOMPARE(page->things[0].others, 0);
        const auto one = Bin::page(*owner.session, {}, {}, 1);
        QVERIFY(one->next);
        QCOMPARE(Bin::page(*owner.session, {}, one->next, 1)->things.at(0).id.bytes(), first.bytes());
        QVERIFY(!Bin::page(*owner.session, {}, one->next, 1)->next);
        QCOMPARE(Bin::page(*owner.session, QStringLiteral(" of CLIENT "))->things.size(), size_t(2));
        QVERIFY(Bin::page(*owner.session, QStringLiteral("nobody"))->things.empty());
    }

    void bringsBackWithWhatWentAlong()
    {
        SignedIn owner(*m_shops, "owner");
        const IdBytes order = m_shops->row("a", Table::Orders);
        const IdBytes piece = m_shops->row("a", Table::OrderItems);
        QVERIFY(await(owner.door->write<void>({"order.remove_draft"}, [=](WriteContext &context) -> Result<void> {
            TRY(context.rows().remove(Table::OrderItems, piece));
            return context.rows().remove(Table::Orders, order);
        })));
        const auto page = Bin::page(*owner.session);
        QCOMPARE(page->things.size(), size_t(1)); // the piece is part of it
        QCOMPARE(page->things[0].others, 1);
        QVERIFY(await(Bin::restore(*owner.door, page->things[0])));
        QCOMPARE(owner.read("SELECT count(*) FROM orders"), QStringLiteral("1"));
        QCOMPARE(owner.read("SELECT count(*) FROM order_items"), QStringLiteral("1"));
        QVERIFY(Bin::page(*owner.session)->things.empty());
        // One operation, which can be taken back: then it lies there again.
        QVERIFY(await(owner.door->undo()));
        QCOMPARE(owner.read("SELECT count(*) FROM order_items"), QStringLiteral("0"));
        QCOMPARE(Bin::page(*owner.session)->things.size(), size_t(1));
        QVERIFY(await(Bin::restore(*owner.door, page->things[0])));
        QCOMPARE(owner.read("SELECT count(*) FROM order_items"), QStringLiteral("1"));
        const auto again = await(Bin::restore(*owner.door, page->things[0]));
        QCOMPARE(again.error().code, "bin.gone");
    }

    //! A piece that was dropped earlier stays dropped.
    void bringsBackNothingElse()
    {
        SignedIn owner(*m_shops, "owner");
        const ClientId first = owner.addClient(*m_shops, "first");
        const ClientId second = owner.addClient(*m_shops, "second");
        QVERIFY(remove(owner, Table::Clients, first.bytes()));
        QVERIFY(remove(owner, Table::Clients, second.bytes()));
        QVERIFY(await(Bin::restore(*owner.door, Bin::page(*owner.session)->things.at(0))));
        const auto left = Bin::page(*owner.session);
        QCOMPARE(left->things.size(), size_t(1));
        QCOMPARE(left->things[0].id.bytes(), first.bytes());
    }

    void whatAnUndoTookBackIsNoRubbish()
    {
        SignedIn owner(*m_shops, "owner");
        owner.addClient(*m_shops, "mistake");
        QVERIFY(await(owner.door->undo()));
        QVERIFY(Bin::page(*owner.session)->things.empty());
    }

    void refusesWhatWouldCollide()
    {
        SignedIn owner(*m_shops, "owner");
        const auto item = [&](const char *salt) {
            const auto id = InventoryItemId::make(m_shops->clock);
            auto fields = m_shops->fields("a", Table::InventoryItems, owner.session->principal().person, salt);
            fields.push_back({"sku", "THREAD-1"});
            const auto added = await(owner.door->write<void>({"inventory.add"}, [=](WriteContext &c) {
                return c.rows().insert(Table::InventoryItems, id, fields);
            }));
            return added ? std::optional(id) : std::nullopt;
        };
        const auto first = item("1");
        QVERIFY(first);
        QVERIFY(remove(owner, Table::InventoryItems, first->bytes()));
        QVERIFY(item("2"));
        const auto thing = Bin::page(*owner.session)->things.at(0);
        const auto refused = await(Bin::restore(*owner.door, thing));
        QCOMPARE(refused.error().code, "bin.taken");
        QCOMPARE(refused.error().kind, ErrorKind::Conflict);
        QCOMPARE(Bin::page(*owner.session)->things.size(), size_t(1)); // nothing was changed
    }

    void isForThoseWhoMay()
    {
        SignedIn owner(*m_shops, "owner");
        const ClientId client = owner.addClient(*m_shops, "gone");
        QVERIFY(remove(owner, Table::Clients, client.bytes()));
        const auto thing = Bin::page(*owner.session)->things.at(0);
        SignedIn counter(*m_shops, "counter");
        QCOMPARE(Bin::page(*counter.session).error().kind, ErrorKind::Forbidden);
        QVERIFY(!await(Bin::restore(*counter.door, thing)));
        const auto theirs = access::Session::open(m_shops->options, m_shops->principal("b", "owner"));
        QVERIFY(Bin::page(**theirs)->things.empty());
        const auto door = WriteDoor::open(**theirs, m_shops->clock);
        QCOMPARE(await(Bin::restore(**door, thing)).error().code, "bin.gone");
    }

private:
    static Result<void> remove(SignedIn &who, Table table, const IdBytes &row)
    {
        return await(who.door->write<void>({"thing.remove"},
                                           [=](WriteContext &context) { return context.rows().remove(table, row); }));
    }

    std::unique_ptr<TwoShops> m_shops;
};

QTEST_GUILESS_MAIN(TestBin)
#include "tst_bin.moc"
