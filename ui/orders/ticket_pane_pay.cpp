// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/base/error_args.h"
#include "core/finance/account_service.h"
#include "ui/desk/desk.h"
#include "ui/desk/isolated.h"
#include "ui/orders/order_editor.h"
#include "ui/orders/pay_details.h"
#include "ui/orders/ticket_pane.h"
#include "ui/theme/paint.h"
#include "ui/theme/theme.h"
#include "ui/widgets/amount_text.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/label.h"
#include "ui/widgets/money_edit.h"

#include <QKeyEvent>
#include <QMenu>

// What is paid with the order and by whom; the rest of the pane is in ticket_pane.cpp.

namespace thimblely::ui {

QWidget *TicketPane::buildPayer()
{
    m_payer = new PlainButton(QString(), this);
    m_payer->setTrailingIconName("i-down");
    m_payer->setToolTip(tr("Whose payment it is; in the field, the keys up and down go to the next one"));
    connect(m_payer, &QAbstractButton::clicked, this, &TicketPane::offerPayers);
    return m_payer;
}

QLayout *TicketPane::buildPay()
{
    auto *pay = row(nullptr, 12);
    m_payNow = new MoneyEdit(m_desk.profile().currency, this);
    m_payNow->setLocale(m_desk.locale());
    m_payNow->setRoom(Theme::instance().px(payNowWidth));
    m_payNow->setAccessibleName(tr("Pay now"));
    m_payWords = new Label(TextStyle::Caption, Role::Muted, {}, this);
    m_payWords->setWordWrap(true);
    m_payWords->setMinimumWidth(1); // the figure comes first
    pay->addWidget(new Label(TextStyle::Body, Role::Text, tr("Pay now"), this));
    pay->addWidget(m_payNow);
    pay->addWidget(m_payWords, 1);
    return pay;
}

//! The order's client, and each who pays for their own.
std::vector<std::optional<ClientId>> TicketPane::payers() const
{
    std::vector<std::optional<ClientId>> all{std::nullopt};
    const auto own = m_editor.ownPayers();
    all.insert(all.end(), own.begin(), own.end());
    return all;
}

QString TicketPane::payerName(const std::optional<ClientId> &payer) const
{
    const QString name = payer ? m_editor.wearerName(payer) : m_editor.clientName();
    return name.isEmpty() ? tr("The client") : isolated(name);
}

void TicketPane::offerPayers()
{
    QMenu menu(this);
    for (const auto &payer : payers()) {
        const Money now = m_editor.payNow(payer).valueOr(Money::zero(m_desk.profile().currency));
        QAction *action =
            menu.addAction(now.isZero() ? tr("%1: nothing now").arg(payerName(payer))
                                        : tr("%1: %2 now").arg(payerName(payer), figureText(now, m_desk.locale())));
        action->setCheckable(true);
        action->setChecked(payer == m_editor.paying());
        connect(action, &QAction::triggered, this, [this, payer] { choosePayer(payer); });
    }
    menu.setActiveAction(menu.actions().value(0));
    menu.exec(m_payer->mapToGlobal(QPoint(0, m_payer->height())));
}

void TicketPane::choosePayer(const std::optional<ClientId> &payer)
{
    m_editor.setPaying(payer);
    leadOn(m_payNow, true);
}

//! Takes no room where one pays.
void TicketPane::showPayer()
{
    const bool shared = payers().size() > 1;
    m_payer->setVisible(shared);
    const auto paying = m_editor.paying();
    m_payer->setText(tr("%1 pays").arg(payerName(paying)));
    m_payer->setAccessibleName(tr("Whose payment: %1").arg(payerName(paying)));
    m_payNow->setAccessibleName(shared ? tr("Pay now, %1").arg(payerName(paying)) : tr("Pay now"));
    showPay();
    if (m_shownPayer == paying)
        return;
    m_shownPayer = paying; // what stands there is another's
    m_payNow->setText(m_editor.payText().isEmpty() ? defaultPay() : m_editor.payText());
}

bool TicketPane::eventFilter(QObject *watched, QEvent *event)
{
    const bool isAmount = watched == m_payNow || watched == &m_details->field();
    if (isAmount && event->type() == QEvent::KeyPress) {
        const auto *pressed = static_cast<QKeyEvent *>(event);
        const bool plain = !(pressed->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier));
        if (plain && m_details->takeKey(pressed->text()))
            return true;
        const int key = pressed->key();
        const auto all = payers();
        if (all.size() > 1 && (key == Qt::Key_Up || key == Qt::Key_Down)) {
            const size_t now = size_t(std::ranges::find(all, m_editor.paying()) - all.begin());
            choosePayer(all[(now + (key == Qt::Key_Down ? 1 : all.size() - 1)) % all.size()]);
            return true;
        }
    }
    return Pane::eventFilter(watched, event);
}

