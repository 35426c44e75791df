// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/measurements/measurement_check.h"

namespace thimblely {

namespace {

//! 2.54 in hundredths: what a number is wrong by when the other unit was meant.
constexpr qint64 inch = 254;
constexpr qint64 leastJump = 200; // 2 cm

bool isMetric(AmountUnit unit)
{
    return unit == AmountUnit::Centimetre;
}

std::optional<MeasurementDoubt> doubtAboutRange(const MeasuredValue &value, const MeasurementRange &ask)
{
    if (ask.contains(value.amount))
        return {};
    if (isMetric(value.unit) && ask.contains((value.amount * inch + 50) / 100))
        return MeasurementDoubt{MeasureWarning::InchesInCentimetres, (value.amount * inch + 50) / 100};
    if (value.unit == AmountUnit::Inch && ask.contains((value.amount * 100 + inch / 2) / inch))
        return MeasurementDoubt{MeasureWarning::CentimetresInInches, (value.amount * 100 + inch / 2) / inch};
    return MeasurementDoubt{MeasureWarning::OutsideUsual, {}};
}

} // namespace

const char *codeOf(MeasureWarning warning)
{
    switch (warning) {
    case MeasureWarning::InchesInCentimetres:
        return "measure.inches_in_cm";
    case MeasureWarning::CentimetresInInches:
        return "measure.cm_in_inches";
    case MeasureWarning::OutsideUsual:
        return "measure.outside_usual";
    case MeasureWarning::FarFromLast:
        break;
    }
    return "measure.far_from_last";
}

std::optional<MeasurementDoubt> doubtAbout(const MeasuredValue &value, const std::optional<MeasuredValue> &last)
{
    const MeasurementField *field = measurementField(value.code);
    if (field && field->ask) {
        if (const auto doubt = doubtAboutRange(value, *field->ask))
            return doubt;
    }
    if (!last || dimensionOf(value.code) != MeasurementDimension::Length)
        return {};
    const qint64 jump = std::abs(value.amount - last->amount);
    if (jump >= leastJump && jump * 10 > last->amount)
        return MeasurementDoubt{MeasureWarning::FarFromLast, last->amount};
    return {};
}

} // namespace thimblely
