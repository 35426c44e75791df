// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/measurements/measured_value.h"

namespace thimblely {

/*!
 * What was written when a garment was tried on, read as corrections of its cut: "left sleeve +1.2, waist -0.5" in the
 * unit of the shop. A part is a name as a tailor says it (or a code), a side before or after it, and an amount with its
 * sign; parts are separated by commas, semicolons and new lines. What is no such part stays words and is left out.
 */
std::vector<MeasuredValue> fitCorrections(const QString &note, LengthUnit unit, int fractionDenominator = 8);

/*!
 * The adjustments of a garment after further corrections: amounts of the same field and side add up, what adds up to
 * nothing is gone, and a field corrected on one side is held apart for both.
 */
std::vector<MeasuredValue> corrected(std::vector<MeasuredValue> adjustments,
                                     const std::vector<MeasuredValue> &corrections);

} // namespace thimblely
