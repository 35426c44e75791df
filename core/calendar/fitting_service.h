// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/base/clock.h"
#include "core/base/id.h"
#include "core/base/result.h"
#include "core/measurements/measured_value.h"

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

namespace thimblely::calendar {

//! What was seen when a piece was tried on.
struct TriedOn {
    OrderItemId piece;
    QString note = {};
    bool forNextOrders = false; //!< the note stands with the client's fit notes too
    //! Of the cut, as fitCorrections() reads them from the note; for the next orders they join the garment's fit.
    std::vector<MeasuredValue> corrections = {};
};

//! When a piece is tried on next.
struct NextFitting {
    Instant startsAt;
    int minutes = 30;
};

/*!
 * Fittings as they happen: an appointment of the piece that was for today is over, the note stays with the piece and
 * with the appointment, and where it does not fit yet the next one stands in the calendar. One operation each.
 *
 * Errors: Invalid "fitting.past", "fitting.minutes"; those of orders/piece_writer.h; Forbidden without calendar:write,
 * without clients:write where the note is for the client's next orders, and without measurements:write where it
 * corrects their fit.
 */
class FittingService {
public:
    explicit FittingService(changes::WriteDoor &door) : m_door(door) {}

    QFuture<Result<void>> fits(TriedOn tried);
    //! The piece is at its fitting again, not ready; its number counts on from those it had.
    QFuture<Result<EventId>> fitAgain(TriedOn tried, NextFitting next);

private:
    changes::WriteDoor &m_door;
};

} // namespace thimblely::calendar
