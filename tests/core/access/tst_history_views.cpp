// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/access/policy.h"
#include "tests/core/access/two_shops.h"

#include <set>

using namespace thimblely;
using namespace thimblely::access;
using test::TwoShops;

using storage::Table;

/*!
 * The history against the tables' own views, column by column: both shops have one entry in the journal for each row of
 * theirs, whose old values name every column that the file has.
 */
class TestHistoryViews : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_shops = std::make_unique<TwoShops>();
        for (const QByteArray &shop : {QByteArray("a"), QByteArray("b")}) {
            m_shops->execute("INSERT INTO sys_operations (uid, workspace_id, device_id, kind, happened_at) VALUES"
                             " (randomblob(16), " +
                             idText(m_shops->workspace(shop).bytes()) + ", zeroblob(16), 'test.all', 1)");
            for (const storage::TableFacts &facts : storage::catalogue()) {
                if (facts.journalled)
                    journalWholeRow(shop, facts);
            }
        }
    }

    void tellsNoColumnThatNoViewShows_data()
    {
        QTest::addColumn<QByteArray>("who");
        QTest::addColumn<int>("without"); // -1: nothing was taken from the role
        for (const QByteArray &who : test::people())
            QTest::newRow(who.constData()) << who << -1;
        for (int i = 0; i < capabilityCount; ++i)
            QTest::addRow("owner without %s", nameOf(Capability(i))) << QByteArray("owner") << i;
    }
    void tellsNoColumnThatNoViewShows()
    {
        QFETCH(QByteArray, who);
        QFETCH(int, without);
        Principal principal = m_shops->principal("a", who);
        principal.capabilities.add(Capability::HistoryRead);
        if (without >= 0)
            principal.capabilities.remove(Capability(without));
        if (!principal.can(Capability::HistoryRead))
            return;
        const auto connection = m_shops->open(principal);
        auto told = connection->query("SELECT change.table_id, field.key FROM history_changes AS change,"
                                      " json_each(change.old) AS field");
        QVERIFY2(told, told ? "" : qPrintable(describe(told.error())));
        int count = 0;
        while ((*told)->step().value()) {
            const Table table = Table((*told)->int64(0));
            const QByteArray column = (*told)->utf8(1);
            if (column == "deleted_at")
                continue; // that it went to the bin
            QVERIFY2(isShown(*connection, table, column),
                     qPrintable(QString::fromLatin1(storage::facts(table).name) + u'.' + QString::fromLatin1(column)));
            ++count;
        }
        QVERIFY(count > 0);
    }

    void ownersSeeEveryRowOfTheirShopAndNoneOfAnother()
    {
        const auto connection = m_shops->open("a", "owner");
        std::set<IdBytes> theirs;
        for (const storage::TableFacts &facts : storage::catalogue())
            theirs.insert(m_shops->row("b", facts.table));
        auto rows = connection->query("SELECT table_id, row_id FROM history_changes");
        std::set<Table> tables;
        while ((*rows)->step().value()) {
            QVERIFY(!theirs.contains((*rows)->idBytes(1)));
            tables.insert(Table((*rows)->int64(0)));
        }
        for (const Table table : {Table::Clients, Table::ClientMeasurements, Table::Orders, Table::OrderItems,
                                  Table::Transactions, Table::Invoices, Table::SysActivity, Table::Events,
                                  Table::WorkspaceMembers, Table::WorkspaceInvitations, Table::SysSettings})
            QVERIFY2(tables.contains(table), storage::facts(table).name);
    }

private:
    static QByteArray idText(const IdBytes &id) { return "x'" + test::hexOf(id).toLatin1() + "'"; }

    void journalWholeRow(const QByteArray &shop, const storage::TableFacts &facts)
    {
        m_shops->execute("INSERT INTO sys_journal (operation_id, table_id, action, row_id, old) SELECT"
                         " (SELECT max(id) FROM sys_operations), " +
                         QByteArray::number(int(facts.table)) + ", 2, " + idText(m_shops->row(shop, facts.table)) +
                         ", json_group_object(name, 1) FROM pragma_table_info('" + facts.name + "')");
    }

    bool isShown(ScopedConnection &connection, Table table, const QByteArray &column)
    {
        const auto has = [&](const QByteArray &view) {
            return connection.query("SELECT " + column + " FROM " + view).ok();
        };
        if (has(storage::facts(table).name))
            return true;
        return std::ranges::any_of(columnGroups(), [&](const ColumnGroup &group) {
            return group.table == table && group.view && group.contains(column.toStdString()) && has(group.view);
        });
    }

    std::unique_ptr<TwoShops> m_shops;
};

QTEST_GUILESS_MAIN(TestHistoryViews)
#include "tst_history_views.moc"
