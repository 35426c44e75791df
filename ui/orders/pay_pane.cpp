// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/orders/pay_pane.h"

#include "ui/desk/desk.h"
#include "ui/desk/garments.h"
#include "ui/desk/order_menu.h"
#include "ui/orders/money_lines.h"
#include "ui/orders/pay_details.h"
#include "ui/orders/payer_choice.h"
#include "ui/theme/theme.h"
#include "ui/widgets/amount_text.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/label.h"
#include "ui/widgets/money_edit.h"
#include "ui/widgets/stitch_line.h"

#include <QKeyEvent>

namespace thimblely::ui {

using access::Capability;

namespace {

constexpr int issueAskedMs = 5000;

} // namespace

PayPane::PayPane(Desk &desk, QWidget *parent)
    : Pane(Role::Window, Edge::Leading, parent), m_desk(desk),
      m_seesPrices(desk.principal().can(Capability::PricesRead)),
      m_takesMoney(m_seesPrices && desk.principal().can(Capability::OrdersTakePayment)),
      m_handsOver(desk.principal().can(Capability::OrdersWrite))
{
    build();
    setBag({});
}

void PayPane::build()
{
    auto *rows = column(nullptr, 10, QMargins(16, 14, 16, 14));
    setLayout(rows);
    auto *dueRow = new QWidget(this);
    auto *due = row(dueRow, 8);
    m_due = new AmountLabel(TextStyle::Total, Role::Text, this);
    m_due->setSymbolShown(true);
    m_due->setLocale(m_desk.locale());
    due->addWidget(new Label(TextStyle::InputStrong, Role::Text, tr("Due"), this), 1);
    due->addWidget(m_due);
    rows->addWidget(dueRow);
    m_waiting = addBeside(new Chip(Status::Waiting, tr("On its way"), this), m_waitingSum);
    m_over = addBeside(new Label(TextStyle::InputStrong, Role::Text, tr("Paid too much"), this), m_overSum);
    rows->addWidget(m_waiting);
    rows->addWidget(m_over);
    m_payer = new PayerChoice(m_desk, this);
    rows->addWidget(m_payer);
    connect(m_payer, &PayerChoice::changed, this, [this] {
        setIssueAsked(false);
        showLines();
        showDue();
        showChange();
        Q_EMIT payerChanged();
    });
    auto *stitches = new StitchLine(this);
    rows->addWidget(stitches);
    m_lines = new MoneyLines(m_desk.locale(), tr("What is paid for, and what was paid"), this);
    rows->addWidget(m_lines);
    rows->addStretch(1);
    for (QWidget *of : {dueRow, static_cast<QWidget *>(stitches), static_cast<QWidget *>(m_lines)})
        of->setVisible(m_seesPrices);

    m_details = new PayDetails(m_desk, PayDetails::Given::IsPaid, this);
    rows->addWidget(m_details);
    m_details->setVisible(m_takesMoney);
    m_allOwed = new PlainButton(QString(), this);
    m_allOwed->setCheckable(true);
    m_details->insertBelowMethod(m_allOwed);
    connect(m_allOwed, &QAbstractButton::clicked, this, &PayPane::payAllOwed);
    m_bonus = new PlainButton(tr("Repair bonus"), this);
    m_bonus->setToolTip(tr("What the state’s scheme pays of a repair; it is asked for with a photo before and after"));
    m_details->insertBelowMethod(m_bonus);
    connect(m_bonus, &QAbstractButton::clicked, this, &PayPane::payBonus);
    m_problem = new Label(TextStyle::Caption, Role::Late, {}, this);
    m_problem->setWordWrap(true);
    m_problem->hide();
    rows->addWidget(m_problem);

    buildButtons(rows);
}

//! What stands beside what is due: its name and its sum.
QWidget *PayPane::addBeside(QWidget *name, AmountLabel *&sum)
{
    auto *beside = new QWidget(this);
    auto *columns = row(nullptr, 8);
    beside->setLayout(columns);
    sum = new AmountLabel(TextStyle::InputStrong, Role::Text, beside);
    sum->setLocale(m_desk.locale());
    columns->addWidget(name);
    columns->addStretch(1);
    columns->addWidget(sum);
    return beside;
}

void PayPane::buildButtons(QVBoxLayout *rows)
{
    m_take = new PrimaryButton(QString(), this);
    m_take->setButtonSize(Button::Size::Pay);
    m_take->setCaption(QStringLiteral("F9"));
    m_complete = new PlainButton(tr("All ready"), this);
    m_complete->setAccessibleName(tr("All pieces are ready"));
    m_complete->setToolTip(m_complete->accessibleName());
    m_receipt = new PlainButton(tr("Receipt"), this);
    m_receipt->setIconName("i-print");
    m_receipt->setCaption(QStringLiteral("F8"));
    m_invoiceButton = new PlainButton(QString(), this);
    rows->addWidget(m_take);
    m_add = new PlainButton(tr("Add"), this);
    m_add->setCaption(QStringLiteral("F10"));
    m_add->setAccessibleName(tr("Add pieces or tasks to this order"));
    m_add->setToolTip(m_add->accessibleName());
    m_papers = new PlainButton(QString(), this);
    m_papers->setIconName("i-more");
    m_papers->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    m_papers->setAccessibleName(tr("Other papers"));
    m_papers->setToolTip(m_papers->accessibleName());
    m_party = new PlainButton(QString(), this);
    m_party->setIconName("i-clients");
    m_party->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    m_party->setAccessibleName(tr("Everybody this order dresses, F11"));
    m_party->setToolTip(m_party->accessibleName());
    m_party->setVisible(m_desk.principal().can(Capability::OrdersRead));
    connect(m_party, &QAbstractButton::clicked, this, &PayPane::partyRequested);
    auto *work = row(nullptr, 8);
    work->addWidget(m_complete, 1);
    work->addWidget(m_add, 1);
    work->addWidget(m_party);
    work->addWidget(m_papers, 0, Qt::AlignRight);
    rows->addLayout(work);
    auto *papers = row(nullptr, 8);
    papers->addWidget(m_receipt, 1);
    papers->addWidget(m_invoiceButton, 1);
    rows->addLayout(papers);

    connect(m_details, &PayDetails::changed, this, [this] {
        m_asksFirst = false;
        showChange();
    });
    connect(m_details, &PayDetails::methodChosen, this, &PayPane::offerCredit);
    connect(m_details, &PayDetails::typed, this, &PayPane::typedChanged);
    connect(m_details, &PayDetails::finished, this, &PayPane::takeRequested);
    connect(m_take, &QAbstractButton::clicked, this, &PayPane::takeRequested);
    connect(m_complete, &QAbstractButton::clicked, this, &PayPane::completeRequested);
    connect(m_add, &QAbstractButton::clicked, this, &PayPane::addRequested);
    connect(m_receipt, &QAbstractButton::clicked, this, &PayPane::receiptRequested);
    connect(m_invoiceButton, &QAbstractButton::clicked, this, &PayPane::pressInvoice);
    connect(m_papers, &QAbstractButton::clicked, this,
            [this] { Q_EMIT papersRequested(m_papers->mapToGlobal(QPoint(0, 0))); });
    connect(&HideMoney::instance(), &HideMoney::changed, this, [this] {
        showAllOwed();
        showBonus();
        showChange();
    });
    m_invoiceButton->installEventFilter(this);
    m_details->field().installEventFilter(this);
    m_issueTime.setSingleShot(true);
    m_issueTime.setInterval(issueAskedMs);
    connect(&m_issueTime, &QTimer::timeout, this, [this] { setIssueAsked(false); });
}

//! An invoice that is issued cannot be taken back: one press asks, the next one issues.
void PayPane::pressInvoice()
{
    const bool issue = m_invoice.isEmpty() && !isIssueAsked();
    setIssueAsked(issue);
    if (!issue)
        Q_EMIT invoiceRequested();
}

//! Of another order or of another who pays it was not asked.
bool PayPane::isIssueAsked() const
{
    return m_order && m_issueAsked == std::pair(m_order->id, payer());
}

void PayPane::setIssueAsked(bool asked)
{
    const bool was = m_issueAsked.has_value();
    m_issueAsked.reset();
    if (asked && m_order)
        m_issueAsked = std::pair(m_order->id, payer());
    if (asked)
        m_issueTime.start();
    else
        m_issueTime.stop();
    if (asked)
        setProblem(tr("An invoice that is issued cannot be changed or taken back. Press again to issue it."));
    else if (was)
        setProblem({});
    refreshButtons();
    fit();
}

bool PayPane::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_invoiceButton && event->type() == QEvent::FocusOut && isIssueAsked())
        setIssueAsked(false);
    if (watched == &m_details->field() && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool plain = !(key->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier));
        if (key->key() == Qt::Key_Plus) {
            Q_EMIT alsoRequested();
            return true;
        }
        if (plain && m_details->takeKey(key->text()))
            return true;
    }
    return Pane::eventFilter(watched, event);
}

