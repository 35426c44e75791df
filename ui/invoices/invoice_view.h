// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/invoices/free_invoice.h"
#include "core/invoices/invoice_list.h"

#include <QWidget>

#include <optional>

namespace thimblely::ui {

class Button;
class Chip;
class Desk;
class FigureRows;
class Label;

//! One invoice, credit note or draft: its lines and sums, what was paid and credited, and what can be done about it.
class InvoiceView : public QWidget {
    Q_OBJECT

public:
    explicit InvoiceView(Desk &desk, QWidget *parent = nullptr);

    //! False, having said so: it could not be read.
    bool showInvoice(InvoiceId invoice);
    void reload();
    const std::optional<invoices::InvoiceSummary> &shown() const { return m_shown; }
    //! Empty for a draft.
    const std::optional<invoices::InvoiceDocument> &document() const { return m_document; }
    //! F8: the paper of what is shown; false: a draft has none.
    bool print();
    void focusFirst();

Q_SIGNALS:
    void editRequested(thimblely::InvoiceId draft);
    void dropRequested(thimblely::InvoiceId draft);
    void payRequested();
    void creditRequested();
    //! Another paper of this list: what it corrects, or what corrects it.
    void otherRequested(thimblely::InvoiceId invoice);

private:
    void build();
    void readDraft();
    void showHead();
    void showLines();
    void showSums();
    void showPayments();
    void showNotes();
    void showActions();
    void openOrder();

    Desk &m_desk;
    std::optional<invoices::InvoiceSummary> m_shown;
    std::optional<invoices::InvoiceDocument> m_document;
    std::optional<TransactionId> m_lastPayment; //!< that has a receipt
    std::optional<invoices::FreeInvoice> m_draft;
    Label *m_title = nullptr;
    Chip *m_chip = nullptr;
    Label *m_who = nullptr;
    Label *m_when = nullptr;
    FigureRows *m_lines = nullptr;
    FigureRows *m_sums = nullptr;
    Label *m_paidHead = nullptr;
    FigureRows *m_paid = nullptr;
    Label *m_notesHead = nullptr;
    FigureRows *m_notes = nullptr;
    Button *m_print = nullptr;
    Button *m_edit = nullptr;
    Button *m_drop = nullptr;
    Button *m_pay = nullptr;
    Button *m_credit = nullptr;
    Button *m_receipt = nullptr;
    Button *m_order = nullptr;
    Button *m_client = nullptr;
    Button *m_statement = nullptr;
    Button *m_corrected = nullptr;
};

} // namespace thimblely::ui
