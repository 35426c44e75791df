// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/finance/payment.h"
#include "core/invoices/documents.h"
#include "core/orders/price_cut.h"

#include <QFuture>

namespace thimblely::access {
class Session;
}
namespace thimblely::changes {
class WriteDoor;
}

namespace thimblely::invoices {

//! Money given back because the work is worth less.
struct CutRefund {
    finance::RefundDraft refund; //!< `part` is what the price is cut by
    OrderItemId piece;           //!< that is cheaper from now on
    access::Approvals approvals = {};
};

//! What came of it; the credit note where the piece was billed.
struct CutRefunded {
    finance::PaymentTaken money;
    std::optional<InvoiceId> creditNote;
    QString creditNoteNumber;
};

/*!
 * A refund that is no debt: the money goes back, the price of the piece is cut by as much with the same reason, and an
 * invoice that bills it gets a credit note; one operation. It can be undone unless a credit note was issued.
 *
 * Errors: finance/payment_service.h, orders/price_cut.h; Forbidden with orders:refund, orders:discount, invoices:credit.
 */
class RefundService {
public:
    RefundService(access::Session &session, changes::WriteDoor &door) : m_session(session), m_door(door) {}

    //! The invoice that a cut of this piece would correct; none: it is not billed.
    Result<std::optional<InvoiceDocument>> billedBy(OrderId order, OrderItemId piece) const;
    //! What would be refused, but for the right to it, without writing anything.
    Result<void> check(OrderId order, const orders::PriceCut &cut) const;
    //! What of it the person has to have approved: orders:discount beyond their limit; check() was right before.
    Result<std::vector<access::Capability>> needs(OrderId order, const orders::PriceCut &cut) const;
    QFuture<Result<CutRefunded>> refund(CutRefund refund);

private:
    access::Session &m_session;
    changes::WriteDoor &m_door;
};

} // namespace thimblely::invoices
