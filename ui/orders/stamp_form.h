// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/invoices/documents.h"
#include "ui/orders/side_form.h"

namespace thimblely::ui {

//! What the tax office's system gave for an issued invoice: typed, or its code scanned.
class StampForm : public SideForm {
    Q_OBJECT

public:
    StampForm(Desk &desk, QWidget *over);

    void begin(const invoices::InvoiceDocument &invoice);
    void submit() override;

private:
    std::optional<InvoiceId> m_invoice;
    FieldEdit *m_number;
    FieldEdit *m_device;
    FieldEdit *m_code;
};

} // namespace thimblely::ui
