// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "ui/measurements/measure_field.h"

#include <QWidget>

namespace thimblely::ui {

//! What one value was at a visit.
struct HistoryPoint {
    qint64 daysAgo;
    qint64 amount;
    QString text; //!< as it is shown
    QString when;
};

/*!
 * A measure over the visits as a line, by their days: how a body changes is seen at a glance. The values are read out in
 * words as well. A line says nothing before there are two visits: it asks for no room then.
 */
class HistoryLine : public QWidget {
    Q_OBJECT
public:
    explicit HistoryLine(QWidget *parent = nullptr);

    //! In any order of time.
    void setPoints(const QString &name, std::vector<HistoryPoint> points);
    const std::vector<HistoryPoint> &points() const { return m_points; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

    //! Where the points lie in an area, the oldest first; those of the same day beside each other.
    static std::vector<QPointF> layOut(const std::vector<HistoryPoint> &points, const QRectF &area);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void paintLabel(QPainter &painter, const QPointF &at, size_t point) const;

    std::vector<HistoryPoint> m_points; //!< the oldest first
};

//! The values of a field over the visits and today's: of a pair the side that is given.
std::vector<HistoryPoint> historyOf(const MeasureField &field, BodySide side, LengthUnit unit);

} // namespace thimblely::ui
