// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/base/figure_text.h"
#include "core/base/money.h"

namespace thimblely::exchange {

//! Refuses what a file says is in another currency than the shop's: "table.other_currency" (args: it, the shop's).
Result<void> requireCurrency(const QString &said, Currency shops);

//! A whole number of 10^-places; nothing where the figure has more decimals than that or is too large. Pure.
std::optional<qint64> scaled(Figure figure, int places);

} // namespace thimblely::exchange
