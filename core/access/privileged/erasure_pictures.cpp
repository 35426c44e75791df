// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/access/privileged/erasure_rules.h"
#include "core/access/privileged/erasure_sql.h"
#include "core/access/privileged/erasure_traces.h"
#include "core/access/privileged/picture_columns.h"

#include <set>

namespace thimblely::access {

namespace {

void addHashes(const QString &text, std::set<QByteArray> &hashes)
{
    for (const QByteArray &sha256 : picturesNamedIn(text))
        hashes.insert(sha256);
}

} // namespace

Result<std::vector<QByteArray>> ErasureTraces::pictures() const
{
    std::set<QByteArray> hashes;
    TRY_ASSIGN(const std::vector<PictureColumn> columns, pictureColumns(m_connection));
    for (const PictureColumn &column : columns) {
        if (!erasureRule(column.table))
            continue;
        TRY(eachRow(
            m_connection,
            "SELECT " + column.name + " FROM main." + storage::facts(column.table).name + " WHERE " + column.name +
                " IS NOT NULL AND id IN (SELECT id FROM temp.going WHERE table_id = ?)",
            [&](const storage::Statement &row) {
                if (column.isHash)
                    hashes.insert(row.blob(0));
                else
                    addHashes(row.text(0), hashes);
            },
            int(column.table)));
    }
    // Those that were taken off a row before.
    TRY(eachRow(m_connection,
                "SELECT entry.old FROM temp.going JOIN main.sys_journal AS entry"
                " ON entry.row_id = going.id AND entry.old IS NOT NULL AND entry.table_id = going.table_id"
                " WHERE instr(entry.old, 'media')",
                [&](const storage::Statement &row) { addHashes(row.text(0), hashes); }));
    return std::vector<QByteArray>(hashes.begin(), hashes.end());
}

Result<bool> ErasureTraces::isNamed(const QByteArray &sha256) const
{
    TRY_ASSIGN(const std::vector<PictureColumn> columns, pictureColumns(m_connection));
    for (const PictureColumn &column : columns) {
        const QByteArray from = "SELECT 1 FROM main." + QByteArray(storage::facts(column.table).name) + " WHERE " +
                                column.name + " IS NOT NULL AND ";
        TRY_ASSIGN(auto query,
                   m_connection.query(from + (column.isHash ? column.name + " = ? LIMIT 1"
                                                            : "instr(lower(" + column.name + "), ?) LIMIT 1")));
        if (column.isHash)
            query->bindBlob(sha256);
        else
            query->bindUtf8(sha256.toHex());
        TRY_ASSIGN(const bool found, query->step());
        if (found)
            return true;
    }
    return false;
}

Result<std::vector<QByteArray>> ErasureTraces::dropPictures(const std::vector<QByteArray> &pictures)
{
    std::vector<QByteArray> dropped;
    for (const QByteArray &sha256 : pictures) {
        // A page of the old book shows the names of all who stand on it: it goes with the first of them.
        TRY_ASSIGN(auto pages, m_connection.query("UPDATE main.orders SET page_media = NULL WHERE page_media = ?"));
        pages->bindBlob(sha256);
        TRY(pages->run());
        TRY_ASSIGN(const bool named, isNamed(sha256));
        if (named)
            continue;
        TRY_ASSIGN(auto remove, m_connection.query("DELETE FROM main.sys_media WHERE sha256 = ?"));
        remove->bindBlob(sha256);
        TRY(remove->run());
        dropped.push_back(sha256);
    }
    return dropped;
}

} // namespace thimblely::access
