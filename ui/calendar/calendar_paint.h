// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "ui/calendar/calendar_cell.h"

#include <QHeaderView>
#include <QStyledItemDelegate>

namespace thimblely::ui {

class CalendarTable;

//! Cells of the calendar: a day with its load, blocks 26 high, what does not fit counted below them.
class CalendarDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    explicit CalendarDelegate(CalendarTable *table);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    //! Which block lies at that point of the cell; -1: none.
    int blockAt(const QRect &cell, const QModelIndex &index, const QPoint &at) const;

private:
    struct Shown {
        int first;
        int count;
        int more; //!< behind them
    };
    Shown shownOf(const QRect &area, int blocks, int current) const;
    QRect areaOf(const QRect &cell, const QModelIndex &index) const;

    CalendarTable *m_table;
};

//! Whose columns they are: face, name, hours of the week.
class CalendarHeader : public QHeaderView {
    Q_OBJECT
public:
    explicit CalendarHeader(QWidget *parent);

protected:
    void paintSection(QPainter *painter, const QRect &rect, int section) const override;
};

} // namespace thimblely::ui
