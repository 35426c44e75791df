// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "ui/orders/order_line.h"

#include <QWidget>

namespace thimblely::ui {

//! The headings of the piece list, and under them the line of the order whose pieces stand at its top.
class BagHead : public QWidget {
    Q_OBJECT

public:
    explicit BagHead(QWidget *parent = nullptr);

    void setOrder(const OrderLine &order);
    void setPriced(bool priced); //!< the columns of money have something in them

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int headHeight() const;
    int lineHeight() const;
    void paintHead(QPainter &painter) const;

    OrderLine m_order;
    bool m_priced = true;
};

} // namespace thimblely::ui
