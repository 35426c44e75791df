// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/changes/bin.h"

#include "core/changes/changed_rows.h"
#include "core/changes/restored_rows.h"

#include <utility>

namespace thimblely::changes {

namespace {

using T = storage::Table;

//! The operations that are a removal: others put rows into the bin as well, a booking the parked order it goes on with.
constexpr char isRemoval[] = R"((operation.kind GLOB '*.remove*' AND operation.kind NOT GLOB 'undo:*'
                                 OR operation.kind GLOB 'undo:*.restore'))";

//! The journal's newest entry that put the row into the bin.
constexpr char lastRemoval[] = R"((SELECT max(last.seq) FROM history_changes AS last
                                    WHERE last.row_id = bin.id AND last.changed
                                      AND json_type(last.old, '$.deleted_at') = 'null'))";

constexpr char clientKind[] = "client.restore";
constexpr char orderKind[] = "order.restore";
constexpr char templateKind[] = "template.restore";
constexpr char itemKind[] = "inventory.restore";
constexpr char otherKind[] = "row.restore";

const char *kindOf(T table)
{
    switch (table) {
    case T::Clients:
        return clientKind;
    case T::Orders:
        return orderKind;
    case T::MeasurementTemplates:
        return templateKind;
    case T::InventoryItems:
        return itemKind;
    default:
        return otherKind;
    }
}

bool has(const Bin::Thing &thing, const QStringList &words)
{
    return std::ranges::all_of(words, [&](const QString &word) {
        return thing.name.contains(word, Qt::CaseInsensitive) || thing.of.contains(word, Qt::CaseInsensitive);
    });
}

struct Removed {
    T table;
    RowId id;
};

//! The row itself first, then what the same operation removed and is still in the bin.
Result<std::vector<Removed>> removedWith(WriteContext &context, T table, RowId id)
{
    TRY_ASSIGN(auto query, context.query(QByteArray(R"(
        SELECT other.table_id, other.id
          FROM bin JOIN history_changes AS change ON change.seq = )") +
                                         lastRemoval + R"(
               JOIN history_changes AS along ON along.operation_id = change.operation_id
                    AND json_type(along.old, '$.deleted_at') = 'null'
               JOIN bin AS other ON other.id = along.row_id AND other.table_id = along.table_id
         WHERE bin.id = ?1 AND bin.table_id = ?2
         ORDER BY other.id <> ?1, along.seq)"));
    query->bind(id, int(table));
    std::vector<Removed> rows;
    for (;;) {
        TRY_ASSIGN(const bool found, query->step());
        if (!found)
            return rows;
        rows.push_back({T(query->int64(0)), query->id<RowId>(1)});
    }
}

Result<void> bringBack(WriteContext &context, T table, RowId id)
{
    TRY_ASSIGN(const std::vector<Removed> rows, removedWith(context, table, id));
    if (rows.empty())
        return Error{ErrorKind::NotFound, "bin.gone", {}, {}};
    for (const Removed &row : rows) {
        const auto restored = context.rows().restore(row.table, row.id.bytes());
        if (!restored && restored.error().code == "storage.constraint")
            return Error{ErrorKind::Conflict, "bin.taken", {}, restored.error().detail};
        TRY(restored);
    }
    for (const Removed &row : rows)
        TRY(RestoredRows::follow(context, row.table, row.id.bytes()));
    return {};
}

} // namespace

Result<Bin::Page> Bin::page(access::Session &session, const QString &words, const std::optional<Key> &before, int limit)
{
    TRY(session.principal().require(access::Capability::HistoryRead));
    TRY_ASSIGN(auto query, session.reader().query(QByteArray(R"(
        SELECT bin.table_id, bin.id, bin.deleted_at, person.full_name,
               (SELECT count(DISTINCT along.row_id) FROM history_changes AS along
                 WHERE along.operation_id = operation.id AND json_type(along.old, '$.deleted_at') = 'null') - 1
          FROM bin JOIN history_changes AS change ON change.seq = )") +
                                                  lastRemoval + R"(
               JOIN history AS operation ON operation.id = change.operation_id
               LEFT JOIN profiles AS person ON person.id = operation.person_id
         WHERE bin.table_id <> ?1 AND (?2 IS NULL OR (bin.deleted_at, bin.id) < (?2, ?3)) AND )" +
                                                  isRemoval + R"(
         ORDER BY bin.deleted_at DESC, bin.id DESC)"));
    // Pieces come and go with their order.
    query->bind(int(T::OrderItems), before ? std::optional(before->deletedAt) : std::nullopt,
                before ? std::optional(before->id) : std::nullopt);
    const QStringList wanted = words.simplified().split(u' ', Qt::SkipEmptyParts);
    ChangedRows rows(session.reader());
    Page page;
    for (;;) {
        TRY_ASSIGN(const bool found, query->step());
        if (!found)
            return page;
        const T table = T(query->int64(0));
        const RowId id = query->id<RowId>(1);
        TRY_ASSIGN(ChangedRows::Name name, rows.name(table, id));
        Thing thing{table,
                    id,
                    std::move(name.name),
                    std::move(name.of),
                    name.ofTable,
                    query->instant(2),
                    query->text(3),
                    int(query->int64(4))};
        if (!has(thing, wanted))
            continue;
        if (int(page.things.size()) == limit) {
            page.next = Key{page.things.back().deletedAt, page.things.back().id};
            return page;
        }
        page.things.push_back(std::move(thing));
    }
}

QFuture<Result<void>> Bin::restore(WriteDoor &door, const Thing &thing)
{
    return door.write<void>(
        Operation{kindOf(thing.table), {thing.name}},
        [table = thing.table, id = thing.id](WriteContext &context) { return bringBack(context, table, id); });
}

} // namespace thimblely::changes
