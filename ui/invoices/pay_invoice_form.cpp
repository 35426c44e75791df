// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/invoices/pay_invoice_form.h"

#include "core/finance/receipt_rules.h"
#include "core/invoices/free_invoice_service.h"
#include "ui/desk/isolated.h"
#include "ui/desk/pay_methods.h"
#include "ui/documents/order_papers.h"
#include "ui/widgets/field_edit.h"
#include "ui/widgets/money_edit.h"
#include "ui/widgets/segmented.h"

#include <QVBoxLayout>

namespace thimblely::ui {

PayInvoiceForm::PayInvoiceForm(Desk &desk, QWidget *parent) : EntryForm(desk, tr("Take payment"), tr("Take it"), parent)
{
    addMoney(tr("Paid now"), m_amount);
    m_method = new Segmented(tr("How it is paid"), body()); // made where it stands: so Tab comes by
    addPayMethods(*m_method);
    m_method->setSegmentEnabled(int(finance::PaymentMethod::Credit), false); // what is kept for them pays orders
    rows()->addWidget(m_method);
    m_reference = addText(tr("Reference"));
    m_reference->edit()->setPlaceholderText(tr("number of the transfer or of the slip"));
    rows()->addStretch(1);
    connect(m_method, &Segmented::currentIndexChanged, this, &PayInvoiceForm::clearProblem);
    connect(m_amount, &QLineEdit::returnPressed, this, &PayInvoiceForm::submit);
    endWith(m_reference);
}

void PayInvoiceForm::begin(const invoices::InvoiceDocument &invoice)
{
    m_invoice = invoice.id;
    m_total = invoice.total;
    setWords(tr("%1 is still to be paid on invoice %2 of %3.")
                 .arg(desk().amount(invoice.balance), invoice.number, isolated(invoice.to.name)));
    m_amount->setValue(invoice.balance);
    m_reference->setText({});
    const auto rules = finance::loadReceiptRules(desk().session().reader());
    if (rules && rules->methodIsAsked)
        m_method->clearChoice();
    else
        m_method->setCurrentIndex(0);
    clearProblem();
    beginTyping(invoice.id.toString(), tr("Payment of invoice %1").arg(invoice.number));
    focusFirst();
}

void PayInvoiceForm::focusFirst()
{
    m_amount->setFocus(Qt::OtherFocusReason);
    m_amount->selectAll();
}

void PayInvoiceForm::submit()
{
    if (isBusy() || !m_invoice)
        return;
    const auto amount = m_amount->value();
    if (!amount)
        return setProblem(amount.error());
    const auto method = payMethod(*m_method);
    if (!method)
        return setProblem({ErrorKind::Invalid, "payment.method_asked", {}, {}});
    finance::PaymentDraft payment{*amount, *method};
    payment.reference = m_reference->text().trimmed();
    write([this,
           payment] { return invoices::FreeInvoiceService(desk().session(), desk().door()).take(*m_invoice, payment); },
          [this](const finance::PaymentTaken &taken) {
              const auto rules = finance::loadReceiptRules(desk().session().reader());
              if (rules && m_total && rules->printsFor(*m_total))
                  OrderPapers(desk()).printReceipt(taken.id);
              finish();
          });
}

} // namespace thimblely::ui
