// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/base/date.h"
#include "core/base/id.h"
#include "core/base/quantity.h"
#include "core/base/result.h"

#include <QFuture>
#include <QString>

#include <optional>
#include <vector>

namespace thimblely::access {
class Session;
}
namespace thimblely::changes {
class WriteDoor;
}

namespace thimblely::orders {

//! A piece that something of the shelf is promised to, or went into.
struct ClothPiece {
    OrderItemId piece;
    OrderId order;
    QString tag; //!< "1042-2"
    QString name;
    QString client; //!< empty where the person does not see whose it is
    std::optional<Date> promised;
    Quantity quantity; //!< promised to it; of whereUsed() zero
};

/*!
 * What the pieces of orders have to do with a thing on the shelf, and the cut itself. Who sees only pieces of their own
 * sees these; who sees none sees none.
 *
 * Errors of cut(): Invalid "inventory.no_quantity"; Conflict "cloth.nothing_promised" (args[0] the tag) where no cloth of
 * the shop is for the piece or it is cut already, "inventory.not_free" where it takes more than is free beside what is
 * promised to it; NotFound "order.piece_not_found".
 */
class ClothUseService {
public:
    ClothUseService(access::Session &session, changes::WriteDoor &door) : m_session(session), m_door(door) {}

    //! By promise.
    Result<std::vector<ClothPiece>> promisedOf(InventoryItemId item) const;
    //! In no order; those that are not to be seen are left out.
    Result<std::vector<ClothPiece>> whereUsed(const std::vector<OrderItemId> &pieces) const;
    /*!
     * So much was cut for the piece, whatever was promised to it: its reservation ends, and what it is made of is what was
     * cut. Making it ready books nothing more.
     */
    QFuture<Result<void>> cut(OrderItemId piece, Quantity quantity, QString tag);

private:
    access::Session &m_session;
    changes::WriteDoor &m_door;
};

} // namespace thimblely::orders
