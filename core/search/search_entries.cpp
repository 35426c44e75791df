// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/search/fold.h"
#include "core/search/search_index.h"
#include "core/storage/search_marks.h"

#include <map>

namespace thimblely::search {

namespace {

//! So many new rows wait to be indexed together: that costs a tenth of indexing each with its own commit.
constexpr qint64 mostWaiting = 64;
//! And of an operation that writes many, where nobody searches before its end: a third of what 64 at a time cost.
constexpr qint64 mostWaitingOfMany = 8192;

storage::Table tableOf(Kind kind)
{
    return kind == Kind::Client ? storage::Table::Clients : storage::Table::Orders;
}

} // namespace

Result<SearchIndex::Range> SearchIndex::madeRange(changes::WriteContext &context, Kind kind)
{
    access::ScopedConnection &connection = context.connection();
    TRY_ASSIGN(std::optional<Range> range, rangeOf(connection, kind));
    if (!range) {
        TRY_ASSIGN(auto insert, connection.gatedQuery(access::GateKey(), R"(
            INSERT INTO main.sys_search_scopes (number, workspace_id)
            SELECT ifnull(max(number), 0) + 1, ?1 FROM main.sys_search_scopes)"));
        insert->bind(context.principal().workspace);
        TRY(insert->run());
        TRY_ASSIGN(range, rangeOf(connection, kind));
    }
    return *range;
}

Result<qint64> SearchIndex::nextId(changes::WriteContext &context, const Range &range)
{
    TRY_ASSIGN(auto newest, context.connection().gatedQuery(
                                access::GateKey(), "SELECT max(id) FROM main.sys_search WHERE id > ? AND id < ?"));
    newest->bind(range.first(), range.end());
    TRY(newest->step());
    return (newest->isNull(0) ? range.first() : newest->int64(0)) + 1;
}

Result<std::optional<SearchIndex::Entry>> SearchIndex::entryOf(changes::WriteContext &context, const IdBytes &row)
{
    TRY_ASSIGN(auto known, context.connection().gatedQuery(access::GateKey(),
                                                           "SELECT id, folded FROM main.sys_search WHERE row_id = ?1"
                                                           " AND workspace_id = ?2"));
    known->bind(RowId(row), context.principal().workspace);
    TRY_ASSIGN(const bool found, known->step());
    return found ? std::optional(Entry{known->int64(0), known->text(1)}) : std::nullopt;
}

Result<void> SearchIndex::put(changes::WriteContext &context, Kind kind, const IdBytes &row, const QStringList &texts)
{
    return putFolded(context, kind, row, foldedTexts(texts));
}

Result<void> SearchIndex::putFolded(changes::WriteContext &context, Kind kind, const IdBytes &row,
                                    const QString &folded)
{
    TRY_ASSIGN(const std::optional<Entry> known, entryOf(context, row));
    if (!known)
        return putNew(context, kind, row, folded);
    return known->folded == folded ? Result<void>() : replace(context, kind, *known, folded);
}

Result<void> SearchIndex::add(changes::WriteContext &context, Kind kind, qint64 id, const IdBytes &row,
                              const QString &folded)
{
    TRY_ASSIGN(auto insert, context.connection().gatedQuery(access::GateKey(), R"(
        INSERT INTO main.sys_search (id, workspace_id, kind, row_id, folded) VALUES (?, ?, ?, ?, ?))"));
    const QByteArray text = folded.toUtf8();
    insert->bind(id, context.principal().workspace, int(tableOf(kind)), RowId(row)).bindUtf8InPlace(text);
    return insert->run();
}

Result<void> SearchIndex::putNew(changes::WriteContext &context, Kind kind, const IdBytes &row, const QString &folded)
{
    if (context.writesMany())
        return addOfMany(context, kind, row, folded);
    TRY_ASSIGN(const Range range, madeRange(context, kind));
    TRY_ASSIGN(const qint64 id, nextId(context, range));
    TRY(add(context, kind, id, row, folded));
    return id - range.indexed < mostWaiting ? Result<void>() : indexWaiting(context, range);
}

//! Nobody else gives ids meanwhile: the range and the last one are asked for once.
struct SearchIndex::Newest {
    struct OfKind {
        Range range;
        qint64 nextId;
    };
    std::map<Kind, OfKind> of;
};

Result<void> SearchIndex::addOfMany(changes::WriteContext &context, Kind kind, const IdBytes &row,
                                    const QString &folded)
{
    auto &all = context.kept<Newest>().of;
    auto newest = all.find(kind);
    if (newest == all.end()) {
        TRY_ASSIGN(const Range range, madeRange(context, kind));
        TRY_ASSIGN(const qint64 id, nextId(context, range));
        newest = all.emplace(kind, Newest::OfKind{range, id}).first;
    }
    auto &[range, nextId] = newest->second;
    const qint64 id = nextId;
    TRY(add(context, kind, id, row, folded));
    ++nextId;
    if (id - range.indexed < mostWaitingOfMany)
        return {};
    TRY(indexWaiting(context, range));
    range.indexed = id;
    return {};
}

Result<void> SearchIndex::finishMany(changes::WriteContext &context, Kind kind)
{
    TRY_ASSIGN(const std::optional<Range> range, rangeOf(context.connection(), kind));
    return range ? indexWaiting(context, *range) : Result<void>();
}

Result<void> SearchIndex::replace(changes::WriteContext &context, Kind kind, const Entry &known, const QString &folded)
{
    access::ScopedConnection &connection = context.connection();
    TRY_ASSIGN(const Range range, madeRange(context, kind));
    const auto gate = connection.openGate(access::GateKey());
    TRY(run(connection, "SAVEPOINT search"));
    if (known.id <= range.indexed) {
        TRY(unmark(context, range, known));
        TRY(mark(context, range, {known.id, folded}));
    }
    TRY_ASSIGN(auto update,
               connection.gatedQuery(access::GateKey(), "UPDATE main.sys_search SET folded = ?1 WHERE id = ?2"));
    update->bind(folded, known.id);
    TRY(update->run());
    return run(connection, "RELEASE search");
}

Result<void> SearchIndex::indexWaiting(changes::WriteContext &context, const Range &range)
{
    access::ScopedConnection &connection = context.connection();
    const auto gate = connection.openGate(access::GateKey());
    TRY(run(connection, "SAVEPOINT search"));
    TRY_ASSIGN(auto waiting,
               connection.gatedQuery(access::GateKey(),
                                     "SELECT id, folded FROM main.sys_search WHERE id > ? AND id < ? ORDER BY id"));
    waiting->bind(range.indexed, range.end());
    qint64 last = range.indexed;
    for (;;) {
        TRY_ASSIGN(const bool row, waiting->step());
        if (!row)
            break;
        last = waiting->int64(0);
        TRY(mark(context, range, {last, waiting->text(1)}));
    }
    const bool orders = (range.number & 1) == 1;
    TRY_ASSIGN(auto update, connection.gatedQuery(access::GateKey(),
                                                  orders ? "UPDATE main.sys_search_scopes SET orders_indexed = ?1"
                                                           " WHERE number = ?2"
                                                         : "UPDATE main.sys_search_scopes SET clients_indexed = ?1"
                                                           " WHERE number = ?2"));
    update->bind(last, range.number >> 1);
    TRY(update->run());
    return run(connection, "RELEASE search");
}

Result<void> SearchIndex::mark(changes::WriteContext &context, const Range &range, const Entry &entry)
{
    TRY_ASSIGN(auto insert, context.connection().gatedQuery(
                                access::GateKey(), "INSERT INTO main.sys_search_fts (rowid, marks) VALUES (?, ?)"));
    const QByteArray marks = storage::marksOf(range.number, entry.folded);
    insert->bind(entry.id).bindUtf8InPlace(marks);
    return insert->run();
}

Result<void> SearchIndex::unmark(changes::WriteContext &context, const Range &range, const Entry &entry)
{
    TRY_ASSIGN(auto remove, context.connection().gatedQuery(access::GateKey(), R"(
        INSERT INTO main.sys_search_fts (sys_search_fts, rowid, marks) VALUES ('delete', ?, ?))"));
    remove->bind(entry.id).bindUtf8(storage::marksOf(range.number, entry.folded));
    return remove->run();
}

//! FTS5 prepares statements of its own, and not before it is told to write: at the end of a savepoint, so that it is
//! done while the gate is open rather than by whatever statement comes next.
Result<void> SearchIndex::run(access::ScopedConnection &connection, QByteArrayView sql)
{
    TRY_ASSIGN(auto statement, connection.gatedQuery(access::GateKey(), sql));
    return statement->run();
}

} // namespace thimblely::search
