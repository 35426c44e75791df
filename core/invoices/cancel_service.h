// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/finance/payment.h"
#include "core/orders/cancel_writer.h"

#include <QFuture>

namespace thimblely::access {
class Session;
}
namespace thimblely::changes {
class WriteDoor;
}

namespace thimblely::invoices {

//! Pieces are not made after all, and what was paid too much goes back.
struct Cancelling {
    orders::PieceCancel what;
    finance::PaymentMethod back = finance::PaymentMethod::Cash; //!< Credit: it is kept for who paid
    access::Approvals approvals = {};
};

//! What a cancelling would come to, for who decides on it.
struct CancelFigures {
    std::vector<orders::Piece> pieces;
    Money worth;                                //!< what they and the charges that go with them come to
    Money paid;                                 //!< of the order, come in
    Money kept;                                 //!< of that, billed for work that was begun
    Money back;                                 //!< is paid too much then
    Money waiting;                              //!< on its way: not given back before it has come
    bool isWhole = false;                       //!< nothing else of the order is here
    bool isBegun = false;                       //!< cut, or in work
    bool isOfOwnCloth = false;                  //!< the client's cloth is here
    QStringList invoices = {};                  //!< whose lines get a credit note
    QStringList merchants = {};                 //!< who send cloth for them that has not come
    std::vector<access::Capability> needs = {}; //!< beyond orders:write
};

struct Cancelled {
    QString number;
    std::optional<finance::PaymentTaken> back; //!< one or several rows, as their sum
    std::vector<InvoiceId> creditNotes;
};

/*!
 * Cancels pieces of a booked order, or all of it: they leave lists and sums, cloth is freed or given back, issued
 * invoices are corrected by credit notes, and of each who pays what is too much goes back or becomes their credit; one
 * operation. It can be undone unless a credit note was issued. Nothing is lost: what was paid is what stays in the order,
 * is credit, or was given back.
 *
 * Errors: orders/cancel_writer.h, finance/payment_service.h; Forbidden with production:unlock where work was begun, with
 * orders:refund where money goes back, with invoices:credit where it was billed, and without prices:read.
 */
class CancelService {
public:
    CancelService(access::Session &session, changes::WriteDoor &door) : m_session(session), m_door(door) {}

    //! What would be refused too, but for the rights and the reason.
    Result<CancelFigures> figures(const orders::PieceCancel &what) const;
    QFuture<Result<Cancelled>> cancel(Cancelling cancelling);

private:
    access::Session &m_session;
    changes::WriteDoor &m_door;
};

} // namespace thimblely::invoices
