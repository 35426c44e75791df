// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/clients/pay_back_form.h"

#include "core/base/error_args.h"
#include "core/finance/account_service.h"
#include "core/finance/receipt_rules.h"
#include "core/finance/refund_rights.h"
#include "ui/desk/desk.h"
#include "ui/desk/isolated.h"
#include "ui/desk/pay_methods.h"
#include "ui/documents/order_papers.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/field_edit.h"
#include "ui/widgets/money_edit.h"
#include "ui/widgets/segmented.h"

#include <QVBoxLayout>

namespace thimblely::ui {

using access::Capability;
using finance::PaymentMethod;

PayBackForm::PayBackForm(Desk &desk, QWidget *parent)
    : ApprovedForm(desk, tr("Pay credit back"), tr("Pay it back"), parent),
      m_method(new Segmented(tr("How it is paid back"), this))
{
    FieldEdit *amount = addMoney(tr("Pay back"), m_amount);
    addPayMethods(*m_method);
    rows()->addWidget(m_method);
    m_reason = addText(tr("Why"));
    m_reason->edit()->setPlaceholderText(tr("moves away"));
    addApprover();
    rows()->addStretch(1);
    connect(amount, &FieldEdit::edited, this, &PayBackForm::forgetApprovals);
    connect(m_method, &Segmented::currentIndexChanged, this, &PayBackForm::clearProblem);
    connect(m_amount, &QLineEdit::returnPressed, this, [this] { m_reason->edit()->setFocus(Qt::TabFocusReason); });
    endWith(m_reason);
}

bool PayBackForm::begin(ClientId client, const QString &name)
{
    const auto account = finance::AccountService(desk().session(), desk().door()).of(client);
    if (!account) {
        desk().notices().fail(account.error());
        return false;
    }
    if (account->credit.minor() <= 0) {
        desk().notices().say(tr("Nothing is kept for %1.").arg(isolated(name)));
        return false;
    }
    m_client = client;
    m_name = name;
    m_held = account->credit;
    setWords(tr("%1 is kept for %2. What is paid back leaves the till today; the paper says why.")
                 .arg(desk().amount(*m_held), isolated(name)));
    forgetApprovals();
    clearProblem();
    m_amount->setValue(*m_held);
    m_reason->setText({});
    m_method->setCurrentIndex(0);
    beginTyping(client.toString(), tr("Credit of %1, paid back").arg(isolated(name)));
    focusFirst();
    return true;
}

void PayBackForm::focusFirst()
{
    m_amount->setFocus(Qt::OtherFocusReason);
    m_amount->selectAll();
}

void PayBackForm::submit()
{
    if (isBusy() || !m_client)
        return;
    const auto amount = m_amount->value();
    const auto checked = !amount ? Result<void>(amount.error())
                         : amount->minor() <= 0
                             ? Result<void>(Error{ErrorKind::Invalid, "payment.not_positive", {}, {}})
                         : amount->minor() > m_held->minor()
                             ? Result<void>(Error{ErrorKind::Conflict, "payment.no_credit", {errorArg(*m_held)}, {}})
                             : Result<void>();
    if (!checked) {
        setProblem(checked.error());
        focusFirst();
        return;
    }
    const QString reason = m_reason->text().trimmed();
    if (reason.isEmpty()) {
        setProblem({ErrorKind::Invalid, "payment.no_reason", {}, {}});
        m_reason->edit()->setFocus(Qt::OtherFocusReason);
        return;
    }
    const bool mayAlone = finance::mayGiveBack(desk().session().reader(), *amount, desk().clock()).valueOr(false);
    if (!isAllowed(mayAlone ? std::vector<Capability>() : std::vector{Capability::OrdersRefund},
                   {tr("Pay back %1 of what is kept for %2").arg(desk().amount(*amount), isolated(m_name))}))
        return;
    finance::PayBack back{*m_client, *amount, payMethod(*m_method).value_or(PaymentMethod::Cash), reason};
    back.approval = access::approvalFor(Capability::OrdersRefund, takeApprovals());
    write([this,
           back = std::move(back)] { return finance::AccountService(desk().session(), desk().door()).payBack(back); },
          [this](const finance::PaymentTaken &paid) { paidBack(paid); });
}

//! As receipts are: printed at once where the law lets it be, else where the client wants it.
void PayBackForm::paidBack(const finance::PaymentTaken &back)
{
    desk().notices().say(tr("Give back %1").arg(desk().amount(back.amount)));
    const auto rules = finance::loadReceiptRules(desk().session().reader());
    if (rules && rules->printsByItself)
        OrderPapers(desk()).printReceipt(back.id);
    else
        desk().notices().say(tr("Its paper is printed under Money with F8, where the client wants one."));
    finish();
}

} // namespace thimblely::ui
