// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/inventory/movement.h"

#include <QAbstractListModel>
#include <QHash>

#include <vector>

namespace thimblely::ui {

class Desk;

/*!
 * What moved an item, newest first: what was done and for which piece, when and by whom, what there was before and after,
 * and by how much. Read page by page by key. A read that fails is told by failed() and leaves the rows. GUI thread.
 */
class StockLedgerModel : public QAbstractListModel {
    Q_OBJECT

public:
    explicit StockLedgerModel(Desk &desk, QObject *parent = nullptr);

    void showItem(InventoryItemId item);
    //! More was moved: what is shown is read anew.
    void reload();
    const inventory::Movement &movement(int row) const { return m_rows[size_t(row)]; }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

Q_SIGNALS:
    void failed(const thimblely::Error &error);

private:
    Result<inventory::MovementPage> page(const std::optional<inventory::MovementKey> &after, int limit) const;
    void namePieces(const std::vector<inventory::Movement> &rows);
    QString titleOf(const inventory::Movement &row) const;
    QString secondLineOf(const inventory::Movement &row) const;

    Desk &m_desk;
    std::optional<InventoryItemId> m_item;
    std::vector<inventory::Movement> m_rows;
    std::optional<inventory::MovementKey> m_next;
    QHash<OrderItemId, QString> m_pieces; //!< "1042-1 Jacket", as far as they are to be seen
};

} // namespace thimblely::ui
