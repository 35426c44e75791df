// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/base/date.h"
#include "core/base/id.h"
#include "core/base/result.h"

#include <QTime>

#include <optional>
#include <vector>

namespace thimblely::access {
class Session;
}

namespace thimblely::orders {

//! An order as it stands on the day it is promised for.
struct DueOrder {
    OrderId order;
    QString number;
    QString who;  //!< the client's name; empty where it may not be read
    QString what; //!< its first piece
    int pieces;   //!< not cancelled
    Date date;
    std::optional<QTime> time;
    bool ready; //!< every piece is ready or gone
    bool rush;
};

//! A piece that somebody has in hand, as it stands on the day it is to be done by.
struct PieceInHand {
    OrderId order;
    QString tag; //!< "1042-2"
    QString what;
    QString who;
    PersonId hand;
    Date date;
    int minutes; //!< that it still needs
};

/*!
 * The orders promised for these days, both included, by promise; what is due and not ready is the same as in the lists
 * of OpenOrderFilter. Longer than a frame where past days are asked for. Forbidden without orders:read.
 */
Result<std::vector<DueOrder>> readDueOrders(access::Session &session, Date from, Date to);
//! What is not ready and in somebody's hands, on its own day or else on that of its order. As above.
Result<std::vector<PieceInHand>> readPiecesInHand(access::Session &session, Date from, Date to);

} // namespace thimblely::orders
