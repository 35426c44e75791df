// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/finance/payment.h"
#include "core/orders/order.h"
#include "ui/desk/page.h"

#include <optional>

class QLineEdit;
class QListView;

namespace thimblely::ui {

class Chip;
class Desk;
class EmptyState;
class Label;
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

    QString title() const override;
    void arrive() override;
    bool stepBack() override;
    bool handle(ActionId action) override;

private:
    void build();
    QWidget *buildHead();
    void reload();
    void find();
    void showList();
    void showPieces(bool pieces);
    void take();
    void complete();
    void invoice();
    void printReceipt();
    void fail(const Error &error);
    void taken(const std::optional<finance::PaymentTaken> &payment);

    Desk &m_desk;
    std::optional<OrderId> m_orderId;
    PieceListModel *m_pieces;
    OpenOrdersModel *m_open;
    QLineEdit *m_find = nullptr;
    Label *m_heading = nullptr;
    Label *m_facts = nullptr;
    QListView *m_list = nullptr;  // the pieces
    QListView *m_openList = nullptr;
    EmptyState *m_empty = nullptr;
    PayPane *m_pay = nullptr;
};

} // namespace thimblely::ui
