// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "ui/calendar/calendar_model.h"

#include <QTableView>

namespace thimblely::ui {

/*!
 * The calendar as a table by keyboard: the arrows go from block to block of a day, over its edge to the next day, and from
 * person to person; Enter opens, Alt and an arrow moves an appointment by a day. It paints its cells itself.
 */
class CalendarTable : public QTableView {
    Q_OBJECT
public:
    explicit CalendarTable(CalendarModel *model, QWidget *parent = nullptr);

    //! The block that has the keyboard; nullptr: the cell itself, which is empty or a day's head.
    const CalendarBlock *currentBlock() const;
    //! Goes to what leads there, or else to that day.
    void goTo(const CalendarTarget &target, Date date);
    void goTo(Date date);
    std::optional<Date> currentDate() const;
    std::optional<PersonId> currentPerson() const;
    int blockOf(const QModelIndex &index) const { return index == currentIndex() ? m_block : -1; }
    //! Where the keyboard was is shown also while it is in the form beside.
    void setMarked(bool marked);
    bool isMarked() const { return m_marked || hasFocus(); }
    //! Sizes of rows and columns from what there is room for.
    void layOut();

Q_SIGNALS:
    void opened(const thimblely::ui::CalendarTarget &target);
    void dayRequested(thimblely::Date date);
    void newRequested(thimblely::Date date, std::optional<thimblely::PersonId> person);
    void cancelRequested(const thimblely::ui::CalendarTarget &target);
    void moveRequested(const thimblely::ui::CalendarTarget &target, int days);
    //! Beyond the first or the last day: one window back or on.
    void stepRequested(int direction);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void focusInEvent(QFocusEvent *event) override;

private:
    void up();
    void down();
    void sideways(int columns);
    void put(const QModelIndex &index, int block);
    void open();
    void restyle();
    int blocks(const QModelIndex &index) const;

    CalendarModel *m_calendar;
    int m_block = 0;
    bool m_marked = false;
};

} // namespace thimblely::ui
