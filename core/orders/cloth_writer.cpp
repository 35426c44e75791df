// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/orders/cloth_writer.h"

#include "core/changes/media_register.h"
#include "core/orders/order_repository.h"
#include "core/orders/piece_json.h"

namespace thimblely::orders {

namespace {

using access::Field;

Result<Piece> pieceOf(changes::WriteContext &context, OrderItemId id)
{
    TRY_ASSIGN(auto query, context.query("SELECT order_id FROM order_items WHERE id = ?"));
    query->bind(id);
    TRY_ASSIGN(const bool found, query->step());
    if (!found)
        return Error{ErrorKind::NotFound, "order.piece_not_found", {}, {}};
    TRY_ASSIGN(OrderDetail order, OrderRepository(context.connection()).load(query->id<OrderId>(0)));
    const Piece *piece = order.row(id);
    return piece ? Result<Piece>(*piece) : Error{ErrorKind::NotFound, "order.piece_not_found", {}, {}};
}

//! Whoever says what was used or given back signs for it; that nothing was is no account.
bool isUnsigned(const Piece &piece, const ClothNews &news)
{
    const Quantity none(0);
    const auto changes = [&](const std::optional<Quantity> &said, const std::optional<Quantity> &there) {
        return said && *said != there.value_or(none);
    };
    return news.initials.trimmed().isEmpty() &&
           (changes(news.used, piece.clothUsed) || changes(news.returned, piece.clothReturned));
}

//! What was brought is used, returned or still here; there is no more of it.
Result<void> checkCustody(const Piece &piece, const std::optional<Quantity> &used,
                          const std::optional<Quantity> &returned)
{
    const Quantity none(0);
    const Quantity gone = used.value_or(none) + returned.value_or(none);
    if (used.value_or(none) < none || returned.value_or(none) < none)
        return Error{ErrorKind::Invalid, "order.quantity", {QString::number(piece.position)}, {}};
    if (gone > piece.facts.clientCloth.value_or(none))
        return Error{ErrorKind::Invalid, "order.cloth_more_than_brought", {QString::number(piece.position)}, {}};
    return {};
}

} // namespace

Result<void> recordCloth(changes::WriteContext &context, OrderItemId id, const ClothNews &news)
{
    TRY_ASSIGN(const Piece piece, pieceOf(context, id));
    std::vector<Field> fields;
    if (news.used || news.returned) {
        const auto used = news.used ? news.used : piece.clothUsed;
        const auto returned = news.returned ? news.returned : piece.clothReturned;
        TRY(checkCustody(piece, used, returned));
        if (isUnsigned(piece, news))
            return Error{ErrorKind::Invalid, "order.cloth_no_initials", {QString::number(piece.position)}, {}};
        if (used)
            fields.push_back({"client_fabric_used_milli", *used});
        if (returned)
            fields.push_back({"client_fabric_returned_milli", *returned});
    }
    if (!news.initials.trimmed().isEmpty())
        fields.push_back({"client_fabric_initials", news.initials.trimmed()});
    if (news.photo) {
        TRY(changes::MediaRegister::add(context, *news.photo));
        fields.push_back({"client_fabric_media", access::BlobValue{news.photo->sha256}});
    }
    if (news.ordered || news.due || news.arrived) {
        TRY(context.principal().require(access::Capability::OrdersWrite));
        if (!piece.facts.clothOrder)
            return Error{ErrorKind::Conflict, "order.no_cloth_order", {QString::number(piece.position)}, {}};
        PieceDraft facts = piece.facts;
        if (news.ordered)
            facts.clothOrder->ordered = news.ordered;
        if (news.due)
            facts.clothOrder->due = news.due;
        if (news.arrived)
            facts.clothOrder->arrived = news.arrived;
        fields.push_back({"fabric_order", writeFabricOrder(facts)});
    }
    return fields.empty() ? Result<void>() : context.rows().update(storage::Table::OrderItems, id, fields);
}

} // namespace thimblely::orders
