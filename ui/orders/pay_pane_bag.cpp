// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/finance/account_service.h"
#include "core/finance/payment_service.h"
#include "core/finance/repair_bonus.h"
#include "core/orders/order_totals.h"
#include "ui/desk/desk.h"
#include "ui/desk/garments.h"
#include "ui/desk/isolated.h"
#include "ui/desk/pay_methods.h"
#include "ui/orders/money_lines.h"
#include "ui/orders/pay_details.h"
#include "ui/orders/pay_facts.h"
#include "ui/orders/pay_pane.h"
#include "ui/orders/payer_choice.h"
#include "ui/theme/theme.h"
#include "ui/widgets/amount_text.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/label.h"
#include "ui/widgets/money_edit.h"

#include <algorithm>

// What the money is for: the orders, what was paid of them, the client's account; how it is paid is in pay_pane.cpp.

namespace thimblely::ui {

void PayPane::setOrder(const std::optional<orders::OrderDetail> &order)
{
    m_order = order;
    showBonus();
    refreshButtons();
}

void PayPane::setBag(const Bag &bag)
{
    m_bag = bag;
    m_askedGiven.reset();
    m_askedReference = false;
    m_askedRest.reset();
    m_problem->hide();
    m_payer->setBag(m_bag);
    showLines();
    if (isPriced()) {
        showDue();
    } else {
        m_shown.reset();
        m_waiting->hide();
        m_over->hide();
        m_due->setUnknown();
        m_details->field().clear();
        m_allOwed->hide();
    }
    showChange();
}

//! Of who pays; what was paid too much stands beside it and is never taken off it.
void PayPane::showDue()
{
    m_due->setAmount(due());
    const auto beside = [](QWidget *line, AmountLabel *sum, const Money &amount) {
        line->setVisible(!amount.isZero());
        sum->setAmount(amount);
    };
    beside(m_waiting, m_waitingSum, m_bag.waiting(m_payer->who()));
    beside(m_over, m_overSum, m_bag.overpaid(m_payer->who()));
    m_details->setGiven(due());
    showAccount();
}

void PayPane::forgetPayer()
{
    m_payer->forget();
    m_asksFirst = false;
}

void PayPane::follow(const WhoPays &likely)
{
    m_payer->follow(likely);
}

const WhoPays &PayPane::who() const
{
    return m_payer->who();
}

void PayPane::nextPayer()
{
    m_payer->next();
}

std::optional<ClientId> PayPane::payer() const
{
    return m_bag.payer(m_payer->who());
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
    // What is typed of a payment stays while nothing was paid.
    const auto now = std::tuple(m_bag.ids(), due().minor(), payer());
    if (m_shown == now)
        return;
    m_shown = now;
    m_onAccount = false;
    m_owedInAll.reset();
    m_details->setFacts({});
    m_allOwed->setChecked(false);
    std::optional<finance::ClientAccount> account;
    if (const auto of = m_takesMoney ? payer() : std::nullopt) {
        if (const auto read = finance::AccountService(m_desk.session(), m_desk.door()).of(*of))
            account = *read;
        else
            m_desk.notices().fail(read.error());
    }
    m_details->setCredit(account && account->credit.minor() > 0 ? std::optional(account->credit) : std::nullopt);
    // What a client owes in all is read with the client.
    const bool mayKnow = m_desk.principal().can(access::Capability::ClientsRead);
    if (account && mayKnow && isDue() && account->owed.minor() > due().minor()) {
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
    m_details->setGiven(asked());
    showChange();
    focusGiven();
}

//! Once for an order, while something is to be paid.
void PayPane::showBonus()
{
    const auto bonus = m_order ? finance::repairBonus(m_desk.profile().countryCode, *m_order) : std::nullopt;
    bool asked = !bonus || !isDue() || !m_takesMoney;
    if (!asked) {
        const auto payments = finance::PaymentService(m_desk.session(), m_desk.door()).ofOrder(m_order->id);
        asked = !payments || std::ranges::any_of(*payments, [](const finance::Payment &payment) {
            return payment.reference == QStringView(finance::repairBonusReference);
        });
    }
    m_bonus->setVisible(!asked);
    if (!asked)
        m_bonus->setText(tr("Repair bonus, up to %1").arg(figureText(*bonus, m_desk.locale())));
}

//! It is a transfer that the scheme announces: the client owes it no more, and it counts once it comes in.
void PayPane::payBonus()
{
    const auto bonus = m_order ? finance::repairBonus(m_desk.profile().countryCode, *m_order) : std::nullopt;
    if (!bonus)
        return;
    const QString figure = (bonus->minor() < due().minor() ? *bonus : due()).toFigure(m_desk.locale());
    PayFacts facts;
    facts.method = finance::PaymentMethod::Transfer;
    facts.given = figure;
    facts.reference = QString::fromUtf16(finance::repairBonusReference);
    facts.arrived = false;
    m_details->setFacts(facts);
    m_details->typeGiven(figure);
    const bool pictured =
        std::ranges::any_of(m_order->pieces, [](const orders::Piece &piece) { return !piece.facts.photos.empty(); });
    setProblem(pictured
                   ? tr("First the bonus, as its list has it for this repair; then the rest as the client pays it.")
                   : tr("The bonus is paid for what was pictured before and after; no photo was taken when it "
                        "came in."));
    fit();
    focusGiven();
    Q_EMIT typedChanged();
}

//! To be paid now, with the courier; never less than nothing.
Money PayPane::due() const
{
    const Money orders = isPriced() ? m_bag.due(m_payer->who()) : Money::zero(m_desk.profile().currency);
    const auto fee = ownFee();
    return fee ? orders.plus(*fee).valueOr(orders) : orders;
}

//! The courier is billed to the order's client; who pays for their own pieces pays nothing of it.
std::optional<Money> PayPane::ownFee() const
{
    const WhoPays &who = m_payer->who();
    const bool own = who.all || m_bag.isEmpty() || who.client == m_bag.first().client;
    return own ? m_fee : std::nullopt;
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
    const auto fee = ownFee();
    return fee ? m_owedInAll->plus(*fee).valueOr(*m_owedInAll) : *m_owedInAll;
}

//! What is paid for by who pays, and what was paid of it.
void PayPane::showLines()
{
    m_lines->clear();
    if (!isPriced())
        return;
    if (m_payer->who().all && m_bag.isShared())
        addStandings();
    for (const orders::OrderDetail &order : m_bag.orders) {
        const orders::PayerShare *const share = order.shareOf(m_payer->who().client);
        if (!m_payer->who().all && !share) // nothing of it is theirs
            continue;
        if (m_payer->who().all || !order.isShared())
            addWhole(order);
        else
            addPart(order, *share);
        addPayments(order);
    }
    if (const auto fee = ownFee())
        m_lines->add(tr("Delivery"), *fee);
}

//! Who of them owes what, and who has paid how much too much.
void PayPane::addStandings()
{
    for (const orders::PayerShare &share : m_bag.payers()) {
        const WhoPays one{false, share.client};
        const QString name = share.name.isEmpty() ? tr("The order's client") : isolated(share.name);
        const Money over = m_bag.overpaid(one);
        const Money due = m_bag.due(one);
        if (!due.isZero() || over.isZero())
            m_lines->add(tr("%1 to pay").arg(name), due);
        if (!over.isZero())
            m_lines->add(tr("%1 paid too much").arg(name), over);
    }
}

void PayPane::addWhole(const orders::OrderDetail &order)
{
    const auto count =
        std::ranges::count_if(order.pieces, [](const orders::Piece &piece) { return !piece.isCancelled(); });
    m_lines->add(tr("%1, %2").arg(order.number, pieceCount(int(count))), order.sums->total);
    addCharges(order, tr("of it: %1", "a charge of the order, such as for rush"));
}

//! Those that `payer` pays; none named: all.
void PayPane::addCharges(const orders::OrderDetail &order, const QString &words, const orders::PayerShare *payer)
{
    for (const orders::Piece &charge : order.charges) {
        const bool theirs = !payer || order.payerOf(charge) == payer->client;
        if (charge.total && !charge.isCancelled() && theirs)
            m_lines->add(words.arg(orders::chargeWords(*charge.facts.charge)), *charge.total);
    }
}

//! The pieces that one of several pays for, each with its tax.
void PayPane::addPart(const orders::OrderDetail &order, const orders::PayerShare &share)
{
    for (const orders::Piece &piece : order.pieces) {
        if (piece.isCancelled() || order.payerOf(piece) != share.client)
            continue;
        const QString name = QString(piece.facts.name + u' ' + piece.facts.colour).trimmed();
        m_lines->add(tr("%1-%2 %3").arg(order.number).arg(piece.position).arg(name), orders::worthOf(order, piece));
    }
    addCharges(order, QStringLiteral("%1"), &share);
}

void PayPane::addPayments(const orders::OrderDetail &order)
{
    const auto payments = finance::PaymentService(m_desk.session(), m_desk.door()).ofOrder(order.id);
    if (!payments) {
        m_desk.notices().fail(payments.error());
        return;
    }
    const WhoPays &who = m_payer->who();
    for (const finance::Payment &payment : *payments) {
        if (!who.all && order.countedFor(payment.client) != who.client)
            continue;
        const auto paid = payment.amount.negated();
        const QString day = m_desk.locale().toString(payment.date.toQDate(), QStringLiteral("d MMM"));
        const QString what = payment.waiting               ? tr("On its way, %1")
                             : payment.amount.isNegative() ? tr("Given back, %1")
                                                           : tr("Paid, %1");
        m_lines->add(what.arg(payment.method ? day + QStringLiteral(", ") + payMethodName(*payment.method) : day),
                     paid.valueOr(payment.amount));
    }
}

} // namespace thimblely::ui
