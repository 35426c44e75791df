// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/base/id.h"
#include "core/base/result.h"
#include "ui/documents/paper.h"

#include <QString>

#include <vector>

namespace thimblely::finance {
struct DayPage;
}

namespace thimblely::ui {

class Desk;

/*!
 * The papers of the shop: claim check with tags and rack slip, receipt, invoice, and the page of a till's day. Reads
 * them on the thread of the window, draws them on another one, and sends them to the printers that were chosen
 * (paper_settings.h); without one they are written as PDF, whole or not at all, into the folder of papers. Where they
 * went, or why they did not, is said through Notices; the order itself is safe either way, and what a printer did not
 * take waits (paper_queue.h). GUI thread only.
 */
class OrderPapers {
public:
    explicit OrderPapers(Desk &desk) : m_desk(desk) {}

    //! What an order needs when it was booked: claim check, and as this device prints them tags and rack slip.
    //! `payments`: money taken in the same go, named where the printing fails. Each who pays for their own pieces gets a
    //! claim check of these. `receipts`: along with the receipt of each payment.
    void printBooked(OrderId order, const std::vector<finance::PaymentTaken> &payments, bool receipts = false);
    // What was printed before (invoices/printed_papers.h) says so.
    void printClaimCheck(OrderId order);
    void printTags(OrderId order);
    void printQuote(OrderId quote);
    void printReceipt(TransactionId payment);
    void printInvoice(InvoiceId invoice);
    //! Of a price that was cut: its credit note and the paper of the money, named together.
    void printGivenBack(InvoiceId creditNote, TransactionId back);
    void printDayPage(const finance::DayPage &page);
    void printTest();
    //! Only to a printer: false, having said so, where none was chosen for sheets.
    bool printRecovery(RecoverySheet sheet);
    //! The same for an invitation, which lets in whoever has it.
    bool printInvitation(InvitationSlip slip);
    //! Any paper by what it is about.
    void print(const PaperOrder &order);
    //! The same, not printed yet: for the preview. Errors of the service that reads it.
    Result<Paper> make(const PaperOrder &order) const;
    //! "Claim check 1042", as lists and titles call it.
    static QString nameOf(const Paper &paper);
    void printStatement(ClientId client);
    void printMeasures(MeasureSheet sheet);
    void printLabels(StockLabels labels);
    //! `whose` as they are called, of which month.
    void printWages(const QString &whose, const QString &month, finance::WageSheet sheet);
    void printPurchases(std::vector<inventory::Purchase> lines);
    //! As files in the folder of papers, never to a printer: one to read, one for programs.
    void writeHeld(privacy::ClientFile file);

private:
    std::vector<Paper> ownChecks(OrderId order, const invoices::ClaimCheck &claim) const;
    Paper paperOf(Paper::Content content) const;
    Paper paperOf(Paper::Content content, const PaperOrder &source) const;
    void send(std::vector<Paper> papers, const QString &done, const QString &safe);
    void failed(const QString &safe, const Error &error);

    Desk &m_desk;
};

} // namespace thimblely::ui