//! Of whoever pays, with the usual way where no other was said and the law of the country lets it be assumed.
PayFacts TicketPane::factsOf(const std::optional<ClientId> &payer) const
{
    PayFacts facts = m_editor.payFactsOf(payer);
    if (!facts.method && !m_details->rules().methodIsAsked)
        facts.method = finance::PaymentMethod::Cash;
    return facts;
}

const finance::ReceiptRules &TicketPane::receiptRules() const
{
    return m_details->rules();
}

//! What is more than due can only be kept for somebody who is known.
bool TicketPane::mayKeep(const std::optional<ClientId> &payer) const
{
    return payer || m_editor.draft().client;
}

//! Of who pays: beyond this it is no payment for the order.
Result<Money> TicketPane::mostOf(const std::optional<ClientId> &payer) const
{
    return payer ? m_editor.partOf(payer) : leftOfClient(Money::zero(m_desk.profile().currency));
}

void TicketPane::forgetAccount()
{
    m_isAccountRead = false;
    showPay();
    fit();
}

//! How it is paid, of whoever pays now.
void TicketPane::showPay()
{
    const auto paying = m_editor.paying();
    const auto whose = paying ? paying : m_editor.draft().client;
    if (!m_isAccountRead || m_accountOf != whose) {
        m_accountOf = whose;
        m_isAccountRead = true;
        std::optional<Money> credit;
        if (whose && m_desk.principal().can(access::Capability::PricesRead)) {
            const auto account = finance::AccountService(m_desk.session(), m_desk.door()).of(*whose);
            if (account && account->credit.minor() > 0)
                credit = account->credit;
            else if (!account)
                m_desk.notices().fail(account.error());
        }
        m_details->setCredit(credit);
    }
    m_details->setFacts(m_editor.payFactsOf(paying));
    const auto now = m_editor.payNow(paying);
    const auto most = mostOf(paying);
    PayDetails::Asked asked;
    if (now && most)
        asked = {*now, *most, mayKeep(paying)};
    m_details->setAsked(asked);
}

//! Of what the shop holds for them no more can be paid than that.
void TicketPane::offerCredit()
{
    const auto &credit = m_details->credit();
    const auto now = m_editor.payNow();
    if (m_details->method() != finance::PaymentMethod::Credit || !credit || !now || credit->minor() >= now->minor())
        return;
    m_payNow->setValue(*credit);
    m_editor.setPayText(m_payNow->text());
}

bool TicketPane::isGivenSure(const std::optional<finance::PaymentDraft> &payment)
{
    if (!payment)
        return true;
    if (!isReferenceSaid(*payment))
        return false;
    if (!payment->tendered)
        return true;
    const auto now = m_editor.payNow(payment->payer);
    const QString doubt = now ? tenderDoubt(*payment, *now, m_desk.locale()) : QString();
    if (doubt.isEmpty() || m_askedGiven == payment->tendered)
        return true;
    m_askedGiven = payment->tendered;
    m_editor.setPaying(payment->payer);
    setProblem(doubt);
    leadOn(&m_details->field(), false);
    return false;
}

bool TicketPane::isReferenceSaid(const finance::PaymentDraft &payment)
{
    const QString doubt = referenceDoubt(payment);
    if (doubt.isEmpty() || std::ranges::find(m_askedReference, payment.payer) != m_askedReference.end())
        return true;
    m_askedReference.push_back(payment.payer);
    m_editor.setPaying(payment.payer);
    setProblem(doubt);
    m_details->focusReference();
    return false;
}

void TicketPane::focusGiven()
{
    const auto all = payers();
    const auto wrong = std::ranges::find_if(all, [this](const auto &payer) { return !paymentOf(payer); });
    if (wrong == all.end())
        return;
    m_editor.setPaying(*wrong);
    if (m_details->isFieldShown() && !m_details->field().text().isEmpty())
        leadOn(&m_details->field(), false);
}

//! What the shop asks of who pays; it is never kept as typed.
QString TicketPane::defaultPay() const
{
    const auto now = m_editor.payNow();
    const auto sums = m_editor.totals();
    const bool none =
        !now || !sums || sums->total.isZero() || (now->isZero() && (m_editor.addedTo() || m_editor.paying()));
    return none ? QString() : now->toFigure(m_desk.locale());
}

//! What all of them pay now.
Result<Money> TicketPane::allPay() const
{
    Money sum = Money::zero(m_desk.profile().currency);
    for (const auto &payer : payers()) {
        TRY_ASSIGN(const Money now, m_editor.payNow(payer));
        TRY_ASSIGN(sum, sum.plus(now));
    }
    return sum;
}

