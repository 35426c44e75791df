// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/access/row_writer.h"

#include <span>

namespace thimblely::access {

/*!
 * What the person may still give back to clients on that day of the shop without orders:refund and without an approval, in minor
 * units: workspace_members.refund_limit_minor less what they gave back by themselves that day, so that a sum above it is
 * not given in two halves. 0 where they have no limit of their own, or may not read prices. On the connection's thread.
 */
Result<qint64> refundAllowance(ScopedConnection &connection, const Date &day);

//! Whether a row of money that takes orders:refund is within it, as the RowWriter is asked to write it.
Result<bool> isWithinRefundLimit(ScopedConnection &connection, std::span<const Field> fields);

} // namespace thimblely::access
