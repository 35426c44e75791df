// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/changes/import_register.h"

namespace thimblely::changes {

//! The newest change of the row, for what was undone last leaves its mark there. Rows that were only ever inserted have none.
Result<bool> ImportRegister::wasTakenBack(WriteContext &context, const IdBytes &row)
{
    TRY_ASSIGN(auto query, context.connection().gatedQuery(access::GateKey(), R"(
        SELECT operation.kind GLOB 'undo:*.import'
          FROM main.sys_journal AS change
          JOIN main.sys_operations AS operation ON operation.id = change.operation_id
         WHERE change.row_id = ? AND change.old IS NOT NULL
         ORDER BY change.seq DESC LIMIT 1)"));
    query->bind(RowId(row));
    TRY_ASSIGN(const bool found, query->step());
    return found && query->boolean(0);
}

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
    Known known{query->idBytes(0), query->blob(1)};
    TRY_ASSIGN(known.takenBack, wasTakenBack(context, known.row));
    return std::optional(std::move(known));
}

Result<QSet<QString>> ImportRegister::foreignIds(WriteContext &context, const Entry &entry)
{
    TRY_ASSIGN(auto query, context.connection().gatedQuery(access::GateKey(), R"(
        SELECT foreign_id FROM main.sys_import WHERE workspace_id = ? AND format = ? AND kind = ?)"));
    query->bind(context.principal().workspace).bindUtf8(entry.format).bindUtf8(storage::facts(entry.table).name);
    QSet<QString> ids;
    for (;;) {
        TRY_ASSIGN(const bool row, query->step());
        if (!row)
            return ids;
        ids.insert(query->text(0));
    }
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
