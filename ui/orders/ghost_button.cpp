// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/orders/ghost_button.h"

#include "ui/theme/icons.h"
#include "ui/theme/paint.h"
#include "ui/theme/theme.h"

#include <QPainter>
#include <QStyle>

namespace thimblely::ui {

GhostButton::GhostButton(QWidget *parent) : QAbstractButton(parent)
{
    setFocusPolicy(Qt::NoFocus); // its place in the tab order is the tiles'
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QSize GhostButton::sizeHint() const
{
    return {320, Theme::instance().boxHeight(52, {TextStyle::Body})};
}

void GhostButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme &theme = Theme::instance();
    painter.setPen(QPen(theme.color(Role::Outline), 1, Qt::DashLine));
    painter.setBrush(underMouse() ? QBrush(theme.color(Role::Window)) : QBrush(Qt::NoBrush));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), metric::Radius, metric::Radius);
    const auto place = [&](const QRect &part) { return QStyle::visualRect(layoutDirection(), rect(), part); };
    paintIcon(&painter, "i-plus", place(QRect(16, 0, 20, height())), theme.color(Role::Muted), 18);
    painter.setFont(theme.font(TextStyle::Body));
    painter.setPen(theme.color(Role::Muted));
    const QRect words = place(QRect(48, 0, width() - 64, height()));
    const QString shown = painter.fontMetrics().elidedText(text(), Qt::ElideRight, words.width());
    painter.drawText(words, textFlags(shown, Qt::AlignLeading, layoutDirection()), shown);
}

} // namespace thimblely::ui
