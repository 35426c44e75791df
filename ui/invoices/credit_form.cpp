// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/invoices/credit_form.h"

#include "core/invoices/free_invoice_service.h"
#include "ui/desk/isolated.h"
#include "ui/widgets/field_edit.h"
#include "ui/widgets/money_edit.h"

#include <QVBoxLayout>

namespace thimblely::ui {

using access::Capability;

CreditForm::CreditForm(Desk &desk, QWidget *parent)
    : ApprovedForm(desk, tr("Credit note"), tr("Issue the credit note"), parent)
{
    FieldEdit *amount = addMoney(tr("Credited"), m_amount);
    m_reason = addText(tr("Why"));
    addApprover();
    rows()->addStretch(1);
    connect(amount, &FieldEdit::edited, this, &CreditForm::forgetApprovals);
    connect(m_amount, &QLineEdit::returnPressed, this, [this] { m_reason->edit()->setFocus(Qt::TabFocusReason); });
    endWith(m_reason);
}

void CreditForm::begin(const invoices::InvoiceDocument &invoice)
{
    m_invoice = invoice.id;
    m_number = invoice.number;
    const Money left = invoice.total.minus(invoice.credited).valueOr(invoice.total);
    setWords(
        tr("%1 of invoice %2 for %3 can be credited. The note has a number of its own and is never changed; what was "
           "paid too much is given back under Money.")
            .arg(desk().amount(left), invoice.number, isolated(invoice.to.name)));
    forgetApprovals();
    clearProblem();
    m_amount->setValue(left);
    m_reason->setText({});
    beginTyping(invoice.id.toString(), tr("Credit note on invoice %1").arg(invoice.number));
    focusFirst();
}

void CreditForm::focusFirst()
{
    m_amount->setFocus(Qt::OtherFocusReason);
    m_amount->selectAll();
}

void CreditForm::submit()
{
    if (isBusy() || !m_invoice)
        return;
    const auto amount = m_amount->value();
    if (!amount)
        return setProblem(amount.error());
    const QString reason = m_reason->text().trimmed();
    if (reason.isEmpty()) {
        setProblem({ErrorKind::Invalid, "invoice.no_reason", {}, {}});
        return m_reason->edit()->setFocus(Qt::OtherFocusReason);
    }
    if (!isAllowed({Capability::InvoicesCredit}, {tr("Credit %1 of invoice %2").arg(desk().amount(*amount), m_number)}))
        return;
    write(
        [this, amount = *amount, reason, approvals = takeApprovals()] {
            return invoices::FreeInvoiceService(desk().session(), desk().door())
                .credit(*m_invoice, amount, reason, approvals);
        },
        [this](const invoices::InvoiceDocument &note) {
            finish();
            Q_EMIT credited(note.id);
        });
}

} // namespace thimblely::ui
