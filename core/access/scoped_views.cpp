// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/access/scoped_views.h"

#include <QRandomGenerator>

#include <algorithm>
#include <array>

namespace thimblely::access {

namespace {

using T = storage::Table;

class Builder {
public:
    Builder(const Principal &principal, const SchemaColumns &columns, const RowClauses &clauses,
            const std::string &secretPrefix)
        : m_principal(principal), m_columns(columns), m_clauses(clauses), m_prefix(secretPrefix)
    {}

    std::vector<ScopedView> build()
    {
        for (const storage::TableFacts &facts : storage::catalogue())
            addTable(facts);
        for (const ExtraView &extra : extraViews()) {
            if (m_principal.can(extra.needs))
                addExtra(extra.name);
        }
        return std::move(m_views);
    }

private:
    void add(const std::string &name, const std::string &select)
    {
        if (!select.empty())
            m_views.push_back({name, m_prefix + name, select});
    }

    void addTable(const storage::TableFacts &facts)
    {
        for (const Rule *rule : rulesOf(facts.table, Action::Read)) {
            if (rule->view && rule->appliesTo(m_principal))
                add(rule->view,
                    select(facts, columnsOf(facts.table, *rule), m_clauses.clause(facts.table, rule->reach)));
        }
        const std::vector<const Rule *> own = readingRules(m_principal, facts.table);
        if (own.empty())
            return;
        const std::string rows = m_clauses.anyOf(facts.table, own);
        add(facts.name, select(facts, columnsOf(facts.table, *own.front()), rows));
        for (const ColumnGroup &group : columnGroups()) {
            if (group.table == facts.table && group.view && m_principal.can(group.read))
                add(group.view, select(facts, columnsOf(group), rows));
        }
    }

    static std::string select(const storage::TableFacts &facts, const std::string &columns, const std::string &rows)
    {
        return "SELECT " + columns + " FROM main." + facts.name + " WHERE " + rows + " AND deleted_at IS NULL";
    }

    std::string columnsOf(T table, const Rule &rule) const
    {
        std::string list;
        for (const std::string &column : m_columns.of(table)) {
            if (column == "deleted_at" || groupOf(table, column) || !rule.coversColumn(column))
                continue;
            if (!list.empty())
                list += ", ";
            list += expression(table, column);
        }
        return list;
    }

    std::string columnsOf(const ColumnGroup &group) const
    {
        std::string list;
        for (const std::string &column : m_columns.of(group.table)) {
            if (group.shows(column))
                list += (list.empty() ? "" : ", ") + column;
        }
        return list;
    }

    //! The owner's membership holds "admin" in the file; who the owner is says the workspace alone.
    std::string expression(T table, const std::string &column) const
    {
        if (table != T::WorkspaceMembers || column != "role")
            return column;
        return "CASE WHEN user_id = (SELECT owner_id FROM main.workspaces WHERE id = " + m_clauses.workspace() +
               ") THEN 'owner' ELSE role END AS role";
    }

    void addExtra(std::string_view name)
    {
        if (name == "daily_totals") {
            add("daily_totals", "SELECT day_date, transaction_type, effect, category, payment_method, currency, "
                                "amount_minor, rows_count FROM main.sys_daily_totals WHERE workspace_id = " +
                                    m_clauses.workspace());
        } else if (name == "order_payers") {
            add("order_payers", "SELECT order_id, client_id, share_minor, paid_minor, waiting_minor"
                                " FROM main.sys_order_payers WHERE workspace_id = " +
                                    m_clauses.workspace());
        } else if (name == "history") {
            add("history", "SELECT id, uid, person_id, device_id, kind, label, happened_at, undoable, undoes, "
                           "undone_by, remote FROM main.sys_operations WHERE workspace_id = " +
                               m_clauses.workspace());
        } else if (name == "history_changes") {
            addHistoryChanges();
        } else if (name == "bin") {
            addBin();
        }
    }

