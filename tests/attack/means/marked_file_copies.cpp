// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "tests/attack/means/marked_file.h"

#include "core/storage/file_copy.h"

#include <QFile>

namespace thimblely::test {

namespace {

QByteArray rowBytes(const storage::Statement &row)
{
    QByteArray bytes;
    for (int i = 0; i < row.columnCount(); ++i) {
        bytes += row.isNull(i) ? QByteArray("-") : row.blob(i);
        bytes += '\x1f';
    }
    return bytes;
}

//! The workspace that a row says it is of; of the journal's, that of its operation.
QByteArray workspaceOf(const QByteArray &table, const QByteArrayList &columns)
{
    if (table == "workspaces")
        return "id";
    if (table == "sys_journal")
        return "(SELECT workspace_id FROM main.sys_operations AS own WHERE own.id = operation_id)";
    return columns.contains("workspace_id") ? "workspace_id" : "NULL";
}

Marks everyMarkOf(char shop)
{
    Marks marks;
    for (char whose = '0'; whose <= 'z'; ++whose)
        marks.insert(Mark{shop, whose});
    return marks;
}

} // namespace

std::map<QByteArray, QByteArrayList> MarkedFile::columns()
{
    auto tables =
        std::move(storage::Statement::prepare(connection->handle(),
                                              "SELECT list.name, info.name FROM pragma_table_list AS list,"
                                              " pragma_table_xinfo(list.name) AS info WHERE list.schema = 'main'"))
            .value();
    std::map<QByteArray, QByteArrayList> found;
    while (tables.step().value())
        found[tables.utf8(0)].append(tables.utf8(1));
    return found;
}

std::map<QByteArray, QByteArray> MarkedFile::hashes()
{
    std::map<QByteArray, QByteArray> found;
    for (const auto &[table, names] : columns()) {
        if (table == "sys_search_fts")
            continue; // its rows are those of its own tables
        auto rows = std::move(storage::Statement::prepare(connection->handle(), "SELECT * FROM main." + table)).value();
        QCryptographicHash hash(QCryptographicHash::Sha256);
        while (rows.step().value())
            hash.addData(rowBytes(rows));
        found[table] = hash.result();
    }
    return found;
}

std::map<QByteArray, QByteArray> MarkedFile::hashesWithout(const QByteArray &shop, const QByteArray &who,
                                                           const QString &path)
{
    Marks own = everyMarkOf(shop.at(0));
    if (isEverywhere(who)) // what they write here bears their id, which is of no workspace
        own.insert({Mark{Mark::wanderer, Mark::id}, Mark{Mark::wanderer, letterOf(who)}});
    // A row's workspace says whose it is. Marks do where it has none, or one that was founded since: a piece of this
    // workspace bears another mark as soon as it is given to somebody who works in several.
    const QByteArray here = workspace(shop).view().toByteArray();
    const QByteArray self = insiderId(shop, who).view().toByteArray();
    std::set<QByteArray> others;
    for (const auto &[name, owner] : owners) {
        if (name != shop)
            others.insert(owner.workspace.view().toByteArray());
    }
    const auto isForeign = [&](const storage::Statement &row) {
        const QByteArray whose = row.isNull(0) ? QByteArray() : row.blob(0);
        const bool isOneself = row.blob(1) == self; // what is about somebody themselves is of no workspace
        return whose != here && (others.contains(whose) || (!isOneself && foreignMark(rowBytes(row), own)));
    };
    const auto copy = std::move(storage::Connection::open(storage::OpenOptions{path})).value();
    std::map<QByteArray, QByteArray> found;
    for (const auto &[table, names] : columns()) {
        if (table.startsWith("sys_search_fts") || table == "sqlite_schema")
            continue; // one tree for all of them
        auto rows =
            std::move(storage::Statement::prepare(
                          copy->handle(), "SELECT " + workspaceOf(table, names) + ", " +
                                              (names.contains("user_id") ? QByteArray("user_id") : names.front()) +
                                              ", * FROM main." + table))
                .value();
        QCryptographicHash hash(QCryptographicHash::Sha256);
        while (rows.step().value()) {
            if (isForeign(rows))
                hash.addData(rowBytes(rows));
        }
        found[table] = hash.result();
    }
    return found;
}

void MarkedFile::copyTo(const QString &path)
{
    QFile::remove(path);
    // Not VACUUM INTO, which asks that no statement of the file be at work.
    if (const auto copied = storage::copyFile(*connection, path, {}, {}); !copied)
        qFatal("%s", qPrintable(describe(copied.error())));
}

void MarkedFile::copyAlone(const QByteArray &shop, const QString &path)
{
    Marks allowed = everyMarkOf(shop.at(0));
    allowed.merge(everyMarkOf(Mark::wanderer));
    allowed.merge(everyMarkOf(Mark::market));
    copyTo(path);
    auto copy = std::move(storage::Connection::open(storage::OpenOptions{path})).value();
    const auto run = [&](const QByteArray &sql) {
        if (const auto done = copy->executeScript(sql); !done)
            qFatal("%s: %s", sql.constData(), qPrintable(describe(done.error())));
    };
    run("PRAGMA foreign_keys = OFF");
    QByteArrayList triggers;
    {
        auto names = std::move(storage::Statement::prepare(copy->handle(), "SELECT name FROM sqlite_schema WHERE type ="
                                                                           " 'trigger'"))
                         .value();
        while (names.step().value())
            triggers.append(names.utf8(0));
    }
    for (const QByteArray &trigger : triggers)
        run("DROP TRIGGER " + trigger);
    for (const storage::TableFacts &facts : storage::catalogue()) {
        QByteArrayList gone;
        auto rows =
            std::move(storage::Statement::prepare(copy->handle(), QByteArray("SELECT id, * FROM ") + facts.name))
                .value();
        while (rows.step().value()) {
            if (foreignMark(rowBytes(rows), allowed))
                gone.append("x'" + rows.blob(0).toHex() + "'");
        }
        rows.reset();
        run(QByteArray("DELETE FROM ") + facts.name + " WHERE id IN (" + gone.join(", ") + ")");
    }
}

} // namespace thimblely::test
