// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/measurements/history_line.h"

#include "ui/theme/paint.h"
#include "ui/theme/theme.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace thimblely::ui {

namespace {

constexpr int Dot = 6;
constexpr int SideRoom = 28; // for half of a label at both ends

} // namespace

HistoryLine::HistoryLine(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&Theme::instance(), &Theme::changed, this, &QWidget::updateGeometry);
}

void HistoryLine::setPoints(const QString &name, std::vector<HistoryPoint> points)
{
    std::ranges::stable_sort(points, std::ranges::greater(), &HistoryPoint::daysAgo);
    m_points = std::move(points);
    QStringList said;
    for (const HistoryPoint &point : m_points)
        said.append(tr("%1 %2", "value and day").arg(point.text, point.when));
    setAccessibleName(tr("%1 over the visits").arg(name));
    setAccessibleDescription(said.join(QStringLiteral(", ")));
    setToolTip(said.join(u'\n'));
    setVisible(m_points.size() > 1);
    update();
}

QSize HistoryLine::sizeHint() const
{
    return {160, 2 * Theme::instance().lineHeight(TextStyle::Caption) + 44};
}

std::vector<QPointF> HistoryLine::layOut(const std::vector<HistoryPoint> &points, const QRectF &area)
{
    std::vector<QPointF> places;
    if (points.empty())
        return places;
    const auto [least, most] = std::ranges::minmax(points, {}, &HistoryPoint::amount);
    const qint64 days = points.front().daysAgo - points.back().daysAgo;
    for (size_t i = 0; i < points.size(); ++i) {
        const double along = days > 0            ? double(points.front().daysAgo - points[i].daysAgo) / double(days)
                             : points.size() > 1 ? double(i) / double(points.size() - 1)
                                                 : 0.5;
        const qint64 span = most.amount - least.amount;
        const double up = span > 0 ? double(points[i].amount - least.amount) / double(span) : 0.5;
        places.emplace_back(area.left() + along * area.width(), area.bottom() - up * area.height());
    }
    return places;
}

void HistoryLine::paintLabel(QPainter &painter, const QPointF &at, size_t point) const
{
    const Theme &theme = Theme::instance();
    const HistoryPoint &labelled = m_points[point];
    const bool last = point + 1 == m_points.size();
    const auto centred = [&](const QString &text, double y) {
        const double width = painter.fontMetrics().horizontalAdvance(text) + 2;
        const double x = std::clamp(at.x() - width / 2, 0.0, std::max(0.0, this->width() - width));
        painter.drawText(QRectF(x, y, width, painter.fontMetrics().height()),
                         textFlags(text, Qt::AlignHCenter, Qt::LeftToRight), text);
    };
    painter.setFont(theme.font(last ? TextStyle::CaptionStrong : TextStyle::Caption));
    painter.setPen(theme.color(Role::Text));
    centred(labelled.text, at.y() - Dot - painter.fontMetrics().height());
    painter.setFont(theme.font(TextStyle::Caption));
    painter.setPen(theme.color(Role::Muted));
    centred(labelled.when, height() - painter.fontMetrics().height());
}

void HistoryLine::paintEvent(QPaintEvent *)
{
    if (m_points.size() < 2)
        return;
    const Theme &theme = Theme::instance();
    const double text = theme.lineHeight(TextStyle::Caption);
    const QRectF area(SideRoom, text + Dot, width() - 2 * SideRoom, height() - 2 * text - 2 * Dot - 6);
    const std::vector<QPointF> places = layOut(m_points, area); // time runs from left to right in every language
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QPainterPath line(places.front());
    for (const QPointF &place : places)
        line.lineTo(place);
    painter.setPen(QPen(theme.color(Role::Outline), 1.5));
    painter.drawPath(line);
    for (size_t i = 0; i < places.size(); ++i) {
        const bool last = i + 1 == places.size();
        painter.setPen(QPen(theme.color(Role::Text), 1.5));
        painter.setBrush(theme.color(last ? Role::Text : Role::Surface));
        painter.drawEllipse(places[i], Dot / 2.0, Dot / 2.0);
    }
    paintLabel(painter, places.front(), 0);
    paintLabel(painter, places.back(), places.size() - 1);
}

std::vector<HistoryPoint> historyOf(const MeasureField &field, BodySide side, LengthUnit unit)
{
    std::vector<HistoryPoint> points;
    if (field.dimension == MeasurementDimension::Words)
        return points;
    for (const EarlierValue &earlier : field.earlier) {
        if (const auto &value = earlier.value.side(side))
            points.push_back({earlier.daysAgo, value->amount, shown(*value, unit), earlier.when});
    }
    if (const auto &today = field.today.side(side); today && field.state == FieldState::Measured)
        points.push_back({0, today->amount, shown(*today, unit), HistoryLine::tr("today")});
    return points;
}

} // namespace thimblely::ui
