// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include <QStyledItemDelegate>
#include <QWidget>

namespace thimblely::ui {

class StockModel;

//! Where the columns of a row of the stock lie, reading left to right; those without room are empty.
struct StockColumns {
    explicit StockColumns(const QRect &row);

    QRect swatch;
    QRect words;
    QRect bar;
    QRect left;
    QRect reserved;
    QRect free;
};

//! A roll: what it is, its bar with a word where something is to be done, and what is left, reserved and free.
class StockRowDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    StockRowDelegate(const StockModel &model, const QLocale &locale, QObject *parent);

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    const StockModel &m_model;
    QLocale m_locale;
};

//! Over the list: what its columns hold, and what its bars stand for.
class StockListHead : public QWidget {
    Q_OBJECT

public:
    StockListHead(const StockModel &model, const QLocale &locale, QWidget *parent);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const StockModel &m_model;
    QLocale m_locale;
};

//! Under the list: how a bar is read.
class StockLegend : public QWidget {
    Q_OBJECT

public:
    explicit StockLegend(QWidget *parent);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace thimblely::ui
