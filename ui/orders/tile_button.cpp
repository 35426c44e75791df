// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/orders/tile_button.h"

#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QPainter>
#include <QStyle>

namespace thimblely::ui {

TileButton::TileButton(int number, QByteArray icon, const QString &word, QWidget *parent)
    : QAbstractButton(parent), m_number(number), m_icon(std::move(icon))
{
    setText(word);
    setAccessibleName(tr("%1, key %2").arg(word).arg(number));
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QSize TileButton::sizeHint() const
{
    const Theme &theme = Theme::instance();
    const int word = QFontMetrics(theme.font(TextStyle::Caption)).horizontalAdvance(text());
    return {std::max(56, word + 8), 44 + theme.lineHeight(TextStyle::Caption) + 3};
}

void TileButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme &theme = Theme::instance();
    painter.setPen(theme.color(Role::Line));
    painter.setBrush(theme.color(isDown() ? Role::Selected : underMouse() ? Role::Sunk : Role::Window));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), metric::Radius, metric::Radius);

    painter.setPen(theme.color(Role::Muted));
    painter.setFont(theme.font(TextStyle::CaptionStrong));
    const QRect corner = QStyle::visualRect(layoutDirection(), rect(), QRect(6, 4, 20, 16));
    painter.drawText(corner, Qt::AlignLeading | Qt::AlignTop, QString::number(m_number));
    paintIcon(&painter, m_icon, QRect(0, 14, width(), 26), theme.color(Role::Text), 24);
    painter.setPen(theme.color(Role::Text));
    painter.setFont(theme.font(TextStyle::Caption));
    painter.drawText(QRect(0, 42, width(), height() - 44), Qt::AlignCenter, text());
}

} // namespace thimblely::ui
