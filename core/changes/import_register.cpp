// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/changes/import_register.h"

#include <QHash>

#include <algorithm>
#include <map>
#include <utility>

namespace thimblely::changes {

struct ImportRegister::Remembered {
    QByteArrayView format;
    storage::Table table;
    QByteArray foreignId;
    IdBytes row;
    QByteArray contentHash;
};

/*!
 * What an operation that writes many remembers, until its end: in the order of its key a page of the register is touched
 * once, while foreign ids, most of them hashes, come in no order at all.
 */
struct ImportRegister::Waiting {
    struct What {
        IdBytes row;
        QByteArray contentHash;
    };
    using ById = QHash<QString, What>;
    std::map<std::pair<QByteArray, storage::Table>, ById> entries = {};

    const What *find(const Entry &entry) const
    {
        const auto kind = entries.find({entry.format, entry.table});
        if (kind == entries.end())
            return nullptr;
        const auto found = kind->second.constFind(entry.foreignId);
        return found == kind->second.constEnd() ? nullptr : &*found;
    }
};

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
    if (context.writesMany()) {
        if (const Waiting::What *const waiting = context.kept<Waiting>().find(entry)) {
            Known known{waiting->row, waiting->contentHash};
            TRY_ASSIGN(known.takenBack, wasTakenBack(context, known.row));
            return std::optional(std::move(known));
        }
    }
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
            break;
        ids.insert(query->text(0));
    }
    if (context.writesMany()) {
        const auto &waiting = context.kept<Waiting>().entries;
        if (const auto found = waiting.find({entry.format, entry.table}); found != waiting.end())
            ids.unite(QSet<QString>(found->second.keyBegin(), found->second.keyEnd()));
    }
    return ids;
}

Result<void> ImportRegister::remember(WriteContext &context, const Entry &entry, const IdBytes &row,
                                      const QByteArray &contentHash)
{
    if (!context.writesMany())
        return write(context, {entry.format, entry.table, entry.foreignId.toUtf8(), row, contentHash});
    auto &waiting = context.kept<Waiting>().entries;
    if (waiting.empty())
        context.atTheEnd(writeWaiting);
    waiting[{entry.format, entry.table}].insert(entry.foreignId, {row, contentHash});
    return {};
}

Result<void> ImportRegister::write(WriteContext &context, const Remembered &entry)
{
    TRY_ASSIGN(auto query, context.connection().gatedQuery(access::GateKey(), R"(
        INSERT INTO main.sys_import (workspace_id, format, kind, foreign_id, row_id, content_sha256)
        VALUES (?, ?, ?, ?, ?, ?)
        ON CONFLICT (workspace_id, format, kind, foreign_id)
        DO UPDATE SET row_id = excluded.row_id, content_sha256 = excluded.content_sha256)"));
    query->bind(context.principal().workspace)
        .bindUtf8InPlace(entry.format)
        .bindUtf8InPlace(storage::facts(entry.table).name)
        .bindUtf8InPlace(entry.foreignId)
        .bind(RowId(entry.row))
        .bindBlobInPlace(entry.contentHash);
    return query->run();
}

Result<void> ImportRegister::writeWaiting(WriteContext &context)
{
    for (const auto &[kind, byId] : context.kept<Waiting>().entries) {
        std::vector<Remembered> entries;
        entries.reserve(size_t(byId.size()));
        for (auto entry = byId.constBegin(); entry != byId.constEnd(); ++entry)
            entries.push_back({kind.first, kind.second, entry.key().toUtf8(), entry->row, entry->contentHash});
        std::ranges::sort(entries, {}, &Remembered::foreignId);
        for (const Remembered &entry : entries)
            TRY(write(context, entry));
    }
    return {};
}

} // namespace thimblely::changes
