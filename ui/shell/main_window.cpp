// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/shell/main_window.h"

#include "core/orders/order_service.h"
#include "ui/accounts/add_person_page.h"
#include "ui/actions/all_keys_sheet.h"
#include "ui/actions/scan_reader.h"
#include "ui/clients/clients_page.h"
#include "ui/desk/desk.h"
#include "ui/desk/operation_text.h"
#include "ui/documents/preview_page.h"
#include "ui/documents/printing_page.h"
#include "ui/finance/money_page.h"
#include "ui/history/history_page.h"
#include "ui/measurements/measuring_screen.h"
#include "ui/orders/counter_page.h"
#include "ui/orders/order_editor.h"
#include "ui/orders/pick_up_page.h"
#include "ui/shell/person_menu.h"
#include "ui/shell/search_popup.h"
#include "ui/shell/top_bar.h"
#include "ui/theme/theme.h"
#include "ui/today/today_page.h"
#include "ui/widgets/amount_text.h"
#include "ui/widgets/nav.h"
#include "ui/widgets/search_field.h"
#include "ui/widgets/toast.h"
#include "ui/workspaces/shop_page.h"

#include <QApplication>
#include <QGridLayout>
#include <QStackedWidget>

namespace thimblely::ui {

MainWindow::MainWindow(Desk &desk, const QString &personName, QWidget *parent)
    : QWidget(parent), m_desk(desk), m_actions(std::make_unique<ActionCollection>(this))
{
    buildFrame(personName);
    buildNavigation();
    buildPersonMenu();
    connectActions();
    connectNavigation();
    connectNotices();
    connect(new ScanReader(this), &ScanReader::scanned, this, &MainWindow::openScanned);
}

MainWindow::~MainWindow()
{
    // Whoever has the keyboard gives it up while all who listen for that are still there.
    if (QWidget *focus = QApplication::focusWidget(); focus && isAncestorOf(focus))
        focus->clearFocus();
}

void MainWindow::buildFrame(const QString &personName)
{
    m_nav = new NavBar(this);
    m_top = new TopBar(personName, this);
    m_stack = new QStackedWidget(this);
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(0);
    grid->addWidget(m_nav, 0, 0, 2, 1);
    grid->addWidget(m_top, 0, 1);
    grid->addWidget(m_stack, 1, 1);
    grid->setColumnStretch(1, 1);
    grid->setRowStretch(1, 1);
    m_toasts = new ToastHost(m_stack);
    m_searchPopup = new SearchPopup(m_desk, *m_top->search(), this);
    connect(m_top->search(), &SearchField::leaveRequested, this, [this] { currentPage()->arrive(); });
    m_allKeys = new AllKeysSheet(*m_actions, this);
    m_allKeys->hide();
    setMinimumSize(960, 500);
}

void MainWindow::buildNavigation()
{
    // Those that are reached from another screen only have no row of their own; nor has what the role has no use for.
    const auto add = [this](Screen screen, const QByteArray &icon, const QString &text, const QString &shortcut = {}) {
        if (!mayShow(screen))
            return;
        m_rows.append(screen);
        // Clicked, not changed: the row of the screen that led to one without a row leads back to it.
        connect(m_nav->screen(m_nav->addScreen(icon, text, shortcut)), &QAbstractButton::clicked, this,
                [this, screen] { showFromRow(screen); });
    };
    add(Screen::Today, "i-today", tr("Today"));
    add(Screen::Counter, "i-counter", tr("Counter"), QStringLiteral("F2"));
    add(Screen::PickUp, "i-pickup", tr("Pick up"), QStringLiteral("F6"));
    add(Screen::Clients, "i-clients", tr("Clients"));
    add(Screen::Money, "i-money", tr("Money"));
    m_nav->setAllKeysAction(m_actions->action(ActionId::AllKeys));
    m_actions->action(ActionId::Today)->setEnabled(mayShow(Screen::Today));
    m_actions->action(ActionId::NewOrder)->setEnabled(mayShow(Screen::Counter));
}

bool MainWindow::mayShow(Screen screen) const
{
    const access::Principal &principal = m_desk.principal();
    switch (screen) {
    case Screen::Today:
        return TodayPage::isFor(principal);
    case Screen::Counter:
        return principal.can(access::Capability::OrdersWrite) && principal.can(access::Capability::ClientsRead);
    case Screen::PickUp:
        return true;
    case Screen::Clients:
        return principal.can(access::Capability::ClientsRead);
    case Screen::Money:
        return principal.can(access::Capability::TillOperate);
    case Screen::Measuring:
        return principal.can(access::Capability::MeasurementsRead);
    case Screen::AddPerson:
        return principal.can(access::Capability::TeamManage);
    case Screen::Shop:
        return principal.can(access::Capability::WorkspaceManage);
    case Screen::History:
        return principal.can(access::Capability::HistoryRead);
    case Screen::Printing:
    case Screen::Preview:
        return true;
    }
    Q_UNREACHABLE();
}

//! Who was in the middle of an order goes on with it; else what there is to do today.
MainWindow::Screen MainWindow::firstScreen() const
{
    const bool halfDone = mayShow(Screen::Counter) && m_desk.drafts().kept(OrderEditor::draftScreen, {});
    return halfDone ? Screen::Counter : m_rows.first();
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

void MainWindow::buildPersonMenu()
{
    auto *menu = new PersonMenu(*m_actions, m_desk.principal(), m_top->personMenu());
    connect(menu, &PersonMenu::addPersonRequested, this, [this] { show(Screen::AddPerson); });
    connect(menu, &PersonMenu::printingRequested, this, [this] { show(Screen::Printing); });
    connect(menu, &PersonMenu::shopRequested, this, [this] { show(Screen::Shop); });
    connect(menu, &PersonMenu::historyRequested, this, [this] {
        show(Screen::History);
        page<HistoryPage>(Screen::History).showAll();
    });
    connect(menu, &PersonMenu::binRequested, this, [this] {
        show(Screen::History);
        page<HistoryPage>(Screen::History).showBin();
    });
    connect(menu, &PersonMenu::switchRequested, this, &MainWindow::personSwitchRequested);
    connect(menu, &PersonMenu::lockRequested, this, &MainWindow::lockRequested);
    connect(menu, &PersonMenu::appearanceChanged, this, &MainWindow::appearanceChanged);
}

void MainWindow::connectActions()
{
    m_actions->onTriggered(ActionId::Today, this, [this] { show(Screen::Today); });
    m_actions->onTriggered(ActionId::NewOrder, this, [this] {
        if (!currentPage()->handle(ActionId::NewOrder)) // a client's card starts it for the client
            show(Screen::Counter);
    });
    m_actions->onTriggered(ActionId::PickUp, this, &MainWindow::startPickUp);
    m_actions->onTriggered(ActionId::Undo, this, &MainWindow::undo);
    m_actions->onTriggered(ActionId::Redo, this, &MainWindow::redo);
    m_actions->onTriggered(ActionId::Back, this, &MainWindow::goBack);
    m_actions->onTriggered(ActionId::AllKeys, m_allKeys,
                           [this] { m_allKeys->isVisible() ? m_allKeys->close() : m_allKeys->open(); });
    m_actions->onTriggered(ActionId::SwitchPerson, this, &MainWindow::personSwitchRequested);
    m_actions->onTriggered(ActionId::HideMoney, this,
                           [] { HideMoney::instance().setOn(!HideMoney::instance().isOn()); });
    m_actions->onTriggered(ActionId::Search, this, [this] {
        m_top->search()->setFocus(Qt::ShortcutFocusReason);
        m_top->search()->selectAll();
    });
    for (const ActionId id : {ActionId::Measure, ActionId::Pay, ActionId::Park, ActionId::Quote, ActionId::Repeat,
                              ActionId::AddTo, ActionId::PrintAgain, ActionId::Save}) {
        m_actions->onTriggered(id, this, [this, id] {
            if (!currentPage()->handle(id))
                m_desk.notices().say(tr("Nothing to do with this key here."));
        });
    }
}

//! As another screen asks; where the role has no use for it, says so and stays.
bool MainWindow::goTo(Screen screen)
{
    if (mayShow(screen)) {
        show(screen);
        return true;
    }
    say(tr("Your role has no use for that screen. The owner can change what you may do."));
    return false;
}

void MainWindow::connectNavigation()
{
    Navigation &navigation = m_desk.navigation();
    connect(&navigation, &Navigation::clientRequested, this, [this](ClientId client) {
        if (goTo(Screen::Clients))
            page<ClientsPage>(Screen::Clients).showClient(client);
    });
    connect(&navigation, &Navigation::clientEditRequested, this, [this](ClientId client) {
        if (goTo(Screen::Clients))
            page<ClientsPage>(Screen::Clients).editClient(client);
    });
    connect(&navigation, &Navigation::newClientRequested, this, [this](const QString &typed) {
        if (goTo(Screen::Clients))
            page<ClientsPage>(Screen::Clients).addClient(typed);
    });
    connect(&navigation, &Navigation::orderRequested, this, [this](std::optional<ClientId> client) {
        if (goTo(Screen::Counter))
            page<CounterPage>(Screen::Counter).startFor(client);
    });
    connect(&navigation, &Navigation::openOrderRequested, this, &MainWindow::openOrder);
    connect(&navigation, &Navigation::openOrdersRequested, this, [this](orders::OpenOrderFilter filter) {
        if (goTo(Screen::PickUp))
            page<PickUpPage>(Screen::PickUp).showOpen(filter);
    });
    connect(&navigation, &Navigation::tillRequested, this, [this](TillTask task) {
        if (goTo(Screen::Money))
            page<MoneyPage>(Screen::Money).start(task);
    });
    connect(&navigation, &Navigation::addToOrderRequested, this, [this](OrderId order) {
        if (goTo(Screen::Counter))
            page<CounterPage>(Screen::Counter).addTo(order);
    });
    connect(&navigation, &Navigation::measureRequested, this,
            [this](ClientId client, std::optional<TemplateId> garment) {
                if (goTo(Screen::Measuring))
                    page<MeasuringScreen>(Screen::Measuring).measure(client, garment);
            });
    connect(&navigation, &Navigation::historyRequested, this,
            [this](storage::Table table, RowId row, const QString &words) {
                if (goTo(Screen::History))
                    page<HistoryPage>(Screen::History).showAbout(table, row, words);
            });
    connect(&navigation, &Navigation::backRequested, this, &MainWindow::goBack);
}

//! A parked one is gone on with where it was typed.
void MainWindow::openOrder(OrderId order)
{
    const auto found = orders::OrderService(m_desk.session(), m_desk.door()).load(order);
    if (found && found->status == orders::OrderStatus::Draft && mayShow(Screen::Counter)) {
        show(Screen::Counter);
        page<CounterPage>(Screen::Counter).goOn(order, found->clientName);
        return;
    }
    show(Screen::PickUp);
    page<PickUpPage>(Screen::PickUp).showOrder(order);
}

void MainWindow::openScanned(const QString &code)
{
    m_searchPopup->hide();
    if (currentPage()->takeScan(code))
        return;
    const auto order = orders::OrderService(m_desk.session(), m_desk.door()).byNumber(code);
    if (!order) {
        Q_EMIT m_desk.notices().failed(order.error());
    } else if (*order) {
        startPickUp();
        currentPage()->takeScan(code);
    } else {
        say(tr("Nothing here has the number or tag %1.").arg(code));
    }
}

void MainWindow::connectNotices()
{
    connect(&m_desk.notices(), &Notices::said, this, &MainWindow::say);
    connect(&m_desk.notices(), &Notices::failed, this,
            [this](const Error &error) { m_toasts->show(QStringLiteral("\u25b2 ") + m_desk.sentence(error)); });
    connect(&m_desk.drafts(), &DraftKeeper::failed, this,
            [this](const Error &error) { m_top->setNotSaved(m_desk.sentence(error)); });
    connect(&m_desk.drafts(), &DraftKeeper::saved, m_top, &TopBar::setSaved);
    connect(&m_desk.door(), &changes::WriteDoor::changed, this, &MainWindow::announce);
    connect(&m_desk.door(), &changes::WriteDoor::waitingChanged, m_top, &TopBar::setWaitingWrites);
}

template <typename PageType>
PageType &MainWindow::page(Screen screen)
{
    return *static_cast<PageType *>(m_pages.value(int(screen)));
}

Page *MainWindow::makePickUpPage()
{
    auto *pickUp = new PickUpPage(m_desk);
    connect(pickUp, &PickUpPage::previewRequested, this, [this](const PaperOrder &paper) {
        show(Screen::Preview);
        this->page<PreviewPage>(Screen::Preview).showPaper(paper);
    });
    return pickUp;
}

Page *MainWindow::makePage(Screen screen)
{
    switch (screen) {
    case Screen::Today:
        return new TodayPage(m_desk);
    case Screen::Counter:
        return new CounterPage(m_desk);
    case Screen::PickUp:
        return makePickUpPage();
    case Screen::Clients:
        return new ClientsPage(m_desk);
    case Screen::Money:
        return new MoneyPage(m_desk);
    case Screen::Measuring:
        return new MeasuringScreen(m_desk);
    case Screen::AddPerson:
        return new AddPersonPage(m_desk);
    case Screen::Printing:
        return new PrintingPage(m_desk);
    case Screen::Shop:
        return new ShopPage(m_desk);
    case Screen::Preview:
        return new PreviewPage(m_desk);
    case Screen::History:
        return new HistoryPage(m_desk);
    }
    Q_UNREACHABLE();
}

void MainWindow::show(Screen screen)
{
    Page *&page = m_pages[int(screen)];
    if (!page) {
        page = makePage(screen);
        m_stack->addWidget(page);
        connect(page, &Page::titleChanged, this, &MainWindow::updateTitle);
    }
    if (m_current != screen) {
        m_trail.removeAll(screen);
        m_trail.append(m_current);
    }
    m_current = screen;
    m_stack->setCurrentWidget(page);
    if (Toast *toast = m_toasts->current())
        toast->raise(); // the page came to lie over what was just said
    if (const auto row = m_rows.indexOf(screen); row >= 0)
        m_nav->setCurrentIndex(int(row));
    m_searchPopup->hide();
    updateTitle();
    if (isVisible()) // else it arrives with the window
        page->arrive();
}

void MainWindow::startPickUp()
{
    show(Screen::PickUp);
    page<PickUpPage>(Screen::PickUp).startOver();
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

void MainWindow::announce(const changes::ChangeSet &changes)
{
    if (!changes.operation)
        return;
    const QString sentence = operationText(changes.kind, changes.args);
    if (sentence.isEmpty())
        return;
    const bool isUndo = changes.kind.startsWith("undo:") || changes.kind.startsWith("redo:");
    if (!changes.undoable || isUndo) {
        m_toasts->show(sentence);
        return;
    }
    offerUndo(sentence, *changes.operation);
}

void MainWindow::offerUndo(const QString &sentence, OperationId operation)
{
    Toast *toast = m_toasts->showUndo(sentence, [this, operation] {
        m_desk.when(m_desk.door().undo(operation), this, [](const changes::ChangeSet &) {});
    });
    m_undoable = UndoOffer{toast, sentence, operation};
}

void MainWindow::say(const QString &sentence)
{
    // What follows a write at once ("claim check written") joins its toast instead of taking the way back away.
    if (m_undoable.toast && m_undoable.toast == m_toasts->current())
        offerUndo(m_undoable.sentence + u'\n' + sentence, m_undoable.operation.value());
    else
        m_toasts->show(sentence);
}

void MainWindow::undo()
{
    m_desk.when(m_desk.door().undo(), this, [](const changes::ChangeSet &) {});
}

void MainWindow::redo()
{
    m_desk.when(m_desk.door().redo(), this, [](const changes::ChangeSet &) {});
}

void MainWindow::updateTitle()
{
    setWindowTitle(tr("%1 – %2 – Thimblely").arg(currentPage()->title(), m_desk.profile().name));
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
