// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/access/approval.h"
#include "core/orders/price_rules.h"
#include "core/orders/promise_text.h"

#include <QFuture>

namespace thimblely::access {
class Session;
}
namespace thimblely::changes {
class WriteDoor;
}

namespace thimblely::orders {

//! A garment that is put right for nothing; it is counted apart from what is paid for.
struct FreeRedo {
    OrderItemId piece;
    std::vector<Task> tasks = {}; //!< what they cost elsewhere is not asked
    QString why = {};
    std::optional<PersonId> slipOf = {}; //!< whose slip it was; none: the shop's, or nobody's
    std::optional<access::Approval> approval = {};
    std::optional<Promise> promised = {}; //!< when it is ready; none: the order's day stands
};

//! A garment that the client wants otherwise than it was ordered, and pays for.
struct PaidChange {
    OrderItemId piece;
    std::vector<Task> tasks = {}; //!< each with its price
    QString note = {};
    std::optional<Promise> promised = {}; //!< as of a redo
};

//! Whose slip a redo was, and what was wrong.
struct Slip {
    std::optional<PersonId> person;
    QString why;
    friend bool operator==(const Slip &, const Slip &) = default;
};

/*!
 * Work on a garment that was tried on, as a piece of its own in the same order: a free redo, or a change that is paid
 * for. The garment leaves once both pieces are ready. The order's promise moves to the day that is said, and must be
 * said once the old one has passed; what was promised first stays kept. One operation each.
 *
 * Errors: Invalid "redo.no_tasks", "redo.no_reason", "redo.no_price", "redo.no_day", "order.promise_past"; Conflict "order.piece_collected",
 * "order.piece_cancelled", "order.piece_under_work"; those of orders/addition_writer.h; Forbidden with redo:approve.
 */
class RedoService {
public:
    RedoService(access::Session &session, changes::WriteDoor &door) : m_session(session), m_door(door) {}

    //! None where the piece is no redo.
    Result<std::optional<Slip>> slipOf(OrderItemId redo) const;
    QFuture<Result<OrderItemId>> redo(FreeRedo redo);
    QFuture<Result<OrderItemId>> change(PaidChange change, Approvals approvals = {});

private:
    access::Session &m_session;
    changes::WriteDoor &m_door;
};

} // namespace thimblely::orders
