// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/base/date.h"
#include "core/changes/change_set.h"
#include "core/orders/order.h"
#include "ui/desk/page.h"
#include "ui/today/today_row.h"

#include <QTimer>

#include <optional>

class QGridLayout;
class QScrollArea;

namespace thimblely::access {
struct Principal;
}

namespace thimblely::orders {
struct TodaysOrders;
}

namespace thimblely::ui {

class Button;
class CountLink;
class Desk;
class Label;
class ReachMenu;
class RecoveryLink;
class ReminderStrip;
class SentenceLink;
class TodayCard;
class TodayTillCard;

/*!
 * What there is to do today: what is late and due, who comes for a fitting, the till, what waits to be collected or for
 * an answer, and what runs out. A person sees the cards that their role may; each number leads to what it counts.
 */
class TodayPage : public Page {
    Q_OBJECT

public:
    explicit TodayPage(Desk &desk, QWidget *parent = nullptr);

    //! Whether there is anything on it for them: who works on given pieces only has another first screen.
    static bool isFor(const access::Principal &principal);

    QString title() const override { return tr("Today"); }
    void prepare() override;
    void arrive() override;

Q_SIGNALS:
    //! What hung here before the shop began with this program is to be entered.
    void notebookRequested();
    //! What another program holds is to be brought in.
    void importRequested();
    //! The codes against a lost password are to be put on paper.
    void recoverySheetRequested();
    //! What is at its reorder level, as the stock lists it.
    void lowStockRequested();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *buildHead();
    void buildOrderCards();
    void buildOtherCards();
    TodayCard *addCard(TodayCard *card);
    void connectCount(CountLink *count, orders::OpenOrderFilter filter);

    void follow(const changes::ChangeSet &changes);
    void followTheDay();
    void reload();
    void reloadOrders();
    void showOrders(const orders::TodaysOrders &today);
    void failOrders(const Error &error);
    void showTomorrow(const orders::TodaysOrders &today);
    void showKept();
    void reloadFittings();
    void reloadStock();
    void goTo(const TodayTarget &target);
    void openMenu(ReachMenu *menu);
    void offer(const TodayTarget &about, const QPoint &at);
    void openList(orders::OpenOrderFilter filter);
    void place();
    void placeMargins();
    void showCardOf(const QWidget *focused);

    Desk &m_desk;
    QTimer m_minute;
    std::optional<Date> m_day; // that is shown
    bool m_isFresh = false;    // read before it was shown, and nothing was written since
    bool m_hasArrived = false; // and has given the keyboard to what comes first
    Label *m_heading = nullptr;
    SentenceLink *m_tomorrow = nullptr;
    ReminderStrip *m_reminders = nullptr;
    RecoveryLink *m_recovery = nullptr;
    SentenceLink *m_notebook = nullptr;
    SentenceLink *m_import = nullptr;
    Button *m_newOrder = nullptr;
    QScrollArea *m_scroll = nullptr;
    QGridLayout *m_grid = nullptr;
    int m_columns = 0;
    QList<TodayCard *> m_cards; // in the order in which they stand; without those that the role may not see

    TodayCard *m_due = nullptr;
    CountLink *m_lateCount = nullptr;
    CountLink *m_todayCount = nullptr;
    TodayCard *m_fittings = nullptr;
    CountLink *m_fittingCount = nullptr;
    TodayTillCard *m_till = nullptr;
    TodayCard *m_ready = nullptr;
    CountLink *m_readyCount = nullptr;
    TodayCard *m_waiting = nullptr;
    CountLink *m_waitingCount = nullptr;
    TodayCard *m_stock = nullptr;
    CountLink *m_stockCount = nullptr;
};

} // namespace thimblely::ui
