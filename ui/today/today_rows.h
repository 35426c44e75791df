// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/calendar/fitting.h"
#include "core/finance/till.h"
#include "core/inventory/item.h"
#include "core/orders/todays_orders.h"
#include "ui/today/today_row.h"

namespace thimblely::ui {

class Desk;

// What was read, in the words of Today's rows: one for each, in its order.

std::vector<TodayRow> dueRows(Desk &desk, const orders::TodaysOrders &today, size_t most);
std::vector<TodayRow> readyRows(Desk &desk, const orders::TodaysOrders &today);
std::vector<TodayRow> waitingRows(Desk &desk, const orders::TodaysOrders &today);
std::vector<TodayRow> fittingRows(Desk &desk, const std::vector<calendar::Fitting> &fittings);
std::vector<TodayRow> lowStockRows(Desk &desk, const std::vector<inventory::ItemRow> &items);
//! Without sums where they are not shown.
std::vector<TodayRow> tillRows(Desk &desk, const finance::TillState &state, const finance::TillSums *sums);

} // namespace thimblely::ui
