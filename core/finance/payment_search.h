// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/access/scoped_connection.h"
#include "core/finance/till.h"

#include <QLocale>

namespace thimblely::finance {

/*!
 * Money of clients, of whatever day: by the number of its receipt ("RA-26-00017", or "17" alone), by its order as
 * orders are found (number, tag, garment, day), and by who paid. The newest first, at most `limit`; nothing typed finds
 * nothing. Forbidden where the person may not read prices.
 */
Result<std::vector<TillEntry>> findPayments(access::ScopedConnection &connection, const QString &typed,
                                            const QLocale &locale, int limit);

} // namespace thimblely::finance
