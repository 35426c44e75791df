// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/invoices/documents.h"
#include "ui/accounts/approved_form.h"

namespace thimblely::ui {

//! A credit note on an invoice that bills no order: how much, and why.
class CreditForm : public ApprovedForm {
    Q_OBJECT

public:
    explicit CreditForm(Desk &desk, QWidget *parent = nullptr);

    void begin(const invoices::InvoiceDocument &invoice);
    void focusFirst() override;
    void submit() override;

Q_SIGNALS:
    void credited(thimblely::InvoiceId note);

private:
    std::optional<InvoiceId> m_invoice;
    QString m_number;
    MoneyEdit *m_amount = nullptr;
    FieldEdit *m_reason;
};

} // namespace thimblely::ui
