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
        const auto page = history.operations({}, {}, 3);
        QVERIFY2(page, page ? "" : qPrintable(describe(page.error())));
        QCOMPARE(page->rows.size(), size_t(3));
        QCOMPARE(page->rows[0].kind, "undo:client.rename");
        QCOMPARE(page->rows[1].kind, "client.rename");
        QCOMPARE(page->rows[1].person, counter.session->principal().person);
        QVERIFY(!page->rows[1].personName.isEmpty());
        QCOMPARE(page->rows[1].happenedAt, m_shops->clock.now());
        QVERIFY(page->rows[1].undone && !page->rows[0].undone && !page->rows[1].remote);
        QCOMPARE(page->rows[2].args, QStringList{QStringLiteral("One")});

        const auto first = history.operations({}, {}, 1);
        QVERIFY(first->next);
        QCOMPARE(history.operations({}, first->next, 1)->rows[0].kind, "client.rename");
    }

    void isForThoseWhoMayReadIt()
    {
        SignedIn counter(*m_shops, "counter");
        History history(*counter.session);
        const RowId client(m_shops->row("a", Table::Clients));
        for (const Error &error : {history.operations().error(), history.numbersOf(Table::Clients, client).error(),
                                   history.people().error()}) {
            QCOMPARE(error.kind, ErrorKind::Forbidden);
            QCOMPARE(error.args, QStringList{QStringLiteral("history:read")});
        }
    }

    void showsNothingOfAnotherShop()
    {
        SignedIn owner(*m_shops, "owner");
        History history(*owner.session);
        QVERIFY(owner.rename(*m_shops, QStringLiteral("One")));
        QVERIFY(history.numbersOf(Table::Clients, RowId(m_shops->row("b", Table::Clients)))->empty());
        const auto people = history.people();
        QCOMPARE(people->size(), test::people().size() + 1); // and the suspended one
        for (const History::Person &person : *people)
            QVERIFY2(!person.name.startsWith(QLatin1String("b ")), qPrintable(person.name));
    }

    void filtersAddUp()
    {
        SignedIn owner(*m_shops, "owner");
        SignedIn counter(*m_shops, "counter");
        QVERIFY(owner.rename(*m_shops, QStringLiteral("One"), "client.edit"));
        const Instant noon = m_shops->clock.now();
        m_shops->clock.advanceDays(1);
        QVERIFY(counter.rename(*m_shops, QStringLiteral("Two"), "order.book"));
        QVERIFY(await(counter.door->undo()));
        QVERIFY(owner.rename(*m_shops, QStringLiteral("Three"), "workspace.update"));
        History history(*owner.session);
        const auto kinds = [&](const History::Filter &filter) {
            QByteArrayList found;
            const auto page = history.operations(filter);
            for (const History::Operation &operation : page->rows)
                found.append(operation.kind);
            return found;
        };
        using Subject = History::Subject;
        const auto tunde = counter.session->principal().person;
        QCOMPARE(kinds({.subject = Subject::Clients}), QByteArrayList{"client.edit"});
        QCOMPARE(kinds({.subject = Subject::Orders}), (QByteArrayList{"undo:order.book", "order.book"}));
        QCOMPARE(kinds({.subject = Subject::Shop}).first(), "workspace.update");
        QVERIFY(!kinds({.subject = Subject::Shop}).contains("order.book"));
        QCOMPARE(kinds({.person = tunde}), (QByteArrayList{"undo:order.book", "order.book"}));
        QCOMPARE(kinds({.person = tunde, .subject = Subject::Clients}), QByteArrayList());
        QCOMPARE(kinds({.from = noon.plusMsecs(1)}).size(), 3);
        QCOMPARE(kinds({.subject = Subject::Clients, .until = noon}), QByteArrayList());
        QCOMPARE(kinds({.subject = Subject::Clients, .until = noon.plusMsecs(1)}).size(), 1);
        const auto all = history.operations();
        QCOMPARE(kinds({.numbers = {{all->rows[1].number}}}), QByteArrayList{all->rows[1].kind});
    }

    void findsWhatHangsOnAClient()
    {
        SignedIn owner(*m_shops, "owner");
        const ClientId other = owner.addClient(*m_shops, "other");
        const OrderId order(m_shops->row("a", Table::Orders));
        const OrderItemId piece(m_shops->row("a", Table::OrderItems));
        const auto write = [&](const QByteArray &kind, const std::function<Result<void>(WriteContext &)> &body) {
            QVERIFY(await(owner.door->write<void>({kind}, body)));
        };
        write("order.rename", [&](WriteContext &c) { return c.rows().update(Table::Orders, order, {{"notes", "x"}}); });
        write("order.piece", [&](WriteContext &c) {
            return c.rows().update(Table::OrderItems, piece, {{"colour", "navy"}});
        });
        write("client.other", [&](WriteContext &c) {
            return c.rows().update(Table::Clients, other, {{"notes", "x"}});
        });
        History history(*owner.session);
        const auto of = [&](Table table, const IdBytes &row) {
            QByteArrayList kinds;
            const auto page = history.operations({.numbers = history.numbersOf(table, RowId(row)).value()});
            for (const History::Operation &operation : page->rows)
                kinds.append(operation.kind);
            return kinds;
        };
        const QByteArrayList both = {"order.piece", "order.rename"};
        QCOMPARE(of(Table::Clients, m_shops->row("a", Table::Clients)), both);
        QCOMPARE(of(Table::Orders, order.bytes()), both);
        QCOMPARE(of(Table::Clients, other.bytes()), (QByteArrayList{"client.other", "client.add"}));
    }

    void saysWhatCannotBeTakenBack()
    {
        SignedIn owner(*m_shops, "owner");
        SignedIn counter(*m_shops, "counter");
        QVERIFY(owner.rename(*m_shops, QStringLiteral("One")));
        QVERIFY(owner.rename(*m_shops, QStringLiteral("Two"), "invoice.issue", false));
        QVERIFY(counter.rename(*m_shops, QStringLiteral("Three")));
        const auto page = History(*owner.session).operations({}, {}, 3);
        const auto why = [&](size_t row, int days) {
            const auto error = History::whyItStays(page->rows[row], owner.session->principal(),
                                                   m_shops->clock.now().plusMsecs(days * 86'400'000LL));
            return error ? error->code : QByteArray();
        };
        QCOMPARE(why(0, 0), "undo.not_yours");
        QCOMPARE(why(1, 0), "undo.not_undoable");
        QCOMPARE(why(2, 0), "");
        QCOMPARE(why(2, 30), "");
        QCOMPARE(why(2, 31), "undo.too_old");
    }

private:
    std::unique_ptr<TwoShops> m_shops;
};

QTEST_GUILESS_MAIN(TestHistory)
#include "tst_history.moc"
