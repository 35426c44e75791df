// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/orders/order.h"
#include "core/orders/uncollected_rules.h"
#include "ui/desk/order_state.h"

#include <QAbstractListModel>

#include <deque>
#include <optional>
#include <vector>

namespace thimblely::ui {

class Desk;

/*!
 * The open orders by promise, or those of a filter, fetched page by page as the list is scrolled. A change re-reads as many rows as were
 * there, up to 500, and tells the view exactly which came, went or differ, so that selection and place survive; what
 * lies further down is fetched again when the list is scrolled there.
 */
class OpenOrdersModel : public QAbstractListModel {
    Q_OBJECT

public:
    explicit OpenOrdersModel(Desk &desk, QObject *parent = nullptr);

    //! Only those that answer to these words (OrderService::search) or are of a client who does, of a client what is ready
    //! first, then by promise; empty: all open.
    void setWords(const QString &words);
    bool isLookedFor() const { return !m_words.isEmpty(); }
    //! Only those that the filter leaves, in its order, as long as no words are looked for.
    void setFilter(orders::OpenOrderFilter filter);
    orders::OpenOrderFilter filter() const { return m_filter; }
    void reload();
    OrderId order(int row) const { return m_rows[size_t(row)].id; }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

private:
    Result<orders::OpenOrderPage> firstPage() const;
    Result<orders::OpenOrderPage> found() const;
    StateWords stateIn(const orders::OrderRow &row) const;

    Desk &m_desk;
    std::deque<orders::OrderRow> m_rows; // grows without moving what is there
    std::optional<orders::OpenOrderKey> m_next;
    std::optional<orders::UncollectedRules> m_uncollected; // of the shop, as of the last reload
    QString m_words;
    orders::OpenOrderFilter m_filter = orders::OpenOrderFilter::All;
    bool m_begun = false;
};

} // namespace thimblely::ui
