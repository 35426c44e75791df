// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/orders/pick_up_page.h"

#include "core/finance/checkout_service.h"
#include "core/finance/payment_service.h"
#include "core/invoices/invoice_service.h"
#include "core/orders/order_service.h"
#include "ui/desk/desk.h"
#include "ui/documents/order_papers.h"
#include "ui/orders/bag_head.h"
#include "ui/orders/garments.h"
#include "ui/orders/open_order_names.h"
#include "ui/orders/open_orders_model.h"
#include "ui/orders/pay_pane.h"
#include "ui/orders/piece_delegate.h"
#include "ui/orders/piece_list_model.h"
#include "ui/theme/icons.h"
#include "ui/theme/paint.h"
#include "ui/theme/theme.h"
#include "ui/widgets/amount_text.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/label.h"
#include "ui/widgets/list_row_delegate.h"
#include "ui/widgets/list_view.h"

#include <QAction>
#include <QCheckBox>
#include <QLineEdit>
#include <QStackedWidget>

namespace thimblely::ui {

namespace {

constexpr int payWidth = 300;
constexpr int findWidth = 216;
constexpr int collectorWidth = 168;

//! Not clear(): Ctrl+Z would bring the words back instead of what was done last.
void empty(QLineEdit *edit)
{
    edit->setText({});
}

QString shortDay(Desk &desk, Date day)
{
    return desk.locale().toString(day.toQDate(), QStringLiteral("ddd d MMM"));
}

} // namespace

PickUpPage::PickUpPage(Desk &desk, QWidget *parent)
    : Page(parent), m_desk(desk), m_pieces(new PieceListModel(desk, this)), m_open(new OpenOrdersModel(desk, this))
{
    auto *panes = row(this, 0);
    auto *left = new Pane(Role::Surface, Pane::Edge::None, this);
    auto *rows = column(nullptr, 0);
    left->setLayout(rows);
    rows->addWidget(buildHead());
    m_stack = new QStackedWidget(left);
    m_stack->addWidget(buildOpenList());
    const access::Principal &principal = m_desk.principal();
    const bool takesOrders =
        principal.can(access::Capability::OrdersWrite) && principal.can(access::Capability::ClientsRead);
    m_empty = new EmptyState("i-pickup",
                             principal.can(access::Capability::OrdersRead)
                                 ? tr("Nothing hangs here. An order taken at the counter stays here until its last "
                                      "piece is collected.")
                                 : tr("Nothing is given to you now. A piece that is stays here until it is "
                                      "collected."),
                             takesOrders ? tr("Take an order") : QString(), m_stack);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(buildBag());
    rows->addWidget(m_stack, 1);
    m_pay = new PayPane(m_desk, this);
    panes->addWidget(left, 1);
    panes->addWidget(m_pay);
    connect(m_empty, &EmptyState::actionTriggered, this, [this] { Q_EMIT m_desk.navigation().orderRequested({}); });
    connect(&m_desk.door(), &changes::WriteDoor::changed, this, &PickUpPage::follow);
    connect(m_pieces, &PieceListModel::tickedChanged, this,
            [this] { m_pay->setTicked(int(m_pieces->ticked().size())); });
    connect(&HideMoney::instance(), &HideMoney::changed, this, [this] {
        m_openList->viewport()->update();
        m_list->viewport()->update();
    });
    connectPay();
    showList();
}

QWidget *PickUpPage::buildHead()
{
    auto *head = new Pane(Role::Surface, Pane::Edge::Bottom, this);
    auto *line = row(nullptr, 12, QMargins(16, 14, 16, 14));
    head->setLayout(line);
    m_find = new QLineEdit(head);
    m_find->setAccessibleName(tr("Order number, ticket or name"));
    m_find->setPlaceholderText(tr("Scan or name"));
    m_find->setFont(Theme::instance().font(TextStyle::Input));
    m_find->addAction(icon("i-scan", Role::Text, 18), QLineEdit::LeadingPosition);
    m_find->setMaximumWidth(Theme::instance().px(findWidth));
    m_findProblem = new Label(TextStyle::Caption, Role::Late, {}, head);
    m_findProblem->setWordWrap(true);
    m_findProblem->hide();
    m_also = new PlainButton(QString(), head);
    m_also->setTrailingIconName("i-plus");
    m_ticketSeen = new QCheckBox(tr("Ticket seen"), head);
    m_collectorName = new Label(TextStyle::Body, Role::Muted, tr("Collector"), head);
    m_collector = new QLineEdit(head);
    m_collector->setAccessibleName(tr("Who collects"));
    m_collector->setMaximumWidth(Theme::instance().px(collectorWidth));
    line->addWidget(m_find, 2);
    line->addWidget(m_findProblem, 1);
    line->addWidget(m_also);
    m_heading = new Label(TextStyle::Body, Role::Muted, tr("Open orders, the most urgent first"), head);
    m_heading->setElided(true);
    m_filter = new PlainButton(QString(), head);
    m_filter->setTrailingIconName("i-x");
    m_filter->setToolTip(tr("Back to all open orders"));
    m_filter->hide();
    line->addWidget(m_filter);
    line->addWidget(m_heading, 3);
    line->addStretch(1);
    line->addWidget(m_ticketSeen);
    line->addWidget(m_collectorName);
    line->addWidget(m_collector, 1);
    connect(m_find, &QLineEdit::textEdited, this, &PickUpPage::narrow);
    connect(m_find, &QLineEdit::returnPressed, this, &PickUpPage::find);
    connect(m_filter, &QAbstractButton::clicked, this, &PickUpPage::startOver);
    connect(m_also, &QAbstractButton::clicked, this, [this] {
        if (m_alsoReady)
            showOrder(*m_alsoReady);
    });
    connect(&Theme::instance(), &Theme::changed, this, [this] {
        m_find->setFont(Theme::instance().font(TextStyle::Input));
        m_find->setMaximumWidth(Theme::instance().px(findWidth));
        m_collector->setMaximumWidth(Theme::instance().px(collectorWidth));
        place();
    });
    return head;
}

QWidget *PickUpPage::buildOpenList()
{
    m_openList = new ListView(tr("Open orders by promise"), Role::Surface, this);
    m_openList->setModel(m_open);
    auto *delegate = new ListRowDelegate(m_openList);
    delegate->setBase(Role::Surface);
    m_openList->setItemDelegate(delegate);
    connect(m_openList, &ListView::activated, this,
            [this](const QModelIndex &index) { showOrder(m_open->order(index.row())); });
    connect(m_openList, &ListView::clicked, this,
            [this](const QModelIndex &index) { showOrder(m_open->order(index.row())); });
    return m_openList;
}

QWidget *PickUpPage::buildBag()
{
    m_bag = new QWidget(this);
    auto *rows = column(nullptr, 0);
    m_bag->setLayout(rows);
    m_bagHead = new BagHead(m_bag);
    m_list = new ListView(tr("Pieces of the order"), Role::Surface, m_bag);
    m_list->setModel(m_pieces);
    m_list->setItemDelegate(new PieceDelegate(m_list));
    rows->addWidget(m_bagHead);
    rows->addWidget(m_list, 1);
    rows->addWidget(buildFacts());
    return m_bag;
}

QWidget *PickUpPage::buildFacts()
{
    m_facts = new Pane(Role::Surface, Pane::Edge::Top, m_bag);
    auto *columns = row(nullptr, 24, QMargins(16, 10, 16, 14));
    m_facts->setLayout(columns);
    const auto fact = [&](const QString &name) {
        auto *box = column(nullptr, 4);
        box->addWidget(new Label(TextStyle::CaptionStrong, Role::Muted, name, m_facts));
        auto *words = new Label(TextStyle::Body, Role::Text, {}, m_facts);
        words->setWordWrap(true);
        words->setAlignment(Qt::AlignLeading | Qt::AlignTop);
        box->addWidget(words, 1);
        columns->addLayout(box, 1);
        return words;
    };
    m_noted = fact(tr("Noted at intake"));
    m_notes = fact(tr("Note to the workroom"));
    m_stays = fact(tr("Stays here"));
    return m_facts;
}

void PickUpPage::connectPay()
{
    connect(m_pay, &PayPane::takeRequested, this, &PickUpPage::take);
    connect(m_pay, &PayPane::completeRequested, this, &PickUpPage::complete);
    connect(m_pay, &PayPane::addRequested, this, &PickUpPage::add);
    connect(m_pay, &PayPane::invoiceRequested, this, &PickUpPage::invoice);
    connect(m_pay, &PayPane::receiptRequested, this, &PickUpPage::printReceipt);
}

QString PickUpPage::title() const
{
    return m_pieces->order() ? tr("Order %1").arg(m_pieces->order()->number) : tr("Pick up");
}

void PickUpPage::follow(const changes::ChangeSet &changes)
{
    using storage::Table;
    const bool concerns = changes.touches(Table::Orders) || changes.touches(Table::OrderItems) ||
                          changes.touches(Table::Transactions) || changes.touches(Table::Invoices);
    if (concerns && isVisible())
        m_orderId ? reload() : showList();
}

void PickUpPage::arrive()
{
    if (m_orderId) {
        reload();
        m_pay->focusGiven();
    } else {
        showList();
        m_find->setFocus(Qt::TabFocusReason);
        m_find->selectAll();
    }
}

void PickUpPage::setFilter(orders::OpenOrderFilter filter)
{
    if (m_open->filter() != filter)
        m_open->setFilter(filter);
    const QString name = filterName(filter);
    m_filter->setText(name);
    m_filter->setAccessibleName(tr("%1: back to all open orders").arg(name));
}

void PickUpPage::showOpen(orders::OpenOrderFilter filter)
{
    empty(m_find);
    narrow({});
    setFilter(filter);
    showList();
    if (m_open->rowCount() > 0) {
        m_openList->setCurrentIndex(m_open->index(0));
        m_openList->setFocus(Qt::OtherFocusReason);
    }
}

void PickUpPage::startOver()
{
    empty(m_find);
    setFilter(orders::OpenOrderFilter::All);
    narrow({});
    showList();
    m_find->setFocus(Qt::TabFocusReason);
}

bool PickUpPage::stepBack()
{
    if (m_orderId) {
        showList();
        empty(m_find);
        m_find->setFocus(Qt::TabFocusReason);
        return true;
    }
    if (!m_find->text().isEmpty()) {
        empty(m_find);
        narrow({});
        return true;
    }
    return false;
}

bool PickUpPage::handle(ActionId action)
{
    if (!m_orderId)
        return false;
    switch (action) {
    case ActionId::Pay:
        take();
        return true;
    case ActionId::AddTo:
        add();
        return true;
    case ActionId::PrintAgain:
        printReceipt();
        return true;
    default:
        return false;
    }
}

// What is shown -------------------------------------------------------------------------------------------------------

void PickUpPage::showList()
{
    m_orderId.reset();
    m_pieces->setOrder({});
    m_pay->setOrder({});
    m_open->reload();
    const bool filtered = m_open->filter() != orders::OpenOrderFilter::All;
    const bool anything = m_open->rowCount() > 0 || filtered;
    m_stack->setCurrentWidget(anything || !m_find->text().isEmpty() ? static_cast<QWidget *>(m_openList) : m_empty);
    Q_EMIT titleChanged();
    m_pay->hide();
    m_filter->setVisible(filtered);
    m_heading->setText(!filtered                 ? tr("Open orders, the most urgent first")
                       : m_open->rowCount() == 0 ? tr("None is left. The others are behind the button.")
                                                 : QString());
    m_heading->show();
    for (QWidget *part : {static_cast<QWidget *>(m_also), static_cast<QWidget *>(m_ticketSeen),
                          static_cast<QWidget *>(m_collectorName), static_cast<QWidget *>(m_collector)})
        part->hide();
}

void PickUpPage::showOrder(OrderId order)
{
    m_orderId = order;
    m_ticketSeen->setChecked(false);
    empty(m_collector);
    empty(m_find);
    m_findProblem->hide();
    m_open->setWords({});
    reload();
    if (m_orderId)
        m_pay->focusGiven();
}

void PickUpPage::reload()
{
    const auto order = orders::OrderService(m_desk.session(), m_desk.door()).load(*m_orderId);
    if (!order) {
        m_desk.notices().fail(order.error());
        showList();
        return;
    }
    m_pieces->setOrder(*order);
    Q_EMIT titleChanged();
    m_pay->setOrder(*order);
    m_pay->setTicked(int(m_pieces->ticked().size()));
    invoices::InvoiceService papers(m_desk.session(), m_desk.door());
    QString number;
    const auto unbilled = papers.hasUnbilled(*m_orderId);
    if (const auto issued = papers.forOrder(*m_orderId); issued && *issued && unbilled && !*unbilled) {
        if (const auto document = papers.load(**issued))
            number = document->number;
    }
    m_pay->setInvoice(number);
    QStringList days{tr("taken %1").arg(shortDay(m_desk, order->orderDate))};
    if (order->promisedDate) {
        const QString time = order->promisedTime
                                 ? QString(u' ' + m_desk.locale().toString(*order->promisedTime, QLocale::ShortFormat))
                                 : QString();
        days.append(tr("promised %1").arg(shortDay(m_desk, *order->promisedDate) + time));
    }
    m_bagHead->setOrder(order->number, order->clientName.isEmpty() ? tr("nobody in particular") : order->clientName,
                        order->clientPhone, days.join(QStringLiteral(", ")));
    m_collector->setPlaceholderText(order->clientName);
    showFacts(*order);
    showAlsoReady(*order);
    m_stack->setCurrentWidget(m_bag);
    m_heading->hide();
    m_filter->hide();
    m_pay->show();
    for (QWidget *part : {static_cast<QWidget *>(m_ticketSeen), static_cast<QWidget *>(m_collectorName),
                          static_cast<QWidget *>(m_collector)})
        part->show();
}

void PickUpPage::showFacts(const orders::OrderDetail &order)
{
    QStringList noted;
    int stays = 0;
    for (const orders::Piece &piece : order.pieces) {
        if (piece.isCancelled())
            continue;
        stays += piece.isReady() || piece.isCollected() ? 0 : 1;
        if (!piece.facts.condition.isEmpty())
            noted.append(tr("%1-%2: %3")
                             .arg(order.number)
                             .arg(piece.position)
                             .arg(piece.facts.condition.join(QStringLiteral(", "))));
    }
    m_noted->setText(noted.isEmpty() ? tr("Nothing") : noted.join(u'\n'));
    m_notes->setText(order.notes.isEmpty() ? tr("None") : order.notes);
    QString words = tr("Nothing");
    if (stays > 0) {
        words = pieceCount(stays);
        if (order.promisedDate)
            words = tr("%1, %2").arg(words, shortDay(m_desk, *order.promisedDate));
    }
    m_stays->setText(words);
}

//! What else of this client can be taken along.
void PickUpPage::showAlsoReady(const orders::OrderDetail &order)
{
    m_alsoReady.reset();
    m_also->hide();
    if (!order.client)
        return;
    const auto page = orders::OrderService(m_desk.session(), m_desk.door()).ofClient(*order.client, {}, 20);
    if (!page)
        return;
    for (const orders::OrderRow &other : page->rows) {
        if (other.id == order.id || other.ready <= other.collected)
            continue;
        m_alsoReady = other.id;
        m_also->setText(tr("Also ready: %1").arg(other.number));
        m_also->setCaption(pieceCount(other.ready - other.collected));
        m_also->show();
        return;
    }
}

void PickUpPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    place();
}

