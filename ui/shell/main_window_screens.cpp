// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
// The ways between the screens: which there are, who may see them, and what leads from one to another.
#include "core/base/practice_mode.h"
#include "core/inventory/stock_service.h"
#include "core/orders/order_service.h"
#include "ui/accounts/add_person_page.h"
#include "ui/accounts/my_sign_in_page.h"
#include "ui/accounts/recovery_sheet_page.h"
#include "ui/accounts/team_page.h"
#include "ui/backup/backup_page.h"
#include "ui/clients/clients_page.h"
#include "ui/desk/desk.h"
#include "ui/documents/preview_page.h"
#include "ui/documents/printing_page.h"
#include "ui/exchange/import_page.h"
#include "ui/finance/money_page.h"
#include "ui/history/history_page.h"
#include "ui/inventory/price_list_page.h"
#include "ui/inventory/stock_page.h"
#include "ui/measurements/measuring_screen.h"
#include "ui/notebook/notebook_page.h"
#include "ui/orders/counter_page.h"
#include "ui/orders/party_page.h"
#include "ui/orders/pick_up_page.h"
#include "ui/shell/announcer.h"
#include "ui/shell/main_window.h"
#include "ui/shell/search_popup.h"
#include "ui/today/today_page.h"
#include "ui/workspaces/my_workspaces_page.h"
#include "ui/workspaces/shop_page.h"

#include <QDropEvent>
#include <QMimeData>

namespace thimblely::ui {

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
    case Screen::Stock:
        return StockPage::isFor(principal);
    case Screen::Money:
        return principal.can(access::Capability::TillOperate);
    case Screen::Measuring:
        return principal.can(access::Capability::MeasurementsRead);
    case Screen::AddPerson:
        return principal.can(access::Capability::TeamManage);
    case Screen::Shop:
        return principal.can(access::Capability::WorkspaceManage);
    case Screen::PriceList:
        return PriceListPage::isFor(principal);
    case Screen::Backups:
        return principal.can(access::Capability::BackupMake) && m_desk.backups();
    case Screen::Party:
        return principal.can(access::Capability::OrdersRead);
    case Screen::History:
        return principal.can(access::Capability::HistoryRead);
    case Screen::Import:
        return ImportPage::isFor(principal);
    case Screen::Notebook:
        return NotebookPage::isFor(principal);
    case Screen::Recovery: // codes of a copy would open nothing tomorrow
        return principal.can(access::Capability::WorkspaceManage) && !isPractising();
    case Screen::MySignIn:   // nobody is signed in to a copy
    case Screen::Workspaces: // the others are not in the copy's hands
        return !isPractising();
    case Screen::Team:
    case Screen::Printing:
    case Screen::Preview:
        return true;
    }
    Q_UNREACHABLE();
}

template <typename PageType>
PageType &MainWindow::page(Screen screen)
{
    return *static_cast<PageType *>(m_pages.value(int(screen)));
}

//! A page with a button for another screen.
template <typename PageType>
Page *MainWindow::leadingOn(PageType *page, void (PageType::*requested)(), Screen screen)
{
    connect(page, requested, this, [this, screen] { goTo(screen); });
    return page;
}

Page *MainWindow::makePickUpPage()
{
    auto *pickUp = new PickUpPage(m_desk);
    connect(pickUp, &PickUpPage::previewRequested, this, [this](const PaperOrder &paper) {
        show(Screen::Preview);
        this->page<PreviewPage>(Screen::Preview).showPaper(paper);
    });
    return leadingOn(pickUp, &PickUpPage::notebookRequested, Screen::Notebook);
}

void MainWindow::showHistory()
{
    page<HistoryPage>(Screen::History).showAll();
}

void MainWindow::showBin()
{
    page<HistoryPage>(Screen::History).showBin();
}

Page *MainWindow::makeShopPage()
{
    auto *shop = new ShopPage(m_desk);
    leadingOn(shop, &ShopPage::peopleRequested, Screen::Team);
    return leadingOn(shop, &ShopPage::importRequested, Screen::Import);
}

