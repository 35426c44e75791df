// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/clients/pay_back_form.h"

#include "core/base/error_args.h"
#include "core/finance/account_service.h"
#include "core/finance/receipt_rules.h"
#include "ui/desk/desk.h"
#include "ui/desk/isolated.h"
#include "ui/desk/pay_methods.h"
#include "ui/documents/order_papers.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/field_edit.h"
#include "ui/widgets/money_edit.h"
#include "ui/widgets/segmented.h"

#include <QJsonObject>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace thimblely::ui {

using access::Capability;
using finance::PaymentMethod;

namespace {

constexpr const char *draftName = "pay-back";

} // namespace

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
    connect(amount, &FieldEdit::edited, this, [this] {
        m_amountTyped = true;
        forgetApprovals();
        keep();
    });
    connect(m_reason, &FieldEdit::edited, this, &PayBackForm::keep);
    connect(m_method, &Segmented::currentIndexChanged, this, [this] {
        clearProblem();
        keep();
    });
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
    restore();
    focusFirst();
    return true;
}

void PayBackForm::keep()
{
    desk().drafts().keep(draftName, subject(),
                         {{QStringLiteral("amount"), m_amountTyped ? m_amount->text() : QString()},
                          {QStringLiteral("reason"), m_reason->text()},
                          {QStringLiteral("method"), m_method->currentIndex()}});
}

void PayBackForm::restore()
{
    const QSignalBlocker quiet(m_method);
    const QJsonObject kept = desk().drafts().kept(draftName, subject()).value_or(QJsonObject());
    const QString amount = kept[QLatin1String("amount")].toString();
    m_amountTyped = !amount.isEmpty();
    if (m_amountTyped)
        m_amount->setText(amount);
    else
        m_amount->setValue(*m_held);
    m_reason->setText(kept[QLatin1String("reason")].toString());
    const int method = kept[QLatin1String("method")].toInt();
    m_method->setCurrentIndex(method >= 0 && method < m_method->count() ? method : 0);
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
    if (!isAllowed({Capability::OrdersRefund},
                   {tr("Pay back %1 of what is kept for %2").arg(desk().amount(*amount), isolated(m_name))}))
        return;
    setBusy(true);
    finance::PayBack back{*m_client, *amount, payMethod(*m_method).value_or(PaymentMethod::Cash), reason};
    back.approval = access::approvalFor(Capability::OrdersRefund, takeApprovals());
    desk().when(
        finance::AccountService(desk().session(), desk().door()).payBack(std::move(back)), this,
        [this](const finance::PaymentTaken &paid) { paidBack(paid); },
        [this](const Error &error) {
            setBusy(false);
            setProblem(error);
        });
}

//! As receipts are: printed at once where the law lets it be, else where the client wants it.
void PayBackForm::paidBack(const finance::PaymentTaken &back)
{
    setBusy(false);
    desk().drafts().discard(draftName, subject());
    desk().notices().say(tr("Give back %1").arg(desk().amount(back.amount)));
    const auto rules = finance::loadReceiptRules(desk().session().reader());
    if (rules && rules->printsByItself)
        OrderPapers(desk()).printReceipt(back.id);
    else
        desk().notices().say(tr("Its paper is printed under Money with F8, where the client wants one."));
    Q_EMIT left();
}

} // namespace thimblely::ui
