// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/conversations/conversations_page.h"

#include "core/conversations/channel_service.h"
#include "core/conversations/conversation_service.h"
#include "ui/conversations/channel_form.h"
#include "ui/conversations/composer.h"
#include "ui/conversations/conversations_model.h"
#include "ui/conversations/template_form.h"
#include "ui/conversations/thread_pane.h"
#include "ui/desk/desk.h"
#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/label.h"
#include "ui/widgets/list_row_delegate.h"
#include "ui/widgets/list_view.h"
#include "ui/widgets/pane.h"
#include "ui/widgets/segmented.h"

#include <QLineEdit>
#include <QMenu>
#include <QPainter>
#include <QScopedValueRollback>
#include <QStackedWidget>

#include <algorithm>
#include <utility>

namespace thimblely::ui {

using access::Capability;
using conversations::Batch;
using conversations::ConversationFilter;
using conversations::ConversationService;
using conversations::LeftOut;

namespace {

constexpr int listWidth = 372;
constexpr int listNarrow = 300;
constexpr int narrowBelow = 1000; // of the page at 100 %
constexpr int findWidth = 220;

} // namespace

bool ConversationsPage::isFor(const access::Principal &principal)
{
    return principal.can(Capability::MessagesRead) && principal.can(Capability::ClientsRead);
}

ConversationsPage::ConversationsPage(Desk &desk, QWidget *parent)
    : Page(parent), m_desk(desk), m_model(new ConversationsModel(desk, this))
{
    auto *all = column(this, 8, {16, 10, 16, 16});
    all->addLayout(buildHead());
    auto *list = new Card(this);
    m_listPart = list;
    column(list, 0, {1, 1, 1, 1})->addWidget(buildList());
    m_stack = new QStackedWidget(this);
    m_thread = new ThreadPane(desk, m_stack);
    m_stack->addWidget(m_thread);
    if (manages()) {
        m_channels = new ChannelForm(desk, m_stack);
        m_templates = new TemplateForm(desk, m_stack);
        m_stack->addWidget(m_channels);
        m_stack->addWidget(m_templates);
    }
    auto *sides = row(nullptr, 12);
    sides->addWidget(list);
    sides->addWidget(m_stack, 1);
    all->addLayout(sides, 1);
    connectParts();
    place();
}

QLayout *ConversationsPage::buildHead()
{
    m_heading = new Label(TextStyle::Heading, Role::Text, tr("Messages"), this);
    m_which = new Segmented(tr("Which conversations"), this);
    m_which->setSmall(true);
    for (const QString &word : {tr("All"), tr("To send"), tr("Unanswered")})
        m_which->addSegment(word);
    m_find = new QLineEdit(this);
    m_find->setPlaceholderText(tr("Name or number"));
    m_find->setAccessibleName(tr("Find a client to write to"));
    m_find->setClearButtonEnabled(true);
    m_find->setMinimumWidth(Theme::instance().px(findWidth) / 2);
    m_find->setMaximumWidth(Theme::instance().px(findWidth));
    m_several = new PlainButton(tr("Write to several"), this);
    m_several->setTrailingIconName("i-down");
    m_several->setVisible(writes());
    m_more = new FlatButton(QString(), this);
    m_more->setIconName("i-more");
    m_more->setToolTip(tr("Channels and templates"));
    m_more->setAccessibleName(tr("Channels and templates"));
    m_more->setVisible(manages());
    auto *head = row(nullptr, 12);
    head->addWidget(m_heading);
    head->addWidget(m_which);
    head->addStretch(1);
    head->addWidget(m_find, 1);
    head->addWidget(m_several);
    head->addWidget(m_more);
    return head;
}

QWidget *ConversationsPage::buildList()
{
    m_lists = new QStackedWidget(this);
    m_view = new ListView(tr("Conversations"), Role::Surface, m_lists);
    // A row that moves is taken out and put in again: the conversation beside it stays. Told before the view is.
    connect(m_model, &QAbstractItemModel::rowsAboutToBeRemoved, this, [this] { m_quiet = true; });
    m_view->setModel(m_model);
    auto *delegate = new ListRowDelegate(m_view);
    delegate->setBase(Role::Surface);
    m_view->setItemDelegate(delegate);
    m_empty = new EmptyState("i-msg", tr("Nothing was written yet. Find a client above, or write to several at once."),
                             {}, m_lists);
    m_noChannel = new EmptyState(
        "i-msg",
        manages()
            ? tr("First say which number or address the shop writes from. Messages then wait here, with their words "
                 "ready, until somebody opens and sends them.")
            : tr("The shop has not said yet which number or address it writes from. Its owner or a manager does "
                 "that here."),
        manages() ? tr("Add a number or address") : QString(), m_lists);
    m_nothing = new EmptyState("i-check", tr("Nobody here."), {}, m_lists);
    m_lists->addWidget(m_view);
    m_lists->addWidget(m_empty);
    m_lists->addWidget(m_noChannel);
    m_lists->addWidget(m_nothing);
    connect(m_noChannel, &EmptyState::actionTriggered, this, &ConversationsPage::showChannels);
    return m_lists;
}

void ConversationsPage::connectParts()
{
    connect(m_model, &ConversationsModel::failed, &m_desk.notices(), &Notices::fail);
    connect(m_model, &ConversationsModel::loaded, this, &ConversationsPage::showRows);
    connect(m_which, &Segmented::currentIndexChanged, this, &ConversationsPage::choose);
    connect(m_find, &QLineEdit::textChanged, this, &ConversationsPage::find);
    connect(m_find, &QLineEdit::returnPressed, this, [this] {
        if (m_model->rowCount() > 0 && !m_view->currentIndex().isValid())
            showConversation(0); // who was found first; Enter once more writes to them
        m_view->setFocus(Qt::OtherFocusReason);
    });
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &now) {
        if (now.isValid() && !m_quiet)
            showConversation(now.row());
    });
    connect(m_view, &ListView::activated, m_thread, &ThreadPane::focusNext);
    connect(m_thread, &ThreadPane::seenTo, this, [this] {
        m_goesOn = m_sawTo = m_model->filter() == ConversationFilter::ToSend;
        m_model->refresh();
    });
    auto *several = new QMenu(m_several);
    several->addAction(tr("What is ready and waits to be fetched"), this,
                       [this] { prepareBatch(Batch::ReadyUncollected); });
    several->addAction(tr("Who comes to be fitted tomorrow"), this, [this] { prepareBatch(Batch::FittingTomorrow); });
    connect(m_several, &QAbstractButton::clicked, this,
            [this, several] { several->popup(m_several->mapToGlobal(QPoint(0, m_several->height()))); });
    auto *more = new QMenu(m_more);
    more->addAction(tr("Channels…"), this, &ConversationsPage::showChannels);
    more->addAction(tr("Templates…"), this, &ConversationsPage::showTemplates);
    connect(m_more, &QAbstractButton::clicked, this, [this, more] {
        more->popup(m_more->mapToGlobal(QPoint(m_more->width() - more->sizeHint().width(), m_more->height())));
    });
    for (EntryForm *each : {static_cast<EntryForm *>(m_channels), static_cast<EntryForm *>(m_templates)}) {
        if (each)
            connect(each, &EntryForm::left, this, &ConversationsPage::showThread);
    }
    connect(&m_desk.door(), &changes::WriteDoor::changed, this, &ConversationsPage::follow);
    connect(&Theme::instance(), &Theme::changed, this, &ConversationsPage::place);
}