void PickUpPage::place()
{
    const bool narrow = width() < Theme::instance().px(1100);
    m_collectorName->setHidden(narrow || !m_orderId);
    m_pay->setFixedWidth(std::min(Theme::instance().px(payWidth), std::max(payWidth, width() * 36 / 100)));
    m_facts->setHidden(height() < Theme::instance().px(460));
}

// Finding -------------------------------------------------------------------------------------------------------------

void PickUpPage::narrow(const QString &typed)
{
    m_findProblem->hide();
    setInputError(m_find, false);
    if (m_orderId)
        showList();
    const bool words = std::ranges::any_of(typed, [](QChar c) { return c.isLetter(); });
    if (!typed.isEmpty() && m_open->filter() != orders::OpenOrderFilter::All) {
        setFilter(orders::OpenOrderFilter::All); // what is typed is looked for among all of them
        showList();
    }
    m_open->setWords(words ? typed : QString()); // a number is scanned or typed to its end before it means anything
    m_stack->setCurrentWidget(words || m_open->rowCount() > 0 ? static_cast<QWidget *>(m_openList) : m_empty);
}

void PickUpPage::find()
{
    const QString typed = m_find->text().trimmed();
    if (typed.isEmpty())
        return;
    const auto order = orders::OrderService(m_desk.session(), m_desk.door()).byNumber(typed);
    if (!order) {
        refuse(order.error());
        return;
    }
    const bool name = std::ranges::any_of(typed, [](QChar c) { return c.isLetter(); });
    if (*order) {
        showOrder(**order);
    } else if (name && m_open->rowCount() == 1) {
        showOrder(m_open->order(0));
    } else if (name && m_open->rowCount() > 1) {
        // Which of them only the person can say; Enter on the list opens it.
        m_openList->setCurrentIndex(m_open->index(0));
        m_openList->setFocus(Qt::TabFocusReason);
    } else {
        setInputError(m_find, true);
        m_findProblem->setText(QStringLiteral("\u25b2 ") + tr("No open order is found under “%1”.").arg(typed));
        m_findProblem->show();
    }
}

