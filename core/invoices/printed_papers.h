// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/base/id.h"
#include "core/base/result.h"

#include <QFuture>
#include <QString>

#include <vector>

namespace thimblely::access {
class Session;
}
namespace thimblely::changes {
class WriteDoor;
}

namespace thimblely::invoices {

//! The papers of which there must not be two that look alike: each stands for money, or for what hangs in the shop.
enum class PrintedKind { ClaimCheck, Receipt, Invoice };

struct PrintedPaper {
    PrintedKind kind;
    IdBytes about; //!< an order, a payment or an invoice
    QString name;  //!< "Receipt RA-26-00017", as the history calls it
};

/*!
 * Which papers have left the program, as rows of sys_activity that stay: what is printed a second time says so, whoever
 * prints it on whatever device. That something was printed stands in the way of no undo (changes/undo.h).
 *
 * Errors: Forbidden where the person may write nothing of orders and of the till.
 */
class PrintedPapers {
public:
    PrintedPapers(access::Session &session, changes::WriteDoor &door) : m_session(session), m_door(door) {}

    Result<bool> contains(PrintedKind kind, const IdBytes &about) const;
    //! They went to a printer, or were written as files.
    QFuture<Result<void>> note(std::vector<PrintedPaper> papers);

private:
    access::Session &m_session;
    changes::WriteDoor &m_door;
};

} // namespace thimblely::invoices
