// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/orders/counter_page.h"

#include "core/clients/client_service.h"
#include "core/orders/order_service.h"
#include "ui/desk/desk.h"
#include "ui/orders/approve_pane.h"
#include "ui/orders/goods_pane.h"
#include "ui/orders/order_editor.h"
#include "ui/orders/parked_list.h"
#include "ui/orders/party_form.h"
#include "ui/orders/pieces_pane.h"
#include "ui/orders/quote_pane.h"
#include "ui/orders/seller_pane.h"
#include "ui/orders/ticket_pane.h"
#include "ui/orders/who_pane.h"
#include "ui/theme/theme.h"

#include <QGridLayout>
#include <QPointer>

namespace thimblely::ui {

namespace {

constexpr int whoWidth = 264;
constexpr int ticketWidth = 300;
constexpr int lineBelow = 1100; // page width under which "who" is a line
constexpr int lowBelow = 560;

} // namespace

CounterPage::CounterPage(Desk &desk, QWidget *parent)
    : Page(parent), m_desk(desk), m_editor(new OrderEditor(desk, this)), m_who(new WhoPane(desk, *m_editor, this)),
      m_pieces(new PiecesPane(desk, *m_editor, this)), m_ticket(new TicketPane(desk, *m_editor, this)),
      m_quote(new QuotePane(desk, m_ticket)), m_seller(new SellerPane(desk, m_ticket)),
      m_goods(new GoodsPane(desk, m_ticket)), m_party(new PartyForm(desk, m_ticket)),
      m_approve(new ApprovePane(desk, m_ticket)), m_panes(new QGridLayout(this))
{
    m_panes->setContentsMargins(0, 0, 0, 0);
    m_panes->setSpacing(0);
    m_panes->setSizeConstraint(QLayout::SetNoConstraint); // the panes make do; the window says what is least
    place();
    connect(m_who, &WhoPane::chosen, m_pieces, &PiecesPane::focusTiles);
    connect(m_pieces, &PiecesPane::parkRequested, this, &CounterPage::park);
    connect(&m_pieces->parked(), &ParkedList::goOnRequested, this,
            [this](const orders::ParkedOrder &order) { goOn(order.id, order.who); });
    connect(&m_pieces->parked(), &ParkedList::takeRequested, this, &CounterPage::take);
    connect(&m_pieces->parked(), &ParkedList::dropRequested, this, &CounterPage::drop);
    connect(&m_pieces->parked(), &ParkedList::declineRequested, this, &CounterPage::decline);
    connect(m_pieces, &PiecesPane::quoteRequested, this, &CounterPage::askForQuote);
    connect(m_quote, &QuotePane::keepRequested, this, &CounterPage::keepQuote);
    connect(m_quote, &QuotePane::left, m_pieces, &PiecesPane::focusTiles);
    connect(m_pieces, &PiecesPane::goodsRequested, m_goods, &GoodsPane::ask);
    connect(m_goods, &GoodsPane::chosen, this, &CounterPage::addGoods);
    connect(m_goods, &GoodsPane::left, m_pieces, &PiecesPane::focusTiles);
    connect(m_seller, &SellerPane::chosen, this, [this](PersonId seller) {
        m_editor->setSeller(seller);
        book();
    });
    connect(m_seller, &SellerPane::left, m_ticket, &TicketPane::focusWhen);
    connect(m_pieces, &PiecesPane::partyRequested, this, &CounterPage::askParty);
    connect(m_who, &WhoPane::partyRequested, this, &CounterPage::askParty);
    connect(m_party, &PartyForm::accepted, this, &CounterPage::addParty);
    connect(m_party, &PartyForm::left, m_pieces, &PiecesPane::focusTiles);
    connect(m_pieces, &PiecesPane::doneRequested, m_ticket, &TicketPane::focusWhen);
    connect(m_pieces, &PiecesPane::startedOver, m_who, &WhoPane::focusField);
    connect(m_ticket, &TicketPane::bookRequested, this, &CounterPage::book);
    connect(&m_desk.door(), &changes::WriteDoor::changed, this, &CounterPage::follow);
    // What was asked about is said no more once money or pieces change.
    connect(m_editor, &OrderEditor::sumsChanged, this, [this] {
        m_asked.reset();
        m_approve->forget(); // it was another price
    });
    connect(m_editor, &OrderEditor::changed, this, &CounterPage::followOrder);
    connect(m_approve, &ApprovePane::approved, this, [this] {
        if (m_quoteUntil)
            keepQuote(*m_quoteUntil);
        else
            book();
    });
    connect(m_approve, &ApprovePane::left, m_ticket, &TicketPane::focusWhen);
    connect(&Theme::instance(), &Theme::changed, this, &CounterPage::place);
    if (const auto &written = m_editor->writtenBefore())
        m_lastBooked = written->id;
}

void CounterPage::follow(const changes::ChangeSet &changes)
{
    using storage::Table;
    if (changes.touches(Table::OrderItems) || changes.touches(Table::Orders)) {
        m_ticket->reloadDays();
        m_pieces->reloadParked();
    }
    if ((changes.kind == "undo:order.park" || changes.kind == "undo:order.quote") && m_lastParked &&
        m_editor->isEmpty())
        m_editor->putBack(*std::exchange(m_lastParked, std::nullopt));
    else if (changes.kind == "undo:order.park")
        m_desk.notices().say(tr("It is parked no more. Ctrl+Shift+Z parks it again."));
    if (changes.kind == "undo:party.invite")
        forgetParty();
    if (changes.touches(Table::ClientMeasurements))
        m_editor->measured();
    if (changes.touches(Table::Transactions))
        m_ticket->forgetAccount();
    const auto client = m_editor->body();
    if (client && (changes.touches(Table::Clients, client->bytes()) || changes.touches(Table::ClientMeasurements)))
        m_who->refresh();
}

void CounterPage::startFor(std::optional<ClientId> client)
{
    if (!client)
        return;
    if (m_booking) {
        m_desk.notices().say(tr("The order before is still being written. Once it is, F2 again."));
        return;
    }
    if (isSomebodyElses(*client)) {
        parkThen([this, client] { startFor(client); });
        return;
    }
    m_who->choose(*client);
    m_pieces->focusTiles();
}

//! Whether what stands here is an order of another client: who pays is whose it is. One without pieces holds nothing.
bool CounterPage::isSomebodyElses(ClientId client) const
{
    if (m_editor->addedTo())
        return true; // a booked order is nobody's new one
    const auto &owner = m_editor->draft().client;
    if (!owner || m_editor->draft().pieces.empty() || owner == client)
        return false;
    if (m_editor->wearerNames().contains(client))
        return false;
    const auto read = ClientService(m_desk.session(), m_desk.door()).load(client);
    return !read || read->fields.payer != owner;
}

void CounterPage::arrive()
{
    m_ticket->reloadDays(); // the day may have changed since
    m_pieces->reloadParked();
    if (m_editor->draft().client || m_editor->addedTo())
        m_pieces->focusTiles();
    else
        m_who->focusField();
}

bool CounterPage::stepBack()
{
    if (m_who->closeMatches() || m_pieces->stepBack())
        return true;
    if (m_approve->isVisible()) {
        m_approve->forget();
        m_ticket->focusWhen();
        return true;
    }
    if (m_party->isOpen()) {
        m_party->leave();
        return true;
    }
    if (m_goods->isVisible()) {
        m_goods->leave();
        return true;
    }
    if (m_seller->isVisible()) {
        m_seller->leave();
        return true;
    }
    if (m_quote->isVisible()) {
        m_quote->hide();
        m_quoteUntil.reset();
        m_pieces->focusTiles();
        return true;
    }
    QWidget *focus = focusWidget();
    if (!focus || m_who->isAncestorOf(focus))
        return false;
    if (m_ticket->isAncestorOf(focus))
        m_pieces->focusTiles();
    else
        m_who->focusField();
    return true;
}

bool CounterPage::handle(ActionId action)
{
    switch (action) {
    case ActionId::Pay:
        if (m_party->isOpen())
            m_party->submit();
        else if (m_quote->isVisible())
            m_quote->keep();
        else
            book();
        return true;
    case ActionId::Party:
        askParty();
        return true;
    case ActionId::Payer:
        if (!m_editor->wearer())
            m_desk.notices().say(tr("First for whom the next pieces are; then whether they pay for them."));
        m_editor->setPaysOwn(!m_editor->paysOwn());
        return true;
    case ActionId::Park:
        if (!m_quote->isVisible()) // what is asked there is answered first, or Esc
            park();
        return true;
    case ActionId::Quote:
        askForQuote();
        return true;
    case ActionId::Repeat:
        m_pieces->repeatLast();
        return true;
    case ActionId::PrintAgain:
        printAgain();
        return m_lastBooked.has_value();
    case ActionId::Measure:
        return m_pieces->measure();
    case ActionId::Undo: // of what was cleared here; nothing was written of it
        if (!m_editor->canBringBack())
            return false;
        m_editor->bringBack();
        m_pieces->focusTiles();
        return true;
    default:
        return false;
    }
}

void CounterPage::book()
{
    if (m_booking) // a second F9 while the disk is slow books nothing twice
        return;
    m_pieces->finishTasks();
    if (!isReadable())
        return;
    const auto payment = m_ticket->payment();
    const auto others = m_ticket->ownPayments();
    const auto checked = !payment  ? Result<void>(payment.error())
                         : !others ? Result<void>(others.error())
                         : m_editor->addedTo()
                             ? Result<void>()
                             : orders::OrderService(m_desk.session(), m_desk.door()).check(m_editor->draft());
    if (!checked) {
        refuse(checked.error());
        m_ticket->focusUnread();
        return;
    }
    if (!isReasonSaid() || !areGivensSure(*payment, *others) || !isWhole() || !isSellerSaid())
        return;
    m_booking = true;
    m_editor->setBooking(true);
    m_ticket->setBusy(true);
    // What is refused is said in the ticket, and what can be approved is asked there: no toast lies over it.
    const auto told = [this](const Result<finance::CheckedOut> &checkedOut) {
        if (checkedOut) {
            booked(*checkedOut);
            return;
        }
        m_booking = false;
        m_editor->setBooking(false);
        m_ticket->setBusy(false);
        refuse(checkedOut.error());
    };
    onceKept([this, payment = *payment, others = *others, told] { whenDone(write(payment, others), this, told); });
}

//! The keeper's answer comes from another thread, and may find this page gone.
void CounterPage::onceKept(std::function<void()> write)
{
    m_desk.drafts().whenWritten(&m_desk.drafts(), [here = QPointer(this), write = std::move(write)] {
        if (here)
            write();
    });
}

QFuture<Result<finance::CheckedOut>> CounterPage::write(const std::optional<finance::PaymentDraft> &payment,
                                                        const std::vector<finance::PaymentDraft> &others)
{
    finance::CheckoutService checkout(m_desk.session(), m_desk.door());
    return m_editor->addedTo() ? checkout.add(m_editor->addition(), payment, m_approve->given(), others)
                               : checkout.book(m_editor->toBook(), payment, m_approve->given(), others);
}

void CounterPage::park()
{
    if (!m_editor->holdsNothing()) {
        parkThen([this] { m_who->focusField(); });
        return;
    }
    if (m_pieces->parked().count() == 0)
        m_desk.notices().say(tr("No order is parked."));
    m_pieces->parked().focusFirst();
}

void CounterPage::parkThen(std::function<void()> next)
{
    if (m_booking || !mayPark())
        return;
    m_pieces->finishTasks();
    if (!isReadable())
        return;
    const auto draft = m_editor->toPark();
    if (!draft) {
        refuse(draft.error());
        m_ticket->focusUnread();
        return;
    }
    m_booking = true;
    m_ticket->setBusy(true);
    onceKept([this, draft = *draft, next = std::move(next)] {
        m_desk.when(
            orders::OrderService(m_desk.session(), m_desk.door()).park(draft), this,
            [this, next](const OrderId &) { parked(next); },
            [this](const Error &error) {
                m_booking = false;
                m_ticket->setBusy(false);
                refuse(error);
            });
    });
}

void CounterPage::addTo(OrderId order)
{
    if (m_editor->addedTo() && m_editor->addedTo()->order == order)
        return;
    if (!m_editor->holdsNothing()) {
        parkThen([this, order] { addTo(order); });
        return;
    }
    const auto detail = orders::OrderService(m_desk.session(), m_desk.door()).load(order);
    if (!detail) {
        m_desk.notices().fail(detail.error());
        return;
    }
    m_editor->addTo(*detail);
    m_pieces->focusTiles();
}

void CounterPage::parked(const std::function<void()> &next)
{
    m_booking = false;
    m_ticket->setBusy(false);
    m_asked.reset();
    m_lastParked = m_editor->kept();
    m_editor->clear();
    m_pieces->reloadParked();
    next();
}

void CounterPage::goOn(OrderId order, const QString &who)
{
    if (m_editor->draft().continues == order)
        return;
    if (!m_editor->holdsNothing()) { // what stands here takes its place among the parked ones
        parkThen([this, order, who] { goOn(order, who); });
        return;
    }
    auto draft = orders::OrderService(m_desk.session(), m_desk.door()).resume(order);
    if (!draft) {
        m_desk.notices().fail(draft.error());
        m_pieces->reloadParked();
        return;
    }
    QHash<ClientId, QString> wearers;
    for (const orders::PieceDraft &piece : draft->pieces) {
        if (!piece.wearer)
            continue;
        const auto wearer = ClientService(m_desk.session(), m_desk.door()).load(*piece.wearer);
        wearers.insert(*piece.wearer, wearer ? wearer->fields.name : QString());
    }
    m_editor->goOn(std::move(draft.value()), who, std::move(wearers));
    m_pieces->reloadParked();
    m_pieces->focusTiles();
}

void CounterPage::take(const changes::DraftStore::Draft &draft)
{
    if (!m_editor->holdsNothing()) {
        parkThen([this, draft] { take(draft); });
        return;
    }
    QPointer<CounterPage> here(this);
    m_desk.drafts().take(draft, [here, draft](bool taken) {
        if (!here)
            return;
        if (taken)
            here->m_editor->bringIn(draft.content);
        else
            here->m_desk.notices().say(tr("Another window has this order before it now."));
        here->m_pieces->focusTiles();
    });
}

void CounterPage::drop(OrderId order)
{
    m_desk.when(orders::OrderService(m_desk.session(), m_desk.door()).removeDraft(order), this, [this] {
        m_pieces->reloadParked();
        if (m_pieces->parked().count() > 0)
            m_pieces->parked().focusFirst();
        else
            m_pieces->focusTiles();
    });
}

void CounterPage::place()
{
    const bool line = width() < Theme::instance().px(lineBelow);
    const bool low = height() < lowBelow;
    m_who->setLine(line);
    m_pieces->setLow(line && low);
    m_who->setMinimumWidth(0);
    m_who->setMaximumWidth(QWIDGETSIZE_MAX);
    m_who->setSizePolicy(QSizePolicy::Preferred, line ? QSizePolicy::Fixed : QSizePolicy::Preferred);
    if (!line)
        m_who->setFixedWidth(Theme::instance().px(whoWidth));
    m_ticket->setFixedWidth(std::min(Theme::instance().px(ticketWidth), std::max(ticketWidth, width() * 36 / 100)));
    for (QWidget *pane :
         {static_cast<QWidget *>(m_who), static_cast<QWidget *>(m_pieces), static_cast<QWidget *>(m_ticket)})
        m_panes->removeWidget(pane);
    m_panes->addWidget(m_who, 0, 0, line ? 1 : 2, 1);
    m_panes->addWidget(m_pieces, line ? 1 : 0, line ? 0 : 1, line ? 1 : 2, 1);
    m_panes->addWidget(m_ticket, 0, line ? 1 : 2, 2, 1);
    m_panes->setColumnStretch(0, line ? 1 : 0);
    m_panes->setColumnStretch(1, line ? 0 : 1);
    m_panes->setRowStretch(0, line ? 0 : 1);
    m_panes->setRowStretch(1, 1);
}

void CounterPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    place();
}

} // namespace thimblely::ui
