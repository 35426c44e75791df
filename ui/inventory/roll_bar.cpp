// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/inventory/roll_bar.h"

#include "ui/inventory/stock_words.h"
#include "ui/theme/paint.h"
#include "ui/theme/theme.h"

#include <QPainter>
#include <QStyle>

#include <algorithm>
#include <array>

namespace thimblely::ui {

namespace {

constexpr int barHeight = 16;
constexpr int rollEnd = 7;
constexpr int levelOver = 4; // of the reorder line, beyond the bar

int widthOf(Quantity quantity, const RollBar &bar, int whole)
{
    if (bar.full.milli() <= 0 || quantity.milli() <= 0)
        return 0;
    return int(std::min<qint64>(whole, quantity.milli() * whole / bar.full.milli()));
}

void paintLevel(QPainter *painter, const QRect &body, int at)
{
    QPen pen(Theme::instance().color(Role::Text), 1);
    pen.setDashPattern({2, 2});
    painter->setPen(pen);
    painter->drawLine(at, body.top() - levelOver, at, body.bottom() + levelOver);
}

} // namespace

void paintRollBar(QPainter *painter, const QRect &rect, const RollBar &bar, Qt::LayoutDirection direction)
{
    const Theme &theme = Theme::instance();
    const auto place = [&](const QRect &part) { return QStyle::visualRect(direction, rect, part); };
    const int whole = rect.width() - rollEnd;
    const QRect body(rect.left(), rect.center().y() - barHeight / 2 + 1, widthOf(bar.stock, bar, whole), barHeight);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing, false);
    if (body.width() > 0) {
        const QColor outline = theme.color(Role::Outline);
        painter->setPen(outline);
        painter->setBrush(theme.color(Role::Surface));
        painter->drawRect(place(body).adjusted(0, 0, -1, -1));
        QRect promised = body;
        promised.setWidth(std::min(body.width(), widthOf(bar.reserved, bar, whole)));
        if (promised.width() > 0)
            painter->fillRect(place(promised), theme.color(Role::Muted));
        if (bar.isCloth) {
            painter->setRenderHint(QPainter::Antialiasing);
            const QRect end(body.right() + 1 - rollEnd / 2, body.top(), rollEnd, barHeight);
            painter->setBrush(theme.color(Role::Sunk));
            painter->drawEllipse(QRectF(place(end)).adjusted(0.5, 0.5, -0.5, -0.5));
            painter->setRenderHint(QPainter::Antialiasing, false);
        }
    }
    if (bar.minimum && bar.minimum->milli() > 0) {
        const QRect level(rect.left() + widthOf(*bar.minimum, bar, whole), body.top(), 1, barHeight);
        paintLevel(painter, body, place(level).left());
    }
    painter->restore();
}

Quantity barScale(Quantity largest)
{
    constexpr std::array<qint64, 3> steps = {2, 6, 10};
    for (qint64 decade = 10;; decade *= 10) {
        for (const qint64 step : steps) {
            if (Quantity::whole(step * decade) >= largest || decade >= 1'000'000'000)
                return Quantity::whole(step * decade);
        }
    }
}

void paintSwatch(QPainter *painter, const QRect &rect, const QString &colour)
{
    const Theme &theme = Theme::instance();
    const QColor cloth = swatchColour(colour);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    paintPanel(painter, rect, cloth.isValid() ? cloth : theme.color(Role::Sunk), theme.color(Role::Outline), 4);
    if (!cloth.isValid()) {
        painter->setPen(theme.color(Role::Outline));
        painter->drawLine(rect.bottomLeft() + QPoint(5, -6), rect.topRight() + QPoint(-5, 6));
    }
    painter->restore();
}

} // namespace thimblely::ui
