// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/finance/take_back_form.h"

#include "core/finance/payment_service.h"
#include "core/finance/receipt_rules.h"
#include "core/finance/refund_rights.h"
#include "core/invoices/refund_service.h"
#include "core/orders/order_service.h"
#include "ui/desk/desk.h"
#include "ui/desk/isolated.h"
#include "ui/desk/pay_methods.h"
#include "ui/documents/order_papers.h"
#include "ui/widgets/amount_text.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/field_edit.h"
#include "ui/widgets/label.h"
#include "ui/widgets/money_edit.h"
#include "ui/widgets/pane.h"
#include "ui/widgets/segmented.h"

#include <QComboBox>
#include <QVBoxLayout>

#include <algorithm>

namespace thimblely::ui {

using access::Capability;
using finance::PaymentMethod;

TakeBackForm::TakeBackForm(Desk &desk, QWidget *parent)
    : ApprovedForm(desk, {}, {}, parent), m_kind(new Segmented(tr("What it is for"), this)),
      m_pieceField(new QWidget(this)), m_piece(new QComboBox(m_pieceField))
{
    m_kind->addSegment(tr("Price cut"));
    m_kind->addSegment(tr("Owed again"));
    m_kind->addSegment(tr("Entered wrong"));
    rows()->addWidget(m_kind);
    auto *piece = column(m_pieceField, 4);
    auto *name = new Label(TextStyle::CaptionStrong, Role::Muted, tr("What is cheaper from now on"), m_pieceField);
    m_piece->setAccessibleName(name->text());
    m_piece->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon); // whatever a piece is called
    name->setBuddy(m_piece);
    piece->addWidget(name);
    piece->addWidget(m_piece);
    rows()->addWidget(m_pieceField);
    m_amountField = addMoney(tr("Give back"), m_amount);
    m_method = new Segmented(tr("How it is given back"), body()); // here: Tab goes through them as they were made
    addPayMethods(*m_method);
    rows()->addWidget(m_method);
    m_reason = addText(tr("Why"));
    addApprover();
    rows()->addStretch(1);
    connect(m_kind, &Segmented::currentIndexChanged, this, &TakeBackForm::showKind);
    connect(m_piece, &QComboBox::currentIndexChanged, this, [this] {
        clearProblem();
        forgetApprovals();
    });
    connect(m_amountField, &FieldEdit::edited, this, [this] { forgetApprovals(); });
    connect(m_amount, &QLineEdit::returnPressed, this, [this] { m_reason->edit()->setFocus(Qt::TabFocusReason); });
    endWith(m_reason);
}

bool TakeBackForm::isOfClient() const
{
    return m_entry &&
           (m_entry->kind == finance::TillEntryKind::Sale || m_entry->kind == finance::TillEntryKind::Credit);
}

TakeBackForm::Kind TakeBackForm::kind() const
{
    return isOfClient() ? Kind(std::max(0, m_kind->currentIndex())) : Kind::EnteredWrong;
}

//! What is on its way, or was credit, goes back as it came.
bool TakeBackForm::goesAsItCame() const
{
    return m_entry->waiting || m_entry->method == PaymentMethod::Credit;
}

void TakeBackForm::begin(const finance::TillEntry &entry, const QString &what)
{
    m_entry = entry;
    m_what = what;
    readOrder();
    offerKinds();
    m_amount->setValue(entry.left);
    m_reason->setText({});
    forgetApprovals();
    setPayMethod(*m_method, entry.method == PaymentMethod::Credit ? PaymentMethod::Cash
                                                                  : entry.method.value_or(PaymentMethod::Cash));
    showKind();
    beginTyping(entry.id.toString(), tr("Money back (%1)").arg(what));
    focusFirst();
}

void TakeBackForm::readOrder()
{
    m_order.reset();
    if (!m_entry->order)
        return;
    auto order = orders::OrderService(desk().session(), desk().door()).load(*m_entry->order);
    if (order)
        m_order = std::move(*order);
    else
        desk().notices().fail(order.error());
}

//! A piece of theirs was cancelled, or became cheaper: what is too much is no debt. None: nothing is.
std::optional<Money> TakeBackForm::overpaid() const
{
    const orders::PayerShare *const share = m_order ? m_order->shareOf(payer()) : nullptr;
    return share && share->balance().isNegative() ? std::optional(share->balance().negated().valueOr(m_entry->left))
                                                  : std::nullopt;
}

