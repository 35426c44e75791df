// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/orders/quiet_edit.h"

#include "ui/theme/paint.h"
#include "ui/theme/theme.h"

#include <QEvent>
#include <QPainter>

namespace thimblely::ui {

QuietEdit::QuietEdit(Look look, TextStyle style, QWidget *parent) : QLineEdit(parent), m_look(look), m_style(style)
{
    setFrame(false);
    if (look == Look::Plain)
        setTextMargins(-8, 0, -8, 0); // its words stand in line with the others of the row
    align();
    setAttribute(Qt::WA_Hover);
    connect(&Theme::instance(), &Theme::changed, this, &QuietEdit::restyle);
    connect(this, &QLineEdit::textChanged, this, [this] { updateGeometry(); });
    restyle();
}

void QuietEdit::restyle()
{
    setFont(Theme::instance().font(m_style));
    QPalette colors = Theme::instance().palette();
    colors.setColor(QPalette::Base, Qt::transparent); // the row's fill shows through
    setPalette(colors);
    updateGeometry();
}

//! Beside what stands before it, whichever script is typed: else a Latin word goes to the far end of a mirrored row.
void QuietEdit::align()
{
    if (m_look == Look::Plain)
        setAlignment((layoutDirection() == Qt::RightToLeft ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignAbsolute |
                     Qt::AlignVCenter);
}

void QuietEdit::changeEvent(QEvent *event)
{
    QLineEdit::changeEvent(event);
    if (event->type() == QEvent::LayoutDirectionChange)
        align();
}

QSize QuietEdit::sizeHint() const
{
    const QString shown = text().isEmpty() ? placeholderText() : text();
    const int padding = m_look == Look::Dashed ? 40 : 32; // what the style leaves beside the words, and the caret
    return {std::max(48, fontMetrics().horizontalAdvance(shown) + padding),
            Theme::instance().boxHeight(metric::ButtonSmall, {m_style})};
}

QSize QuietEdit::minimumSizeHint() const
{
    return {64, sizeHint().height()};
}

void QuietEdit::paintEvent(QPaintEvent *event)
{
    const Theme &theme = Theme::instance();
    QPainter painter(this);
    if (m_look == Look::Dashed) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(theme.color(Role::Outline), 1, Qt::DashLine));
        painter.setBrush(hasFocus() ? QBrush(theme.color(Role::Surface)) : QBrush(Qt::NoBrush));
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), metric::Radius, metric::Radius);
    } else if (hasFocus()) {
        paintPanel(&painter, rect(), theme.color(Role::Surface), theme.color(Role::Outline));
    } else if (underMouse() && !isReadOnly()) {
        paintPanel(&painter, rect(), {}, theme.color(Role::Line));
    }
    painter.end();
    QLineEdit::paintEvent(event);
}

} // namespace thimblely::ui
