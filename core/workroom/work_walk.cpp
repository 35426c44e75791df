// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/workroom/work_walk.h"

#include "core/inventory/shop_terms.h"
#include "core/orders/work_minutes.h"
#include "core/workspaces/settings.h"

namespace thimblely::workroom {

namespace {

using access::ScopedConnection;
using orders::PieceKind;
using orders::Stage;
using storage::Statement;

const QString noTime = QStringLiteral("24:00"); // as in the index: what is promised for a whole day comes last in it

//! Columns that every walk reads, in this order.
#define WALKED                                                                                                         \
    "piece.id, orders.id, piece.position, orders.promised_date, orders.promised_time, piece.item_kind,"                \
    " piece.garment_type, piece.stage, piece.stage_key, piece.assigned_to, piece.minutes_planned,"                     \
    " (SELECT sum(value ->> 'minutes') FROM json_each(piece.tasks)),"                                                  \
    " (SELECT max(value ->> 'minutes') FROM json_each(piece.tasks)),"                                                  \
    " (SELECT count(*) FROM json_each(piece.tasks) WHERE value ->> 'minutes' IS NULL), piece.ready_at"

#define IN_WORK                                                                                                        \
    " WHERE orders.order_number IS NOT NULL AND orders.status IN ('pending', 'in-progress')"                           \
    " AND piece.stage NOT IN ('ready', 'collected') AND piece.cancelled_at IS NULL AND piece.collected_at IS NULL"     \
    " AND piece.charge IS NULL"

Result<WalkedPiece> mapWalked(const Statement &row, const WorkTerms &terms)
{
    TRY_ASSIGN(const PieceKind kind, orders::pieceKindFromCode(row.text(5)));
    TRY_ASSIGN(const Stage stage, orders::stageFromCode(row.text(7)));
    const QString garment = row.text(6);
    const orders::WorkOf work{kind, garment, int(row.int64(11)), int(row.int64(12)), int(row.int64(13))};
    WalkedPiece piece{{row.optionalDate(3),
                       row.isNull(4) ? std::nullopt : std::optional(inventory::timeFromColumn(row.text(4))),
                       row.id<OrderId>(1), int(row.int64(2)), row.id<OrderItemId>(0), row.optionalInstant(14)},
                      kind,
                      stage,
                      terms.steps.of(kind, stage, row.text(8)),
                      terms.isTried(kind, garment),
                      int(row.optionalInt64(10).value_or(orders::minutesOf(work))),
                      0,
                      0,
                      row.optionalId<PersonId>(9)};
    piece.left = orders::minutesLeft(piece.minutes, stage);
    piece.here = terms.minutesHere(piece.minutes, stage, piece.step, kind, piece.tried);
    return piece;
}

//! False: `visit` has enough.
Result<bool> visitAll(Statement &query, const WorkTerms &terms, const std::optional<WorkKey> &after,
                      const std::function<bool(const WalkedPiece &)> &visit)
{
    for (;;) {
        TRY_ASSIGN(const bool more, query.step());
        if (!more)
            return true;
        TRY_ASSIGN(const WalkedPiece piece, mapWalked(query, terms));
        // The query begins with the order of the key: its first pieces were on the page before.
        if (after && piece.key.order == after->order &&
            std::pair(piece.key.position, piece.key.piece) <= std::pair(after->position, after->piece))
            continue;
        if (!visit(piece))
            return false;
    }
}

Result<bool> walkPromised(ScopedConnection &connection, const WorkTerms &terms, const std::optional<WorkKey> &after,
                          const std::function<bool(const WalkedPiece &)> &visit)
{
    TRY_ASSIGN(auto query, connection.query("SELECT " WALKED R"(
          FROM orders CROSS JOIN order_items AS piece ON piece.order_id = orders.id)" IN_WORK R"(
           AND orders.promised_date IS NOT NULL
           AND (orders.promised_date, ifnull(orders.promised_time, '24:00'), orders.id) >= (?1, ?2, ?3)
         ORDER BY orders.promised_date, ifnull(orders.promised_time, '24:00'), orders.id, piece.position, piece.id)"));
    if (after) {
        query->bind(*after->promised, after->time ? after->time->toString(QStringLiteral("HH:mm")) : noTime);
        query->bind(after->order);
    } else {
        query->bind(QStringLiteral(""), QStringLiteral("")).bindBlob("");
    }
    return visitAll(*query, terms, after, visit);
}

Result<bool> walkUnpromised(ScopedConnection &connection, const WorkTerms &terms, const std::optional<WorkKey> &after,
                            const std::function<bool(const WalkedPiece &)> &visit)
{
    TRY_ASSIGN(auto query, connection.query("SELECT " WALKED R"(
          FROM orders CROSS JOIN order_items AS piece ON piece.order_id = orders.id)" IN_WORK R"(
           AND orders.promised_date IS NULL AND orders.id >= ?1
         ORDER BY orders.id, piece.position, piece.id)"));
    query->bindBlob(after ? after->order.view() : QByteArrayView(""));
    return visitAll(*query, terms, after, visit);
}

#undef IN_WORK

} // namespace

Result<WorkTerms> WorkTerms::load(ScopedConnection &connection)
{
    TRY_ASSIGN(const auto steps, workspaces::setting(connection, QLatin1String(stepsKey)));
    TRY_ASSIGN(const auto rules, workspaces::setting(connection, QLatin1String(fittingRulesKey)));
    return WorkTerms{Steps::fromJson(steps.value_or(QJsonValue())),
                     FittingRules::fromJson(rules.value_or(QJsonValue()))};
}

int WorkTerms::minutesHere(int minutes, Stage stage, int step, PieceKind kind, bool tried) const
{
    const auto next = steps.next(step, kind, tried);
    const Stage after = next ? steps.at(*next).phase : Stage::Ready;
    return std::max(0, orders::minutesLeft(minutes, stage) - orders::minutesLeft(minutes, std::max(stage, after)));
}

bool leaves(const WorkFilter &filter, const WalkedPiece &piece)
{
    if (filter.kind && *filter.kind != piece.kind)
        return false;
    if (filter.givenToNobody)
        return !piece.given;
    return !filter.who || piece.given == filter.who;
}

Result<void> walkInWork(ScopedConnection &connection, const WorkTerms &terms, const std::optional<WorkKey> &after,
                        const std::function<bool(const WalkedPiece &)> &visit)
{
    if (!after || after->promised) {
        TRY_ASSIGN(const bool goesOn, walkPromised(connection, terms, after, visit));
        if (!goesOn)
            return {};
    }
    TRY(walkUnpromised(connection, terms, after && !after->promised ? after : std::nullopt, visit));
    return {};
}

Result<void> walkReady(ScopedConnection &connection, const WorkTerms &terms, const std::optional<WorkKey> &after,
                       const std::function<bool(const WalkedPiece &)> &visit)
{
    TRY_ASSIGN(auto query, connection.query("SELECT " WALKED R"(
          FROM order_items AS piece JOIN orders ON orders.id = piece.order_id
         WHERE piece.stage = 'ready' AND piece.cancelled_at IS NULL AND piece.collected_at IS NULL
           AND piece.charge IS NULL AND orders.order_number IS NOT NULL
           AND (ifnull(piece.ready_at, 0), piece.id) > (?1, ?2)
         ORDER BY ifnull(piece.ready_at, 0), piece.id)"));
    query->bind(after && after->readyAt ? *after->readyAt : Instant(0));
    query->bindBlob(after ? after->piece.view() : QByteArrayView(""));
    TRY(visitAll(*query, terms, std::nullopt, visit));
    return {};
}

#undef WALKED

} // namespace thimblely::workroom
