// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/orders/order_service.h"

#include <QAbstractListModel>
#include <QWidget>

namespace thimblely::ui {

class Desk;
class ListView;
class Button;
class SectionHead;

//! The orders of one client, newest first, read page by page.
class ClientOrdersModel : public QAbstractListModel {
    Q_OBJECT
public:
    explicit ClientOrdersModel(Desk &desk, QObject *parent = nullptr);

    //! The first `first` orders of the client; another client starts again.
    Result<void> show(ClientId client, int first);
    //! The same orders as they are now.
    Result<void> reread();
    Result<void> readMore(int count);
    bool hasMore() const { return m_next.has_value(); }
    //! "for Ayo", or "paid by Adunni" where somebody else ordered it.
    QString wearersOf(const orders::OrderRow &order) const;
    const orders::OrderRow &order(int row) const { return m_rows[size_t(row)]; }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    Desk &m_desk;
    std::optional<ClientId> m_client;
    std::vector<orders::OrderRow> m_rows;
    std::optional<orders::ClientOrderKey> m_next;
};

//! The card's section of orders: number, pieces, where it stands, what is still to pay; Enter opens one.
class ClientOrders : public QWidget {
    Q_OBJECT
public:
    explicit ClientOrders(Desk &desk, QWidget *parent = nullptr);

    void showClient(ClientId client);
    void refresh();
    //! The one chosen in the list, else the newest; none: they have none.
    std::optional<OrderId> order() const;
    ClientOrdersModel *model() { return m_model; }

private:
    void take(const Result<void> &read);
    void restyle();
    void offer(const QPoint &at);

    Desk &m_desk;
    ClientOrdersModel *m_model;
    SectionHead *m_head;
    Button *m_more;
    Button *m_change;
    QWidget *m_none;
    ListView *m_view;
};

} // namespace thimblely::ui
