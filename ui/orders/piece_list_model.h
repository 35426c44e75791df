// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/orders/party.h"
#include "ui/desk/order_state.h"
#include "ui/orders/bag.h"
#include "ui/orders/order_line.h"

#include <QAbstractListModel>

#include <map>
#include <optional>
#include <set>
#include <vector>

namespace thimblely::ui {

class Desk;

/*!
 * The pieces of the orders in the bag with a tick each: what is handed over. Only pieces that may leave can be ticked.
 * The first order begins with its first piece, each further one with a row of its own that names it.
 */
class PieceListModel : public QAbstractListModel {
    Q_OBJECT

public:
    enum DataRole {
        OrderLineRole = Qt::UserRole + 0x200, //!< an OrderLine; only on the row that names an order
        TagRole,
        GarmentRole,
        ColourRole,
        WorkRole,
        StatusRole,
        StatusWordRole,
        PriceRole,
        ToPayRole,
        OwedRole,
        StaysRole //!< while others could leave
    };

    explicit PieceListModel(Desk &desk, QObject *parent = nullptr);

    //! Pieces that were ready keep their ticks; what is new in the bag or has just become ready is ticked.
    void setBag(Bag bag);
    void setOrder(std::optional<orders::OrderDetail> order); //!< a bag of one, or of none
    const Bag &bag() const { return m_bag; }
    //! Of its order this piece alone, or with `also` beside what is ticked.
    void tick(OrderItemId piece, bool also);
    std::vector<OrderItemId> ticked() const { return {m_ticked.begin(), m_ticked.end()}; }
    //! Of these what may leave, and nothing else.
    void tickOnly(const std::set<OrderItemId> &pieces);
    //! The orders of which something is ticked; all where nothing is.
    std::set<OrderId> ordersThatCount() const;

    //! None on a row that names an order.
    const orders::Piece *piece(int row) const;
    //! Of the row's order; nullptr behind the end.
    const orders::OrderDetail *order(int row) const;
    OrderLine line(int row) const;
    QString what(int row) const; //!< "1042-2 Jacket"; empty on a row that names an order
    //! -1: it is not in the bag.
    int rowOf(OrderItemId piece) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

Q_SIGNALS:
    void tickedChanged();

private:
    struct Row {
        size_t order;
        std::optional<size_t> piece; // none: names the order
    };
    StateWords state(const orders::Piece &piece, const orders::OrderDetail &order) const;
    QString work(const orders::Piece &piece) const;
    QVariant orderData(int row, int role) const;
    QVariant moneyData(const orders::Piece &piece, int role) const;
    bool mayTick(const orders::Piece &piece) const;
    bool mayHandOver() const;
    QString whose(const orders::OrderDetail &order) const;
    void layRows();
    QString tag(const orders::OrderDetail &order, const orders::Piece &piece) const;

    QString nameOf(const orders::Piece &piece) const;

    Desk &m_desk;
    Bag m_bag;
    std::vector<Row> m_rows;
    std::set<OrderItemId> m_ticked;
    std::map<OrderItemId, orders::PieceDue> m_dues; // none: prices hidden
};

} // namespace thimblely::ui
