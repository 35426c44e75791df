// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "tests/attack/means/rights.h"

#include "core/access/scoped_views.h"
#include "core/access/write_plan_builder.h"

#include <sqlite3.h>

namespace thimblely::test {

namespace {

using access::CapabilitySet;
using C = access::Capability;

//! What comes behind " WHERE id = ? AND " of a statement of the write builder; empty: there is none.
QByteArray rowsOf(const access::WritePlan &plan)
{
    const QByteArray sql = sqlite3_sql(plan.statement.handle());
    const QByteArray before = " WHERE id = ? AND ";
    const qsizetype at = sql.indexOf(before);
    return at < 0 ? QByteArray() : sql.mid(at + before.size());
}

} // namespace

Rights::Rights(Shops &shops, const QByteArray &shop) : m_owner(shops.owners.at(shop))
{
    const QString path = shops.folder.filePath(QStringLiteral("rights.shop"));
    shops.execute("VACUUM INTO '" + path.toUtf8() + "'");
    m_connection = std::move(storage::Connection::open(storage::OpenOptions{path})).value();
    QByteArrayList triggers;
    {
        auto names = std::move(storage::Statement::prepare(m_connection->handle(),
                                                           "SELECT name FROM sqlite_schema WHERE type = 'trigger'"))
                         .value();
        while (names.step().value())
            triggers.append("DROP TRIGGER " + names.utf8(0));
    }
    if (const auto dropped = m_connection->executeScript(triggers.join(';')); !dropped)
        qFatal("%s", qPrintable(describe(dropped.error())));
    m_columns = std::move(access::schemaColumns(m_connection->handle())).value();
}

std::vector<CapabilitySet> Rights::sets()
{
    std::vector<CapabilitySet> found;
    for (int each = 0; each < access::capabilityCount; ++each)
        found.push_back({C::OwnData, C(each)});
    found.push_back({C::OwnData, C::InvoicesRead, C::PricesRead});
    found.push_back({C::OwnData, C::InvoicesRead, C::PricesRead, C::InvoicesIssue, C::OrdersWrite});
    found.push_back({C::OwnData, C::ClientsRead, C::PricesRead, C::ClientsWrite});
    found.push_back({C::OwnData, C::OrdersRead, C::PricesRead, C::OrdersWrite});
    found.push_back({C::OwnData, C::OrdersRead, C::FinanceRead, C::OrdersWrite, C::FinanceWrite});
    found.push_back({C::OwnData, C::InventoryRead, C::PricesRead, C::InventoryWrite, C::PriceListWrite});
    found.push_back({C::OwnData, C::InventoryRead, C::FinanceRead, C::InventoryWrite, C::FinanceWrite});
    found.push_back({C::OwnData, C::InventoryRead, C::FinanceRead, C::InventoryWrite, C::TeamManage});
    found.push_back({C::OwnData, C::TeamRead, C::FinanceRead});
    return found;
}

QByteArray Rights::nameOf(const CapabilitySet &capabilities)
{
    QByteArrayList names;
    for (int each = 0; each < access::capabilityCount; ++each) {
        if (capabilities.has(C(each)) && C(each) != C::OwnData)
            names.append(access::nameOf(C(each)));
    }
    return names.isEmpty() ? QByteArray(access::nameOf(C::OwnData)) : names.join(" + ");
}

QByteArrayList Rights::of(const CapabilitySet &capabilities, std::optional<Table> written) const
{
    QByteArrayList lines = linesOf(capabilities, written);
    if (capabilities != CapabilitySet{C::OwnData}) {
        const QByteArrayList own = linesOf({C::OwnData}, written);
        lines.removeIf([&](const QByteArray &line) { return own.contains(line); });
    }
    return lines;
}

QByteArrayList Rights::about(const QByteArrayList &lines, std::optional<Table> written)
{
    QByteArrayList kept = lines;
    kept.removeIf([&](const QByteArray &line) {
        return written && !line.startsWith("read ") &&
               !line.startsWith(QByteArray("write ") + storage::facts(*written).name + ", ");
    });
    return kept;
}

QByteArrayList Rights::linesOf(const CapabilitySet &capabilities, std::optional<Table> written) const
{
    access::Principal who = m_owner;
    who.role = access::Role::Member;
    who.capabilities = capabilities;
    QByteArrayList lines;
    addReads(lines, who);
    for (const storage::TableFacts &facts : storage::catalogue()) {
        if (!written || facts.table == *written)
            addWrites(lines, who, facts.table);
    }
    return lines;
}

void Rights::addReads(QByteArrayList &lines, const access::Principal &who) const
{
    const access::RowClauses clauses(who, *m_columns, {"NG"});
    for (const access::ScopedView &view : access::scopedViews(who, *m_columns, clauses, "s_"))
        lines.append("read " + QByteArray::fromStdString(view.name) + ": " +
                     inWords(QByteArray::fromStdString(view.select)));
}

void Rights::addWrites(QByteArrayList &lines, const access::Principal &who, Table table) const
{
    const access::RowClauses clauses(who, *m_columns, {"NG"});
    const access::WritePlanBuilder builder(m_connection->handle(), who, *m_columns, clauses);
    const QByteArray name = QByteArray("write ") + storage::facts(table).name + ", ";
    std::map<QByteArray, QByteArrayList> columns; // by what is done to which rows
    for (const std::string &column : m_columns->of(table)) {
        const access::Field field{column.c_str(), std::nullopt};
        for (const bool personal : {false, true}) {
            if (builder.insert(table, std::span(&field, 1), personal))
                columns[name + (personal ? "insert of no workspace" : "insert")].append(column.c_str());
        }
        if (const auto plan = builder.update(table, std::span(&field, 1)))
            columns[name + "update where " + inWords(rowsOf(*plan))].append(column.c_str());
    }
    for (const auto &[what, list] : columns)
        lines.append(what + ": " + list.join(' '));
    const auto add = [&](const char *verb, const Result<access::WritePlan> &plan) {
        if (plan)
            lines.append(name + verb + " where " + inWords(rowsOf(*plan)));
    };
    add("delete", builder.remove(table));
    add("restore", builder.restore(table));
    add("take back", builder.takeBackInsert(table));
}

QByteArray Rights::inWords(QByteArray sql) const
{
    sql.replace(QByteArray::fromStdString(access::literal(m_owner.workspace.bytes())), "<here>");
    sql.replace(QByteArray::fromStdString(access::literal(m_owner.person.bytes())), "<me>");
    sql.replace(QByteArray::fromStdString(access::literal(m_owner.member.bytes())), "<mine>");
    return sql;
}

} // namespace thimblely::test
