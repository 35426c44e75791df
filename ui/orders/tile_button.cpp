// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/orders/tile_button.h"

#include "ui/theme/icons.h"
#include "ui/theme/paint.h"
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
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void TileButton::setLow(bool low)
{
    m_low = low;
    updateGeometry();
    update();
}

QSize TileButton::sizeHint() const
{
    const Theme &theme = Theme::instance();
    const int word = QFontMetrics(theme.font(TextStyle::Caption)).horizontalAdvance(text());
    return {std::max(m_low ? 60 : 56, word + 6), (m_low ? 32 : 44) + theme.lineHeight(TextStyle::Caption) + 3};
}

void TileButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &theme = Theme::instance();
    paintPanel(&painter, rect(),
               theme.color(isDown()       ? Role::Selected
                           : underMouse() ? Role::Sunk
                                          : Role::Window),
               theme.color(Role::Line));
    painter.setPen(theme.color(Role::Muted));
    painter.setFont(theme.font(TextStyle::CaptionStrong));
    const QRect corner =
        QStyle::visualRect(layoutDirection(), rect(), QRect(6, 2, 20, theme.lineHeight(TextStyle::Caption)));
    const QString number = QString::number(m_number);
    painter.drawText(corner, textFlags(number, Qt::AlignLeading, layoutDirection()), number);
    paintIcon(&painter, m_icon, QRect(0, m_low ? 6 : 14, width(), 26), theme.color(Role::Text), 24);
    painter.setPen(theme.color(Role::Text));
    painter.setFont(theme.font(TextStyle::Caption));
    const int top = m_low ? 30 : 40;
    const QString word = painter.fontMetrics().elidedText(text(), Qt::ElideRight, width() - 2);
    painter.drawText(QRect(0, top, width(), height() - top - 3), textFlags(word, Qt::AlignHCenter, layoutDirection()),
                     word);
}

} // namespace thimblely::ui
