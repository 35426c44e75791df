// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/orders/delivery_writer.h"

#include "core/inventory/fields.h"
#include "core/orders/addition_writer.h"
#include "core/orders/piece_writer.h"

#include <QCoreApplication>

namespace thimblely::orders {

namespace {

using changes::WriteContext;
using storage::Table;

//! The fee as a piece that is done; where it is one of the named ones, it leaves with them.
Result<void> billFee(WriteContext &context, HandOver &handOver)
{
    const Delivery &delivery = *handOver.delivery;
    if (!delivery.fee || delivery.fee->isZero())
        return {};
    PieceDraft fee;
    fee.kind = PieceKind::Service;
    fee.name = QCoreApplication::translate("Delivery", "Delivery");
    fee.unitPrice = delivery.fee;
    fee.taxRate = delivery.feeTaxRate;
    Addition addition{handOver.order};
    addition.pieces.push_back(std::move(fee));
    TRY(addToOrder(context, addition, {}));
    TRY_ASSIGN(auto query, context.query(R"(
        SELECT id FROM order_items WHERE order_id = ? ORDER BY position DESC LIMIT 1)"));
    query->bind(handOver.order);
    TRY(query->step());
    const auto piece = query->id<OrderItemId>(0);
    query->reset();
    TRY(movePiece(context, piece, Stage::Ready));
    if (!handOver.pieces.empty())
        handOver.pieces.push_back(piece);
    return {};
}

} // namespace

Result<void> addDelivery(WriteContext &context, HandOver &handOver)
{
    if (!handOver.delivery)
        return {};
    const QString address = handOver.delivery->address.trimmed();
    if (address.isEmpty())
        return Error{ErrorKind::Invalid, "delivery.no_address", {}, {}};
    TRY(billFee(context, handOver));
    QJsonObject delivery{{QStringLiteral("address"), address}, {QStringLiteral("at"), context.clock().now().msecs()}};
    if (!handOver.collector.isEmpty())
        delivery.insert(QStringLiteral("courier"), handOver.collector);
    return context.rows().update(Table::Orders, handOver.order, {{"delivery", inventory::objectOrNull(delivery)}});
}

} // namespace thimblely::orders
