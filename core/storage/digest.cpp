// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/storage/catalogue.h"
#include "core/storage/connection.h"
#include "core/storage/verify.h"

#include <QByteArrayList>
#include <QCryptographicHash>

namespace thimblely::storage {

namespace {

Result<QByteArrayList> comparableColumns(Connection &connection, const TableFacts &facts)
{
    TRY_ASSIGN(auto query, connection.query("SELECT name FROM pragma_table_info(?) ORDER BY cid"));
    query->bind(facts.name);
    QByteArrayList columns;
    for (;;) {
        TRY_ASSIGN(const bool row, query->step());
        if (!row)
            return columns;
        const QByteArray name = query->utf8(0);
        if (!name.endsWith("_hash") && !name.endsWith("_hashes"))
            columns.append(name);
    }
}

} // namespace

Result<QByteArray> digest(Connection &connection)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    // Each value with its type and length, so that no two rows read the same.
    const auto add = [&hash](char type, const QByteArray &bytes) {
        hash.addData(QByteArray(1, type) + QByteArray::number(bytes.size()) + ':');
        hash.addData(bytes);
    };
    for (const TableFacts &facts : catalogue()) {
        TRY_ASSIGN(const QByteArrayList columns, comparableColumns(connection, facts));
        add('T', facts.name);
        add('C', columns.join(','));
        TRY_ASSIGN(auto query,
                   connection.query("SELECT " + columns.join(", ") + " FROM " + facts.name + " ORDER BY id"));
        for (;;) {
            TRY_ASSIGN(const bool row, query->step());
            if (!row)
                break;
            for (int column = 0; column < query->columnCount(); ++column)
                add(char('0' + query->columnType(column)), query->blob(column));
        }
    }
    return hash.result();
}

} // namespace thimblely::storage
