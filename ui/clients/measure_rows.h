// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/measurements/measurement_set.h"

#include <QString>

#include <optional>
#include <vector>

namespace thimblely::ui {

//! One line of the card's table of measures; texts are ready to paint.
struct MeasureLine {
    QString name;
    QString newest;
    QString former; //!< empty: there is none
    QString change; //!< "+1.5", "same"; empty without a former one

    friend bool operator==(const MeasureLine &, const MeasureLine &) = default;
};

//! The table: its lines and what stands over the columns of values.
struct MeasureTable {
    std::vector<MeasureLine> lines;
    std::optional<Instant> newestAt; //!< absent where the newest values are of several days
    std::optional<Instant> formerAt;
};

/*!
 * The newest value of each code over the current body sets, or with `chosen` the values of that set, beside the value
 * before it. `sets` are all sets of the client, newest first. Lengths are shown in `unit`.
 */
MeasureTable measureTable(const std::vector<MeasurementSet> &sets, const std::optional<MeasurementSetId> &chosen,
                          LengthUnit unit, const QString &decimalPoint);

//! The translated name of a code, with the client's side where sides are told apart.
QString measureName(const QString &code, Side side);

} // namespace thimblely::ui
