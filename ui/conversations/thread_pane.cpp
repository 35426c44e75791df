// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/conversations/thread_pane.h"

#include "core/clients/client_service.h"
#include "core/conversations/conversation_service.h"
#include "core/conversations/outbox_service.h"
#include "ui/conversations/composer.h"
#include "ui/conversations/thread_model.h"
#include "ui/conversations/thread_view.h"
#include "ui/desk/desk.h"
#include "ui/desk/isolated.h"
#include "ui/desk/message_opening.h"
#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/label.h"
#include "ui/widgets/stitch_line.h"

#include <QApplication>
#include <QEvent>
#include <QMenu>
#include <QScrollArea>
#include <QStackedLayout>

#include <algorithm>
#include <utility>

namespace thimblely::ui {

using access::Capability;
using conversations::Message;
using conversations::OutboxService;

ThreadPane::ThreadPane(Desk &desk, QWidget *parent) : Card(parent), m_desk(desk), m_model(new ThreadModel(desk, this))
{
    build();
    connect(m_model, &ThreadModel::failed, &m_desk.notices(), &Notices::fail);
    connect(m_model, &ThreadModel::loaded, this, &ThreadPane::threadRead);
    connect(m_view, &ThreadView::currentRowChanged, this, &ThreadPane::showActions);
    connect(m_view, &QAbstractItemView::activated, this, [this] {
        if (m_open->isVisible())
            openChosen();
    });
    connect(m_open, &QAbstractButton::clicked, this, &ThreadPane::openChosen);
    connect(m_sent, &QAbstractButton::clicked, this, &ThreadPane::markSent);
    connect(m_notSent, &QAbstractButton::clicked, this, &ThreadPane::markFailed);
    connect(m_settle, &QAbstractButton::clicked, this, &ThreadPane::settle);
    connect(m_card, &QAbstractButton::clicked, this, [this] {
        if (m_client)
            Q_EMIT m_desk.navigation().clientRequested(m_client->id);
    });
    connect(m_composer, &Composer::written, this, [this](const std::optional<MessageId> &toSend) {
        m_wanted = toSend;
        m_focusNext = toSend.has_value();
        m_model->refresh();
        m_view->toFoot();
    });
}

void ThreadPane::build()
{
    m_nothing = new EmptyState("i-msg", tr("Choose a conversation, or find a client to write to."), {}, this);
    m_one = new QWidget(this);
    m_stack = new QStackedLayout(this);
    m_stack->addWidget(m_nothing);
    m_stack->addWidget(m_one);
    auto *all = column(m_one, 0);
    all->addLayout(buildHead(m_one));
    all->addWidget(new Separator(Qt::Horizontal, m_one));
    auto *threads = new QWidget(m_one);
    m_threads = new QStackedLayout(threads);
    m_view = new ThreadView(*m_model, threads);
    m_unwritten = new EmptyState("i-msg",
                                 tr("Nothing was written with them yet. What you write waits here until you have "
                                    "opened and sent it in a program of your own."),
                                 {}, threads);
    threads->setMinimumHeight(48); // a line of it; else the empty state's words would ask for theirs in a low window
    m_threads->addWidget(m_view);
    m_threads->addWidget(m_unwritten);
    all->addWidget(threads, 1);
    all->addWidget(buildActions(m_one));
    m_writing = new QScrollArea(m_one);
    m_writing->setFrameShape(QFrame::NoFrame);
    m_writing->setWidgetResizable(true);
    m_writing->setFocusPolicy(Qt::NoFocus);
    m_writing->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_composer = new Composer(m_desk, m_writing);
    m_writing->setWidget(m_composer);
    m_composer->installEventFilter(this);
    all->addWidget(m_writing);
    m_writing->setVisible(m_desk.principal().can(Capability::MessagesWrite));
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *, QWidget *now) {
        if (now && m_composer->isAncestorOf(now))
            m_writing->ensureWidgetVisible(now, 8, 8);
    });
}