//! What was paid to nobody's order has no price that could be cut.
void TakeBackForm::offerKinds()
{
    offerPieces();
    const bool priced = !m_pieces.empty();
    m_kind->setSegmentText(int(Kind::OwedAgain), !m_order     ? tr("Given back")
                                                 : overpaid() ? tr("Too much paid")
                                                              : tr("Owed again"));
    // What never came cannot be given back: it was wrong to enter it, or it comes still.
    const bool came = !m_entry->waiting;
    m_kind->setSegmentEnabled(int(Kind::PriceCut), priced && came);
    m_kind->setSegmentEnabled(int(Kind::OwedAgain), came);
    m_kind->setCurrentIndex(int(!came ? Kind::EnteredWrong : priced && !overpaid() ? Kind::PriceCut : Kind::OwedAgain));
    m_kind->setVisible(isOfClient());
}

//! Whose part of the order the money was paid to.
std::optional<ClientId> TakeBackForm::payer() const
{
    const auto payments = finance::PaymentService(desk().session(), desk().door()).ofOrder(m_order->id);
    if (!payments)
        return m_order->client;
    const auto paid = std::ranges::find(*payments, m_entry->id, &finance::Payment::id);
    return paid == payments->end() ? m_order->client : m_order->countedFor(paid->client);
}

//! The dearest first that the money could be for: of what its payer pays.
void TakeBackForm::offerPieces()
{
    m_pieces.clear();
    m_piece->clear();
    if (!m_order)
        return;
    for (const auto *part : {&m_order->pieces, &m_order->charges}) {
        std::ranges::copy_if(*part, std::back_inserter(m_pieces), [this, who = payer()](const orders::Piece &piece) {
            return !piece.isCancelled() && piece.total && piece.total->minor() > 0 && m_order->payerOf(piece) == who;
        });
    }
    int dearest = 0;
    for (size_t i = 0; i < m_pieces.size(); ++i) {
        const orders::Piece &piece = m_pieces[i];
        QStringList name{
            piece.facts.charge
                ? orders::chargeWords(*piece.facts.charge)
                : QStringLiteral("%1-%2 %3").arg(m_order->number).arg(piece.position).arg(piece.facts.name)};
        if (!piece.wearerName.isEmpty())
            name.append(isolated(piece.wearerName));
        if (!piece.facts.colour.isEmpty())
            name.append(piece.facts.colour);
        name.append(desk().amount(*piece.total));
        m_piece->addItem(name.join(QStringLiteral(", ")));
        if (piece.total->minor() > m_pieces[size_t(dearest)].total->minor())
            dearest = int(i);
    }
    m_piece->setCurrentIndex(dearest);
}

const orders::Piece *TakeBackForm::piece() const
{
    const int chosen = m_piece->currentIndex();
    return chosen >= 0 && chosen < int(m_pieces.size()) ? &m_pieces[size_t(chosen)] : nullptr;
}

void TakeBackForm::showKind()
{
    clearProblem();
    forgetApprovals();
    setTitle(isCorrection() ? tr("Take an entry back") : tr("Give money back"));
    setWords(words());
    m_amountField->setVisible(!isCorrection());
    m_pieceField->setVisible(kind() == Kind::PriceCut);
    m_method->setVisible(!isCorrection() && !goesAsItCame());
    primary()->setText(isCorrection() ? tr("Take it back") : tr("Give it back"));
}

QString TakeBackForm::words() const
{
    const QString left = desk().amount(m_entry->left);
    QStringList words;
    switch (kind()) {
    case Kind::PriceCut:
        words = {tr("%1. Up to %2 can be given back.").arg(m_what, left),
                 tr("The piece costs that much less from now on, and nothing of it is owed.")};
        break;
    case Kind::OwedAgain:
        words = {tr("%1. Up to %2 can be given back.").arg(m_what, left)};
        if (overpaid())
            words.append(tr("The order is paid with %1 too much; beyond that it is owed again.")
                             .arg(desk().amount(*overpaid())));
        else if (m_order)
            words.append(tr("The price stays: it is asked for again once the work is redone."));
        break;
    case Kind::EnteredWrong:
        words = {tr("%1: %2. Nothing is deleted; a row of its own takes it back.").arg(m_what, left)};
        break;
    }
    if (kind() != Kind::PriceCut && !overpaid())
        words.append(unpaidWords());
    if (m_entry->ofClosedDay)
        words.append(tr("It goes into today’s till; the page of the day it was taken on stays as it is."));
    words.removeAll(QString());
    return words.join(u' ');
}

