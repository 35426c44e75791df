// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/orders/order_repository.h"

#include "core/inventory/fields.h"
#include "core/inventory/read_rows.h"
#include "core/orders/piece_json.h"

#include <QRegularExpression>

#include <algorithm>
#include <iterator>

namespace thimblely::orders {

namespace {

using access::Capability;
using inventory::readRow;
using inventory::readRows;
using storage::Statement;

std::optional<QTime> timeOf(const Statement &row, int column)
{
    if (row.isNull(column))
        return std::nullopt;
    return inventory::timeFromColumn(row.text(column));
}

Result<OrderRow> mapOrderRow(Statement &row)
{
    TRY_ASSIGN(const OrderStatus status, orderStatusFromCode(row.text(6)));
    return OrderRow{row.id<OrderId>(0),
                    row.text(1),
                    row.text(2),
                    row.optionalId<ClientId>(3),
                    row.text(4),
                    row.text(5),
                    status,
                    row.date(7),
                    row.optionalDate(8),
                    timeOf(row, 9),
                    row.boolean(10),
                    0,
                    0,
                    0,
                    std::nullopt};
}

void append(std::vector<OrderRow> &rows, std::vector<OrderRow> more)
{
    rows.insert(rows.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

} // namespace

std::optional<Quote> quoteOf(const Statement &row, int at, int until)
{
    const auto quotedAt = row.optionalInstant(at);
    const auto last = row.optionalDate(until);
    return quotedAt && last ? std::optional(Quote{*quotedAt, *last}) : std::nullopt;
}

namespace {

Result<OrderDetail> mapOrder(Statement &row)
{
    TRY_ASSIGN(const OrderStatus status, orderStatusFromCode(row.text(7)));
    TRY_ASSIGN(const Currency currency, Currency::parse(row.text(15)));
    OrderDetail order{row.id<OrderId>(0),
                      row.text(1),
                      row.text(2),
                      row.optionalId<ClientId>(3),
                      row.text(4),
                      row.text(5),
                      row.text(6),
                      status,
                      row.date(8),
                      row.optionalDate(9),
                      timeOf(row, 10),
                      row.optionalDate(11),
                      row.boolean(12),
                      row.boolean(13),
                      row.text(14),
                      currency,
                      {},
                      std::nullopt,
                      row.instant(16),
                      quoteOf(row, 17, 18),
                      row.boolean(19)};
    order.firstPromised = row.optionalDate(20);
    order.promiseChanges = int(row.int64(21));
    order.seller = row.optionalId<PersonId>(22);
    return order;
}

Result<PieceDraft> mapFacts(const Statement &row, Currency currency)
{
    PieceDraft facts;
    TRY_ASSIGN(facts.kind, pieceKindFromCode(row.text(3)));
    facts.garmentType = row.text(4);
    facts.name = row.text(5);
    facts.description = row.text(6);
    readStyle(row.utf8(7), facts);
    facts.colour = row.text(8);
    facts.quantity = Quantity(row.int64(9));
    facts.unit = row.text(10);
    facts.inventoryItem = row.optionalId<InventoryItemId>(11);
    facts.measurementSet = row.optionalId<MeasurementSetId>(12);
    facts.wearer = row.optionalId<ClientId>(13);
    facts.payer = row.optionalId<ClientId>(35);
    if (!row.isNull(14)) {
        TRY_ASSIGN(facts.fabricSource, fabricSourceFromCode(row.text(14)));
    }
    readFabricOrder(row.utf8(15), facts);
    facts.clientClothNote = row.text(16);
    if (const auto cloth = row.optionalInt64(17))
        facts.clientCloth = Quantity(*cloth);
    facts.tasks = readTasks(row.utf8(18), {}, currency);
    facts.condition = inventory::listFromJson(row.utf8(19));
    facts.taxCode = row.text(20);
    facts.setNo = int(row.optionalInt64(37).value_or(0));
    facts.setName = row.text(38);
    facts.photos = photosNamed(inventory::listFromJson(row.utf8(31)));
    facts.patternRef = row.text(39);
    if (!row.isNull(28)) {
        TRY_ASSIGN(facts.charge, chargeFromCode(row.text(28)));
    }
    return facts;
}

std::optional<Quantity> milliOf(const Statement &row, int column)
{
    const auto milli = row.optionalInt64(column);
    return milli ? std::optional(Quantity(*milli)) : std::nullopt;
}

Result<Piece> mapPiece(const Statement &row, Currency currency)
{
    TRY_ASSIGN(PieceDraft facts, mapFacts(row, currency));
    TRY_ASSIGN(const Stage stage, stageFromCode(row.text(21)));
    std::optional<PieceOutcome> outcome;
    if (!row.isNull(36)) {
        TRY_ASSIGN(outcome, pieceOutcomeFromCode(row.text(36)));
    }
    return Piece{row.id<OrderItemId>(0),
                 row.id<OrderId>(1),
                 int(row.int64(2)),
                 std::move(facts),
                 {},
                 std::nullopt,
                 stage,
                 row.text(22),
                 row.optionalInstant(23),
                 row.optionalInstant(24),
                 {},
                 row.optionalInstant(25),
                 row.text(26),
                 row.boolean(27),
                 row.text(32),
                 readHold(row.utf8(33)),
                 row.optionalId<OrderItemId>(34),
                 false,
                 milliOf(row, 29),
                 milliOf(row, 30),
                 outcome,
                 row.text(40),
                 row.isNull(41) ? std::nullopt : std::optional(changes::Media{row.blob(41)}),
                 photosNamed(inventory::listFromJson(row.utf8(42)))};
}

//! A garment that is worked on once more has two rows, and leaves with both of them done.
void markUnderWork(std::vector<Piece> &pieces)
{
    for (Piece &piece : pieces) {
        piece.isUnderWork = std::ranges::any_of(
            pieces, [&](const Piece &again) { return again.redoOf == piece.id && again.isHere() && !again.isReady(); });
    }
}

Error notFound()
{
    return {ErrorKind::NotFound, "order.not_found", {}, {}};
}

} // namespace

// One order ---------------------------------------------------------------------------------------------------------

Result<OrderDetail> OrderRepository::load(OrderId order)
{
    const bool whole = seesWhole();
    TRY_ASSIGN(std::optional<OrderDetail> found, whole ? wholeOrder(order) : assignedOrder(order));
    if (!found)
        return notFound();
    TRY_ASSIGN(found->pieces, pieces(order, found->currency));
    const auto isPiece = [](const Piece &piece) { return !piece.facts.charge; };
    const auto charges = std::ranges::stable_partition(found->pieces, isPiece);
    found->charges.assign(std::make_move_iterator(charges.begin()), std::make_move_iterator(charges.end()));
    found->pieces.erase(charges.begin(), charges.end());
    if (whole) {
        TRY(addCollectors(order, found->pieces));
    }
    TRY(addSeller(*found));
    return std::move(*found);
}

Result<std::optional<OrderDetail>> OrderRepository::wholeOrder(OrderId order)
{
    TRY_ASSIGN(auto query, m_connection.query(R"(
        SELECT id, order_number, paper_ticket_no, client_id, customer_name, customer_phone, title, status, order_date,
               promised_date, promised_time, event_date, is_rush, tax_inclusive, notes, currency, created_at,
               quoted_at, quote_until_date, quote_declined_at IS NOT NULL, first_promised_date, promise_changes, assigned_to
          FROM orders
         WHERE id = ?)"));
    query->bind(order);
    return readRow<OrderDetail>(*query, mapOrder);
}

Result<std::vector<Piece>> OrderRepository::pieces(OrderId order, Currency currency)
{
    TRY_ASSIGN(auto query, m_connection.query(R"(
        SELECT id, order_id, position, item_kind, garment_type, item_name, item_description, style_options, colour,
               quantity_milli, unit, inventory_item_id, client_measurement_id, wearer_client_id, fabric_source,
               fabric_order, client_fabric_note, client_fabric_milli, tasks, condition, tax_code, stage, stage_key,
               ready_at, collected_at, cancelled_at, cancelled_reason, measurement_snapshot IS NOT NULL,
               charge, client_fabric_used_milli, client_fabric_returned_milli, media,
               rack_location, hold, redo_of_item_id, payer_client_id, outcome, set_no, set_name, pattern_ref,
               client_fabric_initials, client_fabric_media, release_media
          FROM order_items
         WHERE order_id = ?
         ORDER BY position, id)"));
    query->bind(order);
    TRY_ASSIGN(std::vector<Piece> found,
               readRows<Piece>(*query, [currency](Statement &row) { return mapPiece(row, currency); }));
    for (Piece &piece : found) {
        if (!piece.facts.wearer)
            continue;
        TRY_ASSIGN(piece.wearerName, nameOf(*piece.facts.wearer));
    }
    markUnderWork(found);
    return found;
}

Result<QString> OrderRepository::nameOf(ClientId client)
{
    const access::Principal &principal = m_connection.principal();
    if (!principal.can(Capability::ClientsRead) && !principal.can(Capability::OrdersReadAssigned))
        return QString();
    TRY_ASSIGN(auto query, m_connection.query("SELECT name FROM clients WHERE id = ?"));
    query->bind(client);
    TRY_ASSIGN(const bool found, query->step());
    return found ? query->text(0) : QString();
}

Result<void> OrderRepository::addCollectors(OrderId order, std::vector<Piece> &pieces)
{
    // Most reads are of work that is still in the shop: a name comes with the collection.
    if (std::ranges::none_of(pieces, [](const Piece &piece) { return piece.collectedAt.has_value(); }))
        return {};
    TRY_ASSIGN(auto query, m_connection.query(R"(
        SELECT id, collected_by_name FROM order_items WHERE order_id = ? AND collected_by_name IS NOT NULL)"));
    query->bind(order);
    for (;;) {
        TRY_ASSIGN(const bool more, query->step());
        if (!more)
            return {};
        const auto id = query->id<OrderItemId>(0);
        for (Piece &piece : pieces) {
            if (piece.id == id)
                piece.collectedByName = query->text(1);
        }
    }
}

Result<void> OrderRepository::addSeller(OrderDetail &order)
{
    if (!order.seller || !m_connection.principal().can(Capability::TeamRead))
        return {};
    TRY_ASSIGN(auto query, m_connection.query("SELECT full_name FROM profiles WHERE id = ?"));
    query->bind(*order.seller);
    TRY_ASSIGN(const bool found, query->step());
    order.sellerName = found ? query->text(0) : QString();
    return {};
}

Result<std::optional<OrderId>> OrderRepository::byNumber(const QString &number)
{
    // A tag says which piece it is after the order's number: "1042-2", as a bar code "1042P2".
    static const QRegularExpression tag(QStringLiteral("^([A-Z][A-Z0-9]{0,2}?)?(\\d+)(?:[-P]\\d+)?$"));
    const QString typed = number.trimmed().toUpper();
    const auto match = tag.match(typed);
    const QString orderNumber = match.hasMatch() ? match.captured(1) + match.captured(2) : typed;
    TRY_ASSIGN(auto query, m_connection.query("SELECT id FROM orders WHERE order_number = ?"));
    query->bind(orderNumber);
    TRY_ASSIGN(const bool found, query->step());
    if (found)
        return std::optional(query->id<OrderId>(0));
    if (!seesWhole())
        return std::optional<OrderId>();
    TRY_ASSIGN(auto paper, m_connection.query(R"(
        SELECT id FROM orders WHERE paper_ticket_no = ? ORDER BY id DESC LIMIT 1)"));
    paper->bind(number.trimmed());
    TRY_ASSIGN(const bool onPaper, paper->step());
    return onPaper ? std::optional(paper->id<OrderId>(0)) : std::nullopt;
}

// Lists -------------------------------------------------------------------------------------------------------------

Result<void> OrderRepository::addPieces(std::vector<OrderRow> &rows)
{
    TRY_ASSIGN(auto query, m_connection.query(R"(
        SELECT item_name || ifnull(' ' || colour, ''), stage IN ('ready', 'collected'), stage = 'collected',
               iif(stage = 'ready', rack_location, NULL), outcome IS NOT NULL
          FROM order_items
         WHERE order_id = ? AND cancelled_at IS NULL AND charge IS NULL
         ORDER BY position)"));
    for (OrderRow &row : rows) {
        query->reset();
        query->bind(row.id);
        const bool untitled = row.title.isEmpty();
        for (;;) {
            TRY_ASSIGN(const bool more, query->step());
            if (!more)
                break;
            if (untitled)
                row.title += (row.pieces > 0 ? QStringLiteral(", ") : QString()) + query->text(0);
            ++row.pieces;
            row.ready += int(query->int64(1));
            row.collected += int(query->int64(2));
            row.unfetched += int(query->int64(4));
            if (row.rack.isEmpty())
                row.rack = query->text(3);
        }
    }
    return {};
}

Result<std::vector<OrderRow>> OrderRepository::withoutPromise(const std::optional<OpenOrderKey> &after, int limit)
{
    TRY_ASSIGN(auto query, m_connection.query(R"(
        SELECT id, order_number, paper_ticket_no, client_id, customer_name, title, status, order_date, promised_date,
               promised_time, is_rush
          FROM orders
         WHERE collected_at IS NULL AND order_number IS NOT NULL AND promised_date IS NULL AND id > ?1
           AND status <> 'cancelled'
         ORDER BY id
         LIMIT ?2)"));
    query->bindBlob(after ? after->id.view() : QByteArrayView("")).bind(limit);
    return readRows<OrderRow>(*query, mapOrderRow);
}

Result<std::vector<OrderRow>> OrderRepository::promised(const std::optional<OpenOrderKey> &after, int limit)
{
    TRY_ASSIGN(auto query, m_connection.query(R"(
        SELECT id, order_number, paper_ticket_no, client_id, customer_name, title, status, order_date, promised_date,
               promised_time, is_rush
          FROM orders
         WHERE collected_at IS NULL AND order_number IS NOT NULL AND (promised_date, id) > (?1, ?2)
           AND status <> 'cancelled'
         ORDER BY promised_date, id
         LIMIT ?3)"));
    const bool within = after && after->promisedDate;
    query->bind(within ? after->promisedDate->toIso() : QStringLiteral(""));
    query->bindBlob(within ? after->id.view() : QByteArrayView("")).bind(limit);
    return readRows<OrderRow>(*query, mapOrderRow);
}

Result<std::vector<OrderRow>> OrderRepository::wholeOpen(const std::optional<OpenOrderKey> &after, int limit)
{
    std::vector<OrderRow> rows;
    if (!after || !after->promisedDate) {
        TRY_ASSIGN(rows, withoutPromise(after, limit));
    }
    if (int(rows.size()) < limit) {
        TRY_ASSIGN(std::vector<OrderRow> more, promised(after, limit - int(rows.size())));
        append(rows, std::move(more));
    }
    return rows;
}

Result<OpenOrderPage> OrderRepository::openOrders(const std::optional<OpenOrderKey> &after, int limit)
{
    OpenOrderPage page;
    TRY_ASSIGN(page.rows, seesWhole() ? wholeOpen(after, limit + 1) : assignedOpen(after, limit + 1));
    if (int(page.rows.size()) > limit) {
        page.rows.erase(page.rows.begin() + limit, page.rows.end());
        page.next = OpenOrderKey{page.rows.back().promisedDate, page.rows.back().id};
    }
    TRY(addPieces(page.rows));
    return page;
}

Result<ClientOrderPage> OrderRepository::ofClient(ClientId client, const std::optional<ClientOrderKey> &after,
                                                  int limit)
{
    TRY_ASSIGN(auto query, m_connection.query(R"(
        SELECT id, order_number, paper_ticket_no, client_id, customer_name, title, status, order_date, promised_date,
               promised_time, is_rush
          FROM orders
         WHERE (client_id = ?1 OR id IN (SELECT order_id FROM order_items WHERE wearer_client_id = ?1)
                OR id IN (SELECT order_id FROM order_items WHERE payer_client_id = ?1))
           AND (order_date, id) < (?2, ?3)
         ORDER BY order_date DESC, id DESC
         LIMIT ?4)"));
    query->bind(client, after ? after->orderDate.toIso() : QStringLiteral("9999-99-99"));
    query->bindBlob(after ? after->id.view() : QByteArrayView("")).bind(limit + 1);
    TRY_ASSIGN(std::vector<OrderRow> rows, readRows<OrderRow>(*query, mapOrderRow));
    ClientOrderPage page{std::move(rows), std::nullopt};
    if (int(page.rows.size()) > limit) {
        page.rows.erase(page.rows.begin() + limit, page.rows.end());
        page.next = ClientOrderKey{page.rows.back().orderDate, page.rows.back().id};
    }
    TRY(addPieces(page.rows));
    TRY(addWearers(page.rows));
    return page;
}

Result<std::vector<OrderRow>> OrderRepository::rows(const std::vector<OrderId> &orders)
{
    TRY_ASSIGN(std::vector<OrderRow> rows, seesWhole() ? wholeRows(orders) : assignedRows(orders));
    TRY(addPieces(rows));
    return rows;
}

Result<std::vector<OrderRow>> OrderRepository::wholeRows(const std::vector<OrderId> &orders)
{
    TRY_ASSIGN(auto query, m_connection.query(R"(
        SELECT id, order_number, paper_ticket_no, client_id, customer_name, title, status, order_date, promised_date,
               promised_time, is_rush
          FROM orders WHERE id = ?)"));
    std::vector<OrderRow> rows;
    for (const OrderId &order : orders) {
        query->reset();
        query->bind(order);
        TRY_ASSIGN(std::vector<OrderRow> one, readRows<OrderRow>(*query, mapOrderRow));
        append(rows, std::move(one));
    }
    return rows;
}

} // namespace thimblely::orders
