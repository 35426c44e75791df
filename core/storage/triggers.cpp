// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/storage/triggers.h"

#include "core/storage/connection.h"

#include <QCryptographicHash>

#include <utility>

namespace thimblely::storage {

namespace {

// Raise it with every change of journalTriggers(): files made before get theirs anew when they are opened.
constexpr int generatorRevision = 4;

QByteArray journalRow(const TableFacts &facts, int action, const QByteArray &row)
{
    return "    INSERT INTO sys_journal (operation_id, table_id, action, row_id, old)\n"
           "    SELECT coalesce(journal_operation(), (SELECT operation_id FROM sys_current_operation),\n"
           "                    RAISE(ABORT, 'journal.no_operation')), " +
           QByteArray::number(int(facts.table)) + ", " + QByteArray::number(action) + ", " + row + ".id";
}

//! A call of a journal function over so many columns as SQLite lets a function have arguments (127), or the sum of calls.
template <typename Argument>
QByteArray journalCall(const char *function, const QByteArrayList &columns, const Argument &argument)
{
    constexpr qsizetype most = 60;
    QByteArrayList calls;
    for (qsizetype from = 0; from < columns.size(); from += most) {
        const QByteArrayList some = columns.mid(from, most);
        QByteArray call = QByteArray(function) + "('" + some.join(',') + '\'';
        for (const QByteArray &column : some)
            call += ", " + argument(column);
        calls.append(call + ')');
    }
    return calls.join("\n             || ");
}

QByteArray insertTrigger(const TableFacts &facts)
{
    const QByteArray name(facts.name);
    return "CREATE TRIGGER journal_" + name + "_insert AFTER INSERT ON " + name + "\nBEGIN\n" +
           journalRow(facts, 1, "NEW") + ", NULL;\nEND;\n";
}

QByteArray updateTrigger(const TableFacts &facts, const QByteArrayList &columns)
{
    const QByteArray name(facts.name);
    QByteArrayList kept;
    for (const QByteArray &column : columns) {
        if (column != "updated_at" && !isDerived(facts, std::string_view(column.constData())))
            kept.append(column);
    }
    // An empty text where nothing changed: a row that was only touched is not journalled.
    const QByteArray changes = journalCall(
        "journal_changes", kept, [](const QByteArray &column) { return "OLD." + column + ", NEW." + column; });
    return "CREATE TRIGGER journal_" + name + "_update AFTER UPDATE OF " + kept.join(", ") + "\nON " + name +
           "\nBEGIN\n" + journalRow(facts, 2, "OLD") + ", '{' || substr(changes.old, 2) || '}'\n      FROM (SELECT " +
           changes + " AS old) AS changes\n     WHERE changes.old <> '';\nEND;\n";
}

QByteArray deleteTrigger(const TableFacts &facts, const QByteArrayList &columns)
{
    const QByteArray name(facts.name);
    QByteArrayList kept;
    for (const QByteArray &column : columns) {
        if (!isDerived(facts, std::string_view(column.constData())))
            kept.append(column);
    }
    const QByteArray values =
        journalCall("journal_values", kept, [](const QByteArray &column) { return "OLD." + column; });
    return "CREATE TRIGGER journal_" + name + "_delete AFTER DELETE ON " + name + "\nBEGIN\n" +
           journalRow(facts, 3, "OLD") + ", '{' || substr(" + values + ", 2) || '}';\nEND;\n";
}

Result<void> makeJournalTriggers(Connection &connection)
{
    for (const TableFacts &facts : catalogue()) {
        if (!facts.journalled)
            continue;
        TRY_ASSIGN(auto query, connection.query("SELECT name FROM pragma_table_info(?) ORDER BY cid"));
        query->bind(facts.name);
        QByteArrayList columns;
        for (;;) {
            TRY_ASSIGN(const bool row, query->step());
            if (!row)
                break;
            columns.append(query->utf8(0));
        }
        TRY(connection.executeScript(journalTriggers(facts, columns)));
    }
    return {};
}

} // namespace

QByteArray journalTriggers(const TableFacts &facts, const QByteArrayList &columns)
{
    return insertTrigger(facts) + updateTrigger(facts, columns) + deleteTrigger(facts, columns);
}

Result<void> dropViewsAndTriggers(Connection &connection)
{
    QByteArray script;
    {
        // Triggers first: dropping a view that a trigger reads is allowed, but leaves it broken until it goes too.
        TRY_ASSIGN(auto query, connection.query("SELECT 'DROP ' || type || ' \"' || name || '\";' FROM sqlite_schema"
                                                " WHERE type IN ('trigger', 'view') ORDER BY type"));
        for (;;) {
            TRY_ASSIGN(const bool row, query->step());
            if (!row)
                break;
            script += query->utf8(0);
        }
    }
    return connection.executeScript(script);
}

Result<void> makeViewsAndTriggers(Connection &connection, const SchemaParts &parts)
{
    TRY(dropViewsAndTriggers(connection));
    TRY(connection.executeScript(parts.figures));
    TRY(connection.executeScript(parts.guards));
    TRY(connection.executeScript(parts.derived));
    TRY(makeJournalTriggers(connection));
    TRY(connection.executeScript(parts.statistics));
    TRY_ASSIGN(auto query, connection.query("INSERT INTO sys_meta (key, value) VALUES ('triggers', ?)"
                                            " ON CONFLICT DO UPDATE SET value = excluded.value"));
    query->bindBlob(fingerprintOfTriggers(parts));
    return query->run();
}

QByteArray fingerprintOfTriggers(const SchemaParts &parts)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    const auto add = [&hash](QByteArrayView text) {
        hash.addData(text.toByteArray());
        hash.addData(QByteArrayLiteral("\n"));
    };
    add(QByteArray::number(generatorRevision));
    for (const char *part : {parts.figures, parts.guards, parts.derived, parts.statistics})
        add(part);
    for (const TableFacts &facts : catalogue()) {
        if (!facts.journalled)
            continue;
        add(facts.name);
        for (const char *column : facts.derived)
            add(column);
    }
    return hash.result();
}

} // namespace thimblely::storage
