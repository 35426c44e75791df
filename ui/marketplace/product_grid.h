// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include <QListView>
#include <QStyledItemDelegate>

namespace thimblely::ui {

class Desk;
class PictureCache;
class ProductsModel;

//! Products as cards side by side, as many as fit; the arrows go from one to the next.
class ProductGrid : public QListView {
    Q_OBJECT

public:
    ProductGrid(ProductsModel &model, Desk &desk, PictureCache &pictures, QWidget *parent);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void keyboardSearch(const QString &) override {} // N is a new product
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;

private:
    void restyle();
    void fitCards();
};

//! A card: its picture, title, price, and how it stands.
class ProductDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    ProductDelegate(const ProductsModel &model, Desk &desk, PictureCache &pictures, QObject *parent);

    static int cardHeight(int width);
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    const ProductsModel &m_model;
    Desk &m_desk;
    PictureCache &m_pictures;
};

} // namespace thimblely::ui
