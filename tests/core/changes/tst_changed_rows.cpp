// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/changes/changed_rows.h"
#include "core/changes/history.h"
#include "tests/core/changes/people.h"

using namespace thimblely;
using namespace thimblely::changes;
using namespace thimblely::test;

class TestChangedRows : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_shops = std::make_unique<TwoShops>(); }

    void tellsBeforeAndAfterOfAnOperation()
    {
        SignedIn owner(*m_shops, "owner");
        QVERIFY(owner.rename(*m_shops, QStringLiteral("One")));
        QVERIFY(owner.rename(*m_shops, QStringLiteral("Two")));
        QVERIFY(owner.rename(*m_shops, QStringLiteral("Three")));
        const auto row = changed(owner, 1).at(0);
        QCOMPARE(row.table, Table::Clients);
        QCOMPARE(row.action, ChangedRows::Action::Changed);
        QCOMPARE(row.name, QStringLiteral("Three")); // as it is called now
        QCOMPARE(row.values.size(), size_t(1));
        QCOMPARE(row.values[0].before.toString(), QStringLiteral("One"));
        QCOMPARE(row.values[0].after.toString(), QStringLiteral("Two")); // and not what it became later
    }

    void tellsWhatWasMadeAsItWasThen()
    {
        SignedIn owner(*m_shops, "owner");
        const ClientId client = owner.addClient(*m_shops, "new");
        const QString first = owner.read("SELECT name FROM clients ORDER BY created_at DESC, id DESC LIMIT 1");
        for (const char *name : {"One", "Two"}) {
            QVERIFY(await(owner.door->write<void>({"client.edit"}, [=](WriteContext &context) {
                return context.rows().update(Table::Clients, client, {{"name", name}});
            })));
        }
        const auto steps = ChangedRows(owner.session->reader()).ofRow(Table::Clients, client.as<RowTag>());
        QVERIFY2(steps, steps ? "" : qPrintable(describe(steps.error())));
        QCOMPARE(steps->size(), size_t(3));
        QCOMPARE(value(steps->at(0).row, "name"), QStringLiteral("One > Two"));
        QCOMPARE(value(steps->at(1).row, "name"), first + QStringLiteral(" > One"));
        QCOMPARE(steps->at(2).row.action, ChangedRows::Action::Made);
        QCOMPARE(value(steps->at(2).row, "name"), QStringLiteral(" > ") + first);
    }

    //! Prices stand in a view of their own; the history puts them to their row.
    void pricesHaveAnAfterToo()
    {
        SignedIn owner(*m_shops, "owner");
        changePrice(owner, 6000);
        const auto row = changed(owner, 0).at(0);
        QCOMPARE(value(row, "unit_price_minor"), QStringLiteral("5000 > 6000"));
        QCOMPARE(row.name, QStringLiteral("Jacket"));
        QCOMPARE(row.ofTable, Table::Orders);
        QCOMPARE(row.of, owner.read("SELECT order_number FROM orders"));
    }

    void whatIsInTheBinIsStillTold()
    {
        SignedIn owner(*m_shops, "owner");
        const ClientId client = owner.addClient(*m_shops, "gone");
        QVERIFY(await(owner.door->write<void>(
            {"client.remove"}, [=](WriteContext &c) { return c.rows().remove(Table::Clients, client.bytes()); })));
        const auto row = changed(owner, 0).at(0);
        QCOMPARE(row.name, QStringLiteral("Client of a"));
        QCOMPARE(row.values.size(), size_t(1));
        QCOMPARE(row.values[0].column, "deleted_at");
        QVERIFY(row.values[0].before.isNull() && row.values[0].after.isDouble());
    }

    //! Somebody who reads the history and no prices sees the piece's colour change, and not its price.
    void columnsOfAHigherCapabilityAreAbsent()
    {
        SignedIn owner(*m_shops, "owner");
        const OrderItemId piece(m_shops->row("a", Table::OrderItems));
        QVERIFY(await(owner.door->write<void>({"order.edit"}, [=](WriteContext &c) {
            return c.rows().update(Table::OrderItems, piece,
                                   {{"colour", "navy"}, {"unit_price_minor", 7000}, {"total_minor", 7000}});
        })));
        access::Principal blind = m_shops->principal("a", "admin");
        for (const auto capability : {access::Capability::PricesRead, access::Capability::FinanceRead})
            blind.capabilities.remove(capability);
        const auto rows = rowsFor(blind, newest(owner));
        QCOMPARE(rows.size(), size_t(1));
        QCOMPARE(rows[0].values.size(), size_t(1));
        QCOMPARE(rows[0].values[0].column, "colour");
        QVERIFY(value(changed(owner, 0).at(0), "unit_price_minor").endsWith(QLatin1String("> 7000")));
    }

    //! The money of the shop's own is not told to who reads only that of orders; nor a colleague's own settings.
    void rowsThatTheViewsWithholdAreAbsent()
    {
        SignedIn owner(*m_shops, "owner");
        const auto insert = [&](const char *kind, Table table, std::vector<access::Field> fields) {
            const RowId id = RowId::make(m_shops->clock);
            QVERIFY(await(
                owner.door->write<void>({kind}, [=](WriteContext &c) { return c.rows().insert(table, id, fields); })));
        };
        insert("rent.pay", Table::Transactions,
               {{"transaction_type", "expense"},
                {"category", "rent"},
                {"amount_minor", 100},
                {"currency", "NGN"},
                {"payment_method", "cash"},
                {"date", "2026-11-25"},
                {"occurred_at", 1}});
        access::Principal curious = m_shops->principal("a", "counter");
        curious.capabilities.add(access::Capability::HistoryRead);
        QCOMPARE(rowsFor(curious, newest(owner)).size(), size_t(0));
        QCOMPARE(changed(owner, 0).size(), size_t(1));
        // One's own are one's own: the wall's rule for settings.
        insert("settings.set", Table::SysSettings,
               {{"person_id", owner.session->principal().person}, {"key", "mine"}, {"value", "1"}});
        QCOMPARE(changed(owner, 0).size(), size_t(1));
        QCOMPARE(rowsFor(m_shops->principal("a", "admin"), newest(owner)).size(), size_t(0));
    }

    void secretsAreNever()
    {
        SignedIn owner(*m_shops, "owner");
        const RowId id = RowId::make(m_shops->clock);
        const auto fields = m_shops->fields("a", Table::WorkspaceInvitations, owner.session->principal().person, "i");
        QVERIFY(await(owner.door->write<void>({"team.invite"}, [=](WriteContext &c) -> Result<void> {
            TRY(c.rows().insert(Table::WorkspaceInvitations, id, fields));
            return c.rows().update(Table::WorkspaceInvitations, id,
                                   {{"token_hash", access::BlobValue{QByteArray(32, 'x')}}, {"role", "viewer"}});
        })));
        const auto row = changed(owner, 0).at(0);
        QVERIFY(!row.values.empty());
        for (const auto &each : row.values)
            QVERIFY(!each.column.contains("hash"));
        // Not by SQL of one's own either.
        QCOMPARE(owner.read("SELECT count(*) FROM history_changes WHERE old LIKE '%token_hash%'"), QStringLiteral("0"));
    }

    void showsNothingOfAnotherShop()
    {
        m_shops->insert(Table::Clients, test::named("binned in b"), m_shops->workspace("b"),
                        {{"name", "In b's bin"}, {"deleted_at", 1}});
        SignedIn owner(*m_shops, "owner");
        ChangedRows rows(owner.session->reader());
        for (const storage::TableFacts &facts : storage::catalogue()) {
            if (facts.table == Table::Profiles)
                continue; // the owner of a is a member of b as well
            const RowId theirs(m_shops->row("b", facts.table));
            QVERIFY2(rows.ofRow(facts.table, theirs)->empty(), facts.name);
            QVERIFY2(rows.name(facts.table, theirs)->name.isEmpty(), facts.name);
        }
        QVERIFY(rows.name(Table::Clients, RowId(test::named("binned in b")))->name.isEmpty());
    }

    void isForThoseWhoMayReadIt()
    {
        SignedIn counter(*m_shops, "counter");
        ChangedRows rows(counter.session->reader());
        QCOMPARE(rows.of(OperationId::fromName("x")).error().kind, ErrorKind::Forbidden);
        QCOMPARE(rows.ofRow(Table::Clients, RowId(m_shops->row("a", Table::Clients))).error().kind,
                 ErrorKind::Forbidden);
    }

    //! The journal of a large shop has millions of entries: those of a row are found by its index.
    void laterChangesAreFoundByTheIndex()
    {
        SignedIn owner(*m_shops, "owner");
        const auto plan = owner.session->reader().queryPlan(
            "SELECT change.old FROM history_changes AS change WHERE change.row_id = ? AND change.table_id = ?"
            " AND change.seq > ? AND change.changed ORDER BY change.seq DESC");
        QVERIFY2(plan->join(u'\n').contains(QLatin1String("sys_journal_row")), qPrintable(plan->join(u'\n')));
    }

