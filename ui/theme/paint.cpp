// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/theme/paint.h"

#include "ui/theme/theme.h"

#include <QPainter>
#include <QStyle>
#include <QVariant>
#include <QWidget>

namespace thimblely::ui {

void paintPanel(QPainter *painter, const QRect &rect, const QColor &fill, const QColor &border, int radius)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
    painter->setPen(border.isValid() ? QPen(border, 1) : QPen(Qt::NoPen));
    const qreal inset = border.isValid() ? 0.5 : 0;
    painter->drawRoundedRect(QRectF(rect).adjusted(inset, inset, -inset, -inset), radius - inset, radius - inset);
    painter->restore();
}

void paintFootLine(QPainter *painter, const QRect &rect)
{
    painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), Theme::instance().color(Role::Line));
}

void paintSelection(QPainter *painter, const QRect &rect, Qt::LayoutDirection direction)
{
    const Theme &theme = Theme::instance();
    painter->fillRect(rect, theme.color(Role::Selected));
    QRect bar(rect.left(), rect.top(), metric::Bar, rect.height());
    if (direction == Qt::RightToLeft)
        bar.moveRight(rect.right());
    painter->fillRect(bar, theme.color(Role::Accent));
}

void paintStitch(QPainter *painter, const QRect &rect)
{
    painter->save();
    QPen pen(Theme::instance().color(Role::Outline), 1);
    pen.setCosmetic(true);
    pen.setCapStyle(Qt::FlatCap);
    pen.setDashPattern({6, 4});
    painter->setPen(pen);
    const qreal y = qreal(rect.top() + rect.height() / 2) + 0.5; // the middle of a device pixel
    painter->drawLine(QPointF(rect.left(), y), QPointF(rect.right() + 1, y));
    painter->restore();
}

int textFlags(const QString &text, Qt::Alignment side, Qt::LayoutDirection direction)
{
    const int order = text.isRightToLeft() ? Qt::TextForceRightToLeft : Qt::TextForceLeftToRight;
    return int(QStyle::visualAlignment(direction, side) | Qt::AlignAbsolute | Qt::AlignVCenter) | order |
           Qt::TextSingleLine | Qt::TextDontClip;
}

void setInputError(QWidget *input, bool wrong)
{
    if (input->property(property::Error).toBool() == wrong)
        return;
    input->setProperty(property::Error, wrong);
    input->update();
}

} // namespace thimblely::ui
