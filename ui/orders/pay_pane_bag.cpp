// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/finance/account_service.h"
#include "core/finance/payment_service.h"
#include "ui/desk/desk.h"
#include "ui/desk/pay_methods.h"
#include "ui/orders/garments.h"
#include "ui/orders/pay_details.h"
#include "ui/orders/pay_pane.h"
#include "ui/theme/theme.h"
#include "ui/widgets/amount_text.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/label.h"
#include "ui/widgets/money_edit.h"
#include "ui/widgets/segmented.h"

#include <algorithm>

// What the money is for: the orders, what was paid of them, the client's account; how it is paid is in pay_pane.cpp.

namespace thimblely::ui {

void PayPane::setOrder(const std::optional<orders::OrderDetail> &order)
{
    m_issueAsked = m_issueAsked && order && m_order && order->id == m_order->id;
    m_order = order;
    refreshButtons();
}

void PayPane::setBag(const Bag &bag)
{
    m_bag = bag;
    m_askedGiven.reset();
    m_askedRest.reset();
    m_problem->hide();
    while (QLayoutItem *item = m_lines->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    if (isPriced()) {
        m_due->setAmount(m_bag.orders.size() == 1 && !m_fee ? *m_bag.balance() : due());
        m_given->setValue(due());
        showPayments();
        showAccount();
    } else {
        m_due->setUnknown();
        m_given->clear();
        m_allOwed->hide();
    }
    showChange();
}

void PayPane::setFee(const std::optional<Money> &fee)
{
    if (m_fee == fee)
        return;
    m_fee = fee;
    setBag(m_bag);
}

//! What the shop holds for the client is one more way to pay; what they owe elsewhere can be paid along.
void PayPane::showAccount()
{
    using finance::PaymentMethod;
    // What is typed of a payment stays while nothing was paid.
    const auto now = std::pair(m_bag.ids(), m_bag.balance()->minor());
    if (m_shown == now)
        return;
    m_shown = now;
    m_onAccount = false;
    m_owedInAll.reset();
    m_details->clear();
    m_allOwed->setChecked(false);
    std::optional<finance::ClientAccount> account;
    if (const auto payer = m_bag.payer()) {
        if (const auto read = finance::AccountService(m_desk.session(), m_desk.door()).of(*payer))
            account = *read;
        else
            m_desk.notices().fail(read.error());
    }
    const bool hasCredit = account && account->credit.minor() > 0;
    m_credit = hasCredit ? std::optional(account->credit) : std::nullopt;
    m_method->clear();
    addPayMethods(*m_method);
    if (hasCredit)
        m_method->addSegment(payMethodName(PaymentMethod::Credit));
    showKeys();
    if (m_details->rules().methodIsAsked)
        m_method->clearChoice();
    if (account && isDue() && account->owed.minor() > due().minor()) {
        m_owedInAll = account->owed;
        showAllOwed();
        m_allOwed->setCaption(tr("%1 orders").arg(m_desk.locale().toString(account->orders)));
    }
    m_allOwed->setVisible(m_owedInAll.has_value());
}

void PayPane::showAllOwed()
{
    if (m_owedInAll)
        m_allOwed->setText(tr("Pay all that is owed, %1").arg(figureText(*m_owedInAll, m_desk.locale())));
}

void PayPane::payAllOwed()
{
    m_onAccount = m_allOwed->isChecked() && m_owedInAll;
    m_given->setValue(asked());
    showChange();
    focusGiven();
}

//! To be paid now, with the courier; never less than nothing.
Money PayPane::due() const
{
    const Money orders = m_bag.due().value_or(Money::zero(m_desk.profile().currency));
    return m_fee ? orders.plus(*m_fee).valueOr(orders) : orders;
}

bool PayPane::isDue() const
{
    return isPriced() && due().minor() > 0;
}

//! What is asked for now: what the orders come to, or all that the client owes.
Money PayPane::asked() const
{
    if (!m_onAccount)
        return due();
    return m_fee ? m_owedInAll->plus(*m_fee).valueOr(*m_owedInAll) : *m_owedInAll;
}

void PayPane::addLine(const QString &words, const Money &amount)
{
    auto *line = new QWidget(this);
    auto *columns = row(nullptr, 8);
    line->setLayout(columns);
    auto *name = new Label(TextStyle::Body, Role::Muted, words, line);
    name->setElided(true);
    columns->addWidget(name, 1);
    auto *figure = new AmountLabel(TextStyle::Body, Role::Text, line);
    figure->setLocale(m_desk.locale());
    figure->setAmount(amount);
    columns->addWidget(figure);
    m_lines->addWidget(line);
}

void PayPane::showPayments()
{
    for (const orders::OrderDetail &order : m_bag.orders) {
        const auto count =
            std::ranges::count_if(order.pieces, [](const orders::Piece &piece) { return !piece.isCancelled(); });
        addLine(tr("%1, %2").arg(order.number, pieceCount(int(count))), order.sums->total);
        for (const orders::Piece &charge : order.charges) {
            if (charge.total && !charge.isCancelled())
                addLine(tr("of it: %1", "a charge of the order, such as for rush")
                            .arg(orders::chargeWords(*charge.facts.charge)),
                        *charge.total);
        }
        addPayments(order);
    }
    if (m_fee)
        addLine(tr("Delivery"), *m_fee);
}

void PayPane::addPayments(const orders::OrderDetail &order)
{
    const auto payments = finance::PaymentService(m_desk.session(), m_desk.door()).ofOrder(order.id);
    if (!payments) {
        m_desk.notices().fail(payments.error());
        return;
    }
    for (const finance::Payment &payment : *payments) {
        const auto paid = payment.amount.negated();
        const QString day = m_desk.locale().toString(payment.date.toQDate(), QStringLiteral("d MMM"));
        const QString what = payment.amount.isNegative() ? tr("Given back, %1") : tr("Paid, %1");
        addLine(what.arg(payment.method ? day + QStringLiteral(", ") + payMethodName(*payment.method) : day),
                paid.valueOr(payment.amount));
    }
}

} // namespace thimblely::ui
