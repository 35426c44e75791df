// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/finance/take_back_form.h"

#include "core/finance/payment_service.h"
#include "ui/accounts/approve_here.h"
#include "ui/desk/desk.h"
#include "ui/desk/pay_methods.h"
#include "ui/widgets/amount_text.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/field_edit.h"
#include "ui/widgets/money_edit.h"
#include "ui/widgets/segmented.h"

#include <QVBoxLayout>

namespace thimblely::ui {

using access::Capability;
using finance::PaymentMethod;

TakeBackForm::TakeBackForm(Desk &desk, QWidget *parent)
    : EntryForm(desk, {}, {}, parent), m_kind(new Segmented(tr("Why it is taken back"), this)),
      m_method(new Segmented(tr("How it is given back"), this)),
      m_refundApprover(new ApproveHere(desk, Capability::OrdersRefund, this)),
      m_bookApprover(new ApproveHere(desk, Capability::FinanceWrite, this))
{
    m_kind->addSegment(tr("Money is given back"));
    m_kind->addSegment(tr("It was entered wrong"));
    addPayMethods(*m_method);
    rows()->addWidget(m_kind);
    m_amountField = addMoney(tr("Give back"), m_amount);
    rows()->addWidget(m_method);
    m_reason = addText(tr("Why"));
    rows()->addWidget(m_refundApprover);
    rows()->addWidget(m_bookApprover);
    rows()->addStretch(1);
    connect(m_kind, &Segmented::currentIndexChanged, this, &TakeBackForm::showKind);
    connect(m_amount, &QLineEdit::returnPressed, this, [this] { m_reason->edit()->setFocus(Qt::TabFocusReason); });
    connect(m_reason->edit(), &QLineEdit::returnPressed, this, &TakeBackForm::submit);
    for (ApproveHere *each : {m_refundApprover, m_bookApprover})
        connect(each, &ApproveHere::approved, this, [this](const access::Approval &approval) { run(approval); });
}

bool TakeBackForm::isOfClient() const
{
    return m_entry &&
           (m_entry->kind == finance::TillEntryKind::Sale || m_entry->kind == finance::TillEntryKind::Credit);
}

bool TakeBackForm::isCorrection() const
{
    return !isOfClient() || m_kind->currentIndex() == 1;
}

bool TakeBackForm::needsApproval() const
{
    return !desk().principal().can(isOfClient() ? Capability::OrdersRefund : Capability::FinanceWrite);
}

ApproveHere *TakeBackForm::approver() const
{
    return isOfClient() ? m_refundApprover : m_bookApprover;
}

void TakeBackForm::begin(const finance::TillEntry &entry, const QString &what)
{
    m_entry = entry;
    m_what = what;
    m_kind->setCurrentIndex(0);
    m_kind->setVisible(isOfClient());
    m_amount->setValue(entry.left);
    m_reason->setText({});
    m_refundApprover->hide();
    m_bookApprover->hide();
    setPayMethod(*m_method, entry.method == PaymentMethod::Credit ? PaymentMethod::Cash
                                                                  : entry.method.value_or(PaymentMethod::Cash));
    showKind();
    focusFirst();
}

void TakeBackForm::showKind()
{
    clearProblem();
    const bool correction = isCorrection();
    setTitle(correction ? tr("Take an entry back") : tr("Give money back"));
    setWords(
        correction
            ? tr("%1: %2. Nothing is deleted; a row of its own takes it back.")
                  .arg(m_what, m_entry ? desk().amount(m_entry->left) : QString())
            : tr("%1. Up to %2 can be given back.").arg(m_what, m_entry ? desk().amount(m_entry->left) : QString()));
    m_amountField->setVisible(!correction);
    // What is on its way, or was credit, goes back as it came.
    const bool asCame = m_entry && (m_entry->waiting || m_entry->method == PaymentMethod::Credit);
    m_method->setVisible(!correction && !asCame);
    primary()->setText(correction ? tr("Take it back") : tr("Give it back"));
}

void TakeBackForm::focusFirst()
{
    QLineEdit *first = isCorrection() ? m_reason->edit() : static_cast<QLineEdit *>(m_amount);
    first->setFocus(Qt::OtherFocusReason);
    first->selectAll();
}

//! False where something typed cannot be; the keyboard is on it then.
bool TakeBackForm::readInput()
{
    const auto amount = m_amount->value();
    if (!isCorrection() && !amount) {
        setProblem(amount.error());
        focusFirst();
        return false;
    }
    if (m_reason->text().trimmed().isEmpty()) {
        setProblem({ErrorKind::Invalid, "payment.no_reason", {}, {}});
        m_reason->edit()->setFocus(Qt::OtherFocusReason);
        return false;
    }
    m_part = isCorrection() ? std::nullopt : std::optional(*amount);
    return true;
}

void TakeBackForm::submit()
{
    if (isBusy() || !m_entry || !readInput())
        return;
    if (!needsApproval())
        return run({});
    if (approver()->isVisible())
        approver()->submit();
    else
        approver()->ask();
}

void TakeBackForm::run(const std::optional<access::Approval> &approval)
{
    if (isBusy() || !readInput())
        return;
    setBusy(true);
    finance::PaymentService payments(desk().session(), desk().door());
    const QString reason = m_reason->text().trimmed();
    const bool asCame = m_entry->waiting || m_entry->method == PaymentMethod::Credit;
    const auto method = asCame ? std::nullopt : payMethod(*m_method);
    auto future = isCorrection() ? payments.reverse(m_entry->id, reason, approval)
                                 : payments.refund({m_entry->id, reason, m_part, method, approval});
    desk().when(
        std::move(future), this,
        [this](const finance::PaymentTaken &back) {
            setBusy(false);
            if (!isCorrection())
                desk().notices().say(tr("Give back %1").arg(desk().amount(back.amount)));
            Q_EMIT left();
        },
        [this](const Error &error) {
            setBusy(false);
            setProblem(error);
            if (needsApproval())
                approver()->ask(); // an approval is for one try
        });
}

} // namespace thimblely::ui
