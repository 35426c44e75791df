// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/base/date.h"
#include "core/measurements/measurement_template.h"

#include <optional>

namespace thimblely {

// By which template a garment is measured. Pure; any thread.

/*!
 * The kinds of garment whose measures such a one is made by, the nearest first, itself before all others: a kaftan is
 * measured as an agbada is, a coat and a suit as a jacket, a gown as a dress, shorts as trousers.
 */
QStringList measuredAs(const QString &garmentType);
//! The template for it, for a child its own where the shop has one; nullptr: the shop has none for it.
const MeasurementTemplate *templateOf(const std::vector<MeasurementTemplate> &templates, const QString &garmentType,
                                      bool child = false);
//! Whether measures taken by a template of that kind are those of such a garment, whoever wears it.
bool isMeasuredBy(const QString &garmentType, const QString &templateType);

//! Whether who was born then is measured as a child; no where that is not known.
bool isChild(const std::optional<Date> &born, Date today);

} // namespace thimblely
