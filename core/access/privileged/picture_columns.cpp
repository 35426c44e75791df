// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/access/privileged/picture_columns.h"

#include "core/access/privileged/erasure_sql.h"

#include <QRegularExpression>

namespace thimblely::access {

Result<std::vector<PictureColumn>> pictureColumns(storage::Connection &connection)
{
    std::vector<PictureColumn> columns;
    for (const storage::TableFacts &facts : storage::catalogue()) {
        TRY(eachRow(
            connection,
            "SELECT name, type = 'BLOB' FROM pragma_table_info(?)"
            " WHERE name IN ('media', 'images') OR name LIKE '%\\_media' ESCAPE '\\'",
            [&](const storage::Statement &row) {
                columns.push_back({facts.table, row.utf8(0), row.boolean(1)});
            },
            facts.name));
    }
    return columns;
}

QByteArrayList picturesNamedIn(const QString &text)
{
    static const QRegularExpression hash(QStringLiteral("(?<![0-9A-Fa-f])[0-9A-Fa-f]{64}(?![0-9A-Fa-f])"));
    QByteArrayList hashes;
    auto found = hash.globalMatch(text);
    while (found.hasNext())
        hashes.append(QByteArray::fromHex(found.next().captured().toLatin1()));
    return hashes;
}

} // namespace thimblely::access
