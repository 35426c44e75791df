// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/orders/stamp_form.h"

#include "core/invoices/invoice_service.h"
#include "ui/desk/desk.h"
#include "ui/widgets/field_edit.h"

#include <QVBoxLayout>

namespace thimblely::ui {

StampForm::StampForm(Desk &desk, QWidget *over)
    : SideForm(desk, tr("Keep it"), over), m_number(addText(tr("eTIMS invoice number"))),
      m_device(addText(tr("Control unit"))), m_code(addText(tr("What its QR code holds")))
{
    m_code->setHint(tr("scan it"));
    rows()->addStretch(1);
    endWith(m_code);
}

void StampForm::begin(const invoices::InvoiceDocument &invoice)
{
    m_invoice = invoice.id;
    const invoices::FiscalStamp stamp = invoice.stamp.value_or(invoices::FiscalStamp());
    m_number->setText(stamp.number);
    m_device->setText(stamp.device);
    m_code->setText(stamp.code);
    come(tr("Invoice %1").arg(invoice.number),
         tr("It is printed on the invoice, which is no tax invoice without it."), m_number->edit());
}

void StampForm::submit()
{
    if (isBusy() || !m_invoice)
        return;
    write(invoices::InvoiceService(desk().session(), desk().door())
              .stamp(*m_invoice, {m_number->text(), m_device->text(), m_code->text()}));
}

} // namespace thimblely::ui
