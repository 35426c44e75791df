// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/access/approval.h"
#include "core/orders/order.h"

namespace thimblely::orders {

//! A booked piece as it should have been: all that the counter types of it. Its cloth and its kind of article stay.
struct CorrectedPiece {
    OrderItemId piece;
    PieceDraft facts;
};

//! What the counter types of an order itself and may correct once it is booked.
struct OrderFacts {
    QString notes = {}; //!< to the workroom
    QString paperTicketNumber = {};
    std::optional<Date> eventDate = {};
    bool rush = false; //!< no more, where it was one: its charge falls away
    friend bool operator==(const OrderFacts &, const OrderFacts &) = default;

    static OrderFacts of(const OrderDetail &order)
    {
        return {order.notes, order.paperTicketNumber, order.eventDate, order.rush};
    }
};

//! What was booked wrong, and how it should have been.
struct Correction {
    OrderId order;
    std::vector<CorrectedPiece> pieces = {};
    std::optional<OrderFacts> facts = {};
    QString why = {}; //!< asked for where the cut depends on it
};

//! Whether the piece was cut by what changes: measures, who wears it, what garment it is. Pure.
bool changesTheCut(const PieceDraft &before, const PieceDraft &after);

} // namespace thimblely::orders
