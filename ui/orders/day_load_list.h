// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/orders/day_plan.h"

#include <QLocale>
#include <QWidget>

#include <optional>
#include <vector>

namespace thimblely::ui {

/*!
 * The next days and how much of the hours of each is taken, as bars with what is free in words; a click or Enter takes
 * the day. On a closed day its reason stands there.
 */
class DayLoadList : public QWidget {
    Q_OBJECT

public:
    explicit DayLoadList(const QLocale &locale, QWidget *parent = nullptr);

    void setDays(std::vector<orders::PlanDay> days);
    //! Columns side by side, 52 high, instead of rows.
    void setColumns(bool columns);
    //! How many of the days are shown.
    void setShown(int days);
    void setChosen(std::optional<Date> day);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {160, sizeHint().height()}; }

Q_SIGNALS:
    void dayChosen(thimblely::Date day);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

    bool event(QEvent *event) override;

private:
    using Day = orders::PlanDay;

    int dayAt(const QPoint &position) const;
    int rowHeight() const;
    int shown() const { return std::min(m_shown, int(m_days.size())); }
    QRect cellOf(int day) const; // as in a window from left to right
    void paintColumn(QPainter &painter, const QRect &cell, const Day &day, bool chosen) const;
    void paintBar(QPainter &painter, const QRect &bar, const Day &day) const;
    QString nameOf(const Day &day) const;
    QString wordsOf(const Day &day) const;
    void paintRow(QPainter &painter, const QRect &row, const Day &day, bool chosen) const;
    void takeChosen(int row);

    QLocale m_locale;
    std::vector<Day> m_days;
    std::optional<Date> m_chosen;
    int m_shown = 5;
    bool m_columns = false;
};

} // namespace thimblely::ui
