// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/changes/import_register.h"

namespace thimblely::changes {

Result<std::optional<ImportRegister::Known>> ImportRegister::find(WriteContext &context, const Entry &entry)
{
    TRY_ASSIGN(auto query, context.connection().gatedQuery(access::GateKey(), R"(
        SELECT row_id, content_sha256 FROM main.sys_import
         WHERE workspace_id = ? AND format = ? AND kind = ? AND foreign_id = ?)"));
    query->bind(context.principal().workspace)
        .bindUtf8(entry.format)
        .bindUtf8(storage::facts(entry.table).name)
        .bind(entry.foreignId);
    TRY_ASSIGN(const bool found, query->step());
    if (!found)
        return std::optional<Known>();
    return std::optional(Known{query->idBytes(0), query->blob(1)});
}

Result<void> ImportRegister::remember(WriteContext &context, const Entry &entry, const IdBytes &row,
                                      const QByteArray &contentHash)
{
    TRY_ASSIGN(auto query, context.connection().gatedQuery(access::GateKey(), R"(
        INSERT INTO main.sys_import (workspace_id, format, kind, foreign_id, row_id, content_sha256)
        VALUES (?, ?, ?, ?, ?, ?)
        ON CONFLICT (workspace_id, format, kind, foreign_id)
        DO UPDATE SET row_id = excluded.row_id, content_sha256 = excluded.content_sha256)"));
    query->bind(context.principal().workspace)
        .bindUtf8(entry.format)
        .bindUtf8(storage::facts(entry.table).name)
        .bind(entry.foreignId, RowId(row))
        .bindBlob(contentHash);
    return query->run();
}

} // namespace thimblely::changes
