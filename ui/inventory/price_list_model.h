// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/inventory/item.h"

#include <QAbstractListModel>

#include <vector>

namespace thimblely::ui {

class Desk;

/*!
 * The price list as the counter offers it: by place, then by name. It is as long as a shop's wall sheet, so it is read
 * whole; a change is patched in, so that selection and place survive. A read that fails is told and leaves the rows.
 */
class PriceListModel : public QAbstractListModel {
    Q_OBJECT

public:
    explicit PriceListModel(Desk &desk, QObject *parent = nullptr);

    void reload();
    bool isLoaded() const { return m_loaded; }
    const inventory::Service &line(int row) const { return m_rows[size_t(row)]; }
    int rowOf(InventoryItemId line) const; //!< -1 where it is not

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    QString remarksOn(const inventory::Service &line) const;

    Desk &m_desk;
    std::vector<inventory::Service> m_rows;
    bool m_loaded = false;
};

} // namespace thimblely::ui