// What is done --------------------------------------------------------------------------------------------------------

void PickUpPage::take()
{
    if (!m_orderId || m_pay->isBusy())
        return;
    const auto payment = m_pay->payment();
    if (!payment) {
        refuse(payment.error());
        return;
    }
    const std::vector<OrderItemId> ticked = m_pieces->ticked();
    if ((ticked.empty() && !*payment) || !m_pay->isGivenSure() || !m_pay->isRestSure(ticked))
        return;
    m_pay->setBusy(true);
    const auto failed = [this](const Error &error) {
        m_pay->setBusy(false);
        refuse(error);
    };
    if (ticked.empty()) {
        m_desk.when(
            finance::PaymentService(m_desk.session(), m_desk.door()).take(*m_orderId, **payment), this,
            [this](const finance::PaymentTaken &money) { taken(money); }, failed);
        return;
    }
    orders::HandOver handOver{*m_orderId, ticked};
    handOver.collector = m_collector->text().trimmed();
    handOver.ticketSeen = m_ticketSeen->isChecked();
    m_desk.when(
        finance::CheckoutService(m_desk.session(), m_desk.door()).handOver(handOver, *payment), this,
        [this](const std::optional<finance::PaymentTaken> &money) {
            taken(money);
            m_find->setFocus(Qt::OtherFocusReason); // the next client's ticket is scanned here
        },
        failed);
}

