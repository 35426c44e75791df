// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/inventory/stock.h"

#include <QAbstractListModel>

#include <vector>

namespace thimblely::ui {

class Desk;

//! What is to be bought and what is on order, by supplier: as long as one goes shopping for, read whole.
class PurchaseModel : public QAbstractListModel {
    Q_OBJECT

public:
    explicit PurchaseModel(Desk &desk, QObject *parent = nullptr);

    void reload();
    bool isLoaded() const { return m_loaded; }
    const std::vector<inventory::Purchase> &lines() const { return m_lines; }
    const inventory::Purchase &line(int row) const { return m_lines[size_t(row)]; }
    int rowOf(InventoryItemId item) const; //!< -1 where it is not
    int toBuy() const;                     //!< how many are not on order
    //! All of it as plain text, a supplier and what is bought there under one another.
    QString text() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

Q_SIGNALS:
    void failed(const thimblely::Error &error);

private:
    QString secondLineOf(const inventory::Purchase &line) const;
    QString orderedText(const inventory::Purchase &line) const;

    Desk &m_desk;
    std::vector<inventory::Purchase> m_lines;
    bool m_loaded = false;
};

} // namespace thimblely::ui
