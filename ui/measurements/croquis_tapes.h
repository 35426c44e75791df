// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "ui/measurements/croquis_data.h"

#include <vector>

namespace thimblely::ui {

//! A tape whose line follows from where the figure's own points and tapes lie, in croquis units; an empty view: unseen.
struct LaidTape {
    const char *code;
    std::vector<Point> front;
    std::vector<Point> back;
};

/*!
 * The tapes that no figure draws by hand: the rarer body fields, and the finished lengths, laid where the garment will
 * end on this figure. Made once for each figure; pure.
 */
std::vector<LaidTape> laidTapes(const FigureData &figure);

} // namespace thimblely::ui
