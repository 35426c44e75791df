// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/changes/write_context.h"
#include "core/orders/order.h"

namespace thimblely::orders {

//! An order of the book that the shop kept before: it hangs here already, or is still to be done.
struct OldOrder {
    std::optional<ClientId> client = {}; //!< none: only its ticket is known
    std::vector<PieceDraft> pieces = {};
    QString ticket = {}; //!< the number on the paper that the client has
    QString notes = {};
    std::optional<Date> takenIn = {};  //!< none: not known, so today
    std::optional<Date> promised = {}; //!< as it was said then: may be past, and on a day that is closed
    std::optional<QTime> promisedAt = {};
    std::optional<QString> readyAt = {}; //!< ready, and where it hangs ("" where nobody said); none: still to do
    QByteArray page = {};                //!< SHA-256 of a photo of the page it stands on (sys_media)
};

/*!
 * Books it with a number of the shop's own; a part of a write operation. Prices hold their tax: they are what was agreed
 * then. What was promised before today, or is ready already, counts for no share of kept promises. Errors:
 * order_service.h, "order.rack_too_long".
 */
Result<Booked> bookOldOrder(changes::WriteContext &context, const OldOrder &old);

//! What such an order is called ("Balance from the old book"), translated.
QString oldDebtTitle();
//! What a client still owes for what left the shop long ago, as an order that is collected: it is asked for wherever a
//! balance is, and found nowhere that work or the rack is.
Result<Booked> bookOldDebt(changes::WriteContext &context, ClientId client, const Money &owed,
                           const std::optional<Date> &since, const QString &ticket, const QByteArray &page);

} // namespace thimblely::orders
