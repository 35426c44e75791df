// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "tests/attack/means/statement_maker.h"

namespace thimblely::test {

// What asks the engine for what it knows, takes all of the machine, or is no statement at all.

QByteArray StatementMaker::pragmaFunction()
{
    const QByteArray name =
        "pragma_" + oneOf({"table_info", "table_list", "database_list", "function_list", "module_list", "index_list",
                           "foreign_key_list", "table_xinfo", "compile_options", "index_info", "collation_list",
                           "user_version", "integrity_check", "quick_check", "page_count", "data_version", "stats"});
    const QByteArray argument = chance(50) ? QByteArray() : "('" + word() + "')";
    return "SELECT " + oneOf({"*", "1", "count(*)", "name"}) + " FROM " + oneOf({"", "main.", "temp."}) + name +
           argument + (chance(20) ? " JOIN " + table() : QByteArray());
}

QByteArray StatementMaker::virtualTable()
{
    if (chance(50))
        return "CREATE VIRTUAL TABLE " + oneOf({"", "temp.", "main."}) + "v USING " +
               oneOf({"fts5(a)", "fts5vocab(main, sys_search_fts, row)", "fts4(a)", "rtree(a, b, c)", "dbstat",
                      "csv(filename='/etc/passwd')", "json_each", "zipfile('/x')", "fts3tokenize"});
    return "SELECT * FROM " +
           oneOf({"fts5vocab", "fts3tokenize", "rtree", "generate_series(1, 9)", "carray", "zipfile('/x')",
                  "fsdir('/')", "completion", "geopoly", "fts4aux", "sqlite_stmt", "wholenumber"});
}

QByteArray StatementMaker::fullText()
{
    const QByteArray name = oneOf({"sys_search_fts", "main.sys_search_fts", "sys_search_fts_data", "sys_search_fts_idx",
                                   "sys_search_fts_config", "sys_search", "sys_search_marks", "sys_search_scopes"});
    switch (below(4)) {
    case 0:
        return "SELECT rowid, * FROM " + name + " WHERE " + oneOf({"marks", "sys_search_fts", "folded"}) +
               " MATCH 'qzx'";
    case 1:
        return "SELECT * FROM " + name + "('qzx')";
    case 2:
        return "INSERT INTO " + name + " (sys_search_fts) VALUES ('" + oneOf({"rebuild", "optimize", "delete-all"}) +
               "')";
    default:
        return "SELECT " + oneOf({"*", "count(*)", "1", "highlight(sys_search_fts, 0, 'a', 'b')"}) + " FROM " + name;
    }
}

QByteArray StatementMaker::schema()
{
    const QByteArray name = oneOf({"sqlite_schema", "sqlite_master", "sqlite_temp_schema", "sqlite_temp_master",
                                   "sqlite_sequence", "sqlite_stat1", "sqlite_stat4"});
    const QByteArray whole = oneOf({"", "main.", "temp."}) + quoted(name);
    switch (below(4)) {
    case 0:
        return "SELECT " + oneOf({"*", "sql", "count(*)", "1", "group_concat(sql)", "rootpage"}) + " FROM " + whole;
    case 1:
        return "SELECT * FROM " + table() + " WHERE " + anyColumn() + " IN (SELECT name FROM " + whole + ")";
    case 2:
        return "UPDATE " + whole + " SET sql = 'x'";
    default:
        return "WITH " + quoted(name) + " AS (" + select(1) + ") SELECT * FROM " + whole;
    }
}

QByteArray StatementMaker::insides()
{
    return "SELECT " + oneOf({"*", "count(*)", "1"}) + " FROM " +
           oneOf({"dbstat", "sqlite_dbpage", "sqlite_dbdata", "sqlite_stmt", "bytecode('SELECT 1')",
                  "tables_used('SELECT * FROM clients')", "sqlite_memstat", "main.dbstat", "temp.sqlite_stmt",
                  "dbstat('main')", "sqlite_dbpage('main')"}) +
           (chance(30) ? " WHERE " + condition(1) : QByteArray());
}

QByteArray StatementMaker::fileFunction()
{
    return "SELECT " +
           oneOf({"readfile('/etc/passwd')", "writefile('", "load_extension('x')", "load_extension('x', 'y')",
                  "fts3_tokenizer('simple')", "fts3_tokenizer('simple', x'0000000000000000')", "edit('x')",
                  "sqlite_compileoption_used('x')", "sqlite_log(1, 'x')", "fts5(NULL)", "fts5_decode(1, 2)",
                  "eval('SELECT 1')", "lsmode(1)", "sqlar_uncompress(x'00', 1)", "zeroblob(16)",
                  "rtreecheck('clients')", "journal_operation()", "search_marks(1, 'x')"})
               .replace("writefile('", "writefile('" + m_names.folder + "/made.txt', 'x')") +
           (chance(40) ? " FROM " + source(1) : QByteArray());
}

QByteArray StatementMaker::explain()
{
    const QByteArray sql = chance(70) ? select(2) : cte();
    return oneOf({"EXPLAIN ", "EXPLAIN QUERY PLAN ", "explain\n", "/**/EXPLAIN ", ";EXPLAIN "}) + sql;
}

QByteArray StatementMaker::comments()
{
    QByteArray sql = chance(50) ? select(2) : cte();
    for (int more = 1 + below(3); more > 0; --more) {
        const qsizetype at = sql.indexOf(' ', below(int(sql.size())));
        if (at >= 0)
            sql.insert(at, oneOf({"/* main.clients */", "-- x\n", "/*", "--", "/* ' */", "/* \" */", "/**/", "*/"}));
    }
    return sql;
}

QByteArray StatementMaker::quoting()
{
    const QByteArray name = word();
    const QByteArray written = oneOf({"\"", "[", "`", "'", "\"\"\"", "\x01"});
    const QByteArray end = written == "[" ? QByteArray("]") : written;
    return "WITH " + written + name + end + " AS (SELECT * FROM \"main\".[" + name + "]) SELECT * FROM " +
           quoted(name) + oneOf({"", " AS 'orders'", " AS \"orders\"", " '", " \"clients"});
}

QByteArray StatementMaker::several()
{
    return oneOf({"SELECT 1; ", "; ", ";;", "SELECT * FROM clients; ", "COMMIT; ", "/* ; */ SELECT 1; "}) +
           (chance(50)   ? remove()
            : chance(50) ? select(1)
                         : cte()) +
           (chance(50) ? "; " + schemaChange() : QByteArray());
}

QByteArray StatementMaker::bigBlob()
{
    const QByteArray size = oneOf({"1000000000", "2147483647", "100000000", "9000000", "999999"});
    switch (below(7)) {
    case 0:
        return "SELECT " + oneOf({"randomblob(", "zeroblob(", "hex(randomblob(", "length(randomblob("}) + size + "))";
    case 1:
        return "SELECT printf('%" + oneOf({".*c', ", "*d', ", "0*d', ", "-*s', "}) + size + ", 'x')";
    case 2:
        return "WITH RECURSIVE n(i, x) AS (SELECT 1, 'x' UNION ALL SELECT i + 1, x || x FROM n WHERE i < 40) SELECT "
               "length(x) FROM n";
    case 3:
        return "WITH RECURSIVE n(i, x) AS (SELECT 1, randomblob(900000) UNION SELECT i + 1, randomblob(900000) FROM n) "
               "SELECT i FROM n";
    case 4: {
        QByteArrayList columns;
        for (int i = 0; i < 400; ++i)
            columns.append("randomblob(" + size + ")");
        return "SELECT " + columns.join(", ");
    }
    case 5:
        return "SELECT replace(hex(randomblob(400000)), '0', hex(randomblob(4000)))";
    default:
        return "SELECT group_concat(printf('%.*c', 900000, 'x')) FROM (WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL "
               "SELECT "
               "i + 1 FROM n) SELECT i FROM n)";
    }
}

QByteArray StatementMaker::endless()
{
    switch (below(6)) {
    case 0:
        return "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT " +
               oneOf({"count(*)", "i", "sum(i)"}) + " FROM n";
    case 1:
        return "WITH RECURSIVE n(i) AS (SELECT 1 UNION SELECT i + 1 FROM n) SELECT * FROM n ORDER BY i DESC";
    case 2:
        return "SELECT count(*) FROM clients a, clients b, clients c, orders d, orders e, "
               "json_each('[1,2,3,4,5,6,7,8]') f,"
               " json_each('[1,2,3,4,5,6,7,8]') g, json_each('[1,2,3,4,5,6,7,8]') h, json_each('[1,2,3,4,5,6,7,8]') k,"
               " json_each('[1,2,3,4,5,6,7,8]') l, json_each('[1,2,3,4,5,6,7,8]') m, json_each('[1,2,3,4,5,6,7,8]') o";
    case 3:
        return "SELECT instr(printf('%.*c', 900000, 'a'), printf('%.*c', 450000, 'a') || 'b')";
    case 4:
        return "SELECT length(" + oneOf({"trim", "ltrim", "rtrim"}) +
               "(printf('%.*c', 900000, 'a'), printf('%.*c', 90000, 'b') || 'a'))";
    default:
        return "SELECT length(replace(printf('%.*c', 900000, 'a'), printf('%.*c', 450000, 'a') || 'b', ''))";
    }
}

QByteArray StatementMaker::secretName()
{
    QByteArray prefix = "s_";
    for (int i = 0; i < 32; ++i)
        prefix += "0123456789abcdef"[below(16)];
    const QByteArray name = oneOf({"s_clients", "s_", "sqlite_clients"}) + (chance(50) ? QByteArray() : prefix);
    const QByteArray written = chance(50) ? name : prefix + "_" + word();
    return chance(50) ? "SELECT * FROM " + oneOf({"", "temp.", "main."}) + written
                      : "WITH " + written + " AS (SELECT * FROM main." + word() + ") SELECT * FROM " + written;
}

QByteArray StatementMaker::transaction()
{
    return oneOf({"BEGIN", "BEGIN IMMEDIATE", "BEGIN EXCLUSIVE", "COMMIT", "ROLLBACK", "SAVEPOINT x", "RELEASE x",
                  "ROLLBACK TO x", "VACUUM", "REINDEX", "ANALYZE", "ANALYZE clients", "REINDEX clients", "END"}) +
           (chance(10) ? " INTO " + file() : QByteArray());
}

QByteArray StatementMaker::programsTable()
{
    const QByteArray name =
        oneOf({"sys_operations", "sys_journal", "sys_drafts", "sys_media", "sys_meta", "sys_import", "sys_series",
               "sys_devices", "sys_daily_totals", "sys_order_payers", "sys_current_operation", "sys_migrations",
               "history", "history_changes", "bin", "daily_totals", "order_payers", "till_activity"});
    return "SELECT " + oneOf({"*", "count(*)", "1", "old", "label", "title", "amount_minor"}) + " FROM " +
           oneOf({"", "main.", "temp."}) + name + (chance(40) ? " WHERE " + condition(1) : QByteArray()) +
           (chance(20) ? " UNION ALL SELECT 1 FROM " + table() : QByteArray());
}

QByteArray StatementMaker::foreignId()
{
    const QByteArray id = m_names.ids.isEmpty() ? QByteArray("x'00'") : one(m_names.ids);
    const QByteArray compared = oneOf({" = ", " IS ", " IN (NULL, ", " <> ", " >= "});
    return "SELECT * FROM " + table() + " WHERE " +
           oneOf({"id", "workspace_id", "client_id", "order_id", "user_id", "owner_id", "row_id", "assigned_to"}) +
           compared + id + (compared.contains('(') ? ")" : "");
}

QByteArray StatementMaker::nested()
{
    const Kind &kind = grammar()[size_t(below(int(grammar().size()) - 2))];
    const QByteArray inner = (this->*kind.write)();
    return oneOf({"SELECT * FROM (", "SELECT (", "WITH t AS (", "SELECT 1 WHERE EXISTS (",
                  "SELECT 1 UNION ALL SELECT * FROM ("}) +
           inner + ")" + (chance(50) ? QByteArray() : QByteArray(" SELECT * FROM t"));
}

QByteArray StatementMaker::mangled()
{
    const Kind &kind = grammar()[size_t(below(int(grammar().size()) - 2))];
    QByteArray sql = (this->*kind.write)();
    for (int more = 1 + below(4); more > 0 && !sql.isEmpty(); --more) {
        const int at = below(int(sql.size()));
        switch (below(4)) {
        case 0:
            sql.remove(at, 1 + below(5));
            break;
        case 1:
            sql.insert(at, oneOf({"(", ")", "'", "\"", ";", ",", "\xff", ".", " AS ", " main.", "*", "%"}));
            break;
        case 2:
            sql.insert(at, sql.mid(below(int(sql.size())), 1 + below(20)));
            break;
        default:
            sql[at] = char(1 + below(255));
            break;
        }
    }
    return sql;
}

} // namespace thimblely::test
