// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "tests/attack/means/statement_maker.h"

#include <array>

namespace thimblely::test {

StatementMaker::StatementMaker(quint64 seed, Names names) : m_random(seed), m_names(std::move(names))
{
    for (const auto &[name, columns] : m_names.tables)
        m_words.append(name);
    m_words += m_names.views;
}

const std::vector<StatementMaker::Kind> &StatementMaker::grammar()
{
    using M = StatementMaker;
    static const std::vector<Kind> kinds = {
        {"CTE that shadows a name", &M::cte},
        {"plain select", &M::plain},
        {"join", &M::join},
        {"alias like a view", &M::alias},
        {"subquery", &M::subquery},
        {"UNION and its kin", &M::compound},
        {"window", &M::window},
        {"json_each and json_tree", &M::json},
        {"recursion", &M::recursion},
        {"aggregate", &M::aggregate},
        {"RETURNING", &M::returning},
        {"UPSERT", &M::upsert},
        {"UPDATE FROM", &M::updateFrom},
        {"DELETE", &M::remove},
        {"INSERT and REPLACE", &M::insert},
        {"trigger", &M::trigger},
        {"view", &M::view},
        {"temporary object", &M::temporary},
        {"schema change", &M::schemaChange},
        {"ATTACH", &M::attach},
        {"PRAGMA", &M::pragma},
        {"pragma function", &M::pragmaFunction},
        {"virtual table", &M::virtualTable},
        {"full text", &M::fullText},
        {"sqlite_schema and its twins", &M::schema},
        {"dbstat and the engine's insides", &M::insides},
        {"function that reads files or loads code", &M::fileFunction},
        {"EXPLAIN", &M::explain},
        {"comments", &M::comments},
        {"quoting", &M::quoting},
        {"several statements", &M::several},
        {"huge value", &M::bigBlob},
        {"endless recursion", &M::endless},
        {"guess of a secret name", &M::secretName},
        {"transaction", &M::transaction},
        {"the program's own table", &M::programsTable},
        {"foreign id", &M::foreignId},
        {"one kind in another", &M::nested},
        {"mangled text", &M::mangled},
    };
    return kinds;
}

std::vector<const char *> StatementMaker::kinds()
{
    std::vector<const char *> names;
    for (const Kind &kind : grammar())
        names.push_back(kind.name);
    return names;
}

StatementMaker::Made StatementMaker::next()
{
    const Kind &kind = grammar()[m_made++ % grammar().size()];
    if (m_made == 1)
        return {kind.name, "WITH clients AS (SELECT * FROM main.clients) SELECT * FROM clients"};
    return {kind.name, (this->*kind.write)()};
}

QByteArray StatementMaker::word()
{
    // Mostly what most people can read: there a mistake shows.
    if (chance(80))
        return oneOf({"clients", "orders", "order_items", "events", "inventory_items", "feeds", "transactions",
                      "profiles", "workspaces", "workspace_members", "sys_activity", "client_measurements"});
    return one(m_words);
}

QByteArray StatementMaker::quoted(const QByteArray &name)
{
    switch (below(8)) {
    case 0:
        return '"' + name + '"';
    case 1:
        return '[' + name + ']';
    case 2:
        return '`' + name + '`';
    case 3:
        return name.toUpper();
    case 4:
        return chance(30) ? "'" + name + "'" : name;
    default:
        return name;
    }
}

QByteArray StatementMaker::blank()
{
    return chance(90) ? QByteArray(" ") : oneOf({"\n", "\t", " /* */ ", " -- x\n", "\f", "  "});
}

QByteArray StatementMaker::table()
{
    const QByteArray schema =
        chance(60) ? QByteArray() : oneOf({"main.", "temp.", "main . ", "\"main\".", "MAIN.", "[main]."});
    return schema + quoted(word());
}

QByteArray StatementMaker::column(const QByteArray &of)
{
    const auto found = m_names.tables.find(of);
    if (found == m_names.tables.end() || found->second.isEmpty() || chance(5))
        return oneOf({"id", "name", "rowid", "title", "workspace_id", "notes", "_rowid_", "oid"});
    return one(found->second);
}

//! Mostly what every table has, so that most statements are ones that SQLite understands.
QByteArray StatementMaker::anyColumn()
{
    if (chance(80))
        return oneOf({"id", "created_at", "updated_at"});
    return chance(50) ? oneOf({"name", "workspace_id", "notes", "user_id", "status"}) : column(word());
}

QByteArray StatementMaker::value(int depth)
{
    switch (below(depth > 0 ? 12 : 8)) {
    case 0:
        return QByteArray::number(below(1000) - 500);
    case 1:
        return "'" + oneOf({"qzx", "%", "", "clients", "main.clients", "2026-11-25"}) + "'";
    case 2:
        return "NULL";
    case 3:
        return m_names.ids.isEmpty() ? QByteArray("x'00'") : one(m_names.ids);
    case 4:
        return oneOf(
            {"1e308", "9223372036854775807", "-9223372036854775808", "x''", "0.0", "1=1", "CURRENT_TIMESTAMP"});
    case 5:
    case 6:
    case 7:
        return anyColumn();
    case 8:
        return "(" + scalar(depth - 1) + ")";
    case 9:
        return function(depth - 1);
    case 10:
        return "CAST(" + expression(depth - 1) + " AS " + oneOf({"TEXT", "BLOB", "INTEGER", "REAL", "clients"}) + ")";
    default:
        return "CASE WHEN " + condition(depth - 1) + " THEN " + value(depth - 1) + " ELSE " + value(depth - 1) + " END";
    }
}

QByteArray StatementMaker::function(int depth)
{
    const QByteArray a = value(depth > 0 ? depth - 1 : 0);
    const QByteArray b = value(0);
    // Those that nobody may call are named less often: a statement is refused by one of them, and all else in it unseen.
    constexpr std::array cases = {0, 0, 0, 1, 1, 2, 3, 3, 5, 6, 7, 4, 8};
    switch (cases[size_t(below(chance(20) ? int(cases.size()) : int(cases.size()) - 2))]) {
    case 0:
        return oneOf({"hex", "upper", "lower", "quote", "typeof", "length", "unicode", "abs", "json_quote", "trim"}) +
               "(" + a + ")";
    case 1:
        return oneOf({"substr", "instr", "ifnull", "nullif", "max", "min", "printf", "glob", "like", "char"}) + "(" +
               a + ", " + b + ")";
    case 2:
        return "replace(" + a + ", " + b + ", " + value(0) + ")";
    case 3:
        return oneOf({"json_array", "json_object", "json_group_array", "group_concat", "count", "sum", "total",
                      "coalesce", "json_group_object"}) +
               "(" + a + ", " + b + ")";
    case 4:
        return oneOf({"sqlite_version", "changes", "last_insert_rowid", "total_changes", "random", "sqlite_source_id",
                      "sqlite_compileoption_get", "sqlite_offset"}) +
               "(" + (chance(50) ? QByteArray() : a) + ")";
    case 5:
        return "printf('%s %d %Q %w', " + a + ", " + b + ", " + a + ", " + b + ")";
    case 6:
        return a + " ->> '$." + oneOf({"m", "p1", "a.b", "[0]"}) + "'";
    case 7:
        return "iif(" + condition(0) + ", " + a + ", " + b + ")";
    default:
        return oneOf({"zeroblob", "randomblob", "highlight", "snippet", "bm25", "matchinfo", "offsets",
                      "load_extension"}) +
               "(" + a + ")";
    }
}

QByteArray StatementMaker::expression(int depth)
{
    if (depth <= 0 || chance(40))
        return value(depth);
    if (chance(40))
        return function(depth);
    return value(depth - 1) + blank() +
           oneOf({"||", "+", "*", "=", "IS", "<", "AND", "OR", "IN (1, 2) OR", "->", "%"}) + blank() + value(depth - 1);
}

QByteArray StatementMaker::condition(int depth)
{
    switch (below(depth > 0 ? 8 : 4)) {
    case 0:
        return "1";
    case 1:
        return anyColumn() + " IS NOT NULL";
    case 2:
        return anyColumn() + " " +
               (chance(95) ? oneOf({"LIKE", "GLOB", "=", "<>", ">", "IS"}) : oneOf({"MATCH", "REGEXP"})) + " " +
               value(0);
    case 3:
        return "workspace_id " + oneOf({"<>", "=", "IS NOT", "IN"}) + " " + value(0);
    case 4:
        return anyColumn() + " IN (" + scalar(depth - 1) + ")";
    case 5:
        return "EXISTS (" + select(depth - 1) + ")";
    case 6:
        return chance(10) ? anyColumn() + " IN " + table() : QByteArray("created_at >= 0");
    default:
        return "NOT " + condition(depth - 1) + " OR " + condition(depth - 1);
    }
}

QByteArray StatementMaker::source(int depth)
{
    if (depth > 0 && chance(25))
        return "(" + select(depth - 1) + ")" +
               (chance(50) ? " AS " + quoted(chance(50) ? QByteArray("t") : word()) : "");
    QByteArray text = table();
    if (chance(25))
        text += " AS " + quoted(chance(50) ? QByteArray("t") : word());
    if (chance(4))
        text += oneOf({" NOT INDEXED", " INDEXED BY clients_name", "('x')"});
    return text;
}

QByteArray StatementMaker::select(int depth)
{
    const QByteArray from = word();
    QByteArray what = chance(40) ? QByteArray("*") : column(from);
    for (int more = below(3); more > 0 && what != "*"; --more)
        what += ", " + (chance(50) ? column(from) : expression(depth));
    QByteArray sql = oneOf({"SELECT ", "SELECT ", "SELECT DISTINCT ", "select all "}) + what + blank() + "FROM" +
                     blank() +
                     (chance(50)   ? quoted(from)
                      : chance(40) ? "main." + quoted(from)
                                   : source(depth));
    if (chance(40))
        sql += " WHERE " + condition(depth);
    if (chance(15))
        sql += " GROUP BY " + anyColumn() + (chance(30) ? " HAVING " + condition(0) : QByteArray());
    if (chance(20))
        sql += " ORDER BY " + expression(depth > 0 ? 1 : 0);
    if (chance(15))
        sql += " LIMIT " + QByteArray::number(below(50));
    return sql;
}

//! Of one column, as a value or behind IN.
QByteArray StatementMaker::scalar(int depth)
{
    return "SELECT " + (chance(70) ? anyColumn() : value(depth)) + " FROM " + (chance(70) ? quoted(word()) : table()) +
           (chance(40) ? " WHERE " + condition(depth) : QByteArray());
}

QByteArray StatementMaker::file()
{
    return "'" + oneOf({":memory:", "", "/etc/passwd", "../two.shop", "file:x?mode=memory"}) +
           (chance(50) ? QByteArray() : m_names.folder + "/made.db") + "'";
}

} // namespace thimblely::test
