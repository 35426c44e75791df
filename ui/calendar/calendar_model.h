// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "ui/calendar/calendar_cell.h"

#include <QAbstractTableModel>

#include <memory>

namespace thimblely::ui {

/*!
 * The days of a window as a table. By persons: a row each day, with its load, what is due, what is nobody's in particular,
 * and a column for each person. By weeks: a row each week, a column each of its days. Made from a window that was read
 * elsewhere; GUI thread.
 */
class CalendarModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum class Shape { Persons, Weeks };
    //! ShortNameRole: of a person as much as tells them from the others, where there is no room for all of it.
    enum Role { HoursRole = Qt::UserRole + 1, FaceRole, ShortNameRole };

    explicit CalendarModel(Desk &desk, QObject *parent = nullptr);

    //! `month`: any day of the month that a window of weeks is of; days of others are quieter.
    void setWindow(std::shared_ptr<const calendar::CalendarWindow> window, Shape shape, std::optional<Date> month = {});
    void clear();
    const calendar::CalendarWindow *window() const { return m_window.get(); }
    Shape shape() const { return m_shape; }

    const CalendarCell &cell(const QModelIndex &index) const;
    //! A day's head: the first column of persons, every cell of weeks. nullptr: it has none.
    const CalendarHead *head(const QModelIndex &index) const;
    Date dateOf(const QModelIndex &index) const;
    //! Whose column it is; none: nobody's in particular.
    std::optional<PersonId> personOf(int column) const;
    QModelIndex indexOf(Date date, int column) const;
    QModelIndex indexOf(const CalendarTarget &target, int *block) const;
    bool isDayColumn(int column) const { return m_shape == Shape::Persons && column == 0; }
    bool isDueColumn(int column) const
    {
        return m_shape == Shape::Persons && m_window && m_window->hasOrders && column == 1;
    }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void fillPersons();
    void fillWeeks(std::optional<Date> month);
    int columnOf(const std::optional<PersonId> &person) const;
    int minutesOf(int column) const;

    Desk &m_desk;
    std::shared_ptr<const calendar::CalendarWindow> m_window;
    Shape m_shape = Shape::Persons;
    std::vector<Date> m_dates;         //!< of the rows, or of the cells week by week
    std::vector<CalendarHead> m_heads; //!< by date
    std::vector<std::vector<CalendarCell>> m_rows;
};

} // namespace thimblely::ui
