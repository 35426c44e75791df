// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/access/scoped_connection.h"
#include "core/base/money.h"

namespace thimblely::orders {

//! Whether a discount is within what this person may give by themselves: orders:discount, or the member's limit
//! (workspace_members.discount_limit_bp, none is zero). On the connection's thread.
Result<bool> mayDiscount(access::ScopedConnection &connection, const Money &discount, const Money &gross);

} // namespace thimblely::orders
