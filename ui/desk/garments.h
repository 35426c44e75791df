// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include <QByteArray>
#include <QString>

#include <span>

namespace thimblely::ui {

//! A garment of the counter's tiles: its code in the file, its icon, its name as on the tag.
struct Garment {
    const char *code;
    const char *icon;
    const char *name; //!< translated by garmentName()
};

//! In the order of the tiles, 1 to 9.
std::span<const Garment> garments();
//! What stands under "More".
std::span<const Garment> furtherGarments();
QString garmentName(const Garment &garment);
//! By its code in the file; a code that is none of these stays as it is.
QString garmentName(const QString &code);
//! "1 piece", "7 pieces".
QString pieceCount(int pieces);
//! The icon of a garment by its code; the logo's where it has none.
QByteArray garmentIcon(const QString &code);

} // namespace thimblely::ui
