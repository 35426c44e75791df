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
//! What is sold as one and made of several, each with a tag: a suit of jacket and trousers. By their codes; empty: it is
//! one piece.
std::span<const char *const> garmentsOfSet(QStringView code);
//! The code of the set that is called so, translated; empty: none is.
QString setCalled(const QString &name);
//! Translated, as on the tag.
QString translatedName(const GarmentName &garment);
//! The same by its code; a code that is none of these stays as it is.
QString garmentName(const QString &code);

} // namespace thimblely::inventory