void PayPane::setTicked(const std::vector<OrderItemId> &pieces)
{
    m_ticked = int(pieces.size());
    m_payer->follow(m_bag.whoPaysFor({pieces.begin(), pieces.end()}));
    m_askedRest.reset();
    refreshButtons();
}

void PayPane::setInvoice(const QString &number)
{
    m_invoice = number;
    refreshButtons();
}

void PayPane::setBusy(bool busy)
{
    m_busy = busy;
    refreshButtons();
}

void PayPane::setProblem(const QString &sentence)
{
    m_problem->setText(QStringLiteral("\u25b2 ") + sentence);
    m_problem->setVisible(!sentence.isEmpty());
}

void PayPane::focusGiven()
{
    if (!takesAnything())
        return Q_EMIT nothingAsked();
    MoneyEdit &given = m_details->field();
    (m_takesMoney && given.isEnabled() ? static_cast<QWidget *>(&given) : m_take)->setFocus(Qt::OtherFocusReason);
    given.selectAll();
}

bool PayPane::printsReceipts() const
{
    Money price = Money::zero(m_desk.profile().currency);
    for (const orders::OrderDetail &order : m_bag.orders) {
        if (order.sums)
            price = price.plus(order.sums->total).valueOr(price);
    }
    return m_details->rules().printsFor(price);
}

