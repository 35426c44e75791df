// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "tests/attack/means/statement_maker.h"

namespace thimblely::test {

// What would change rows, tables, files or the connection.

QByteArray StatementMaker::returning()
{
    const QByteArray what = " RETURNING " + (chance(50) ? QByteArray("*") : expression(2));
    switch (below(3)) {
    case 0:
        return "DELETE FROM " + table() + (chance(50) ? " WHERE " + condition(1) : QByteArray()) + what;
    case 1:
        return "UPDATE " + table() + " SET " + anyColumn() + " = " + expression(1) + what;
    default:
        return "INSERT INTO " + table() + " (id) VALUES (randomblob(16))" + what;
    }
}

QByteArray StatementMaker::upsert()
{
    return "INSERT INTO " + table() + " (id, " + anyColumn() + ") " +
           (chance(50) ? "VALUES (" + value(1) + ", " + value(1) + ")" : select(1)) + " ON CONFLICT " +
           (chance(50) ? QByteArray("(id) ") : QByteArray()) + "DO " +
           (chance(30) ? QByteArray("NOTHING") : "UPDATE SET " + anyColumn() + " = excluded." + anyColumn());
}

QByteArray StatementMaker::updateFrom()
{
    return "UPDATE " + (chance(20) ? QByteArray("OR REPLACE ") : QByteArray()) + table() + " SET " + anyColumn() +
           " = " + expression(1) + " FROM " + source(1) + " WHERE " + condition(1);
}

QByteArray StatementMaker::remove()
{
    return "DELETE FROM " + table() + (chance(60) ? " WHERE " + condition(2) : QByteArray());
}

QByteArray StatementMaker::insert()
{
    const QByteArray with = chance(30) ? "WITH " + quoted(word()) + " AS (" + select(1) + ") " : QByteArray();
    return with + oneOf({"INSERT INTO ", "REPLACE INTO ", "INSERT OR IGNORE INTO ", "INSERT OR ROLLBACK INTO "}) +
           table() + (chance(50) ? " SELECT * FROM " + table() : " (id) VALUES (" + value(1) + ")");
}

QByteArray StatementMaker::trigger()
{
    return "CREATE " + oneOf({"", "TEMP ", "TEMPORARY "}) + "TRIGGER " + oneOf({"t", "clients", "main.t", "temp.t"}) +
           " " + oneOf({"AFTER INSERT", "BEFORE UPDATE", "INSTEAD OF DELETE", "AFTER DELETE"}) + " ON " + table() +
           " BEGIN " + select(1) + "; " + remove() + "; END";
}

QByteArray StatementMaker::view()
{
    if (chance(30))
        return "DROP VIEW " + table();
    return "CREATE " + oneOf({"", "TEMP ", "TEMPORARY "}) + "VIEW " + (chance(30) ? QByteArray("IF NOT EXISTS ") : "") +
           quoted(word()) + " AS " + select(2);
}

QByteArray StatementMaker::temporary()
{
    return "CREATE TEMP TABLE " + quoted(word()) + (chance(60) ? " AS " + select(2) : " (a, b)");
}

QByteArray StatementMaker::schemaChange()
{
    switch (below(5)) {
    case 0:
        return "ALTER TABLE " + table() + " RENAME TO x";
    case 1:
        return "ALTER TABLE " + table() + " " + oneOf({"ADD COLUMN x", "DROP COLUMN name", "RENAME COLUMN name TO x"});
    case 2:
        return "CREATE " + oneOf({"", "UNIQUE "}) + "INDEX x ON " + quoted(word()) + " (id)";
    case 3:
        return "DROP " + oneOf({"TABLE ", "INDEX ", "TRIGGER ", "VIEW "}) + table();
    default:
        return "CREATE TABLE x AS " + select(1);
    }
}

QByteArray StatementMaker::attach()
{
    return chance(20) ? "DETACH " + oneOf({"main", "temp", "other"})
                      : "ATTACH " + (chance(70) ? file() : "(" + select(0) + ")") + " AS " +
                            oneOf({"other", "main", "temp", "clients"});
}

QByteArray StatementMaker::pragma()
{
    const QByteArray name = oneOf({"table_info",
                                   "writable_schema",
                                   "foreign_keys",
                                   "schema_version",
                                   "user_version",
                                   "query_only",
                                   "trusted_schema",
                                   "temp_store",
                                   "journal_mode",
                                   "wal_checkpoint",
                                   "database_list",
                                   "index_list",
                                   "integrity_check",
                                   "function_list",
                                   "module_list",
                                   "compile_options",
                                   "optimize",
                                   "page_count",
                                   "secure_delete",
                                   "synchronous",
                                   "cache_spill",
                                   "mmap_size",
                                   "data_version",
                                   "case_sensitive_like",
                                   "ignore_check_constraints",
                                   "recursive_triggers",
                                   "reverse_unordered_selects",
                                   "hard_heap_limit"});
    return oneOf({"PRAGMA ", "pragma ", "PRAGMA main.", "PRAGMA temp."}) + name +
           (chance(40)   ? QByteArray()
            : chance(50) ? "(" + word() + ")"
                         : " = " + oneOf({"1", "0", "OFF", "MEMORY", "DELETE"}));
}

} // namespace thimblely::test
