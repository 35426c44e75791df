// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/access/scoped_connection.h"
#include "core/measurements/measured_value.h"

#include <optional>

namespace thimblely::orders {

//! The measures a piece is made by: those frozen with it, else those of the set it follows.
struct WorkMeasures {
    std::vector<MeasuredValue> values;
    Instant takenAt;
    QString posture;
    bool frozen;
};

//! None where the piece has no measures, or the person may not read them. On the connection's thread.
Result<std::optional<WorkMeasures>> workMeasures(access::ScopedConnection &connection, OrderItemId piece);

} // namespace thimblely::orders
