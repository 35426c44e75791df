// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/access/session.h"
#include "core/changes/write_door.h"
#include "core/inventory/read_rows.h"
#include "core/inventory/shop_terms.h"
#include "core/invoices/invoice_repository.h"
#include "core/invoices/invoice_service.h"

#include <limits>

namespace thimblely::invoices {

namespace {

using inventory::ShopTerms;

struct Hanging {
    OrderItemId piece;
    UncollectedLine line;
};

Result<std::vector<Hanging>> hanging(access::ScopedConnection &reader, Instant before, const ShopCalendar &calendar)
{
    TRY_ASSIGN(auto query, reader.query(R"(
        SELECT piece.id, booked.order_number, piece.position, piece.item_name, piece.colour,
               ifnull(booked.customer_name, ''), ifnull(booked.customer_phone, ''), booked.order_date, piece.ready_at,
               ifnull(piece.rack_location, '')
          FROM orders AS booked
          JOIN order_items AS piece ON piece.order_id = booked.id
         WHERE booked.collected_at IS NULL AND booked.status = 'completed' AND booked.completed_at < ?
           AND piece.stage = 'ready' AND piece.cancelled_at IS NULL AND piece.charge IS NULL
         ORDER BY booked.completed_at, booked.id, piece.position)"));
    query->bind(before);
    return inventory::readRows<Hanging>(*query, [&calendar](storage::Statement &row) -> Result<Hanging> {
        UncollectedLine line{QStringLiteral("%1-%2").arg(row.text(1)).arg(row.int64(2)),
                             row.text(3),
                             row.text(5),
                             row.text(6),
                             row.date(7),
                             std::nullopt,
                             row.text(9),
                             std::nullopt};
        if (!row.isNull(4))
            line.name += QStringLiteral(", ") + row.text(4);
        if (const auto ready = row.optionalInstant(8))
            line.readySince = calendar.dayOf(*ready);
        return Hanging{row.id<OrderItemId>(0), std::move(line)};
    });
}

Result<void> addPrices(access::ScopedConnection &reader, std::vector<Hanging> &pieces, Currency currency, Money &sum)
{
    TRY_ASSIGN(auto query, reader.query("SELECT total_minor FROM order_item_prices WHERE id = ?"));
    for (Hanging &each : pieces) {
        query->reset();
        query->bind(each.piece);
        TRY_ASSIGN(const bool found, query->step());
        if (!found)
            continue;
        each.line.total = Money(query->int64(0), currency);
        TRY_ASSIGN(sum, sum.plus(*each.line.total));
    }
    return {};
}

} // namespace

Result<UncollectedList> InvoiceService::uncollectedList(int overDays) const
{
    access::ScopedConnection &reader = m_session.reader();
    TRY(reader.principal().require(access::Capability::OrdersRead));
    TRY(reader.principal().require(access::Capability::ClientsRead));
    TRY_ASSIGN(const auto moment, reader.snapshot());
    TRY_ASSIGN(const ShopTerms terms, ShopTerms::load(reader));
    const Date today = terms.calendar.dayOf(m_door.clock().now());
    const Instant before =
        overDays > 0 ? terms.calendar.startOf(today.plusDays(-overDays)) : Instant(std::numeric_limits<qint64>::max());
    TRY_ASSIGN(std::vector<Hanging> pieces, hanging(reader, before, terms.calendar));
    if (pieces.empty())
        return Error{ErrorKind::Conflict, "order.nothing_ready", {}, {}};
    TRY_ASSIGN(Party shop, InvoiceRepository(reader).shop());
    UncollectedList list{std::move(shop), today, overDays, {}};
    if (reader.principal().can(access::Capability::PricesRead)) {
        list.sum = Money::zero(terms.currency);
        TRY(addPrices(reader, pieces, terms.currency, *list.sum));
    }
    for (Hanging &each : pieces)
        list.lines.push_back(std::move(each.line));
    return list;
}

} // namespace thimblely::invoices
