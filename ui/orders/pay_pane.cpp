// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/orders/pay_pane.h"

#include "core/finance/account_service.h"
#include "core/finance/payment_service.h"
#include "core/finance/tender.h"
#include "ui/desk/desk.h"
#include "ui/desk/garments.h"
#include "ui/desk/pay_methods.h"
#include "ui/orders/money_lines.h"
#include "ui/orders/pay_details.h"
#include "ui/orders/payer_choice.h"
#include "ui/theme/theme.h"
#include "ui/widgets/amount_text.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/label.h"
#include "ui/widgets/money_edit.h"
#include "ui/widgets/segmented.h"
#include "ui/widgets/stitch_line.h"

#include <QKeyEvent>

namespace thimblely::ui {

namespace {

constexpr int givenWidth = 152;
constexpr int issueAskedMs = 5000;

} // namespace

PayPane::PayPane(Desk &desk, QWidget *parent) : Pane(Role::Window, Edge::Leading, parent), m_desk(desk)
{
    build();
    setBag({});
}

void PayPane::build()
{
    auto *rows = column(nullptr, 10, QMargins(16, 14, 16, 14));
    setLayout(rows);
    auto *due = row(nullptr, 8);
    m_due = new AmountLabel(TextStyle::Total, Role::Text, this);
    m_due->setSymbolShown(true);
    m_due->setLocale(m_desk.locale());
    due->addWidget(new Label(TextStyle::InputStrong, Role::Text, tr("Due"), this), 1);
    due->addWidget(m_due);
    rows->addLayout(due);
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
    rows->addWidget(new StitchLine(this));
    m_lines = new MoneyLines(m_desk.locale(), tr("What is paid for, and what was paid"), this);
    rows->addWidget(m_lines);
    rows->addStretch(1);

    m_payWith = new Label(TextStyle::CaptionStrong, Role::Muted, {}, this);
    rows->addWidget(m_payWith);
    m_method = new Segmented(tr("Pay with"), this);
    addPayMethods(*m_method);
    showKeys();
    rows->addWidget(m_method);
    m_allOwed = new PlainButton(QString(), this);
    m_allOwed->setCheckable(true);
    rows->addWidget(m_allOwed);
    connect(m_allOwed, &QAbstractButton::clicked, this, &PayPane::payAllOwed);
    auto *given = row(nullptr, 8);
    m_given = new MoneyEdit(m_desk.profile().currency, this);
    m_given->setLocale(m_desk.locale());
    m_given->setAccessibleName(tr("Given"));
    m_given->setRoom(Theme::instance().px(givenWidth));
    given->addWidget(new Label(TextStyle::Body, Role::Text, tr("Given"), this), 1);
    given->addWidget(m_given);
    rows->addLayout(given);
    m_details = new PayDetails(m_desk, this);
    rows->addWidget(m_details);
    connect(m_details, &PayDetails::changed, this, &PayPane::showChange);
    m_notes = new QWidget(this);
    auto *notes = row(nullptr, 8);
    m_notes->setLayout(notes);
    for (Button *&note : m_note) {
        note = new PlainButton(QString(), m_notes);
        notes->addWidget(note, 1);
        connect(note, &QAbstractButton::clicked, this, [this, button = note] {
            m_given->setText(button->property("figure").toString());
            showChange();
        });
    }
    rows->addWidget(m_notes);
    auto *change = row(nullptr, 8);
    m_changeName = new Label(TextStyle::InputStrong, Role::Text, tr("Change"), this);
    m_change = new AmountLabel(TextStyle::Total, Role::Text, this);
    m_change->setLocale(m_desk.locale());
    change->addWidget(m_changeName, 1);
    change->addWidget(m_change);
    rows->addLayout(change);
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

    connect(m_given, &QLineEdit::textEdited, this, [this] {
        m_asksFirst = false;
        showChange();
    });
    connect(m_given, &QLineEdit::textEdited, this, &PayPane::givenTyped);
    connect(m_given, &QLineEdit::returnPressed, this, &PayPane::takeRequested);
    connect(m_method, &Segmented::currentIndexChanged, this, [this] {
        offerCredit();
        showChange();
    });
    connect(m_take, &QAbstractButton::clicked, this, &PayPane::takeRequested);
    connect(m_complete, &QAbstractButton::clicked, this, &PayPane::completeRequested);
    connect(m_add, &QAbstractButton::clicked, this, &PayPane::addRequested);
    connect(m_receipt, &QAbstractButton::clicked, this, &PayPane::receiptRequested);
    connect(m_invoiceButton, &QAbstractButton::clicked, this, &PayPane::pressInvoice);
    connect(m_papers, &QAbstractButton::clicked, this,
            [this] { Q_EMIT papersRequested(m_papers->mapToGlobal(QPoint(0, 0))); });
    connect(&HideMoney::instance(), &HideMoney::changed, this, [this] {
        showAllOwed();
        showChange();
    });
    m_invoiceButton->installEventFilter(this);
    m_given->installEventFilter(this);
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
    m_issueAsked.reset();
    if (asked && m_order)
        m_issueAsked = std::pair(m_order->id, payer());
    if (asked)
        m_issueTime.start();
    else
        m_issueTime.stop();
    refreshButtons();
}

bool PayPane::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_invoiceButton && event->type() == QEvent::FocusOut && isIssueAsked())
        setIssueAsked(false);
    if (watched == m_given && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool plain = !(key->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier));
        if (key->key() == Qt::Key_Plus) {
            Q_EMIT alsoRequested();
            return true;
        }
        if (plain && choosePayMethod(*m_method, key->text()))
            return true;
    }
    return Pane::eventFilter(watched, event);
}

