// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/orders/piece.h"

#include <vector>

namespace thimblely::notebook {

/*!
 * Pieces as a shop's book has them: "2 trousers navy hem, jacket grey". Parted by commas, semicolons and '+'; in each a
 * count, a garment and a colour wherever they stand (of the program's lists, in the program's language and in English;
 * three letters of a garment do at its beginning), "make" or "new" where it is made here, and the rest is what is done
 * to it. A suit is a set of two pieces, as at the counter. Where no garment is named, all of it is the piece's name. Prices are not here. Pure; any thread.
 */
std::vector<orders::PieceDraft> readPieces(const QString &text);

//! As it was understood, to be shown beside what was typed: "2 × Trousers navy: hem", "Suit (Jacket, Trousers) grey".
QString writePieces(const std::vector<orders::PieceDraft> &pieces);

} // namespace thimblely::notebook
