// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/measurements/measured_value.h"

#include <optional>
#include <vector>

namespace thimblely {

enum class MeasureWarning {
    InchesInCentimetres, //!< "measure.inches_in_cm": typed in cm, sensible as inches
    CentimetresInInches, //!< "measure.cm_in_inches": the other way round
    OutsideUsual,        //!< "measure.outside_usual": outside the catalogue's range; warn, never forbid
    FarFromLast          //!< "measure.far_from_last": more than a tenth (at least 2 cm) from the last value
};
const char *codeOf(MeasureWarning warning);

struct MeasurementDoubt {
    MeasureWarning warning;
    std::optional<qint64> likely; //!< "did you mean", in the dimension's unit
};

//! What to ask again about a body value, given the last one of the same code and side; nothing where it is plausible.
std::optional<MeasurementDoubt> doubtAbout(const MeasuredValue &value, const std::optional<MeasuredValue> &last);

} // namespace thimblely