bool ConversationsPage::writes() const
{
    return m_desk.principal().can(Capability::MessagesWrite);
}

bool ConversationsPage::manages() const
{
    return m_desk.principal().can(Capability::WorkspaceManage);
}

bool ConversationsPage::hasChannel() const
{
    const auto all = conversations::ChannelService(m_desk.session(), m_desk.door()).all();
    return all && std::ranges::any_of(*all, &conversations::ShopChannel::active);
}

void ConversationsPage::follow(const changes::ChangeSet &changes)
{
    using storage::Table;
    if (!isVisible())
        return; // read anew when it comes to the front
    if (changes.touches(Table::Messages) || changes.touches(Table::Clients))
        m_model->refresh();
    else if (changes.touches(Table::CommunicationChannels))
        showRows();
    m_thread->apply(changes);
}

void ConversationsPage::showCounts()
{
    const auto counts = ConversationService(m_desk.session(), m_desk.door()).counts();
    if (!counts)
        return;
    const auto word = [this](const QString &plain, int count) {
        //: a list's name and how many stand in it
        return count > 0 ? tr("%1 %2").arg(plain, m_desk.locale().toString(count)) : plain;
    };
    m_which->setSegmentText(int(ConversationFilter::ToSend), word(tr("To send"), counts->toSend));
    m_which->setSegmentText(int(ConversationFilter::Unanswered), word(tr("Unanswered"), counts->unanswered));
}