QLayout *ThreadPane::buildHead(QWidget *parent)
{
    m_name = new Label(TextStyle::InputStrong, Role::Text, {}, parent);
    m_name->setElided(true);
    m_reach = new Label(TextStyle::Caption, Role::Muted, {}, parent);
    m_reach->setElided(true);
    m_optedOut = new Chip(Status::Waiting, tr("Asked not to be written to"), parent);
    m_settle = new PlainButton(tr("Needs no answer"), parent);
    m_settle->setButtonSize(Button::Size::Small);
    m_card = new FlatButton(tr("Card"), parent);
    m_card->setAccessibleName(tr("Open the client's card"));
    auto *names = column(nullptr, 0);
    names->addWidget(m_name);
    names->addWidget(m_reach);
    auto *head = row(nullptr, 8, {16, 8, 8, 4});
    head->addLayout(names, 1);
    head->addWidget(m_card);
    m_remarks = new QWidget(parent);
    auto *line = new FlowLayout(8, 4, m_remarks);
    line->addWidget(m_optedOut);
    line->addWidget(m_settle);
    auto *both = column(nullptr, 0, {0, 0, 0, 4});
    both->addLayout(head);
    auto *inset = row(nullptr, 0, {16, 0, 16, 0});
    inset->addWidget(m_remarks);
    both->addLayout(inset);
    return both;
}

QWidget *ThreadPane::buildActions(QWidget *parent)
{
    m_actions = new QWidget(parent);
    auto *line = new FlowLayout(8, 8);
    m_open = new PlainButton({}, m_actions);
    m_open->setIconName("i-msg");
    m_sent = new PlainButton(tr("It was sent"), m_actions);
    m_sent->setIconName("i-check");
    m_notSent = new PlainButton(tr("Not sent"), m_actions);
    m_notSent->setTrailingIconName("i-down");
    m_more = new FlatButton({}, m_actions);
    m_more->setIconName("i-more");
    m_more->setToolTip(tr("More for this message"));
    m_more->setAccessibleName(tr("More for this message"));
    for (QWidget *each : {m_open, m_sent, m_notSent, m_more})
        line->addWidget(each);
    auto *menu = new QMenu(m_more);
    menu->addAction(tr("Copy the words"), this, [this] {
        if (const Message *message = chosen())
            copyMessage(m_desk, message->text);
    });
    menu->addAction(tr("Change the words"), this, &ThreadPane::changeChosen);
    menu->addAction(tr("Call it off"), this, [this] {
        if (const Message *message = chosen())
            see(OutboxService(m_desk.door()).cancel(message->id));
    });
    connect(m_more, &QAbstractButton::clicked, this,
            [this, menu] { menu->popup(m_more->mapToGlobal(QPoint(0, -menu->sizeHint().height()))); });
    auto *all = column(m_actions, 0, {16, 6, 16, 8});
    all->addLayout(line);
    m_actions->hide();
    return m_actions;
}

std::optional<ClientId> ThreadPane::client() const
{
    return m_client ? std::optional(m_client->id) : std::nullopt;
}

void ThreadPane::showClient(ClientId client, const std::optional<OrderId> &order)
{
    const bool another = !m_client || m_client->id != client;
    const auto loaded = ClientService(m_desk.session(), m_desk.door()).load(client);
    if (!loaded) {
        m_desk.notices().fail(loaded.error());
        return;
    }
    m_client = *loaded;
    m_stack->setCurrentWidget(m_one);
    if (m_desk.principal().can(Capability::MessagesWrite))
        m_composer->begin(*m_client, order);
    readClient();
    if (!another)
        return m_model->refresh();
    m_wanted.reset();
    m_isReading = true;
    m_actions->hide();
    m_model->showClient(m_client->id);
}

void ThreadPane::showNothing()
{
    if (m_client)
        m_composer->leave();
    m_client.reset();
    m_stack->setCurrentWidget(m_nothing);
}

void ThreadPane::readClient()
{
    m_name->setText(m_client->fields.name);
    QStringList reach;
    if (!m_client->fields.phones.empty())
        reach.append(isolated(m_client->fields.phones.front().number));
    reach.append(m_client->fields.email);
    reach.removeAll(QString());
    m_reach->setText(reach.isEmpty() ? tr("No number and no address on their card")
                                     : reach.join(QStringLiteral(" \u00b7 ")));
    m_optedOut->setVisible(m_client->fields.messageOptOutAt.has_value());
    const auto conversation = conversations::ConversationService(m_desk.session(), m_desk.door()).of(m_client->id);
    m_settle->setVisible(conversation && conversation->unanswered > 0 &&
                         m_desk.principal().can(Capability::MessagesWrite));
    m_remarks->setVisible(m_optedOut->isVisibleTo(m_remarks) || m_settle->isVisibleTo(m_remarks));
}

void ThreadPane::reload()
{
    m_composer->reload();
}

void ThreadPane::apply(const changes::ChangeSet &changes)
{
    using storage::Table;
    if (!m_client)
        return;
    if (changes.touches(Table::Clients) || changes.touches(Table::Messages)) {
        const auto client = ClientService(m_desk.session(), m_desk.door()).load(m_client->id);
        if (!client)
            return showNothing(); // in the bin, or erased
        m_client = *client;
        readClient();
    }
    if (changes.touches(Table::Messages))
        m_model->refresh();
    if (changes.touches(Table::CommunicationChannels) || changes.touches(Table::SysSettings))
        reload();
}

