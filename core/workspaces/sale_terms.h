// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

namespace thimblely {

//! The key in sys_settings: whether it is asked at each sale who is selling; a boolean, false where it was never set.
inline constexpr char askSellerKey[] = "sale.ask_seller";

} // namespace thimblely