bool PayPane::wantsNote(const orders::OrderDetail &order) const
{
    return order.sums && m_details->rules().wantsNote(order.sums->total);
}

Result<std::optional<finance::PaymentDraft>> PayPane::payment() const
{
    if (!isDue() || !m_takesMoney)
        return std::optional<finance::PaymentDraft>();
    TRY_ASSIGN(const Money given, m_details->given());
    if (given.isZero())
        return std::optional<finance::PaymentDraft>();
    const Money due = asked();
    finance::PaymentDraft draft{given.minor() > due.minor() ? due : given};
    TRY(m_details->addTo(draft));
    draft.onAccount = m_onAccount;
    draft.wholeOrders = m_payer->who().all && m_bag.isShared();
    draft.payer = m_payer->who().client;
    // More than is due by card is a mistake unless it is to be kept: the core refuses it.
    if (draft.restAsCredit || draft.method != finance::PaymentMethod::Cash)
        draft.amount = given;
    return std::optional(draft);
}

PayFacts PayPane::typed() const
{
    return m_details->facts();
}

void PayPane::restore(const PayFacts &typed)
{
    if (!isDue())
        return;
    m_details->setFacts(typed);
    showChange();
}

void PayPane::showChange()
{
    const bool due = isDue();
    const auto most = due ? std::optional(asked()) : std::nullopt;
    m_details->setAsked({most, most, payer().has_value()});
    m_problem->hide();
    m_askedGiven.reset(); // what was asked about is said no more
    m_askedReference = false;
    m_askedRest.reset();
    if (const auto given = m_details->given(); m_takesMoney && !given)
        setProblem(m_desk.sentence(given.error()));
    refreshButtons();
    fit();
}

//! Of what the shop holds for the client no more can be paid than that.
void PayPane::offerCredit()
{
    const auto &credit = m_details->credit();
    if (m_details->method() == finance::PaymentMethod::Credit && credit && credit->minor() < asked().minor())
        m_details->setGiven(*credit);
}

bool PayPane::mayAdd() const
{
    return m_order && m_order->sums && m_handsOver && m_desk.principal().can(Capability::ClientsRead) &&
           std::ranges::any_of(m_order->pieces,
                               [](const orders::Piece &piece) { return !piece.isCancelled() && !piece.isCollected(); });
}

//! One that stands there is printed by who may read it.
bool PayPane::mayInvoice() const
{
    const access::Principal &who = m_desk.principal();
    return m_seesPrices && who.can(Capability::InvoicesRead) &&
           (!m_invoice.isEmpty() || who.can(Capability::InvoicesIssue));
}

void PayPane::refreshButtons()
{
    const auto paid = payment();
    const bool takes = paid && paid->has_value();
    const QString money = takes ? figureText((*paid)->amount, m_desk.locale()) : QString();
    const bool unread = !paid.ok(); // nothing leaves for money that nobody can read
    if (m_ticked > 0)
        m_take->setText(takes     ? tr("Take %1, hand over %2").arg(money, m_desk.locale().toString(m_ticked))
                        : isDue() ? tr("Hand over %1 unpaid").arg(pieceCount(m_ticked))
                                  : tr("Hand over %1").arg(pieceCount(m_ticked)));
    else
        m_take->setText(takes ? tr("Take %1").arg(money) : tr("Nothing to take"));
    m_take->setVisible(takesAnything());
    m_take->setEnabled(!m_busy && !unread && (takes || m_ticked > 0));
    const bool open = m_order && m_order->status != orders::OrderStatus::Cancelled;
    const bool unready = open && std::ranges::any_of(m_order->pieces, [](const orders::Piece &piece) {
                             return !piece.isCancelled() && !piece.isReady() && !piece.isCollected();
                         });
    m_complete->setEnabled(!m_busy && unready);
    m_complete->setVisible(unready && OrderMenu::isFor(m_desk.principal()));
    m_add->setVisible(mayAdd());
    m_add->setEnabled(!m_busy);
    m_receipt->setEnabled(m_order && m_order->sums &&
                          (m_order->sums->paid.minor() > 0 || m_order->sums->waiting.minor() > 0));
    const bool kept = m_order && std::ranges::any_of(m_order->charges, [](const orders::Piece &charge) {
                          return !charge.isCancelled(); // of a cancelled order: for work that was begun
                      });
    m_receipt->setVisible(m_seesPrices);
    m_invoiceButton->setVisible(mayInvoice());
    m_invoiceButton->setEnabled(!m_busy && (open || kept));
    m_invoiceButton->setText(!m_invoice.isEmpty() ? tr("Invoice")
                             : isIssueAsked()     ? tr("Issue for good")
                                                  : tr("Issue invoice"));
    m_invoiceButton->setToolTip(m_invoice);
}

} // namespace thimblely::ui
