// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/orders/cloth_use.h"

#include <QAbstractListModel>

#include <vector>

namespace thimblely::ui {

class Desk;

//! What of an item is promised, by promise; last what was put aside by hand. As long as what a roll is cut into: read whole.
class PromisedModel : public QAbstractListModel {
    Q_OBJECT

public:
    explicit PromisedModel(Desk &desk, QObject *parent = nullptr);

    void showItem(InventoryItemId item, const QString &unit);
    //! None: put aside by hand, for no piece.
    const orders::ClothPiece *piece(int row) const;
    const std::vector<orders::ClothPiece> &pieces() const { return m_pieces; }
    Quantity byHand() const { return m_byHand; }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

Q_SIGNALS:
    void failed(const thimblely::Error &error);

private:
    QString secondLineOf(const orders::ClothPiece &piece) const;

    Desk &m_desk;
    std::vector<orders::ClothPiece> m_pieces;
    Quantity m_byHand{0};
    QString m_unit;
};

} // namespace thimblely::ui