void ConversationsPage::showRows()
{
    showCounts();
    const bool any = m_model->rowCount() > 0;
    const bool plain = m_model->words().isEmpty() && m_model->filter() == ConversationFilter::All;
    m_lists->setCurrentWidget(any || !m_model->isLoaded() ? static_cast<QWidget *>(m_view)
                              : !plain                    ? m_nothing
                              : hasChannel()              ? static_cast<QWidget *>(m_empty)
                                                          : m_noChannel);
    m_several->setEnabled(!m_isPreparing && hasChannel());
    const auto now = m_thread->client();
    const int row = now ? m_model->rowOf(*now) : -1;
    m_quiet = true;
    m_view->setCurrentIndex(row < 0 ? QModelIndex() : m_model->index(row));
    m_quiet = false;
    if (std::exchange(m_goesOn, false) && (row < 0 || m_model->row(row).toSend == 0))
        goOn();
}

//! One after the other: the next that waits stands there, ready to be opened.
void ConversationsPage::goOn()
{
    const bool sawTo = std::exchange(m_sawTo, false);
    if (m_model->rowCount() == 0 && !sawTo)
        return;
    if (m_model->rowCount() == 0) {
        m_desk.notices().say(tr("Everything that waited is seen to."));
        m_which->setCurrentIndex(int(ConversationFilter::All));
        return;
    }
    showConversation(0);
    m_thread->focusNext();
}

void ConversationsPage::choose(int filter)
{
    {
        const QScopedValueRollback quiet(m_quiet, true);
        const QSignalBlocker still(m_find);
        m_find->clear();
    }
    m_goesOn = filter == int(ConversationFilter::ToSend);
    m_model->showFilter(ConversationFilter(filter));
}

void ConversationsPage::find(const QString &words)
{
    m_model->find(words);
}

void ConversationsPage::showConversation(int row)
{
    m_thread->showClient(m_model->row(row).id);
    showThread();
    const QScopedValueRollback quiet(m_quiet, true);
    m_view->setCurrentIndex(m_model->index(row));
}

void ConversationsPage::showClient(ClientId client, const std::optional<OrderId> &order)
{
    if (EntryForm *typed = form())
        typed->leave();
    m_find->clear();
    if (m_which->currentIndex() != 0)
        m_which->setCurrentIndex(0);
    m_thread->showClient(client, order);
    showThread();
    m_thread->focusText();
}

void ConversationsPage::prepareBatch(Batch batch)
{
    m_isPreparing = true;
    m_several->setEnabled(false);
    auto prepared =
        m_desk.reader().read<conversations::PreparedBatch>([batch, &door = m_desk.door()](access::Session &session) {
            return conversations::BatchService(session, door).prepare(batch);
        });
    m_desk.when(
        std::move(prepared), this,
        [this](const conversations::PreparedBatch &made) {
            m_isPreparing = false;
            queueBatch(made);
        },
        [this](const Error &) {
            m_isPreparing = false;
            showRows();
        });
}

void ConversationsPage::queueBatch(const conversations::PreparedBatch &batch)
{
    sayLeftOut(batch);
    if (batch.entries.empty())
        return showRows();
    m_desk.when(conversations::OutboxService(m_desk.door()).queueAll(batch.messages()), this, [this](int) {
        if (m_which->currentIndex() == int(ConversationFilter::ToSend))
            return choose(int(ConversationFilter::ToSend));
        m_which->setCurrentIndex(int(ConversationFilter::ToSend));
    });
}