    /*!
     * Nothing comes back through the history that the views of the tables withhold: neither a row nor a column. Rows of
     * a table that is the workspace's as a whole need no look at the row itself, so that those in the bin are there too.
     * `changed` is what the journal's index of rows asks for.
     */
    void addHistoryChanges()
    {
        std::string whole = "0";
        std::string single;
        std::string old;
        for (const storage::TableFacts &facts : storage::catalogue()) {
            const std::vector<const Rule *> rules = readingRules(m_principal, facts.table);
            if (!facts.journalled || rules.empty())
                continue;
            const std::string number = std::to_string(int(facts.table));
            if (reachesWhole(facts, rules))
                whole += ", " + number;
            else
                single += " OR (entry.table_id = " + number + " AND EXISTS (SELECT 1 FROM main." + facts.name +
                          " WHERE id = entry.row_id AND (" + m_clauses.anyOf(facts.table, rules) + ")))";
            if (const std::string hidden = hiddenColumns(*rules.front()); !hidden.empty())
                old += " WHEN " + number + " THEN json_remove(entry.old" + hidden + ")";
        }
        add("history_changes",
            "SELECT entry.seq, entry.operation_id, entry.table_id, entry.action, entry.row_id,"
            " entry.old IS NOT NULL AS changed," +
                (old.empty() ? " entry.old" : " CASE entry.table_id" + old + " ELSE entry.old END AS old") +
                " FROM main.sys_journal AS entry JOIN main.sys_operations AS operation"
                " ON operation.id = entry.operation_id WHERE operation.workspace_id = " +
                m_clauses.workspace() + " AND (entry.table_id IN (" + whole + ")" + single + ")");
    }

    static bool reachesWhole(const storage::TableFacts &facts, const std::vector<const Rule *> &rules)
    {
        return (facts.scope == storage::Scope::Workspace || facts.scope == storage::Scope::Member) &&
               std::ranges::any_of(rules, [](const Rule *rule) {
                   return rule->reach == Reach::Workspace || rule->reach == Reach::ThisWorkspace;
               });
    }

    //! As the further arguments of json_remove().
    std::string hiddenColumns(const Rule &rule) const
    {
        std::string list;
        for (const std::string &column : m_columns.of(rule.table)) {
            if (!showsColumn(m_principal, rule, column))
                list += ", '$." + column + "'";
        }
        return list;
    }

    void addBin()
    {
        std::string all;
        for (const storage::TableFacts &facts : storage::catalogue()) {
            if (!readsBin(m_principal, facts.table))
                continue;
            all += (all.empty() ? "" : " UNION ALL ") + std::string("SELECT ") + std::to_string(int(facts.table)) +
                   " AS table_id, id, " + titleOf(facts.table) + " AS title, deleted_at FROM main." + facts.name +
                   " WHERE workspace_id = " + m_clauses.workspace() + " AND deleted_at IS NOT NULL" +
                   (facts.table == T::Clients ? " AND erased_at IS NULL" : "");
        }
        add("bin", all);
    }

    std::string titleOf(T table) const
    {
        static constexpr std::array candidates = {"order_number", "invoice_number", "name",    "title",
                                                  "item_name",    "subject",        "caption", "display_name",
                                                  "channel_name", "email",          "kind"};
        for (const char *candidate : candidates) {
            if (m_columns.has(table, candidate))
                return candidate;
        }
        return "NULL";
    }

    const Principal &m_principal;
    const SchemaColumns &m_columns;
    const RowClauses &m_clauses;
    const std::string m_prefix;
    std::vector<ScopedView> m_views;
};

} // namespace

Wall::Names ScopedView::tables() const
{
    static constexpr std::string_view mark = " main.";
    Wall::Names names;
    for (size_t at = select.find(mark); at != std::string::npos; at = select.find(mark, at)) {
        at += mark.size();
        const size_t end = select.find_first_not_of("abcdefghijklmnopqrstuvwxyz_0123456789", at);
        names.insert(select.substr(at, end - at));
    }
    return names;
}

std::vector<ScopedView> scopedViews(const Principal &principal, const SchemaColumns &columns, const RowClauses &clauses,
                                    const std::string &secretPrefix)
{
    return Builder(principal, columns, clauses, secretPrefix).build();
}

std::string makeSecretPrefix()
{
    std::array<quint32, 4> random{};
    QRandomGenerator::system()->fillRange(random.data(), qsizetype(random.size()));
    const QByteArray bytes(reinterpret_cast<const char *>(random.data()), qsizetype(sizeof random));
    return "s_" + bytes.toHex().toStdString() + "_";
}

} // namespace thimblely::access
