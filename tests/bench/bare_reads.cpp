// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "tests/bench/bare_statement.h"

#include <string_view>

namespace thimblely::bench {

namespace {

OrderRow rowAt(sqlite3_stmt *page)
{
    OrderRow row;
    row.id = idAt(page, 0);
    row.number = textAt(page, 1);
    row.paperTicketNumber = textAt(page, 2);
    row.client = idAt(page, 3);
    row.clientName = textAt(page, 4);
    row.title = textAt(page, 5);
    row.status = textAt(page, 6);
    row.orderDate = textAt(page, 7);
    row.promisedDate = textAt(page, 8);
    row.promisedTime = textAt(page, 9);
    row.rush = sqlite3_column_int(page, 10) != 0;
    row.balance = sqlite3_column_int64(page, 11);
    return row;
}

//! Every column of the current row, as a program that shows it must hold it.
template <typename Row>
void copyColumns(sqlite3_stmt *from, Row &row)
{
    for (int column = 0; column < sqlite3_column_count(from); ++column) {
        if (sqlite3_column_type(from, column) == SQLITE_INTEGER)
            row.numbers.push_back(sqlite3_column_int64(from, column));
        else
            row.texts.push_back(textAt(from, column));
    }
}

} // namespace

void Bare::addPieces(int workspace, OrderRow &row)
{
    auto *pieces = statement(R"(
        SELECT item_name, stage FROM order_items
         WHERE workspace_id = ? AND order_id = ? AND deleted_at IS NULL AND cancelled_at IS NULL
         ORDER BY position)");
    Binder(pieces) << workspaceId(workspace) << row.id;
    const bool untitled = row.title.empty();
    for (int code = sqlite3_step(pieces); code != SQLITE_DONE; code = sqlite3_step(pieces)) {
        check(code);
        const std::string name = textAt(pieces, 0);
        const std::string stage = textAt(pieces, 1);
        if (untitled)
            row.title += row.title.empty() ? name : ", " + name;
        ++row.pieces;
        row.ready += stage == "ready" || stage == "collected" ? 1 : 0;
        row.collected += stage == "collected" ? 1 : 0;
    }
    sqlite3_reset(pieces);
}

std::vector<OrderRow> Bare::openOrders(int workspace, const OrderRow &after)
{
    std::vector<OrderRow> rows;
    rows.reserve(50);
    if (after.promisedDate.empty()) {
        auto *page = statement(R"(
            SELECT id, order_number, paper_ticket_no, client_id, customer_name, title, status, order_date,
                   promised_date, promised_time, is_rush, balance_minor
              FROM orders
             WHERE workspace_id = ? AND deleted_at IS NULL AND promised_date IS NULL AND id > ?
               AND collected_at IS NULL AND order_number IS NOT NULL AND status <> 'cancelled'
             ORDER BY id LIMIT 51)");
        Binder(page) << workspaceId(workspace) << after.id;
        read(page, rows);
    }
    auto *page = statement(R"(
        SELECT id, order_number, paper_ticket_no, client_id, customer_name, title, status, order_date, promised_date,
               promised_time, is_rush, balance_minor
          FROM orders
         WHERE workspace_id = ? AND deleted_at IS NULL AND (promised_date, id) > (?, ?)
           AND collected_at IS NULL AND order_number IS NOT NULL AND status <> 'cancelled'
         ORDER BY promised_date, id
         LIMIT ?)");
    Binder(page) << workspaceId(workspace) << after.promisedDate << after.id << 51 - std::int64_t(rows.size());
    read(page, rows);
    if (rows.size() > 50)
        rows.pop_back();
    for (OrderRow &row : rows)
        addPieces(workspace, row);
    return rows;
}

void Bare::read(sqlite3_stmt *page, std::vector<OrderRow> &rows)
{
    for (int code = sqlite3_step(page); code != SQLITE_DONE; code = sqlite3_step(page)) {
        check(code);
        rows.push_back(rowAt(page));
    }
    sqlite3_reset(page);
}

OrderRow Bare::keyAt(int workspace, int position)
{
    // By OFFSET, outside of what is measured: the key that a person who scrolled there would hold.
    auto *page = statement(R"(
        SELECT id, promised_date FROM orders
         WHERE workspace_id = ? AND deleted_at IS NULL AND collected_at IS NULL AND promised_date IS NOT NULL
         ORDER BY promised_date, id LIMIT 1 OFFSET ?)");
    Binder(page) << workspaceId(workspace) << position - 1;
    check(sqlite3_step(page));
    OrderRow key;
    if (sqlite3_data_count(page) > 0) {
        key.id = idAt(page, 0);
        key.promisedDate = textAt(page, 1);
    }
    sqlite3_reset(page);
    return key;
}

bool Bare::hasOrder(int workspace, const Id &order)
{
    auto *row = statement(R"(
        SELECT order_number, customer_name, status, promised_date
          FROM orders WHERE workspace_id = ? AND id = ? AND deleted_at IS NULL)");
    Binder(row) << workspaceId(workspace) << order;
    const int code = sqlite3_step(row);
    check(code);
    const bool found = code == SQLITE_ROW && !textAt(row, 0).empty() && !textAt(row, 1).empty() &&
                       !textAt(row, 2).empty() && !textAt(row, 3).empty();
    sqlite3_reset(row);
    return found;
}

OrderRead Bare::readOrder(int workspace, const Id &order)
{
    auto *head = statement(R"(
        SELECT id, order_number, paper_ticket_no, client_id, customer_name, customer_phone, title, status, order_date,
               promised_date, promised_time, event_date, is_rush, tax_inclusive, notes, currency, created_at,
               quoted_at, quote_until_date, quote_declined_at IS NOT NULL,
               subtotal_minor, discount_minor, tax_minor, total_minor, amount_paid_minor, balance_minor, payment_status
          FROM orders
         WHERE workspace_id = ? AND id = ? AND deleted_at IS NULL)");
    Binder(head) << workspaceId(workspace) << order;
    OrderRead found;
    const int code = sqlite3_step(head);
    check(code);
    if (code == SQLITE_ROW)
        copyColumns(head, found);
    sqlite3_reset(head);
    auto *pieces = statement(R"(
        SELECT id, order_id, position, item_kind, garment_type, item_name, item_description, style_options, colour,
               quantity_milli, unit, inventory_item_id, client_measurement_id, wearer_client_id, fabric_source,
               fabric_order, client_fabric_note, client_fabric_milli, tasks, condition, tax_code, stage, stage_key,
               ready_at, collected_at, cancelled_at, cancelled_reason, measurement_snapshot IS NOT NULL,
               charge, client_fabric_used_milli, client_fabric_returned_milli, media,
               rack_location, hold, redo_of_item_id, payer_client_id, outcome, pattern_ref, client_fabric_initials,
               client_fabric_media, release_media,
               collected_by_name, unit_price_minor, discount_minor, tax_rate, total_minor, task_prices
          FROM order_items
         WHERE workspace_id = ? AND order_id = ? AND deleted_at IS NULL
         ORDER BY position, id)");
    Binder(pieces) << workspaceId(workspace) << order;
    for (int step = sqlite3_step(pieces); step != SQLITE_DONE; step = sqlite3_step(pieces)) {
        check(step);
        copyColumns(pieces, found.pieces.emplace_back());
    }
    sqlite3_reset(pieces);
    return found;
}

} // namespace thimblely::bench
