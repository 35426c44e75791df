// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/measurements/measurement_set.h"
#include "core/measurements/plausibility.h"
#include "ui/measurements/measure_field.h"

#include <QJsonObject>
#include <QLocale>

namespace thimblely::ui {

//! Where the fields of a visit come from.
struct VisitSources {
    const MeasurementTemplate &garment;
    const std::vector<MeasurementSet> &sets; //!< of the client, newest first
    MeasuredPerson person;
    const ShopCalendar &calendar;
    Date today;
    const QLocale &locale;
};

/*!
 * The fields of a template in its order, with the values of earlier visits. A value of the body younger than half a year
 * that was taken for another garment is kept at once, for a chest is a chest; those of the same garment are measured
 * anew, and so are sizes of a garment.
 */
std::vector<MeasureField> visitFields(const VisitSources &from);

//! What stands over a section: translated where it is a built-in one.
QString sectionName(const QString &section);

//! Where the values of a kind of fields are stored.
SetKind setKindOf(MeasurementKind kind);
//! What the fields of a kind hold, as it is stored: in the order of the fields, sides apart.
std::vector<MeasuredValue> valuesOf(const std::vector<MeasureField> &fields, MeasurementKind kind);
std::vector<MeasuredValue> valuesOf(const std::vector<MeasureField> &fields);
//! By how much the garment is cut otherwise than the body, over all fields.
std::vector<MeasuredValue> fitsOf(const std::vector<MeasureField> &fields);
//! The values of `before` whose codes are not among `values`: a new version of a set loses none of them.
std::vector<MeasuredValue> carriedOver(const MeasurementSet &before, const std::vector<MeasuredValue> &values);

//! What was measured or kept by hand, exactly as typed, for the device draft.
QJsonObject measuredToJson(const std::vector<MeasureField> &fields, const std::vector<MeasureField> &atStart);
void measuredFromJson(const QJsonObject &json, std::vector<MeasureField> &fields);

} // namespace thimblely::ui
