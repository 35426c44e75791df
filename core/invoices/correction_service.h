// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/orders/correction.h"

#include <QFuture>

namespace thimblely::access {
class Session;
}
namespace thimblely::changes {
class WriteDoor;
}

namespace thimblely::invoices {

//! What a correction would come to, for who decides on it.
struct CorrectionFigures {
    Money before; //!< what the order comes to
    Money after;
    QStringList credited = {}; //!< invoices that get a credit note, for they bill more than stays
    bool isBilledMore = false; //!< an invoice bills a row that costs more now: the difference is billed by another one
    bool unlocks = false;      //!< a piece that is begun was cut by what changes
    std::vector<access::Capability> needs = {}; //!< beyond orders:write and the rules of prices
};

struct Corrected {
    QString number;
    std::vector<InvoiceId> creditNotes;
};

/*!
 * Corrects what was booked, as one operation: price, colour, condition, kind of work, photos, wearer, measures, and of
 * the order its notes, ticket, event and rush. An issued invoice is never changed: less is corrected by a credit note,
 * more is billed by a further invoice (InvoiceService::hasUnbilled). It can be undone unless a credit note was issued.
 * Money that is too much then stays with the order until it is given back.
 *
 * Errors: orders/correction_writer.h; Forbidden with invoices:credit where less is billed.
 */
class CorrectionService {
public:
    CorrectionService(access::Session &session, changes::WriteDoor &door) : m_session(session), m_door(door) {}

    //! What would be refused too, but for the rights to it.
    Result<CorrectionFigures> figures(const orders::Correction &correction) const;
    QFuture<Result<Corrected>> correct(orders::Correction correction, access::Approvals approvals = {});

private:
    access::Session &m_session;
    changes::WriteDoor &m_door;
};

} // namespace thimblely::invoices