void ConversationsPage::sayLeftOut(const conversations::PreparedBatch &batch)
{
    const auto count = [&](LeftOut why) {
        return int(std::ranges::count(batch.leftOut, why, &conversations::LeftOutEntry::why));
    };
    QStringList parts;
    const auto say = [&](int number, const QString &words) {
        if (number > 0)
            parts.append(words);
    };
    const int asked = count(LeftOut::AskedNot);
    const int without = count(LeftOut::NoChannel);
    const int waits = count(LeftOut::WaitsAlready);
    const int today = count(LeftOut::AskedToday);
    say(asked, tr("%n asked not to be written to", nullptr, asked));
    say(without, tr("%n cannot be reached by a channel of the shop", nullptr, without));
    say(waits, tr("%n messages wait already", nullptr, waits));
    say(today, tr("%n were written to today", nullptr, today));
    if (!parts.isEmpty())
        m_desk.notices().say(tr("Left out: %1.").arg(m_desk.locale().createSeparatedList(parts)));
    else if (batch.entries.empty())
        m_desk.notices().say(tr("There is nobody to write to."));
}

void ConversationsPage::showChannels()
{
    if (!m_channels)
        return;
    showForm(m_channels);
    m_channels->begin();
    m_channels->focusFirst();
}

void ConversationsPage::showTemplates()
{
    if (!m_templates)
        return;
    showForm(m_templates);
    const auto client = m_thread->client();
    std::optional<conversations::MessageAbout> sample;
    if (client)
        sample = conversations::MessageAbout{*client, m_thread->composer()->order()};
    else if (m_model->rowCount() > 0)
        sample = conversations::MessageAbout{m_model->row(0).id};
    m_templates->begin(sample);
    m_templates->focusFirst();
}

void ConversationsPage::showForm(EntryForm *form)
{
    if (EntryForm *before = this->form(); before && before != form)
        before->leave();
    m_stack->setCurrentWidget(form);
}

void ConversationsPage::showThread()
{
    if (EntryForm *typed = form()) {
        m_stack->setCurrentWidget(m_thread);
        if (typed->isAncestorOf(focusWidget()) || !focusWidget())
            m_lists->currentWidget() == m_view ? m_view->setFocus(Qt::OtherFocusReason)
                                               : m_find->setFocus(Qt::OtherFocusReason);
    }
    m_stack->setCurrentWidget(m_thread);
}

EntryForm *ConversationsPage::form() const
{
    return qobject_cast<EntryForm *>(m_stack->currentWidget());
}

void ConversationsPage::prepare()
{
    m_model->showFilter(m_model->filter());
}

void ConversationsPage::arrive()
{
    if (m_model->isLoaded())
        m_model->refresh();
    else
        prepare();
    m_thread->reload();
    if (EntryForm *typed = form())
        typed->focusFirst();
    else if (m_model->isLoaded() && m_lists->currentWidget() == m_noChannel && m_noChannel->actionButton())
        m_noChannel->actionButton()->setFocus(Qt::OtherFocusReason);
    else if (m_thread->client())
        m_thread->focusNext();
    else if (m_model->isLoaded() && m_model->rowCount() == 0)
        m_find->setFocus(Qt::OtherFocusReason);
    else
        m_view->setFocus(Qt::OtherFocusReason);
}

bool ConversationsPage::stepBack()
{
    if (EntryForm *typed = form()) {
        typed->leave();
        return true;
    }
    if (m_thread->stepBack())
        return true;
    if (!m_find->text().isEmpty()) {
        m_find->clear();
        m_view->setFocus(Qt::OtherFocusReason);
        return true;
    }
    if (m_thread->isAncestorOf(focusWidget())) {
        m_view->setFocus(Qt::OtherFocusReason);
        return true;
    }
    return false;
}

bool ConversationsPage::handle(ActionId action)
{
    if (action != ActionId::Pay && action != ActionId::Save)
        return false;
    if (EntryForm *typed = form())
        typed->submit();
    else if (action == ActionId::Save)
        m_thread->composer()->keepAsDraft();
    else
        m_thread->composer()->submit();
    return true;
}

void ConversationsPage::place()
{
    const Theme &theme = Theme::instance();
    const bool narrow = width() < theme.px(narrowBelow);
    m_listPart->setFixedWidth(theme.px(narrow ? listNarrow : listWidth));
    m_heading->setVisible(!narrow); // the navigation says where one is
    m_several->setText(narrow ? tr("Several") : tr("Write to several"));
    m_several->setAccessibleName(tr("Write to several"));
}

void ConversationsPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    place();
}

void ConversationsPage::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), Theme::instance().color(Role::Window));
}

} // namespace thimblely::ui
