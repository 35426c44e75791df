// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/orders/piece.h"

#include <span>

namespace thimblely::orders {

//! What is asked of a garment that is made, and the usual answers; English, shown by styleName().
struct StyleOption {
    const char *code; //!< in the file: "lapel"
    const char *name;
    std::span<const char *const> choices; //!< in the file as they stand here: "notch"
};

//! In the order in which they are asked; none for a garment that is not known. Constant data, any thread.
std::span<const StyleOption> styleOptions(QStringView garmentType);
//! The name of an option or a choice, translated; a word that is not of the catalogue stays as it is.
QString styleName(const QString &word);
//! As it is read in the order, on the tag and in the workroom: "Lapel notch", "Vents double", then what was added in
//! words of one's own. Translated.
QStringList styleWords(const PieceDraft &piece);

} // namespace thimblely::orders
