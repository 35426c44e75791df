// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/theme/status.h"

#include <QPainter>
#include <QPainterPathStroker>
#include <QTransform>

namespace thimblely::ui {
namespace {

QPainterPath stroked(const QPainterPath &path, qreal width)
{
    QPainterPathStroker stroker;
    stroker.setWidth(width);
    stroker.setCapStyle(Qt::RoundCap);
    stroker.setJoinStyle(Qt::RoundJoin);
    return stroker.createStroke(path).simplified();
}

QPainterPath polygon(std::initializer_list<QPointF> points)
{
    QPainterPath path;
    path.addPolygon(QPolygonF(QList<QPointF>(points)));
    path.closeSubpath();
    return path;
}

QPainterPath ring(qreal radius)
{
    QPainterPath path;
    path.addEllipse(QPointF(7, 7), radius, radius);
    return stroked(path, 1.5);
}

QPainterPath halfRing()
{
    QPainterPath half;
    half.moveTo(7, 1.5);
    half.arcTo(QRectF(1.5, 1.5, 11, 11), 90, -180);
    half.closeSubpath();
    return ring(5.5).united(half);
}

QPainterPath tick()
{
    QPainterPath path(QPointF(1.8, 7.5));
    path.lineTo(5.3, 11.2);
    path.lineTo(12.2, 3);
    return stroked(path, 2.2);
}

QPainterPath bars()
{
    QPainterPath path;
    path.addRect(3, 1.5, 2.8, 11);
    path.addRect(8.2, 1.5, 2.8, 11);
    return path;
}

QPainterPath shape14(Status status)
{
    switch (status) {
    case Status::Late:
        return polygon({{7, 1.5}, {13, 12.5}, {1, 12.5}});
    case Status::Today:
        return polygon({{7, 0.8}, {13.2, 7}, {7, 13.2}, {0.8, 7}});
    case Status::InWork:
        return halfRing();
    case Status::Fitting:
        return stroked(polygon({{7, 1.2}, {12.2, 4.1}, {12.2, 9.9}, {7, 12.8}, {1.8, 9.9}, {1.8, 4.1}}), 1.5);
    case Status::Waiting:
        return bars();
    case Status::Ready:
        return tick();
    case Status::Collected:
        return ring(3.8); // smaller than the hexagon: without colour, two outlines of one size look alike
    }
    Q_UNREACHABLE();
}

} // namespace

QPainterPath statusShape(Status status, const QRectF &rect)
{
    QTransform transform;
    transform.translate(rect.x(), rect.y());
    transform.scale(rect.width() / 14, rect.height() / 14);
    return transform.map(shape14(status));
}

Role foreground(Status status)
{
    switch (status) {
    case Status::Late:
        return Role::Late;
    case Status::Today:
        return Role::Today;
    case Status::InWork:
        return Role::Work;
    case Status::Fitting:
        return Role::Fitting;
    case Status::Waiting:
        return Role::Waiting;
    case Status::Ready:
        return Role::Ready;
    case Status::Collected:
        return Role::Done;
    }
    Q_UNREACHABLE();
}

Role background(Status status)
{
    // Each foreground role is followed by its background.
    return Role(int(foreground(status)) + 1);
}

void paintStatusShape(QPainter *painter, Status status, const QRectF &rect, const QColor &color)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->fillPath(statusShape(status, rect), color);
    painter->restore();
}

} // namespace thimblely::ui
