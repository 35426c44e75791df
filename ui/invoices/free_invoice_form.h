// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/invoices/free_invoice.h"
#include "ui/desk/entry_form.h"

namespace thimblely::ui {

class AmountLabel;
class ClientPicker;
class FreeLineRows;

//! An invoice that bills no order: for whom, its lines, when it is due; kept as a draft, or issued.
class FreeInvoiceForm : public EntryForm {
    Q_OBJECT

public:
    explicit FreeInvoiceForm(Desk &desk, QWidget *parent = nullptr);

    void begin();
    void goOn(InvoiceId draft);
    void focusFirst() override;
    //! Issues it.
    void submit() override;
    void keep();

Q_SIGNALS:
    //! Kept or issued.
    void written(thimblely::InvoiceId invoice);

private:
    void fill(const invoices::FreeInvoice &invoice);
    Result<invoices::FreeInvoice> typed() const;
    void showSum();

    std::optional<InvoiceId> m_draft;
    bool m_taxInclusive = true;
    ClientPicker *m_client;
    FieldEdit *m_name;
    FieldEdit *m_address;
    FreeLineRows *m_lines;
    AmountLabel *m_total;
    Label *m_tax;
    FieldEdit *m_due;
    FieldEdit *m_notes;
};

} // namespace thimblely::ui
