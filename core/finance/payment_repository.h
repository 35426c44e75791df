// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/access/scoped_connection.h"
#include "core/finance/payment.h"

namespace thimblely::finance {

//! What payments need to know of an order.
struct OrderBalance {
    QString number; //!< empty: a draft
    std::optional<ClientId> client;
    Money balance; //!< of what has come in
    Money waiting; //!< transfers that were announced and have not come in
};

//! Reads of an order's money; for this folder and those above. Forbidden where the person may not read prices.
class PaymentRepository {
public:
    explicit PaymentRepository(access::ScopedConnection &connection) : m_connection(connection) {}

    Result<std::vector<Payment>> ofOrder(OrderId order);
    Result<OrderBalance> balance(OrderId order);

private:
    Result<Currency> currencyOf(OrderId order);

    access::ScopedConnection &m_connection;
};

} // namespace thimblely::finance