//! The sum itself and the two next amounts that are paid with fewer notes: 6,000 · 7,000 · 10,000.
void PayPane::showNotes()
{
    const bool due = isDue();
    m_notes->setVisible(due && payMethod(*m_method) == finance::PaymentMethod::Cash);
    if (!due)
        return;
    const Money balance = asked();
    const std::vector<Money> amounts = finance::likelyTenders(balance);
    for (size_t i = 0; i < 3; ++i) {
        const Money amount = amounts[std::min(i, amounts.size() - 1)];
        m_note[i]->setText(figureText(amount, m_desk.locale()));
        m_note[i]->setAccessibleName(tr("%1 given").arg(m_note[i]->text()));
        m_note[i]->setProperty("figure", amount.toFigure(m_desk.locale()));
    }
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
    (m_given->isEnabled() ? static_cast<QWidget *>(m_given) : m_take)->setFocus(Qt::OtherFocusReason);
    m_given->selectAll();
}

bool PayPane::printsReceipts() const
{
    return m_details->rules().printsByItself;
}

Result<std::optional<finance::PaymentDraft>> PayPane::payment() const
{
    if (!isDue())
        return std::optional<finance::PaymentDraft>();
    TRY_ASSIGN(const Money given, m_given->value());
    if (given.isZero())
        return std::optional<finance::PaymentDraft>();
    const auto method = payMethod(*m_method);
    if (!method)
        return Error{ErrorKind::Invalid, "payment.method_asked", {}, {}};
    const Money due = asked();
    finance::PaymentDraft draft{given.minor() > due.minor() ? due : given};
    draft.method = *method;
    draft.onAccount = m_onAccount;
    draft.wholeOrders = m_payer->who().all && m_bag.isShared();
    draft.payer = m_payer->who().client;
    m_details->addTo(draft);
    // More than is due by card is a mistake unless it is to be kept: the core refuses it.
    if (draft.restAsCredit || draft.method != finance::PaymentMethod::Cash)
        draft.amount = given;
    if (draft.method == finance::PaymentMethod::Cash)
        draft.tendered = given;
    return std::optional(draft);
}

void PayPane::typeGiven(const QString &text)
{
    if (!m_given->isEnabled())
        return;
    m_given->setText(text);
    showChange();
}

void PayPane::showChange()
{
    const bool due = isDue();
    m_given->setEnabled(due);
    m_method->setEnabled(due);
    const auto method = payMethod(*m_method);
    const auto given = m_given->value();
    m_details->showFor(due ? method : std::nullopt, due && payer() && given && given->minor() > asked().minor());
    const bool cash = method == finance::PaymentMethod::Cash && !m_details->keepsRest();
    m_change->setVisible(due && cash);
    m_changeName->setVisible(due && cash);
    m_problem->hide();
    m_askedGiven.reset(); // what was asked about is said no more
    m_askedRest.reset();
    if (!given) {
        setProblem(m_desk.sentence(given.error()));
        m_change->setUnknown();
    } else if (due && given->minor() >= asked().minor()) {
        m_change->setAmount(given->minus(asked()).valueOr(Money::zero(given->currency())));
    } else {
        m_change->setUnknown();
    }
    showNotes();
    refreshButtons();
    fit();
}

//! Of what the shop holds for the client no more can be paid than that.
void PayPane::offerCredit()
{
    if (payMethod(*m_method) == finance::PaymentMethod::Credit && m_credit && m_credit->minor() < asked().minor())
        m_given->setValue(*m_credit);
}

//! The letters that choose, typed where the amount is; as many as are offered.
void PayPane::showKeys()
{
    const QStringList keys = payMethodKeys();
    for (int i = 0; i < m_method->count() && i < keys.size(); ++i)
        m_method->button(i)->setToolTip(tr("Key %1").arg(keys[i]));
    m_payWith->setText(tr("Pay with, by key %1").arg(keys.first(m_method->count()).join(u' ')));
}

bool PayPane::mayAdd() const
{
    return m_order && m_order->sums && m_desk.principal().can(access::Capability::OrdersWrite) &&
           std::ranges::any_of(m_order->pieces,
                               [](const orders::Piece &piece) { return !piece.isCancelled() && !piece.isCollected(); });
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
    m_take->setEnabled(!m_busy && !unread && (takes || m_ticked > 0));
    const bool open = m_order && m_order->status != orders::OrderStatus::Cancelled;
    const bool unready = open && std::ranges::any_of(m_order->pieces, [](const orders::Piece &piece) {
                             return !piece.isCancelled() && !piece.isReady() && !piece.isCollected();
                         });
    m_complete->setEnabled(!m_busy && unready);
    m_complete->setVisible(unready);
    m_add->setVisible(mayAdd());
    m_add->setEnabled(!m_busy);
    m_receipt->setEnabled(m_order && m_order->sums &&
                          (m_order->sums->paid.minor() > 0 || m_order->sums->waiting.minor() > 0));
    m_invoiceButton->setEnabled(!m_busy && open);
    m_invoiceButton->setText(!m_invoice.isEmpty() ? tr("Invoice")
                             : isIssueAsked()     ? tr("Issue for good? Press again")
                                                  : tr("Issue invoice"));
    m_invoiceButton->setToolTip(m_invoice);
}

} // namespace thimblely::ui
