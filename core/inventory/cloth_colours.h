// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include <QString>

#include <span>

namespace thimblely::inventory {

//! A colour that cloth is called by: its English name, which the context "Cloth" translates, and how it looks.
struct ClothColour {
    const char *name;
    unsigned int argb; //!< 0xAARRGGBB
};

std::span<const ClothColour> clothColours();
QString translatedName(const ClothColour &colour);

} // namespace thimblely::inventory
