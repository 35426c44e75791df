// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/shell/screens.h"

#include "core/base/practice_mode.h"
#include "ui/accounts/add_person_page.h"
#include "ui/accounts/connections_page.h"
#include "ui/accounts/my_sign_in_page.h"
#include "ui/accounts/recovery_sheet_page.h"
#include "ui/accounts/team_page.h"
#include "ui/backup/backup_page.h"
#include "ui/calendar/calendar_page.h"
#include "ui/clients/clients_page.h"
#include "ui/conversations/conversations_page.h"
#include "ui/desk/desk.h"
#include "ui/documents/preview_page.h"
#include "ui/documents/printing_page.h"
#include "ui/exchange/import_page.h"
#include "ui/feed/feed_page.h"
#include "ui/finance/money_page.h"
#include "ui/finance/my_wages_page.h"
#include "ui/history/history_page.h"
#include "ui/inventory/price_list_page.h"
#include "ui/inventory/stock_page.h"
#include "ui/invoices/invoices_page.h"
#include "ui/marketplace/market_page.h"
#include "ui/measurements/measuring_screen.h"
#include "ui/notebook/notebook_page.h"
#include "ui/notifications/notifications_page.h"
#include "ui/orders/counter_page.h"
#include "ui/orders/party_page.h"
#include "ui/orders/pick_up_page.h"
#include "ui/shell/main_window.h"
#include "ui/today/today_page.h"
#include "ui/workroom/workroom_page.h"
#include "ui/workspaces/my_workspaces_page.h"
#include "ui/workspaces/shop_page.h"

#include <algorithm>
#include <array>