//! What has left the shop and would be unpaid.
QString TakeBackForm::unpaidWords() const
{
    if (!m_order)
        return {};
    const auto gone = std::ranges::count_if(m_order->pieces, [this, who = payer()](const orders::Piece &piece) {
        return piece.isCollected() && !piece.isCancelled() && m_order->payerOf(piece) == who;
    });
    return gone > 0 ? tr("%n pieces of order %1 were collected and would be unpaid.", nullptr, int(gone))
                          .arg(m_order->number)
                    : QString();
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
    m_back = isCorrection() ? m_entry->left : *amount;
    return true;
}

//! Checked before anybody is asked for a PIN.
bool TakeBackForm::mayBe()
{
    auto checked = finance::checkRefund(*m_entry, *m_back);
    m_invoice.clear();
    if (checked && kind() == Kind::PriceCut) {
        invoices::RefundService refunds(desk().session(), desk().door());
        checked = refunds.check(m_order->id, {piece()->id, *m_back, m_reason->text()});
        if (const auto invoice = refunds.billedBy(m_order->id, piece()->id); invoice && *invoice)
            m_invoice = (*invoice)->number;
    }
    if (checked)
        return true;
    setProblem(checked.error());
    focusFirst();
    return false;
}

std::vector<Capability> TakeBackForm::needs() const
{
    if (!isOfClient())
        return {Capability::FinanceWrite};
    std::vector<Capability> needs;
    // Where it cannot be told, the write itself says why.
    if (!finance::mayGiveBack(desk().session().reader(), *m_back, desk().clock()).valueOr(false))
        needs.push_back(Capability::OrdersRefund);
    if (kind() == Kind::PriceCut) {
        const auto cut = invoices::RefundService(desk().session(), desk().door())
                             .needs(m_order->id, {piece()->id, *m_back, m_reason->text()});
        if (cut)
            needs.insert(needs.end(), cut->begin(), cut->end());
    }
    if (!m_invoice.isEmpty())
        needs.push_back(Capability::InvoicesCredit);
    return needs;
}

QStringList TakeBackForm::asked() const
{
    const QString back = desk().amount(*m_back);
    QStringList lines{isCorrection() ? tr("Take back %1: %2").arg(back, m_what)
                                     : tr("Give back %1: %2").arg(back, m_what)};
    if (kind() == Kind::PriceCut)
        lines.append(tr("%1 costs %2 less").arg(m_piece->currentText(), back));
    if (!m_invoice.isEmpty())
        lines.append(tr("Credit note on invoice %1").arg(m_invoice));
    return lines;
}

void TakeBackForm::submit()
{
    if (isBusy() || !m_entry || !readInput() || !mayBe())
        return;
    if (isAllowed(needs(), asked()))
        run();
}

void TakeBackForm::run()
{
    const access::Approvals approvals = takeApprovals();
    const QString reason = m_reason->text().trimmed();
    const auto method = goesAsItCame() ? std::nullopt : payMethod(*m_method);
    const finance::RefundDraft draft{m_entry->id, reason, m_back, method,
                                     access::approvalFor(Capability::OrdersRefund, approvals)};
    if (kind() == Kind::PriceCut) {
        write(
            [this, draft, approvals, cheaper = piece()->id] {
                return invoices::RefundService(desk().session(), desk().door()).refund({draft, cheaper, approvals});
            },
            [this](const invoices::CutRefunded &cut) { given(cut.money, cut.creditNote); });
        return;
    }
    write(
        [this, draft, approvals, reason] {
            finance::PaymentService payments(desk().session(), desk().door());
            return isCorrection()
                       ? payments.reverse(m_entry->id, reason, access::approvalFor(needs().front(), approvals))
                       : payments.refund(draft);
        },
        [this](const finance::PaymentTaken &back) { given(back, {}); });
}

//! As receipts are: printed at once where the law lets it be, else where the client wants it. A credit note always is.
void TakeBackForm::offerPapers(TransactionId back, const std::optional<InvoiceId> &creditNote)
{
    OrderPapers papers(desk());
    const auto rules = finance::loadReceiptRules(desk().session().reader());
    if (rules && rules->printsByItself)
        return creditNote ? papers.printGivenBack(*creditNote, back) : papers.printReceipt(back);
    if (creditNote)
        papers.printInvoice(*creditNote);
    desk().notices().say(tr("Its paper is printed with F8, where the client wants one."));
}

void TakeBackForm::given(const finance::PaymentTaken &back, const std::optional<InvoiceId> &creditNote)
{
    if (!isCorrection())
        desk().notices().say(tr("Give back %1").arg(desk().amount(back.amount)));
    if (!isCorrection())
        offerPapers(back.id, creditNote);
    finish();
}

} // namespace thimblely::ui
