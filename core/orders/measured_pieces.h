// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/access/session.h"
#include "core/orders/piece.h"

#include <QString>

#include <vector>

namespace thimblely::orders {

//! A piece that is made by a set of measurements.
struct MeasuredPiece {
    OrderItemId id;
    OrderId order;
    QString tag; //!< "1042-2"; "-2" of an order that waits without a number
    QString name;
    Stage stage;

    bool isCut() const { return stage >= Stage::Cut; }
};

/*!
 * The pieces that rest on any of these sets and are not cancelled, by order and position. Nothing without orders:read.
 * On the session's thread.
 */
Result<std::vector<MeasuredPiece>> piecesMeasuredFrom(access::Session &session,
                                                      const std::vector<MeasurementSetId> &sets);

} // namespace thimblely::orders
