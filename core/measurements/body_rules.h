// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/measurements/measurement_catalogue.h"

#include <functional>
#include <optional>

namespace thimblely {

/*!
 * What holds between two values of every body: `least` <= value / other <= `most`, or for a difference
 * `least` <= value - other <= `most` in tenths of a millimetre. Orderings are ratios under 1. Tried on the
 * people of ANSUR II; a shop's clients are wider, so they warn and never forbid.
 */
struct BodyRule {
    enum class Of { Ratio, Difference };
    QLatin1StringView code;
    QLatin1StringView other;
    Of of;
    double least;
    double most;
    bool ofChildrenToo; //!< proportions change with growth, the orderings do not
};

std::span<const BodyRule> bodyRules();

//! A rule that a value breaks, and on which side.
struct BrokenRule {
    QLatin1StringView other;
    bool tooLittle; //!< else too much, beside `other`
};

//! Amount of another field, or nothing where it is not known.
using AmountOf = std::function<std::optional<qint64>(QStringView code)>;

//! The first rule that `amount` as the value of `code` breaks beside what else is known.
std::optional<BrokenRule> brokenRule(QStringView code, qint64 amount, const AmountOf &known, bool child);

//! A value that stands the other way round to another one than in most bodies: a chest under the waist. A remark only.
std::optional<BrokenRule> unusualOrder(QStringView code, qint64 amount, const AmountOf &known);

/*!
 * What is asked about outside of it, for a child of `years` (nothing: of any age up to 15), by age groups 0-5, 6-10 and
 * 11-15. No survey of children was at hand: these are wide estimates after what growth charts and children's size tables
 * commonly give, and measures that those lack are scaled from the grown-ups' range. They only warn.
 */
std::optional<MeasurementRange> childRange(const MeasurementField &field, std::optional<int> years);

//! Who is measured as a child: under 16.
inline constexpr int grownFrom = 16;

} // namespace thimblely
