// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/orders/order.h"
#include "ui/theme/roles.h"

#include <QAbstractListModel>

#include <optional>
#include <set>
#include <vector>

namespace thimblely::ui {

class Desk;

//! The pieces of one order with a tick each: what is handed over. Only ready pieces can be ticked.
class PieceListModel : public QAbstractListModel {
    Q_OBJECT

public:
    enum DataRole {
        TagRole = Qt::UserRole + 0x200,
        GarmentRole,
        ColourRole,
        WorkRole,
        StatusRole,
        StatusWordRole,
        PriceRole,
        ToPayRole,
        OwedRole,
        StaysRole
    };

    explicit PieceListModel(Desk &desk, QObject *parent = nullptr);

    //! The same order again keeps its ticks; another one ticks all that is ready.
    void setOrder(std::optional<orders::OrderDetail> order);
    const std::optional<orders::OrderDetail> &order() const { return m_order; }
    std::vector<OrderItemId> ticked() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

Q_SIGNALS:
    void tickedChanged();

private:
    const orders::Piece &piece(int row) const { return m_order->pieces[size_t(row)]; }
    Status status(const orders::Piece &piece) const;
    QString statusWord(const orders::Piece &piece) const;
    QString work(const orders::Piece &piece) const;
    void shareOutPaid();
    //! What of this piece is still owed; none where the person may not read prices.
    std::optional<Money> owed(int row) const;

    Desk &m_desk;
    std::optional<orders::OrderDetail> m_order;
    std::set<OrderItemId> m_ticked;
    std::vector<std::optional<Money>> m_owed; // by row: what was paid covers the pieces in their order
};

} // namespace thimblely::ui
