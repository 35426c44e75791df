// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/changes/change_set.h"
#include "core/finance/payment.h"
#include "core/orders/order.h"
#include "ui/desk/page.h"

#include <optional>

class QCheckBox;
class QLabel;
class QLineEdit;
class QStackedWidget;

namespace thimblely::ui {

class BagHead;
class Button;
class Desk;
class EmptyState;
class Label;
class ListView;
class OpenOrdersModel;
class Pane;
class PayPane;
class PieceListModel;

/*!
 * One order as it hangs on the rail: found by number, ticket or name, its pieces with where they stand, and the money.
 * Without an order it lists what is open by promise.
 */
class PickUpPage : public Page {
    Q_OBJECT

public:
    explicit PickUpPage(Desk &desk, QWidget *parent = nullptr);

    void showOrder(OrderId order);
    //! The list of those open orders that the filter leaves, the keyboard in it.
    void showOpen(orders::OpenOrderFilter filter);
    //! Back to the list of all open orders, the keyboard in the field that finds one.
    void startOver();

    QString title() const override;
    void arrive() override;
    bool stepBack() override;
    bool handle(ActionId action) override;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *buildHead();
    QWidget *buildOpenList();
    QWidget *buildBag();
    QWidget *buildFacts();
    void connectPay();
    void follow(const changes::ChangeSet &changes);
    void place();
    void reload();
    void showList();
    void showFacts(const orders::OrderDetail &order);
    void showAlsoReady(const orders::OrderDetail &order);
    void setFilter(orders::OpenOrderFilter filter);
    void narrow(const QString &typed);
    void find();
    void take();
    void add();
    void complete();
    void invoice();
    void printReceipt();
    void refuse(const Error &error);
    void taken(const std::optional<finance::PaymentTaken> &payment);

    Desk &m_desk;
    std::optional<OrderId> m_orderId;
    std::optional<OrderId> m_alsoReady;
    PieceListModel *m_pieces;
    OpenOrdersModel *m_open;
    QLineEdit *m_find = nullptr;
    Label *m_heading = nullptr;
    Button *m_filter = nullptr; // its name; pressed, all are listed again
    Label *m_findProblem = nullptr;
    Button *m_also = nullptr;
    QCheckBox *m_ticketSeen = nullptr;
    Label *m_collectorName = nullptr;
    QLineEdit *m_collector = nullptr;
    QStackedWidget *m_stack = nullptr;
    ListView *m_openList = nullptr;
    EmptyState *m_empty = nullptr;
    QWidget *m_bag = nullptr;
    BagHead *m_bagHead = nullptr;
    ListView *m_list = nullptr; // the pieces
    Pane *m_facts = nullptr;
    Label *m_noted = nullptr;
    Label *m_notes = nullptr;
    Label *m_stays = nullptr;
    PayPane *m_pay = nullptr;
};

} // namespace thimblely::ui
