// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/access/scoped_connection.h"
#include "core/invoices/documents.h"

namespace thimblely::invoices {

//! Reads of issued documents and of who stands on them; for this folder only.
class InvoiceRepository {
public:
    explicit InvoiceRepository(access::ScopedConnection &connection) : m_connection(connection) {}

    Result<InvoiceDocument> load(InvoiceId invoice);
    //! The buyer's hash as it was chained.
    Result<QByteArray> chainedBuyer(InvoiceId invoice);
    //! What the buyer's hash was salted with; none once the buyer was erased.
    Result<std::optional<QByteArray>> salt(InvoiceId invoice);
    //! The last one of its kind.
    Result<std::optional<InvoiceId>> forOrder(OrderId order, InvoiceKind kind);
    //! All of its kind, the first one first.
    Result<std::vector<InvoiceDocument>> documents(OrderId order, InvoiceKind kind);
    //! Those that bill an order in this kind, and the credit notes on them.
    Result<std::vector<InvoiceDocument>> billing(OrderId order, InvoiceKind kind);
    //! Hash of the newest document of a series before `number`; empty where it is the first.
    Result<QByteArray> hashBefore(const QString &series, const QString &number);
    Result<Party> shop();
    Result<QString> terms();
    Result<Party> buyer(ClientId client);

private:
    Result<std::vector<InvoiceId>> ofOrder(OrderId order, InvoiceKind kind);

    access::ScopedConnection &m_connection;
};

} // namespace thimblely::invoices
