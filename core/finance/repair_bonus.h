// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/orders/order.h"

namespace thimblely::finance {

/*!
 * The most that France's repair bonus pays of an order: of each piece that is mended for 12 EUR or more, hems aside, six
 * tenths of the price and between 6 and 25 EUR; with a photo before and after. None where it pays nothing, elsewhere and
 * where prices may not be read. From secondary sources (lexdailynews.fr, francetvinfo.fr), to be re-checked before a
 * release: what a certain repair is worth stands in the scheme's own list. Pure; any thread.
 */
std::optional<Money> repairBonus(const QString &country, const orders::OrderDetail &order);

//! What the transfer of the bonus goes by, as the scheme calls it in its own language.
inline constexpr char16_t repairBonusReference[] = u"Bonus r\u00e9paration";

} // namespace thimblely::finance
