// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

namespace thimblely::ui {

//! What is done to an item with one's hands; each has its form.
enum class StockMove { Receive, Cut, Remnant, Return, Waste, Adjust, Reserve, Release, Order };

} // namespace thimblely::ui
