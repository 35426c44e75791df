// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/base/figure_text.h"

namespace thimblely::exchange {

//! A whole number of 10^-places; nothing where the figure has more decimals than that or is too large. Pure.
std::optional<qint64> scaled(Figure figure, int places);

} // namespace thimblely::exchange
