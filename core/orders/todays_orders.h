// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/orders/order.h"

namespace thimblely::orders {

//! One of the first orders of a list, with as much of its pieces as one line has room for.
struct GlancedOrder {
    OrderRow order;
    QString piece;    //!< the first one that is meant, "Jacket"; with its colour, "Jacket, navy"
    int others;       //!< pieces beside it that are not collected
    QString rack;     //!< where it hangs; empty: not said
    QString question; //!< what the client is asked, where it waits for that
};

//! How many orders a list holds, and the first of them.
struct OrderGlance {
    int count = 0;
    std::vector<GlancedOrder> first = {};
};

//! What has to be done with orders today, all of one moment.
struct TodaysOrders {
    Date day;
    bool anyBooked; //!< ever: false is a shop that has not begun
    bool isYoung;   //!< nothing booked yet, or made in the last two weeks: the old book may still lie open
    OrderGlance late;
    OrderGlance dueToday;
    OrderGlance ready;
    int readyLong; //!< of the ready ones, those of OpenOrderFilter::ReadyLong
    OrderGlance waiting;
    int piecesDueTomorrow;                 //!< not ready, of the orders of OpenOrderFilter::DueTomorrowMorning
    std::optional<QTime> firstDueTomorrow; //!< the earliest promise among these
};

} // namespace thimblely::orders