Page *MainWindow::makeStockPage()
{
    return leadingOn(new StockPage(m_desk), &StockPage::priceListRequested, Screen::PriceList);
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    if (event->mimeData()->hasUrls() && mayShow(Screen::Import))
        event->acceptProposedAction();
}

//! A book of another program, dropped anywhere: it is shown what it is taken for.
void MainWindow::dropEvent(QDropEvent *event)
{
    QStringList files;
    const QList<QUrl> urls = event->mimeData()->urls();
    for (const QUrl &url : urls) {
        if (url.isLocalFile())
            files.append(url.toLocalFile());
    }
    if (files.isEmpty() || !goTo(Screen::Import))
        return;
    event->acceptProposedAction();
    page<ImportPage>(Screen::Import).open(files);
}

Page *MainWindow::makeBackupPage()
{
    auto *page = new BackupPage(m_desk, *m_desk.backups());
    connect(page, &BackupPage::restoreRequested, this, &MainWindow::restoreRequested);
    connect(page, &BackupPage::encryptRequested, this, &MainWindow::encryptRequested);
    connect(page, &BackupPage::vaultKeyRequested, this, &MainWindow::vaultKeyRequested);
    return page;
}

Page *MainWindow::makeTeamPage()
{
    auto *team = new TeamPage(m_desk);
    connect(team, &TeamPage::practiceRequested, this, &MainWindow::practiceRequested);
    return leadingOn(team, &TeamPage::addRequested, Screen::AddPerson);
}

//! After the first sheet comes what hangs here already, or the first day.
Page *MainWindow::makeRecoveryPage()
{
    auto *recovery = new RecoverySheetPage(m_desk, m_personName);
    leadingOn(recovery, &RecoverySheetPage::todayRequested, Screen::Today);
    return leadingOn(recovery, &RecoverySheetPage::notebookRequested, Screen::Notebook);
}

Page *MainWindow::makeWorkspacesPage()
{
    auto *workspaces = new MyWorkspacesPage(m_desk);
    connect(workspaces, &MyWorkspacesPage::workspaceRequested, this, &MainWindow::workspaceRequested);
    return leadingOn(workspaces, &MyWorkspacesPage::profileRequested, Screen::Shop);
}

Page *MainWindow::makeMySignInPage()
{
    auto *page = new MySignInPage(m_desk, [this] { return m_signIn; });
    return leadingOn(page, &MySignInPage::pinRequested, Screen::Team);
}

Page *MainWindow::makeTodayPage()
{
    auto *today = new TodayPage(m_desk);
    leadingOn(today, &TodayPage::recoverySheetRequested, Screen::Recovery);
    leadingOn(today, &TodayPage::importRequested, Screen::Import);
    connect(today, &TodayPage::lowStockRequested, this, [this] {
        if (goTo(Screen::Stock))
            page<StockPage>(Screen::Stock).showLow();
    });
    return leadingOn(today, &TodayPage::notebookRequested, Screen::Notebook);
}

Page *MainWindow::makePage(Screen screen)
{
    switch (screen) {
    case Screen::Today:
        return makeTodayPage();
    case Screen::Counter:
        return new CounterPage(m_desk);
    case Screen::PickUp:
        return makePickUpPage();
    case Screen::Clients:
        return leadingOn(new ClientsPage(m_desk), &ClientsPage::importRequested, Screen::Import);
    case Screen::Stock:
        return makeStockPage();
    case Screen::Money:
        return new MoneyPage(m_desk);
    case Screen::Measuring:
        return new MeasuringScreen(m_desk);
    case Screen::AddPerson:
        return leadingOn(new AddPersonPage(m_desk), &AddPersonPage::peopleRequested, Screen::Team);
    case Screen::Printing:
        return new PrintingPage(m_desk);
    case Screen::Shop:
        return makeShopPage();
    case Screen::PriceList:
        return leadingOn(new PriceListPage(m_desk), &PriceListPage::importRequested, Screen::Import);
    case Screen::Backups:
        return makeBackupPage();
    case Screen::Party:
        return new PartyPage(m_desk);
    case Screen::History:
        return new HistoryPage(m_desk);
    case Screen::Recovery:
        return makeRecoveryPage();
    case Screen::Team:
        return makeTeamPage();
    case Screen::Import:
        return new ImportPage(m_desk);
    case Screen::Notebook:
        return leadingOn(new NotebookPage(m_desk), &NotebookPage::importRequested, Screen::Import);
    case Screen::MySignIn:
        return makeMySignInPage();
    case Screen::Workspaces:
        return makeWorkspacesPage();
    case Screen::Preview:
        return new PreviewPage(m_desk);
    }
    Q_UNREACHABLE();
}

