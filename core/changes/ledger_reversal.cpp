// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/changes/ledger_reversal.h"

#include "core/base/error_args.h"
#include "core/changes/till_chain.h"

#include <limits>
#include <utility>
#include <vector>

namespace thimblely::changes {

namespace {

using storage::Table;

Error gone(Table table)
{
    return {ErrorKind::NotFound, "undo.row_gone", {QString::fromLatin1(storage::facts(table).name)}, {}};
}

Error changedSince(const char *kind)
{
    return {ErrorKind::Conflict, "undo.changed_since", {QString::fromLatin1(kind)}, {}};
}

//! Made from the row that is taken back, so that two devices (or two hands) cannot take it back twice.
template <typename IdType>
IdType reversalId(const IdBytes &row)
{
    return IdType::fromName(RowId(row).view().toByteArray() + "reversed");
}

// Stock ------------------------------------------------------------------------------------------------------------

struct ItemStands {
    qint64 stock;
    qint64 reserved;
    qint64 byHand; //!< of what is reserved: for no piece
};

/*!
 * What was moved by hand is taken back while it is there to be taken back: not what was cut or sold since, and no more is
 * promised again than there is. What was moved for a piece goes with the piece, whatever the book says of the roll.
 */
Result<void> requireStillThere(const ItemStands &item, bool ofShelf, qint64 quantity)
{
    const bool gone = ofShelf        ? quantity < 0 && item.stock + quantity < 0
                      : quantity > 0 ? item.reserved + quantity > item.stock
                                     : item.byHand + quantity < 0;
    return gone ? Result<void>(Error{ErrorKind::Conflict, "undo.stock_used", {}, {}}) : Result<void>();
}

Result<void> reverseMovement(WriteContext &context, const IdBytes &row)
{
    TRY_ASSIGN(auto query, context.query(R"(
        SELECT moved.inventory_item_id, moved.movement_type, moved.quantity_milli, moved.order_item_id, moved.notes,
               item.current_stock_milli, item.reserved_milli,
               (SELECT ifnull(sum(other.quantity_milli), 0)
                  FROM inventory_movements AS other
                 WHERE other.inventory_item_id = item.id AND other.order_item_id IS NULL
                   AND other.movement_type IN ('reserve', 'release'))
          FROM inventory_movements AS moved
          JOIN inventory_items AS item ON item.id = moved.inventory_item_id
         WHERE moved.id = ?)"));
    query->bind(RowId(row));
    TRY_ASSIGN(const bool found, query->step());
    if (!found)
        return gone(Table::InventoryMovements);
    const qint64 quantity = -query->int64(2);
    const bool ofShelf = query->utf8(1) != "reserve" && query->utf8(1) != "release";
    const ItemStands item{query->int64(5), query->int64(6), query->int64(7)};
    if (query->isNull(3))
        TRY(requireStillThere(item, ofShelf, quantity));
    const qint64 previous = ofShelf ? item.stock : item.reserved;
    return context.rows().insert(Table::InventoryMovements, reversalId<MovementId>(row),
                                 {{"inventory_item_id", query->id<InventoryItemId>(0)},
                                  {"movement_type", query->utf8(1)},
                                  {"quantity_milli", quantity},
                                  {"order_item_id", query->optionalId<OrderItemId>(3)},
                                  {"notes", query->optionalText(4)},
                                  {"previous_stock_milli", previous},
                                  {"new_stock_milli", previous + quantity},
                                  {"reason_code", "undo"},
                                  {"moved_by", context.principal().person},
                                  {"occurred_at", context.clock().now()}});
}

// Money ------------------------------------------------------------------------------------------------------------

struct MoneyRow {
    TransactionId id;
    std::optional<TransactionId> reverses;
    std::vector<access::Field> same; //!< what the row that takes it back has alike
    qint64 amount;
    bool confirmed;
    std::optional<qint64> tendered;
    std::optional<qint64> change;
    bool ofTill;
    bool closed; //!< its day
};

Result<MoneyRow> readMoney(WriteContext &context, TransactionId id)
{
    TRY_ASSIGN(auto query, context.query(R"(
        SELECT order_id, invoice_id, member_id, goal_id, client_id, transaction_type, effect, category, amount_minor,
               currency, description, payment_method, payment_ref, date, till_id, receipt_no, tax_breakdown,
               counterparty, document_no, reverses_transaction_id, confirmed_at, tendered_minor, change_minor,
               closing_id IS NOT NULL
          FROM transactions
         WHERE id = ?)"));
    query->bind(id);
    TRY_ASSIGN(const bool found, query->step());
    if (!found)
        return gone(Table::Transactions);
    const storage::Statement &row = *query;
    return MoneyRow{id,
                    row.optionalId<TransactionId>(19),
                    {{"order_id", row.optionalId<RowId>(0)},
                     {"invoice_id", row.optionalId<RowId>(1)},
                     {"member_id", row.optionalId<RowId>(2)},
                     {"goal_id", row.optionalId<RowId>(3)},
                     {"client_id", row.optionalId<RowId>(4)},
                     {"transaction_type", row.utf8(5)},
                     {"effect", row.utf8(6)},
                     {"category", row.utf8(7)},
                     {"currency", row.utf8(9)},
                     {"description", row.optionalText(10)},
                     {"payment_method", row.optionalText(11)},
                     {"payment_ref", row.optionalText(12)},
                     // The same day, so that the day on which nothing happened in the end shows nothing.
                     {"date", row.utf8(13)},
                     {"receipt_no", row.optionalText(15)},
                     {"tax_breakdown", row.optionalText(16)},
                     {"counterparty", row.optionalText(17)},
                     {"document_no", row.optionalText(18)}},
                    row.int64(8),
                    !row.isNull(20),
                    row.optionalInt64(21),
                    row.optionalInt64(22),
                    !row.isNull(14),
                    row.boolean(23)};
}

//! Where the money went through a till, what takes it back goes through the till of this device.
Result<void> insertLike(WriteContext &context, const MoneyRow &original, TransactionId id,
                        const std::vector<access::Field> &fields)
{
    return original.ofTill ? TillChain::insertMoney(context, TillChain::here(context.principal()), id, fields)
                           : context.rows().insert(Table::Transactions, id, fields);
}

//! An incoming transfer counts from its confirmation on, and so does the row that takes it back.
Result<void> confirmLike(WriteContext &context, const MoneyRow &original, TransactionId row)
{
    if (!original.confirmed)
        return {};
    return context.rows().insert(Table::SysActivity, ActivityId::make(context.clock()),
                                 {{"transaction_id", row},
                                  {"kind", "confirmed"},
                                  {"person_id", context.principal().person},
                                  {"occurred_at", context.clock().now()},
                                  {"data", writtenWithRow}});
}

//! A row of a period that was closed stays: what takes it back is entered in the open one, with its reason.
Result<void> requireOpenBooks(WriteContext &context, TransactionId row)
{
    TRY_ASSIGN(auto query, context.query(R"(
        SELECT shop.books_closed_until_date FROM workspaces AS shop JOIN transactions AS paid ON paid.id = ?1
         WHERE shop.id = ?2 AND paid.date <= shop.books_closed_until_date)"));
    query->bind(row, context.principal().workspace);
    TRY_ASSIGN(const bool closed, query->step());
    return closed ? Result<void>(Error{ErrorKind::Conflict, "undo.books_closed", {errorArg(query->date(0))}, {}})
                  : Result<void>();
}

Result<void> takeBackPayment(WriteContext &context, MoneyRow row)
{
    TRY(requireOpenBooks(context, row.id));
    const auto id = TransactionId::make(context.clock());
    std::vector<access::Field> fields = std::move(row.same);
    fields.push_back({"amount_minor", row.amount});
    fields.push_back({"reverses_transaction_id", row.id});
    fields.push_back({"reason", "undo"});
    fields.push_back({"created_by", context.principal().person});
    fields.push_back({"occurred_at", context.clock().now()});
    TRY(insertLike(context, row, id, fields));
    return confirmLike(context, row, id);
}

//! A row that took another back is itself taken back by the same money once more: a reversal has no reversal.
Result<void> payAgain(WriteContext &context, MoneyRow reversal)
{
    TRY_ASSIGN(const MoneyRow original, readMoney(context, *reversal.reverses));
    const auto id = TransactionId::make(context.clock());
    std::vector<access::Field> fields = std::move(reversal.same);
    fields.push_back({"amount_minor", reversal.amount});
    if (original.amount == reversal.amount) {
        fields.push_back({"tendered_minor", original.tendered});
        fields.push_back({"change_minor", original.change});
    }
    fields.push_back({"created_by", context.principal().person});
    fields.push_back({"occurred_at", context.clock().now()});
    TRY(insertLike(context, original, id, fields));
    return confirmLike(context, original, id);
}

Result<void> reverseMoney(WriteContext &context, const IdBytes &row)
{
    TRY_ASSIGN(MoneyRow money, readMoney(context, TransactionId(row)));
    // The day's page was printed with it: money of a closed day is given back today, with a reason.
    if (money.closed)
        return Error{ErrorKind::Conflict, "undo.till_closed", {}, {}};
    return money.reverses ? payAgain(context, std::move(money)) : takeBackPayment(context, std::move(money));
}

// Activity ---------------------------------------------------------------------------------------------------------

struct Activity {
    ActivityId id;
    QByteArray kind;
    QByteArray stage;
    QByteArray stageKey;
    Instant occurredAt;
    std::optional<RowId> piece;
    std::optional<RowId> transaction;
    bool withRow;
};

Result<Activity> readActivity(WriteContext &context, ActivityId id)
{
    TRY_ASSIGN(auto query, context.query(R"(
        SELECT kind, stage, stage_key, occurred_at, order_item_id, transaction_id, data
          FROM sys_activity
         WHERE id = ?)"));
    query->bind(id);
    TRY_ASSIGN(const bool found, query->step());
    if (!found)
        return gone(Table::SysActivity);
    return Activity{id,
                    query->utf8(0),
                    query->utf8(1),
                    query->utf8(2),
                    query->instant(3),
                    query->optionalId<RowId>(4),
                    query->optionalId<RowId>(5),
                    query->utf8(6) == writtenWithRow};
}

struct StageState {
    QByteArray stage = "booked";
    QByteArray key = {};
    std::optional<Instant> since = {};
    friend bool operator==(const StageState &a, const StageState &b) { return a.stage == b.stage && a.key == b.key; }
};

//! The stage a piece was in before `before`, or is in now.
Result<StageState> stageOf(WriteContext &context, RowId piece, const Activity *before)
{
    TRY_ASSIGN(auto query, context.query(R"(
        SELECT stage, stage_key, occurred_at
          FROM sys_activity
         WHERE order_item_id = ?1 AND kind = 'stage' AND (occurred_at, id) < (?2, ?3)
         ORDER BY occurred_at DESC, id DESC
         LIMIT 1)"));
    query->bind(piece, before ? before->occurredAt : Instant(std::numeric_limits<qint64>::max()));
    query->bindBlob(before ? before->id.view() : QByteArrayView(""));
    TRY_ASSIGN(const bool found, query->step());
    if (!found)
        return StageState{};
    return StageState{query->utf8(0), query->utf8(1), query->instant(2)};
}

//! Later than what stands, also where the clock was put back since: the latest activity is the one that counts.
Instant after(std::optional<Instant> standing, Instant now)
{
    return standing && now <= *standing ? standing->plusMsecs(1) : now;
}

Result<void> reverseStage(WriteContext &context, const Activity &activity)
{
    TRY_ASSIGN(const StageState now, stageOf(context, *activity.piece, nullptr));
    if (now.stage != activity.stage || now.key != activity.stageKey)
        return changedSince("piece.stage");
    TRY_ASSIGN(const StageState before, stageOf(context, *activity.piece, &activity));
    return context.rows().insert(
        Table::SysActivity, ActivityId::make(context.clock()),
        {{"order_item_id", activity.piece},
         {"kind", "stage"},
         {"stage", before.stage},
         {"stage_key", before.key.isEmpty() ? access::FieldValue(std::nullopt) : access::FieldValue(before.key)},
         {"person_id", context.principal().person},
         {"occurred_at", after(now.since, context.clock().now())}});
}

//! For two kinds of which the later one counts.
Result<void> reverseToggle(WriteContext &context, const Activity &activity, const char *opposite)
{
    TRY_ASSIGN(auto query, context.query(R"(
        SELECT max(occurred_at) FROM sys_activity
         WHERE (order_item_id = ?1 OR transaction_id = ?2) AND kind IN (?3, ?4))"));
    query->bind(activity.piece, activity.transaction).bindUtf8(activity.kind).bindUtf8(opposite);
    TRY(query->step());
    return context.rows().insert(Table::SysActivity, ActivityId::make(context.clock()),
                                 {{"order_item_id", activity.piece},
                                  {"transaction_id", activity.transaction},
                                  {"kind", opposite},
                                  {"person_id", context.principal().person},
                                  {"occurred_at", after(query->optionalInstant(0), context.clock().now())}});
}

//! What came in stands in the page of the day on which it was confirmed.
Result<void> requireOpenDay(WriteContext &context, RowId transaction)
{
    TRY_ASSIGN(auto query, context.query("SELECT closing_id IS NOT NULL FROM transactions WHERE id = ?"));
    query->bind(transaction);
    TRY_ASSIGN(const bool found, query->step());
    if (!found)
        return gone(Table::Transactions);
    return query->boolean(0) ? Result<void>(Error{ErrorKind::Conflict, "undo.till_closed", {}, {}}) : Result<void>();
}

Result<void> reverseActivity(WriteContext &context, const IdBytes &row)
{
    TRY_ASSIGN(const Activity activity, readActivity(context, ActivityId(row)));
    if (activity.withRow)
        return {};
    if (activity.transaction)
        TRY(requireOpenDay(context, *activity.transaction));
    if (activity.kind == "stage")
        return reverseStage(context, activity);
    for (const auto &[kind, opposite] :
         {std::pair("cancelled", "restored"), std::pair("restored", "cancelled"), std::pair("confirmed", "unconfirmed"),
          std::pair("unconfirmed", "confirmed")}) {
        if (activity.kind == kind)
            return reverseToggle(context, activity, opposite);
    }
    // What was only noted (who, why, when) stays noted: the columns it was about are put back by themselves.
    if (activity.kind == "note" || activity.kind == "promise" || activity.kind == "assignment" ||
        activity.kind == "checklist" || activity.kind == "unlock")
        return {};
    return Error{ErrorKind::Conflict, "undo.not_undoable", {QString::fromLatin1(activity.kind)}, {}};
}

} // namespace

Result<void> reverseLedgerRow(WriteContext &context, storage::Table table, const IdBytes &row)
{
    switch (table) {
    case Table::InventoryMovements:
        return reverseMovement(context, row);
    case Table::Transactions:
        return reverseMoney(context, row);
    case Table::SysActivity:
        return reverseActivity(context, row);
    default:
        return Error{ErrorKind::Internal, "undo.no_ledger", {QString::fromLatin1(storage::facts(table).name)}, {}};
    }
}

} // namespace thimblely::changes
