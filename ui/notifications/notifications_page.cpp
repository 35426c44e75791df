// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/notifications/notifications_page.h"

#include "core/notifications/notification_service.h"
#include "ui/desk/desk.h"
#include "ui/notifications/notification_delegate.h"
#include "ui/notifications/notification_kinds_pane.h"
#include "ui/notifications/notifications_model.h"
#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/label.h"
#include "ui/widgets/list_view.h"
#include "ui/widgets/pane.h"
#include "ui/widgets/segmented.h"

#include <QApplication>
#include <QKeyEvent>
#include <QPainter>
#include <QStackedWidget>

#include <utility>

namespace thimblely::ui {

namespace {

constexpr int unreadSegment = 1;

} // namespace

NotificationsPage::NotificationsPage(Desk &desk, QWidget *parent)
    : Page(parent), m_desk(desk), m_model(new NotificationsModel(desk, this))
{
    auto *all = column(this, 8, {16, 10, 16, 16});
    all->addLayout(buildHead());
    auto *work = new Card(this);
    m_stack = new QStackedWidget(work);
    column(work, 0, {1, 1, 1, 1})->addWidget(m_stack);
    m_listPart = buildList();
    m_kinds = new NotificationKindsPane(desk, m_stack);
    m_stack->addWidget(m_listPart);
    m_stack->addWidget(m_kinds);
    all->addWidget(work, 1);
    connect(m_model, &PagedModelBase::failed, &m_desk.notices(), &Notices::fail);
    connect(m_model, &PagedModelBase::loaded, this, &NotificationsPage::showRows);
    connect(&m_desk.door(), &changes::WriteDoor::changed, this, &NotificationsPage::follow);
    connect(&HideMoney::instance(), &HideMoney::changed, m_view->viewport(), qOverload<>(&QWidget::update));
}

QLayout *NotificationsPage::buildHead()
{
    m_which = new Segmented(tr("Which notifications"), this);
    m_which->setSmall(true);
    m_which->addSegment(tr("All"));
    m_which->addSegment(tr("Unread"));
    m_readAll = new PlainButton(tr("All read"), this);
    m_readAll->setIconName("i-check");
    m_readAll->setAccessibleName(tr("Mark all as read"));
    m_readAll->setToolTip(tr("Mark all as read"));
    m_kindsButton = new FlatButton(tr("Tell me when…"), this);
    auto *head = row(nullptr, 12);
    head->addWidget(new Label(TextStyle::Heading, Role::Text, tr("Notifications"), this));
    head->addWidget(m_which);
    head->addStretch(1);
    head->addWidget(m_readAll);
    head->addWidget(m_kindsButton);
    connect(m_which, &Segmented::currentIndexChanged, this, [this] {
        m_wantsFocus = true;
        showList();
        read();
    });
    connect(m_readAll, &QAbstractButton::clicked, this, &NotificationsPage::readAll);
    connect(m_kindsButton, &QAbstractButton::clicked, this, &NotificationsPage::showKinds);
    return head;
}

QWidget *NotificationsPage::buildList()
{
    auto *part = new QWidget(m_stack);
    m_lists = new QStackedWidget(part);
    m_view = new ListView(tr("Notifications"), Role::Surface, m_lists);
    m_view->setModel(m_model);
    auto *delegate = new NotificationDelegate(m_view);
    delegate->setBase(Role::Surface);
    m_view->setItemDelegate(delegate);
    m_view->installEventFilter(this);
    m_nothing =
        new EmptyState("i-bell",
                       tr("There is nothing to tell you. What becomes late, hangs ready for long, runs out or is "
                          "answered is told here as it comes about; what there is to do stands on Today."),
                       {}, m_lists);
    m_noneUnread = new EmptyState("i-check", tr("You have read everything."), tr("Show all"), m_lists);
    for (QWidget *each :
         {static_cast<QWidget *>(m_view), static_cast<QWidget *>(m_nothing), static_cast<QWidget *>(m_noneUnread)})
        m_lists->addWidget(each);
    m_keys = new Label(TextStyle::Caption, Role::Muted,
                       tr("Enter opens it where it is done; Space marks it read or new. What is over goes by itself."),
                       part);
    m_keys->setElided(true);
    auto *all = column(part, 0);
    all->addWidget(m_lists, 1);
    auto *foot = column(nullptr, 0, {16, 6, 16, 8});
    foot->addWidget(m_keys);
    all->addLayout(foot);
    connect(m_view, &ListView::activated, this, &NotificationsPage::open);
    connect(m_noneUnread, &EmptyState::actionTriggered, this, [this] { m_which->setCurrentIndex(0); });
    return part;
}

void NotificationsPage::follow(const changes::ChangeSet &changes)
{
    if (!changes.touches(storage::Table::Notifications))
        return;
    m_stale = m_started && !isVisible();
    if (m_started && !m_stale)
        m_model->refresh();
}

void NotificationsPage::read()
{
    m_started = true;
    m_model->show(m_which->currentIndex() == unreadSegment ? NotificationFilter::Unread : NotificationFilter::All);
}

void NotificationsPage::showRows()
{
    const bool any = m_model->rowCount() > 0;
    const bool unreadOnly = m_which->currentIndex() == unreadSegment;
    const bool hadFocus = m_lists->isAncestorOf(QApplication::focusWidget()); // which may be hidden now
    m_lists->setCurrentWidget(any          ? static_cast<QWidget *>(m_view)
                              : unreadOnly ? static_cast<QWidget *>(m_noneUnread)
                                           : m_nothing);
    m_keys->setVisible(any);
    m_readAll->setEnabled(any);
    if (any && !m_view->currentIndex().isValid())
        m_view->setCurrentIndex(m_model->index(0));
    if ((std::exchange(m_wantsFocus, false) || hadFocus) && isVisible() && m_stack->currentWidget() == m_listPart)
        focusList();
}

void NotificationsPage::focusList()
{
    if (m_lists->currentWidget() == m_view)
        m_view->setFocus(Qt::TabFocusReason);
    else if (m_lists->currentWidget() == m_noneUnread)
        m_noneUnread->actionButton()->setFocus(Qt::TabFocusReason);
    else
        m_kindsButton->setFocus(Qt::TabFocusReason);
}

bool NotificationsPage::isSettled() const
{
    return m_model->isLoaded() && !m_wantsFocus;
}

//! It is read where it is opened; what has nowhere to go is only read.
void NotificationsPage::open(const QModelIndex &row)
{
    if (!row.isValid())
        return;
    const Notification shown = m_model->row(row.row());
    m_desk.when(NotificationService(m_desk.session(), m_desk.door()).setRead(shown.id, true), this, [] {});
    if (shown.opens.screen != NotificationScreen::None)
        Q_EMIT opened(shown.opens);
}

void NotificationsPage::toggleRead(const QModelIndex &row)
{
    if (!row.isValid())
        return;
    const Notification &shown = m_model->row(row.row());
    m_desk.when(NotificationService(m_desk.session(), m_desk.door()).setRead(shown.id, !shown.isRead), this, [] {});
}

void NotificationsPage::readAll()
{
    m_desk.when(NotificationService(m_desk.session(), m_desk.door()).readAll(), this, [](int) {});
}

void NotificationsPage::showKinds()
{
    m_kinds->reload();
    m_stack->setCurrentWidget(m_kinds);
    m_kinds->focusFirst();
}

void NotificationsPage::showList()
{
    m_stack->setCurrentWidget(m_listPart);
}

void NotificationsPage::prepare()
{
    read();
}

void NotificationsPage::arrive()
{
    if (m_stack->currentWidget() == m_kinds)
        return m_kinds->focusFirst();
    if (!m_started) {
        m_wantsFocus = true;
        return read();
    }
    if (std::exchange(m_stale, false))
        m_model->refresh();
    focusList();
}

bool NotificationsPage::stepBack()
{
    if (m_stack->currentWidget() != m_kinds)
        return false;
    showList();
    focusList();
    return true;
}

bool NotificationsPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_view && event->type() == QEvent::KeyPress &&
        static_cast<const QKeyEvent *>(event)->key() == Qt::Key_Space) {
        toggleRead(m_view->currentIndex());
        return true;
    }
    return Page::eventFilter(watched, event);
}

void NotificationsPage::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), Theme::instance().color(Role::Window));
}

} // namespace thimblely::ui