std::optional<ClientId> TicketPane::unreadPayer() const
{
    const auto all = payers();
    const auto unread = std::ranges::find_if(all, [this](const auto &payer) { return !m_editor.payNow(payer); });
    return unread == all.end() ? std::nullopt : *unread;
}

void TicketPane::showMoney(const orders::OrderTotals &sums)
{
    // What the shop asks for stands in the field until something else is typed. Not under the fingers of who is
    // typing; but of an order that is booked nothing stays.
    if ((!m_payNow->hasFocus() || m_editor.isEmpty()) && m_editor.payText().isEmpty()) {
        setInputError(m_payNow, false); // of what was typed before
        m_payNow->setText(sums.total.isZero() ? QString() : defaultPay());
    }
    showPayWords();
    const Money now = allPay().valueOr(Money::zero(sums.total.currency()));
    m_book->setText(!now.isZero()        ? tr("Take %1 + print").arg(figureText(now, m_desk.locale()))
                    : m_editor.addedTo() ? tr("Add + print")
                                         : tr("Book + print"));
}

//! Of who pays: how much is asked, what was paid before, what is left.
void TicketPane::showPayWords()
{
    const auto paying = m_editor.paying();
    const auto payNow = m_editor.payNow();
    const auto part = m_editor.partOf(paying);
    if (!payNow || !part) {
        m_payWords->clear();
        return;
    }
    QStringList words;
    // A low pane has no room for how much is asked; what it comes to stands in the field.
    if (m_density < 3 && !paying && m_editor.payText().isEmpty() && m_editor.asksDeposit())
        words.append(tr("deposit %1 %").arg(m_desk.locale().toString(m_desk.profile().depositPercent)));
    const Money before = m_editor.paidBefore();
    if (m_density < 3 && !paying && !before.isZero())
        words.append(tr("paid %1").arg(figureText(before, m_desk.locale())));
    const auto left = paying ? part->minus(*payNow) : leftOfClient(*payNow);
    if (left && left->minor() > 0)
        words.append(tr("leaves %1").arg(figureText(*left, m_desk.locale())));
    m_payWords->setText(words.join(u'\n'));
}

//! Of all that the order's client pays, what was there before with it.
Result<Money> TicketPane::leftOfClient(const Money &now) const
{
    TRY_ASSIGN(const orders::OrderTotals sums, m_editor.totals());
    TRY_ASSIGN(const Money others, m_editor.othersPay());
    TRY_ASSIGN(const Money own, sums.total.minus(others));
    TRY_ASSIGN(const Money due, own.minus(m_editor.paidBefore()));
    return due.minus(now);
}

Result<std::optional<finance::PaymentDraft>> TicketPane::paymentOf(const std::optional<ClientId> &payer) const
{
    TRY_ASSIGN(const Money amount, m_editor.payNow(payer));
    if (amount.isZero())
        return std::optional<finance::PaymentDraft>();
    finance::PaymentDraft draft{amount};
    draft.payer = payer;
    TRY(addFacts(draft, factsOf(payer), m_details->rules(), m_desk.locale()));
    const auto most = mostOf(payer);
    const Money laid = draft.tendered.value_or(amount);
    const bool over = most && mayKeep(payer) && amount.minor() >= most->minor() && laid.minor() > most->minor();
    draft.restAsCredit = draft.restAsCredit && over;
    if (draft.restAsCredit)
        draft.amount = laid;
    // Before anybody is asked to approve a price: it is refused all the same. What of theirs was in the order before
    // it is added to only the core knows.
    else if (most && amount.minor() > most->minor() && !(payer && m_editor.addedTo()))
        return Error{ErrorKind::Invalid, "payment.more_than_due", {errorArg(*most)}, {}};
    if (draft.tendered && draft.tendered->minor() < draft.amount.minor())
        return Error{ErrorKind::Invalid, "payment.tendered_too_little", {}, {}};
    return std::optional(draft);
}

Result<std::optional<finance::PaymentDraft>> TicketPane::payment() const
{
    TRY(checkTyped());
    return paymentOf({});
}

Result<std::vector<finance::PaymentDraft>> TicketPane::ownPayments() const
{
    std::vector<finance::PaymentDraft> payments;
    const auto own = m_editor.ownPayers();
    for (const ClientId &payer : own) {
        TRY_ASSIGN(const std::optional<finance::PaymentDraft> payment, paymentOf(payer));
        if (payment)
            payments.push_back(*payment);
    }
    return payments;
}

} // namespace thimblely::ui
