// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/base/id.h"
#include "core/base/result.h"

#include <QString>

#include <functional>

namespace thimblely::finance {
struct DayPage;
}

namespace thimblely::ui {

class Desk;
struct Paper;

/*!
 * The papers of the shop: claim check, garment tags, receipt, invoice, and the page of a till's day. Reads them on the thread of the window, draws
 * them on another one, and sends them to the printer that was set up (setting "papers/printer"); without one they are
 * written as PDF, whole or not at all, into the folder of papers: THIMBLELY_PAPERS, the setting "papers/folder", or
 * "papers" beside the shop's file. Where it went, or why it did not, is said through Notices; the order itself is safe
 * either way. GUI thread only.
 */
class OrderPapers {
public:
    explicit OrderPapers(Desk &desk) : m_desk(desk) {}

    //! `taken`: money taken in the same go, named where the printing fails.
    void printClaimCheck(OrderId order, const QString &taken = {});
    void printTags(OrderId order);
    void printReceipt(TransactionId payment);
    void printInvoice(InvoiceId invoice);
    void printDayPage(const finance::DayPage &page);

    static QString folder(const QString &shopFile);

private:
    void send(Paper paper, const QString &done, const QString &safe);
    void failed(const QString &safe, const Error &error);

    Desk &m_desk;
};

//! Writes the paper as PDF into `folder`, which is made where there is none; returns the file. Any thread.
Result<QString> writePdf(const Paper &paper, const QString &folder);

} // namespace thimblely::ui
