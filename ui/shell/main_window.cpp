// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/shell/main_window.h"

#include "core/base/practice_mode.h"
#include "ui/actions/all_keys_sheet.h"
#include "ui/actions/scan_reader.h"
#include "ui/calendar/reminder_watch.h"
#include "ui/desk/desk.h"
#include "ui/desk/form_draft.h"
#include "ui/notebook/notebook_page.h"
#include "ui/notifications/notification_watch.h"
#include "ui/orders/order_editor.h"
#include "ui/shell/announcer.h"
#include "ui/shell/practice_banner.h"
#include "ui/shell/search_popup.h"
#include "ui/shell/top_bar.h"
#include "ui/theme/theme.h"
#include "ui/widgets/amount_text.h"
#include "ui/widgets/nav.h"
#include "ui/widgets/search_field.h"
#include "ui/widgets/toast.h"

#include <QApplication>
#include <QGridLayout>
#include <QStackedWidget>

namespace thimblely::ui {

MainWindow::MainWindow(Desk &desk, const QString &personName, QWidget *parent)
    : QWidget(parent), m_desk(desk), m_personName(personName), m_actions(std::make_unique<ActionCollection>(this))
{
    limitActions();
    buildFrame(personName);
    buildNavigation();
    buildPersonMenu();
    connectActions();
    connectNavigation();
    connectNotices();
    new ReminderWatch(desk, this);
    connectBell();
    connect(new ScanReader(this), &ScanReader::scanned, this, &MainWindow::openScanned);
}

MainWindow::~MainWindow()
{
    // Whoever has the keyboard gives it up while all who listen for that are still there.
    if (QWidget *focus = QApplication::focusWidget(); focus && isAncestorOf(focus))
        focus->clearFocus();
}

//! What the role has no use for is not there: neither its key nor its line in the sheet of all keys.
void MainWindow::limitActions()
{
    using access::Capability;
    const auto leave = [this](std::initializer_list<ActionId> ids, bool wanted) {
        for (const ActionId id : ids)
            m_actions->action(id)->setVisible(wanted);
    };
    const access::Principal &principal = m_desk.principal();
    leave({ActionId::Today}, mayShow(Screen::Today));
    leave({ActionId::NewOrder, ActionId::Park, ActionId::Quote, ActionId::Repeat, ActionId::AddTo},
          mayShow(Screen::Counter));
    leave({ActionId::PickUp}, mayShow(Screen::PickUp));
    leave({ActionId::Measure}, principal.can(Capability::MeasurementsWrite) && mayShow(Screen::Measuring));
    leave({ActionId::Pay}, principal.can(Capability::OrdersTakePayment));
    leave({ActionId::HideMoney}, principal.can(Capability::PricesRead));
    const bool stock = mayShow(Screen::Stock);
    leave({ActionId::Stock}, stock);
    leave({ActionId::TakeIn, ActionId::CutCloth}, stock && principal.can(Capability::InventoryWrite));
    leave({ActionId::CountShelf},
          stock && (principal.can(Capability::InventoryWrite) || principal.can(Capability::StockCount)));
    leave({ActionId::Workspaces}, mayShow(Screen::Workspaces));
}

void MainWindow::buildFrame(const QString &personName)
{
    m_nav = new NavBar(this);
    m_top = new TopBar(personName, m_desk.principal().can(access::Capability::PricesRead), this);
    m_stack = new QStackedWidget(this);
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(0);
    if (isPractising()) {
        auto *practice = new PracticeBanner(m_desk, this);
        grid->addWidget(practice, 0, 0, 1, 2);
        connect(practice, &PracticeBanner::leaveRequested, this, &MainWindow::practiceLeft);
    }
    grid->addWidget(m_nav, 1, 0, 2, 1);
    grid->addWidget(m_top, 1, 1);
    grid->addWidget(m_stack, 2, 1);
    grid->setColumnStretch(1, 1);
    grid->setRowStretch(2, 1);
    m_toasts = new ToastHost(m_stack);
    m_announcer = new Announcer(m_desk, *m_toasts, this);
    m_searchPopup = new SearchPopup(m_desk, *m_top->search(), this);
    connect(m_top->search(), &SearchField::leaveRequested, this, [this] { currentPage()->arrive(); });
    m_allKeys = new AllKeysSheet(*m_actions, this);
    m_allKeys->hide();
    setMinimumSize(960, 500);
    setAcceptDrops(true);
}

//! Who was in the middle of an order goes on with it; else what there is to do today.
MainWindow::Screen MainWindow::firstScreen() const
{
    const bool halfDone = mayShow(Screen::Counter) && m_desk.drafts().kept(OrderEditor::draftScreen, {});
    if (!halfDone && mayShow(Screen::Notebook) && m_desk.drafts().kept(NotebookPage::draftScreen, {}))
        return Screen::Notebook; // a half-typed page of the old book, at the cell where it was left
    return halfDone ? Screen::Counter : m_rows.first();
}

void MainWindow::sayBegun()
{
    QStringList said = {begunForms(m_desk)};
    if (m_current == Screen::Notebook && m_desk.drafts().kept(NotebookPage::draftScreen, {}))
        said.append(tr("The page of the old book that was begun is back. Nothing of it is in the shop yet."));
    said.removeAll(QString());
    if (!said.isEmpty())
        m_announcer->say(said.join(u' '));
}

void MainWindow::showFromRow(Screen screen)
{
    if (screen == Screen::PickUp)
        startPickUp();
    else if (m_current != screen)
        show(screen);
    else
        currentPage()->arrive(); // the arrows have shown it already; now the keyboard goes into it
}

void MainWindow::connectActions()
{
    m_actions->onTriggered(ActionId::Today, this, [this] { show(Screen::Today); });
    m_actions->onTriggered(ActionId::NewOrder, this, [this] {
        if (!currentPage()->handle(ActionId::NewOrder)) // a client's card starts it for the client
            show(Screen::Counter);
    });
    m_actions->onTriggered(ActionId::Stock, this, [this] { showFromRow(Screen::Stock); });
    m_actions->onTriggered(ActionId::PickUp, this, &MainWindow::startPickUp);
    m_actions->onTriggered(ActionId::Undo, this, [this] {
        if (!currentPage()->handle(ActionId::Undo)) // what a page brings back by itself comes before what was written
            m_announcer->undo();
    });
    m_actions->onTriggered(ActionId::Redo, m_announcer, &Announcer::redo);
    m_actions->onTriggered(ActionId::Back, this, &MainWindow::goBack);
    m_actions->onTriggered(ActionId::AllKeys, m_allKeys,
                           [this] { m_allKeys->isVisible() ? m_allKeys->close() : m_allKeys->open(); });
    m_actions->onTriggered(ActionId::SwitchPerson, this, &MainWindow::personSwitchRequested);
    m_actions->onTriggered(ActionId::Notifications, this, [this] { showFromRow(Screen::Notifications); });
    m_actions->onTriggered(ActionId::Workspaces, this, [this] { show(Screen::Workspaces); });
    m_actions->onTriggered(ActionId::HideMoney, this,
                           [] { HideMoney::instance().setOn(!HideMoney::instance().isOn()); });
    m_actions->onTriggered(ActionId::Search, this, [this] {
        m_top->search()->setFocus(Qt::ShortcutFocusReason);
        m_top->search()->selectAll();
    });
    for (const ActionId id : {ActionId::Measure, ActionId::Pay, ActionId::Park, ActionId::Quote, ActionId::Repeat,
                              ActionId::AddTo, ActionId::Party, ActionId::Payer, ActionId::PrintAgain, ActionId::Save,
                              ActionId::TakeIn, ActionId::CutCloth, ActionId::CountShelf}) {
        m_actions->onTriggered(id, this, [this, id] {
            if (!currentPage()->handle(id))
                m_desk.notices().say(tr("Nothing to do with this key here."));
        });
    }
}

void MainWindow::connectNotices()
{
    connect(&m_desk.drafts(), &DraftKeeper::failed, this,
            [this](const Error &error) { m_top->setNotSaved(m_desk.sentence(error)); });
    connect(&m_desk.drafts(), &DraftKeeper::saved, m_top, &TopBar::setSaved);
    connect(&m_desk.door(), &changes::WriteDoor::waitingChanged, m_top,
            [this] { m_top->setWaitingWrites(m_desk.door().waiting()); });
}

//! It only counts: nothing is laid over what somebody is doing.
void MainWindow::connectBell()
{
    m_notifications = new NotificationWatch(m_desk, this);
    connect(m_notifications, &NotificationWatch::unreadChanged, m_top, &TopBar::setUnread);
    connect(m_top, &TopBar::bellClicked, this, [this] { showFromRow(Screen::Notifications); });
}

void MainWindow::show(Screen screen)
{
    Page *&page = m_pages[int(screen)];
    if (!page) {
        page = ScreenList::of(screen).make(*this, m_desk);
        m_stack->addWidget(page);
        connect(page, &Page::titleChanged, this, &MainWindow::updateTitle);
    }
    if (m_current != screen) {
        m_trail.removeAll(screen);
        m_trail.append(m_current);
    }
    m_current = screen;
    m_stack->setCurrentWidget(page);
    m_toasts->screenChanged();
    if (const Place place = ScreenList::of(screen).place; place != Place::Step) {
        m_nav->setCurrentIndex(int(m_rows.indexOf(screen)));
        if (m_more)
            m_more->setLit(place == Place::More);
    }
    m_searchPopup->hide();
    updateTitle();
    if (isVisible()) // else it arrives with the window
        page->arrive();
}

Page *MainWindow::currentPage() const
{
    return m_pages.value(int(m_current));
}

void MainWindow::goBack()
{
    if (m_searchPopup->isVisible()) {
        m_searchPopup->hide();
        currentPage()->arrive();
        return;
    }
    if (currentPage()->stepBack())
        return;
    while (!m_trail.isEmpty()) {
        const Screen before = m_trail.takeLast();
        if (!m_pages.contains(int(before)) || before == m_current)
            continue;
        show(before);
        m_trail.removeLast(); // going back is no way to come back from
        return;
    }
}

void MainWindow::updateTitle()
{
    const QString where = tr("%1 – %2 – Thimblely").arg(currentPage()->title(), m_desk.profile().name);
    setWindowTitle(isPractising() ? tr("PRACTICE – %1").arg(where) : where);
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const bool narrow = width() < metric::NarrowBelow;
    m_nav->setCollapsed(narrow);
    m_top->setNarrow(narrow);
}

void MainWindow::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    currentPage()->arrive();
}

} // namespace thimblely::ui
