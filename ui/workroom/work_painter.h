// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "ui/desk/order_state.h"
#include "ui/theme/roles.h"

#include <QRect>
#include <QString>

class QPainter;

namespace thimblely::ui {

//! Draws inside a row that may be mirrored; coordinates are those of reading left to right.
class WorkPainter {
public:
    WorkPainter(QPainter *painter, const QRect &row, Qt::LayoutDirection direction)
        : m_painter(painter), m_row(row), m_direction(direction)
    {}

    QRect place(const QRect &rect) const;
    //! Elided where there is no room; gives the width it took.
    int text(const QRect &rect, const QFont &font, Role role, const QString &text, Qt::Alignment side) const;
    int text(const QRect &rect, TextStyle style, Role role, const QString &text,
             Qt::Alignment side = Qt::AlignLeft) const;
    //! At the leading end; what has no room is shortened. Gives the width it took.
    //! `end` stays whole.
    int chip(const QRect &rect, const StateWords &state, const QString &end = {}) const;
    //! The framed word "Rush" at the trailing end; gives the width it took.
    int frame(const QRect &rect, const QString &word) const;

private:
    QPainter *m_painter;
    QRect m_row;
    Qt::LayoutDirection m_direction;
};

} // namespace thimblely::ui