//! As another screen asks; where the role has no use for it, says so and stays.
bool MainWindow::goTo(Screen screen)
{
    if (mayShow(screen)) {
        show(screen);
        return true;
    }
    m_announcer->say(tr("Your role has no use for that screen. The owner can change what you may do."));
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
    connect(&navigation, &Navigation::orderTaskRequested, this, [this](OrderId order, OrderTask task) {
        openOrder(order);
        page<PickUpPage>(Screen::PickUp).start(order, task);
    });
    connect(&navigation, &Navigation::openOrdersRequested, this, [this](orders::OpenOrderFilter filter) {
        if (goTo(Screen::PickUp))
            page<PickUpPage>(Screen::PickUp).showOpen(filter);
    });
    connect(&navigation, &Navigation::tillRequested, this, [this](TillTask task) {
        if (goTo(Screen::Money))
            page<MoneyPage>(Screen::Money).start(task);
    });
    connect(&navigation, &Navigation::paymentsRequested, this, [this](const QString &whose) {
        if (goTo(Screen::Money))
            page<MoneyPage>(Screen::Money).findPayments(whose);
    });
    connect(&navigation, &Navigation::addToOrderRequested, this, [this](OrderId order) {
        if (goTo(Screen::Counter))
            page<CounterPage>(Screen::Counter).addTo(order);
    });
    connect(&navigation, &Navigation::partyRequested, this, [this](OrderId order) {
        if (goTo(Screen::Party))
            page<PartyPage>(Screen::Party).showOrder(order);
    });
    connect(&navigation, &Navigation::memberRequested, this, [this](OrderId order, std::optional<ClientId> wearer) {
        if (goTo(Screen::PickUp))
            page<PickUpPage>(Screen::PickUp).showMember(order, wearer);
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
    connect(&navigation, &Navigation::backupsRequested, this, [this] { goTo(Screen::Backups); });
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
    const auto order = orders::OrderService(m_desk.session(), m_desk.door()).byNumber(code);
    // Pick up looks for whatever it is given among its orders: what is no order's is not given to it.
    if (m_current == Screen::PickUp && order && !*order && openStock(code))
        return;
    if (currentPage()->takeScan(code))
        return;
    if (!order) {
        Q_EMIT m_desk.notices().failed(order.error());
    } else if (*order) {
        startPickUp();
        currentPage()->takeScan(code);
    } else if (!openStock(code)) {
        m_announcer->say(tr("Nothing here has the number or tag %1.").arg(code));
    }
}

//! The label of a roll or a shelf.
bool MainWindow::openStock(const QString &code)
{
    if (!mayShow(Screen::Stock))
        return false;
    const inventory::StockService stock(m_desk.session(), m_desk.door());
    const auto item = stock.byLabel(code);
    const auto shelf = stock.shelfByLabel(code);
    if (!(item && *item) && !(shelf && *shelf))
        return false;
    show(Screen::Stock);
    return currentPage()->takeScan(code);
}

void MainWindow::startPickUp()
{
    show(Screen::PickUp);
    page<PickUpPage>(Screen::PickUp).startOver();
}

} // namespace thimblely::ui
