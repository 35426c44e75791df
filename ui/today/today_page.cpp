// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/today/today_page.h"

#include "core/access/capability.h"
#include "core/calendar/calendar_service.h"
#include "core/inventory/inventory_service.h"
#include "core/orders/order_service.h"
#include "core/orders/promise_service.h"
#include "ui/calendar/reminder_strip.h"
#include "ui/desk/desk.h"
#include "ui/desk/order_menu.h"
#include "ui/desk/tomorrow_words.h"
#include "ui/notebook/notebook_page.h"
#include "ui/today/count_link.h"
#include "ui/today/foot_links.h"
#include "ui/today/reach_menu.h"
#include "ui/today/recovery_link.h"
#include "ui/today/today_card.h"
#include "ui/today/today_rows.h"
#include "ui/today/today_till_card.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/label.h"

#include <QCursor>

#include <utility>

namespace thimblely::ui {

namespace {

using access::Capability;
using orders::OpenOrderFilter;

constexpr int mostRows = 5;
constexpr int mostStockRows = 50;

} // namespace

bool TodayPage::isFor(const access::Principal &principal)
{
    return principal.can(Capability::OrdersRead) || principal.can(Capability::TillOperate);
}

// What is shown -------------------------------------------------------------------------------------------------------

void TodayPage::prepare()
{
    reload();
    m_isFresh = true;
}

void TodayPage::arrive()
{
    m_recovery->look();
    m_reminders->look();
    if (!std::exchange(m_isFresh, false))
        reload();
    if (QWidget *last = focusWidget(); m_hasArrived && last && last->isVisible()) {
        last->setFocus(Qt::OtherFocusReason);
        return;
    }
    m_hasArrived = isVisible();
    if (m_till && m_till->isClosed() && m_till->focusRows())
        return; // the first thing of the morning; it holds nobody up
    for (TodayCard *card : std::as_const(m_cards)) {
        if (card->focusRows())
            return;
    }
    m_newOrder->setFocus(Qt::OtherFocusReason);
}

void TodayPage::follow(const changes::ChangeSet &changes)
{
    using storage::Table;
    if (!isVisible()) {
        m_isFresh = false; // read anew when it comes to the front
        return;
    }
    constexpr std::array shown = {Table::Orders,         Table::OrderItems,   Table::Clients,    Table::Events,
                                  Table::InventoryItems, Table::Transactions, Table::SysActivity};
    if (std::ranges::any_of(shown, [&](Table table) { return changes.touches(table); }))
        reload();
}

void TodayPage::followTheDay()
{
    if (isVisible() && m_day != m_desk.today())
        reload();
}

void TodayPage::reload()
{
    m_day = m_desk.today();
    //: the day of the week and the day, as in QLocale::toString
    m_heading->setText(m_desk.locale().toString(m_day->toQDate(), tr("dddd d MMMM")));
    reloadOrders();
    reloadFittings();
    if (m_till)
        m_till->reload();
    reloadStock();
}

void TodayPage::reloadOrders()
{
    if (!m_due)
        return;
    const auto today = orders::OrderService(m_desk.session(), m_desk.door()).today(mostRows);
    if (today)
        showOrders(*today);
    else
        failOrders(today.error());
}

void TodayPage::showOrders(const orders::TodaysOrders &today)
{
    const QLocale &locale = m_desk.locale();
    const auto all = [&](int count) { return count > 0 ? tr("All %1").arg(locale.toString(count)) : QString(); };
    m_lateCount->setCount(today.late.count, locale);
    m_todayCount->setCount(today.dueToday.count, locale);
    m_due->setRows(dueRows(m_desk, today, mostRows),
                   today.anyBooked ? tr("Nothing is late, and nothing is due today.")
                                   : tr("No order was taken yet. New order (F2) takes the first one: the pieces, when "
                                        "they are promised, and the money. Here it stands on its day."));
    m_due->setFootLink(all(today.late.count + today.dueToday.count));
    m_readyCount->setCount(today.ready.count, locale);
    m_ready->setRows(readyRows(m_desk, today), tr("Nothing ready hangs here. What is made ready at pick-up stands here "
                                                  "until it is collected."));
    m_ready->setFootLink(all(today.ready.count));
    m_ready->setFootRemark(today.readyLong > 0
                               ? tr("%1 over %2 days").arg(QStringLiteral("%1"), locale.toString(orders::readyLongDays))
                               : QString(),
                           locale.toString(today.readyLong));
    m_waitingCount->setCount(today.waiting.count, locale);
    m_waiting->setRows(waitingRows(m_desk, today), tr("No piece waits for what its client has to say or bring."));
    m_waiting->setFootLink(all(today.waiting.count));
    m_notebook->setVisible(today.isYoung && NotebookPage::isFor(m_desk.principal()));
    m_import->setVisible(today.isYoung && m_desk.principal().can(Capability::DataImport));
    showTomorrow(today);
    showKept();
}

void TodayPage::failOrders(const Error &error)
{
    for (CountLink *count : {m_lateCount, m_todayCount, m_readyCount, m_waitingCount})
        count->setCount({}, m_desk.locale());
    for (TodayCard *card : {m_due, m_ready, m_waiting}) {
        card->setProblem(m_desk.sentence(error));
        card->setFootLink({});
        card->setFootRemark({}, {});
        card->setFootNote({}, {});
    }
    m_tomorrow->hide();
    m_notebook->hide();
    m_import->hide();
}

void TodayPage::showTomorrow(const orders::TodaysOrders &today)
{
    const TomorrowWords words = tomorrowWords(today, m_desk.locale());
    m_tomorrow->setVisible(!words.sentence.isEmpty());
    m_tomorrow->setSentence(words.sentence, words.pieces);
}

//! The promise that was given first is the one that was kept, or was not.
void TodayPage::showKept()
{
    const auto kept = orders::PromiseService(m_desk.session(), m_desk.door()).kept();
    m_due->setFootNote(kept && kept->promised > 0
                           ? tr("%1 % in time, %2 days")
                                 .arg(m_desk.locale().toString(kept->percent()), m_desk.locale().toString(kept->days))
                           : QString(),
                       kept ? tr("%1 of %2 orders were ready by the day that was promised first")
                                  .arg(m_desk.locale().toString(kept->kept), m_desk.locale().toString(kept->promised))
                            : QString());
}

void TodayPage::reloadFittings()
{
    if (!m_fittings)
        return;
    const auto fittings = calendar::CalendarService(m_desk.session()).fittings(*m_day);
    m_fittingCount->setCount(fittings ? std::optional(int(fittings->size())) : std::nullopt, m_desk.locale());
    if (fittings)
        m_fittings->setRows(fittingRows(m_desk, *fittings), tr("Nobody comes for a fitting today."));
    else
        m_fittings->setProblem(m_desk.sentence(fittings.error()));
}

void TodayPage::reloadStock()
{
    if (!m_stock)
        return;
    const auto low = inventory::InventoryService(m_desk.session(), m_desk.door()).lowStock(mostStockRows);
    m_stockCount->setCount(low ? std::optional(low->count) : std::nullopt, m_desk.locale());
    if (low)
        m_stock->setRows(lowStockRows(m_desk, low->first), tr("Nothing on the shelf is at its reorder level."));
    else
        m_stock->setProblem(m_desk.sentence(low.error()));
}

// Where it leads ------------------------------------------------------------------------------------------------------

void TodayPage::goTo(const TodayTarget &target)
{
    if (const auto *order = std::get_if<OrderId>(&target))
        Q_EMIT m_desk.navigation().openOrderRequested(*order);
    else if (const auto *client = std::get_if<ClientId>(&target))
        Q_EMIT m_desk.navigation().clientRequested(*client);
    else if (const auto *task = std::get_if<TillTask>(&target))
        Q_EMIT m_desk.navigation().tillRequested(*task);
    else if (const auto *who = std::get_if<ReachClient>(&target))
        openMenu(new ReachMenu(m_desk, *who, this));
    else if (const auto *item = std::get_if<InventoryItemId>(&target))
        openMenu(new ReachMenu(m_desk, *item, this));
}

void TodayPage::openMenu(ReachMenu *menu)
{
    connect(menu, &ReachMenu::cardRequested, this,
            [this](ClientId client) { Q_EMIT m_desk.navigation().clientRequested(client); });
    if (menu->isEmpty()) {
        menu->deleteLater(); // why was said
        return;
    }
    const QWidget *from = QApplication::focusWidget();
    menu->popup(isAncestorOf(from) && !from->rect().contains(from->mapFromGlobal(QCursor::pos()))
                    ? from->mapToGlobal(from->rect().center())
                    : QCursor::pos());
    menu->setActiveAction(menu->actions().value(0));
}

//! Of an order: how far it is, another day.
void TodayPage::offer(const TodayTarget &about, const QPoint &at)
{
    const auto *order = std::get_if<OrderId>(&about);
    if (!order)
        return;
    const auto detail = orders::OrderService(m_desk.session(), m_desk.door()).load(*order);
    if (!detail) {
        m_desk.notices().fail(detail.error());
        return;
    }
    OrderMenu menu(m_desk, *detail, this);
    if (!menu.isEmpty())
        menu.exec(at);
}

void TodayPage::openList(OpenOrderFilter filter)
{
    Q_EMIT m_desk.navigation().openOrdersRequested(filter);
}

} // namespace thimblely::ui
