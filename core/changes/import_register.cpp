// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/changes/import_register.h"

namespace thimblely::changes {

Result<std::optional<ImportRegister::Known>> ImportRegister::find(WriteContext &context, const QByteArray &format,
                                                                  const QString &foreignId)
{
    TRY_ASSIGN(auto query, context.connection().gatedQuery(access::GateKey(), R"(
        SELECT row_id, content_hash FROM main.sys_import
         WHERE workspace_id = ? AND format = ? AND foreign_id = ?)"));
    query->bind(context.principal().workspace).bindUtf8(format).bind(foreignId);
    TRY_ASSIGN(const bool found, query->step());
    if (!found)
        return std::optional<Known>();
    return std::optional(Known{query->idBytes(0), query->blob(1)});
}

Result<void> ImportRegister::remember(WriteContext &context, const QByteArray &format, const QString &foreignId,
                                      storage::Table table, const IdBytes &row, const QByteArray &contentHash)
{
    TRY_ASSIGN(auto query, context.connection().gatedQuery(access::GateKey(), R"(
        INSERT INTO main.sys_import (workspace_id, format, foreign_id, table_id, row_id, content_hash, imported_at)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (workspace_id, format, foreign_id)
        DO UPDATE SET row_id = excluded.row_id, content_hash = excluded.content_hash,
                      imported_at = excluded.imported_at)"));
    query->bind(context.principal().workspace)
        .bindUtf8(format)
        .bind(foreignId, int(table), RowId(row))
        .bindBlob(contentHash)
        .bind(context.clock().now());
    return query->run();
}

} // namespace thimblely::changes
