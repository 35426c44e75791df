// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
// The ways between the screens: what leads from one to another, and into the window from outside.
#include "core/inventory/stock_service.h"
#include "core/orders/order_service.h"
#include "ui/clients/clients_page.h"
#include "ui/conversations/conversations_page.h"
#include "ui/desk/desk.h"
#include "ui/exchange/import_page.h"
#include "ui/finance/money_page.h"
#include "ui/history/history_page.h"
#include "ui/measurements/measuring_screen.h"
#include "ui/orders/counter_page.h"
#include "ui/orders/party_page.h"
#include "ui/orders/pick_up_page.h"
#include "ui/shell/announcer.h"
#include "ui/shell/main_window.h"
#include "ui/shell/search_popup.h"

#include <QDropEvent>
#include <QMimeData>

namespace thimblely::ui {

bool MainWindow::mayShow(Screen screen) const
{
    return ScreenList::of(screen).isFor(m_desk);
}

void MainWindow::showHistory()
{
    page<HistoryPage>(Screen::History).showAll();
}

void MainWindow::showBin()
{
    page<HistoryPage>(Screen::History).showBin();
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
    connect(&navigation, &Navigation::messagesRequested, this,
            [this](ClientId client, const std::optional<OrderId> &order) {
                if (goTo(Screen::Messages))
                    page<ConversationsPage>(Screen::Messages).showClient(client, order);
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
