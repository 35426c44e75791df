// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/finance/reports.h"

#include <QLocale>
#include <QWidget>

#include <vector>

namespace thimblely::ui {

/*!
 * Income and expense month by month: income solid, expense hollow and hatched, what is left as a number under each, so that
 * it reads without colours. What it shows is said to a screen reader in words. While money is hidden it shows none.
 */
class MonthChart : public QWidget {
    Q_OBJECT

public:
    explicit MonthChart(const QLocale &locale, QWidget *parent = nullptr);

    void setMonths(std::vector<finance::MonthFigures> months);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

    //! The figures of the axis up to the largest amount: at most five steps of 1, 2 or 5 times a power of ten. Pure.
    static std::vector<qint64> steps(qint64 largest);
    //! "1.5 m", "300 k": an amount as short as an axis has room for.
    static QString shortFigure(qint64 minor, int minorDigits, const QLocale &locale);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void describe();
    QRect plot() const;
    void paintGrid(QPainter &painter, const QRect &area, qint64 top) const;
    void paintMonth(QPainter &painter, const QRect &column, const QRect &area, size_t index, qint64 top) const;
    void paintLeftHead(QPainter &painter, const QRect &area) const;
    void paintBar(QPainter &painter, const QRect &bar, bool isIncome, bool isNow) const;

    QLocale m_locale;
    std::vector<finance::MonthFigures> m_months;
};

} // namespace thimblely::ui
