// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include <span>

namespace thimblely {

//! What tailors of other languages call a field of the catalogue, parted by '|'; findMeasurementField() knows them.
struct MeasurementWords {
    const char *code;
    const char *words;
};

//! German, French, Spanish, Italian, Portuguese, Polish, Turkish and Arabic, as the languages' own pattern books have
//! them. A word that means two measures in two languages stands nowhere.
std::span<const MeasurementWords> measurementWords();

} // namespace thimblely
