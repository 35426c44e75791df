// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/invoices/documents.h"
#include "ui/desk/entry_form.h"

namespace thimblely::ui {

class Segmented;

//! Money for an invoice that bills no order.
class PayInvoiceForm : public EntryForm {
    Q_OBJECT

public:
    explicit PayInvoiceForm(Desk &desk, QWidget *parent = nullptr);

    void begin(const invoices::InvoiceDocument &invoice);
    void focusFirst() override;
    void submit() override;

private:
    std::optional<InvoiceId> m_invoice;
    std::optional<Money> m_total;
    MoneyEdit *m_amount = nullptr;
    Segmented *m_method = nullptr;
    FieldEdit *m_reference;
};

} // namespace thimblely::ui
