// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/orders/order.h"

#include <QString>

namespace thimblely::ui {

//! What the list that a filter leaves is called; empty for all open orders.
QString filterName(orders::OpenOrderFilter filter);

} // namespace thimblely::ui
