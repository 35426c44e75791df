// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/changes/write_context.h"
#include "core/measurements/measurement_set.h"

namespace thimblely::measurements {

//! What was seen when a piece was tried on.
struct FitSeen {
    ClientId client;
    QString garmentType;
    std::vector<MeasuredValue> corrections; //!< as fitCorrections() reads them
    QString note;
    OrderItemId piece;
    std::optional<EventId> fitting; //!< the appointment, where there was one
};

/*!
 * Inside an operation: adds the corrections to how this kind of garment is cut for the client, as a new fit adjustment
 * that names the piece and the fitting. A shop that measures no such garment has no place for it: nothing is written.
 * Forbidden without measurements:write.
 */
Result<void> correctFit(changes::WriteContext &context, const FitSeen &seen);

} // namespace thimblely::measurements
