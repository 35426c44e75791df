// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/measurements/measured_value.h"

#include <vector>

namespace thimblely {

//! What a doubtful value is thought to be.
enum class DoubtKind {
    InchesInCentimetres,      //!< "measure.inches_in_cm": typed in cm, read off in inches
    CentimetresInInches,      //!< "measure.cm_in_inches"
    CentimetresInMillimetres, //!< "measure.cm_in_mm"
    MillimetresInCentimetres, //!< "measure.mm_in_cm"
    HalfGirth,                //!< "measure.half_girth": laid flat and read across
    DigitsSwapped,            //!< "measure.digits_swapped": two neighbouring digits the wrong way round
    FieldsSwapped,            //!< "measure.fields_swapped": typed into each other's field
    TensMisread,              //!< "measure.tens_misread": 84 for 94
    OutsideUsual,             //!< "measure.outside_usual": outside of the range that is asked about
    OutOfOrder,               //!< "measure.out_of_order": too little or too much beside another value
    UnlikeOthers,             //!< "measure.unlike_others": the other values make another one likely
    UnlikeAnother,            //!< "measure.unlike_another": one of two values is wrong, and more likely the other one
    FarFromLast               //!< "measure.far_from_last": changed more than bodies do since the last visit
};
const char *codeOf(DoubtKind kind);

//! What may have been meant, if `kind` is what happened; in the dimension's unit.
struct SlipGuess {
    DoubtKind kind;
    qint64 amount;
};

//! Every slip that could have made this length of what was on the tape; in the order in which they are to be believed.
std::vector<SlipGuess> slipGuesses(const MeasuredValue &value);

//! Slips of less than this (tenths of a millimetre) are not looked for: nobody could tell them from a body.
inline constexpr qint64 leastSlip = 500;

} // namespace thimblely
