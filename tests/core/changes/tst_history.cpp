// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/changes/history.h"
#include "tests/core/changes/people.h"

using namespace thimblely;
using namespace thimblely::changes;
using namespace thimblely::test;

class TestHistory : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_shops = std::make_unique<TwoShops>(); }

    void tellsWhoDidWhatAndWhen()
    {
        SignedIn owner(*m_shops, "owner");
        SignedIn counter(*m_shops, "counter");
        QVERIFY(owner.rename(*m_shops, QStringLiteral("One")));
        m_shops->clock.advanceDays(1);
        QVERIFY(counter.rename(*m_shops, QStringLiteral("Two"), "client.rename"));
        QVERIFY(await(counter.door->undo()));

        History history(*owner.session);
        const auto page = history.operations({}, 3);
        QVERIFY2(page, page ? "" : qPrintable(describe(page.error())));
        QCOMPARE(page->rows.size(), size_t(3));
        QCOMPARE(page->rows[0].kind, "undo:client.rename");
        QCOMPARE(page->rows[1].kind, "client.rename");
        QCOMPARE(page->rows[1].person, counter.session->principal().person);
        QVERIFY(!page->rows[1].personName.isEmpty());
        QCOMPARE(page->rows[1].happenedAt, m_shops->clock.now());
        QVERIFY(page->rows[1].undone && !page->rows[0].undone && !page->rows[1].remote);
        QCOMPARE(page->rows[2].args, QStringList{QStringLiteral("One")});

        const auto first = history.operations({}, 1);
        QVERIFY(first->next);
        QCOMPARE(history.operations(first->next, 1)->rows[0].kind, "client.rename");

        const auto rows = history.changesOf(page->rows[1].id);
        QVERIFY(rows);
        QCOMPARE(rows->size(), size_t(1));
        QCOMPARE(rows->front().table, Table::Clients);
        QCOMPARE(rows->front().id.bytes(), m_shops->row("a", Table::Clients));
    }

    void tellsWhatARowWasBeforeAndAfter()
    {
        SignedIn owner(*m_shops, "owner");
        const ClientId client = owner.addClient(*m_shops, "new");
        const QString first = owner.read("SELECT name FROM clients ORDER BY created_at DESC, id DESC LIMIT 1");
        for (const char *name : {"One", "Two"}) {
            QVERIFY(await(owner.door->write<void>({"client.edit"}, [=](WriteContext &context) {
                return context.rows().update(Table::Clients, client, {{"name", name}});
            })));
        }
        const auto changes = History(*owner.session).ofRow(Table::Clients, client.as<RowTag>());
        QVERIFY2(changes, changes ? "" : qPrintable(describe(changes.error())));
        QCOMPARE(changes->size(), size_t(3));
        const auto name = [&](size_t i) { return changes->at(i).values.at(0); };
        QCOMPARE(name(0).column, "name");
        QCOMPARE(name(0).before.toString(), QStringLiteral("One"));
        QCOMPARE(name(0).after->toString(), QStringLiteral("Two"));
        QCOMPARE(name(1).before.toString(), first);
        QCOMPARE(name(1).after->toString(), QStringLiteral("One"));
        QCOMPARE(changes->at(2).action, History::Action::Made);
        QVERIFY(changes->at(2).values.empty());
    }

    void isForThoseWhoMayReadIt()
    {
        SignedIn counter(*m_shops, "counter");
        History history(*counter.session);
        for (const Error &error : {history.operations().error(), history.changesOf(OperationId::fromName("x")).error(),
                                   history.ofRow(Table::Clients, RowId(m_shops->row("a", Table::Clients))).error()}) {
            QCOMPARE(error.kind, ErrorKind::Forbidden);
            QCOMPARE(error.args, QStringList{QStringLiteral("history:read")});
        }
    }

    void showsNothingOfAnotherShop()
    {
        SignedIn owner(*m_shops, "owner");
        History history(*owner.session);
        QVERIFY(history.ofRow(Table::Clients, RowId(m_shops->row("b", Table::Clients)))->empty());
    }

private:
    std::unique_ptr<TwoShops> m_shops;
};

QTEST_GUILESS_MAIN(TestHistory)
#include "tst_history.moc"
