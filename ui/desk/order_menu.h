// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/access/principal.h"
#include "core/orders/order.h"

#include <QMenu>

namespace thimblely::ui {

class Desk;

/*!
 * What can be done with an order from another screen than its own: how far its pieces are is written at once, a piece
 * that is ready where the last one was hung; another day and cancelling lead to the order. Empty where the person may do
 * nothing of it.
 */
class OrderMenu : public QMenu {
    Q_OBJECT

public:
    OrderMenu(Desk &desk, const orders::OrderDetail &order, QWidget *parent);
    //! Whether there could be anything in it.
    static bool isFor(const access::Principal &who);

private:
    void addStages(const orders::OrderDetail &order);
    void addStage(QMenu &menu, const QString &words, OrderItemId piece, orders::Stage stage, const QString &place);

    Desk &m_desk;
};

} // namespace thimblely::ui