private:
    OperationId newest(SignedIn &who, size_t back = 0)
    {
        return History(*who.session).operations().value().rows.at(back).id;
    }
    std::vector<ChangedRows::Row> changed(SignedIn &who, size_t back)
    {
        return ChangedRows(who.session->reader()).of(newest(who, back)).value().rows;
    }
    std::vector<ChangedRows::Row> rowsFor(const access::Principal &who, OperationId operation)
    {
        return ChangedRows(*m_shops->open(who)).of(operation).value().rows;
    }
    void changePrice(SignedIn &who, int minor)
    {
        const OrderItemId piece(m_shops->row("a", Table::OrderItems));
        QVERIFY(await(who.door->write<void>({"order.price"}, [=](WriteContext &context) {
            return context.rows().update(Table::OrderItems, piece,
                                         {{"unit_price_minor", minor}, {"total_minor", minor}});
        })));
    }
    static QString text(const QJsonValue &value) { return value.toVariant().toString(); }
    static QString value(const ChangedRows::Row &row, const char *column)
    {
        for (const auto &each : row.values) {
            if (each.column == column)
                return text(each.before) + QStringLiteral(" > ") + text(each.after);
        }
        return {};
    }

    std::unique_ptr<TwoShops> m_shops;
};

QTEST_GUILESS_MAIN(TestChangedRows)
#include "tst_changed_rows.moc"
