// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/base/date.h"

#include <QLocale>
#include <QWidget>

#include <optional>
#include <vector>

namespace thimblely::ui {

/*!
 * The next days and how much is promised for each, as bars; a click or Enter takes the day. The fullest day fills its
 * bar: until the shop's hours are known it compares days, and says pieces, not hours.
 */
class DayLoadList : public QWidget {
    Q_OBJECT

public:
    struct Day {
        Date date;
        int pieces;
    };

    explicit DayLoadList(QLocale locale, QWidget *parent = nullptr);

    void setDays(std::vector<Day> days);
    void setChosen(std::optional<Date> day);

    QSize sizeHint() const override;

Q_SIGNALS:
    void dayChosen(thimblely::Date day);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    int rowHeight() const;
    void paintRow(QPainter &painter, const QRect &row, const Day &day, bool chosen) const;
    int fullest() const;
    void takeChosen(int row);

    QLocale m_locale;
    std::vector<Day> m_days;
    std::optional<Date> m_chosen;
};

} // namespace thimblely::ui
