// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include <QMetaType>
#include <QRect>
#include <QString>

class QPainter;

namespace thimblely::ui {

//! The line of an order over its pieces: number, whose it is and how to reach them, taken when and promised for when.
struct OrderLine {
    QString number;
    QString client;
    QString facts;
    QString days;

    QString spoken() const; //!< for the screen reader
    friend bool operator==(const OrderLine &, const OrderLine &) = default;
};

void paintOrderLine(QPainter &painter, const QRect &line, const OrderLine &order, Qt::LayoutDirection direction);

} // namespace thimblely::ui

Q_DECLARE_METATYPE(thimblely::ui::OrderLine)
