// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/orders/old_page.h"

#include "core/access/session.h"

namespace thimblely::orders {

Result<QByteArray> pageOfOldBook(access::Session &session, OrderId order)
{
    TRY_ASSIGN(auto query, session.reader().query("SELECT page_media FROM orders WHERE id = ?"));
    query->bind(order);
    TRY_ASSIGN(const bool found, query->step());
    return found ? query->blob(0) : QByteArray();
}

} // namespace thimblely::orders