//! What waits longest to be sent is chosen, unless another one was wanted.
void ThreadPane::threadRead()
{
    m_isReading = false;
    m_threads->setCurrentWidget(m_model->rowCount() > 0 ? static_cast<QWidget *>(m_view) : m_unwritten);
    const int wanted = m_wanted ? m_model->rowOf(*m_wanted) : -1;
    if (wanted >= 0)
        m_view->setCurrentRow(wanted);
    else if (const Message *now = chosen(); !now || !now->canBeSent())
        m_view->setCurrentRow(m_model->firstToSend());
    m_wanted.reset();
    showActions();
    if (std::exchange(m_focusNext, false))
        focusNext();
}

const Message *ThreadPane::chosen() const
{
    const int row = m_view->currentRow();
    return !m_isReading && row >= 0 && row < m_model->rowCount() ? &m_model->row(row) : nullptr;
}

void ThreadPane::showActions()
{
    const Message *message = chosen();
    const bool may = m_desk.principal().can(Capability::MessagesWrite);
    m_actions->setVisible(may && message && message->canBeSent());
    if (message)
        m_open->setText(openWords(message->type));
}

void ThreadPane::focusNext()
{
    if (m_isReading) {
        m_focusNext = true;
        return;
    }
    if (m_actions->isVisibleTo(this))
        m_open->setFocus(Qt::OtherFocusReason);
    else
        focusText();
}

void ThreadPane::focusText()
{
    if (m_writing->isVisibleTo(this))
        m_composer->focusText();
    else
        m_view->setFocus(Qt::OtherFocusReason);
}

void ThreadPane::openChosen()
{
    const Message *message = chosen();
    if (!message || !message->canBeSent())
        return;
    //: subject of a mail
    const QString subject =
        message->orderNumber.isEmpty() ? m_desk.profile().name : tr("Order %1").arg(message->orderNumber);
    if (openMessage(m_desk, messageLink(message->type, message->who, subject, message->text), message->text))
        m_sent->setFocus(Qt::OtherFocusReason);
}

template <typename T>
void ThreadPane::see(QFuture<Result<T>> written)
{
    m_desk.when(std::move(written), this, [this](const auto &...) {
        m_focusNext = true;
        m_model->refresh();
        Q_EMIT seenTo();
    });
}

void ThreadPane::markSent()
{
    if (const Message *message = chosen(); message && message->canBeSent())
        see(OutboxService(m_desk.door()).markSent(message->id));
}

//! Why it did not go is one of a few things.
void ThreadPane::markFailed()
{
    const Message *message = chosen();
    if (!message)
        return;
    auto *menu = new QMenu(m_notSent);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const QString &reason : {tr("Wrong number or address"), tr("They are not to be reached by this channel"),
                                  tr("No network"), tr("It came back")}) {
        menu->addAction(reason, this,
                        [this, id = message->id, reason] { see(OutboxService(m_desk.door()).markFailed(id, reason)); });
    }
    menu->popup(m_notSent->mapToGlobal(QPoint(0, -menu->sizeHint().height())));
}

void ThreadPane::changeChosen()
{
    if (const Message *message = chosen(); message && message->canBeSent())
        m_composer->change(*message);
}

void ThreadPane::settle()
{
    if (m_client)
        see(OutboxService(m_desk.door()).settle(m_client->id));
}

//! As high as it needs to be, and never more than leaves the thread a place: then it scrolls.
void ThreadPane::placeComposer()
{
    const int width = std::max(1, m_one->width());
    const int wanted =
        m_composer->hasHeightForWidth() ? m_composer->heightForWidth(width) : m_composer->sizeHint().height();
    constexpr int lowBelow = 480; // there the thread and what may be done with it need their room
    const int tenths = height() < Theme::instance().px(lowBelow) ? 3 : 6;
    m_writing->setFixedHeight(std::clamp(wanted, 1, std::max(96, height() * tenths / 10)));
}

void ThreadPane::resizeEvent(QResizeEvent *event)
{
    Card::resizeEvent(event);
    placeComposer();
}

bool ThreadPane::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_composer && event->type() == QEvent::LayoutRequest)
        placeComposer();
    return Card::eventFilter(watched, event);
}

bool ThreadPane::stepBack()
{
    return m_composer->stepBack();
}

} // namespace thimblely::ui