namespace thimblely::ui {

namespace {

using access::Capability;

//! A page with a button for another screen.
template <typename PageType>
PageType *leadingOn(PageType *page, void (PageType::*requested)(), MainWindow &window, Screen screen)
{
    QObject::connect(page, requested, &window, [&window, screen] { window.goTo(screen); });
    return page;
}

template <typename PageType>
Page *made(MainWindow &, Desk &desk)
{
    return new PageType(desk);
}

template <Capability capability>
bool who(const Desk &desk)
{
    return desk.principal().can(capability);
}

bool everybody(const Desk &)
{
    return true;
}

//! What is not in the hands of somebody who practises on a copy: the other shops, where one is signed in.
bool unlessPractising(const Desk &)
{
    return !isPractising();
}

template <typename PageType>
bool whoItIsFor(const Desk &desk)
{
    return PageType::isFor(desk.principal());
}

Page *todayPage(MainWindow &window, Desk &desk)
{
    auto *today = new TodayPage(desk);
    leadingOn(today, &TodayPage::recoverySheetRequested, window, Screen::Recovery);
    leadingOn(today, &TodayPage::importRequested, window, Screen::Import);
    QObject::connect(today, &TodayPage::lowStockRequested, &window, [&window] {
        if (window.goTo(Screen::Stock))
            window.page<StockPage>(Screen::Stock).showLow();
    });
    return leadingOn(today, &TodayPage::notebookRequested, window, Screen::Notebook);
}

Page *pickUpPage(MainWindow &window, Desk &desk)
{
    auto *pickUp = new PickUpPage(desk);
    QObject::connect(pickUp, &PickUpPage::previewRequested, &window, [&window](const PaperOrder &paper) {
        window.show(Screen::Preview);
        window.page<PreviewPage>(Screen::Preview).showPaper(paper);
    });
    return leadingOn(pickUp, &PickUpPage::notebookRequested, window, Screen::Notebook);
}

Page *clientsPage(MainWindow &window, Desk &desk)
{
    return leadingOn(new ClientsPage(desk), &ClientsPage::importRequested, window, Screen::Import);
}

Page *moneyPage(MainWindow &window, Desk &desk)
{
    auto *money = new MoneyPage(desk);
    QObject::connect(money, &MoneyPage::invoiceRequested, &window, [&window](InvoiceId invoice) {
        window.show(Screen::Invoices);
        window.page<InvoicesPage>(Screen::Invoices).showInvoice(invoice);
    });
    return money;
}

Page *addPersonPage(MainWindow &window, Desk &desk)
{
    return leadingOn(new AddPersonPage(desk), &AddPersonPage::peopleRequested, window, Screen::Team);
}

Page *shopPage(MainWindow &window, Desk &desk)
{
    auto *shop = new ShopPage(desk);
    leadingOn(shop, &ShopPage::peopleRequested, window, Screen::Team);
    return leadingOn(shop, &ShopPage::importRequested, window, Screen::Import);
}

Page *priceListPage(MainWindow &window, Desk &desk)
{
    return leadingOn(new PriceListPage(desk), &PriceListPage::importRequested, window, Screen::Import);
}

Page *stockPage(MainWindow &window, Desk &desk)
{
    return leadingOn(new StockPage(desk), &StockPage::priceListRequested, window, Screen::PriceList);
}

Page *backupPage(MainWindow &window, Desk &desk)
{
    auto *page = new BackupPage(desk, *desk.backups());
    QObject::connect(page, &BackupPage::restoreRequested, &window, &MainWindow::restoreRequested);
    QObject::connect(page, &BackupPage::encryptRequested, &window, &MainWindow::encryptRequested);
    QObject::connect(page, &BackupPage::vaultKeyRequested, &window, &MainWindow::vaultKeyRequested);
    return page;
}

Page *teamPage(MainWindow &window, Desk &desk)
{
    auto *team = new TeamPage(desk);
    QObject::connect(team, &TeamPage::practiceRequested, &window, &MainWindow::practiceRequested);
    return leadingOn(team, &TeamPage::addRequested, window, Screen::AddPerson);
}

//! After the first sheet comes what hangs here already, or the first day.
Page *recoveryPage(MainWindow &window, Desk &desk)
{
    auto *recovery = new RecoverySheetPage(desk, window.personName());
    leadingOn(recovery, &RecoverySheetPage::todayRequested, window, Screen::Today);
    return leadingOn(recovery, &RecoverySheetPage::notebookRequested, window, Screen::Notebook);
}

Page *notebookPage(MainWindow &window, Desk &desk)
{
    return leadingOn(new NotebookPage(desk), &NotebookPage::importRequested, window, Screen::Import);
}

Page *workspacesPage(MainWindow &window, Desk &desk)
{
    auto *workspaces = new MyWorkspacesPage(desk);
    QObject::connect(workspaces, &MyWorkspacesPage::workspaceRequested, &window, &MainWindow::workspaceRequested);
    return leadingOn(workspaces, &MyWorkspacesPage::profileRequested, window, Screen::Shop);
}

Page *myWagesPage(MainWindow &window, Desk &desk)
{
    return new MyWagesPage(desk, window.personName());
}

Page *mySignInPage(MainWindow &window, Desk &desk)
{
    auto *page = new MySignInPage(desk, [&window] { return window.signIn(); });
    return leadingOn(page, &MySignInPage::pinRequested, window, Screen::Team);
}

Page *connectionsPage(MainWindow &window, Desk &desk)
{
    return leadingOn(new ConnectionsPage(desk), &ConnectionsPage::signInRequested, window, Screen::MySignIn);
}

//! To where something can be done about it.
void openTarget(MainWindow &window, Desk &desk, const NotificationTarget &target)
{
    switch (target.screen) {
    case NotificationScreen::Order:
        if (target.row)
            Q_EMIT desk.navigation().openOrderRequested(OrderId(target.row->bytes()));
        return;
    case NotificationScreen::Stock:
        if (target.row && window.goTo(Screen::Stock))
            window.page<StockPage>(Screen::Stock).showItem(InventoryItemId(target.row->bytes()));
        return;
    case NotificationScreen::Team:
        window.goTo(Screen::Team);
        return;
    case NotificationScreen::Backups:
        window.goTo(Screen::Backups);
        return;
    case NotificationScreen::Today: // who has no such screen has the calendar
        window.goTo(ScreenList::of(Screen::Today).isFor(desk) ? Screen::Today : Screen::Calendar);
        return;
    case NotificationScreen::None:
        return;
    }
}

Page *notificationsPage(MainWindow &window, Desk &desk)
{
    auto *page = new NotificationsPage(desk);
    QObject::connect(page, &NotificationsPage::opened, &window,
                     [&window, &desk](const NotificationTarget &target) { openTarget(window, desk, target); });
    return page;
}

bool forTheCounter(const Desk &desk)
{
    return desk.principal().can(Capability::OrdersWrite) && desk.principal().can(Capability::ClientsRead);
}

//! Whose body it is stands at its head.
bool forMeasuring(const Desk &desk)
{
    return desk.principal().can(Capability::MeasurementsRead) && desk.principal().can(Capability::ClientsRead);
}

//! Who has pieces of their own and nothing else is led to these, and to their orders by them.
bool forPickUp(const Desk &desk)
{
    return !WorkroomPage::isOwnOnly(desk.principal());
}

//! Who has pieces of their own and nothing else has their work before them, and no shop window.
bool forFeed(const Desk &desk)
{
    return FeedPage::isFor(desk.principal()) && !WorkroomPage::isOwnOnly(desk.principal());
}

bool forMarket(const Desk &desk)
{
    return MarketPage::isFor(desk.principal()) && !WorkroomPage::isOwnOnly(desk.principal());
}

bool forBackups(const Desk &desk)
{
    return desk.principal().can(Capability::BackupMake) && desk.backups();
}

//! Codes of a copy would open nothing tomorrow.
bool forRecovery(const Desk &desk)
{
    return desk.principal().can(Capability::WorkspaceManage) && !isPractising();
}

constexpr auto row = Place::Row;
constexpr auto nowhere = Place::Nowhere;

const std::array<ScreenFacts, screenCount> facts = {{
    {Screen::Today, whoItIsFor<TodayPage>, todayPage, row, "i-today", [] { return MainWindow::tr("Today"); }},
    {Screen::Counter, forTheCounter, made<CounterPage>, row, "i-counter", [] { return MainWindow::tr("Counter"); },
     "F2"},
    {Screen::PickUp, forPickUp, pickUpPage, row, "i-pickup", [] { return MainWindow::tr("Pick up"); }, "F6"},
    {Screen::Workroom, whoItIsFor<WorkroomPage>, made<WorkroomPage>, row, "i-workroom",
     [] { return MainWindow::tr("Workroom"); }},
    {Screen::Clients, who<Capability::ClientsRead>, clientsPage, row, "i-clients",
     [] { return MainWindow::tr("Clients"); }},
    {Screen::Stock, whoItIsFor<StockPage>, stockPage, row, "i-stock", [] { return MainWindow::tr("Stock"); }, "Ctrl+6"},
    {Screen::Money, whoItIsFor<MoneyPage>, moneyPage, row, "i-money", [] { return MainWindow::tr("Money"); }},
    {Screen::Calendar, whoItIsFor<CalendarPage>, made<CalendarPage>, Place::More, "i-calendar",
     [] { return MainWindow::tr("Calendar"); }},
    {Screen::Messages, whoItIsFor<ConversationsPage>, made<ConversationsPage>, Place::More, "i-msg",
     [] { return MainWindow::tr("Messages"); }},
    {Screen::Invoices, whoItIsFor<InvoicesPage>, made<InvoicesPage>, Place::More, nullptr,
     [] { return MainWindow::tr("Invoices"); }},
    {Screen::Feed, forFeed, made<FeedPage>, Place::More, "i-photo", [] { return MainWindow::tr("Feed"); }},
    {Screen::Marketplace, forMarket, made<MarketPage>, Place::More, "i-pickup",
     [] { return MainWindow::tr("Marketplace"); }},
    {Screen::Measuring, forMeasuring, made<MeasuringScreen>, Place::Step},
    {Screen::Party, who<Capability::OrdersRead>, made<PartyPage>, Place::Step},
    {Screen::Preview, everybody, made<PreviewPage>, Place::Step},
    {Screen::AddPerson, who<Capability::TeamManage>, addPersonPage, nowhere},
    {Screen::Team, everybody, teamPage, nowhere},
    {Screen::MySignIn, unlessPractising, mySignInPage, nowhere},
    {Screen::MyWages, everybody, myWagesPage, nowhere},
    {Screen::Connections, unlessPractising, connectionsPage, nowhere},
    {Screen::Notifications, everybody, notificationsPage, nowhere},
    {Screen::Workspaces, unlessPractising, workspacesPage, nowhere},
    {Screen::Shop, who<Capability::WorkspaceManage>, shopPage, nowhere},
    {Screen::PriceList, whoItIsFor<PriceListPage>, priceListPage, nowhere},
    {Screen::Notebook, whoItIsFor<NotebookPage>, notebookPage, nowhere},
    {Screen::Import, whoItIsFor<ImportPage>, made<ImportPage>, nowhere},
    {Screen::Printing, everybody, made<PrintingPage>, nowhere},
    {Screen::Recovery, forRecovery, recoveryPage, nowhere},
    {Screen::Backups, forBackups, backupPage, nowhere},
    {Screen::History, who<Capability::HistoryRead>, made<HistoryPage>, nowhere},
}};

} // namespace

const ScreenFacts &ScreenList::of(Screen screen)
{
    return *std::ranges::find(facts, screen, &ScreenFacts::screen);
}

const ScreenFacts *ScreenList::begin()
{
    return facts.data();
}

const ScreenFacts *ScreenList::end()
{
    return facts.data() + facts.size();
}

} // namespace thimblely::ui
