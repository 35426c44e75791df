// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include <QString>

#include <span>

namespace thimblely::inventory {

//! A garment by its code in the file and its English name, which the context "Garments" translates.
struct GarmentName {
    const char *code; //!< "trousers"; empty: any other piece
    const char *name;
};

//! All that the program knows, in the order of the counter's tiles: the first nine have one each. Pure; any thread.
std::span<const GarmentName> garmentNames();
//! Translated, as on the tag.
QString translatedName(const GarmentName &garment);

} // namespace thimblely::inventory