void PickUpPage::taken(const std::optional<finance::PaymentTaken> &payment)
{
    m_pay->setBusy(false);
    if (!payment)
        return;
    if (!payment->change.isZero())
        m_desk.notices().say(
            tr("%1 taken, give back %2").arg(m_desk.amount(payment->amount), m_desk.amount(payment->change)));
    if (payment->credited)
        m_desk.notices().say(tr("%1 kept for the client").arg(m_desk.amount(*payment->credited)));
    if (m_pay->printsReceipts())
        OrderPapers(m_desk).printReceipt(payment->id);
    else
        m_desk.notices().say(tr("A receipt is printed with F8, where the client wants one."));
}

void PickUpPage::add()
{
    if (m_orderId && !m_pay->isBusy() && m_pay->mayAdd())
        Q_EMIT m_desk.navigation().addToOrderRequested(*m_orderId);
}

void PickUpPage::complete()
{
    if (!m_orderId || m_pay->isBusy())
        return;
    m_pay->setBusy(true);
    m_desk.when(
        orders::OrderService(m_desk.session(), m_desk.door()).complete(*m_orderId), this,
        [this] { m_pay->setBusy(false); },
        [this](const Error &error) {
            m_pay->setBusy(false);
            refuse(error);
        });
}

void PickUpPage::invoice()
{
    if (!m_orderId || m_pay->isBusy())
        return;
    invoices::InvoiceService papers(m_desk.session(), m_desk.door());
    const auto issued = papers.forOrder(*m_orderId);
    if (!issued) {
        refuse(issued.error());
        return;
    }
    const auto unbilled = papers.hasUnbilled(*m_orderId);
    if (*issued && unbilled && !*unbilled) {
        OrderPapers(m_desk).printInvoice(**issued, true);
        return;
    }
    m_pay->setBusy(true);
    m_desk.when(
        papers.issue(*m_orderId), this,
        [this](const invoices::InvoiceDocument &document) {
            m_pay->setBusy(false);
            OrderPapers(m_desk).printInvoice(document.id);
        },
        [this](const Error &error) {
            m_pay->setBusy(false);
            refuse(error);
        });
}

void PickUpPage::printReceipt()
{
    const auto payments = finance::PaymentService(m_desk.session(), m_desk.door()).ofOrder(*m_orderId);
    if (!payments) {
        refuse(payments.error());
        return;
    }
    if (payments->empty())
        m_desk.notices().say(tr("Nothing was paid for this order yet."));
    else
        OrderPapers(m_desk).printReceipt(payments->back().id, true);
}

void PickUpPage::refuse(const Error &error)
{
    m_pay->setProblem(m_desk.sentence(error));
}

} // namespace thimblely::ui
