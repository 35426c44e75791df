// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/marketplace/product_service.h"

#include <QAbstractListModel>
#include <QStyledItemDelegate>

namespace thimblely {
struct Error;
}

namespace thimblely::ui {

class Desk;

//! What people think of one product, the newest first. Read on the reader's thread.
class ReviewsModel : public QAbstractListModel {
    Q_OBJECT

public:
    ReviewsModel(Desk &desk, QObject *parent);

    void show(std::optional<marketplace::ListingId> product);
    void refresh();
    const marketplace::Review &row(int index) const { return m_rows[size_t(index)]; }
    //! The person's own; nullptr: none yet.
    const marketplace::Review *mine() const;

    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : int(m_rows.size()); }
    QVariant data(const QModelIndex &index, int role) const override;
    //! "★★★★☆ · Amina · today".
    QString headOf(const marketplace::Review &review) const;

Q_SIGNALS:
    void loaded();
    void failed(const thimblely::Error &error);

private:
    Desk &m_desk;
    std::optional<marketplace::ListingId> m_product;
    std::vector<marketplace::Review> m_rows;
    int m_asked = 0;
};

class ReviewDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    ReviewDelegate(const ReviewsModel &model, QObject *parent) : QStyledItemDelegate(parent), m_model(model) {}

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    const ReviewsModel &m_model;
};

} // namespace thimblely::ui
