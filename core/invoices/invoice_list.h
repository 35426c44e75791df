// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/invoices/documents.h"

namespace thimblely::access {
class Session;
}

namespace thimblely::invoices {

enum class InvoiceFilter { All, Open, Overdue, Paid, CreditNotes, Drafts };

//! Where an invoice stands, in one word.
enum class InvoiceState { Draft, Open, PartlyPaid, Overdue, Paid, CreditNote };

//! A row of the list.
struct InvoiceSummary {
    InvoiceId id;
    InvoiceState state;
    QString number; //!< empty: a draft
    QString orderNumber;
    QString name; //!< whom it bills, as it was frozen
    std::optional<ClientId> client;
    std::optional<Date> issued;
    std::optional<Date> due;
    Money total;
    Money balance; //!< as InvoiceDocument::balance
    friend bool operator==(const InvoiceSummary &, const InvoiceSummary &) = default;
};

//! After which row the next page begins.
struct InvoicePlace {
    std::optional<Date> issued;
    InvoiceId id;
};

/*!
 * The papers of the shop that bill somebody: the newest first, page by page by key. `words` finds by a part of the number
 * or of the name. For the reader's thread too: a search looks through all of them. Forbidden without invoices:read or
 * prices:read.
 */
class InvoiceListService {
public:
    explicit InvoiceListService(access::Session &session) : m_session(session) {}

    Result<std::vector<InvoiceSummary>> page(InvoiceFilter filter, const QString &words, Date today,
                                             const std::optional<InvoicePlace> &after, int limit) const;
    Result<std::optional<InvoiceSummary>> one(InvoiceId invoice, Date today) const;
    //! The credit notes on it, the first one first.
    Result<std::vector<InvoiceSummary>> notesOn(InvoiceId invoice, Date today) const;
    //! What was paid on it itself, or on its order by whom it bills, the oldest first.
    Result<std::vector<finance::Payment>> payments(InvoiceId invoice) const;

private:
    Result<void> require() const;

    access::Session &m_session;
};

} // namespace thimblely::invoices
