// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "tests/attack/means/marked_file.h"

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
    const auto copy = std::move(storage::Connection::open(storage::OpenOptions{path})).value();
    std::map<QByteArray, QByteArray> found;
    for (const auto &[table, names] : columns()) {
        if (table.startsWith("sys_search_fts") || table == "sqlite_schema")
            continue; // one tree for all of them
        auto rows = std::move(storage::Statement::prepare(copy->handle(), "SELECT * FROM main." + table)).value();
        QCryptographicHash hash(QCryptographicHash::Sha256);
        while (rows.step().value()) {
            const QByteArray bytes = rowBytes(rows);
            if (foreignMark(bytes, own))
                hash.addData(bytes);
        }
        found[table] = hash.result();
    }
    return found;
}

void MarkedFile::copyTo(const QString &path)
{
    QFile::remove(path);
    execute("VACUUM INTO '" + path.toUtf8() + "'");
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
