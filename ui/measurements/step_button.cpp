// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/measurements/step_button.h"

#include "ui/theme/paint.h"
#include "ui/theme/theme.h"

#include <QPainter>

namespace thimblely::ui {

StepButton::StepButton(const QString &text, const QString &name, int width, QWidget *parent)
    : QAbstractButton(parent), m_width(width)
{
    setText(text);
    setLayoutDirection(Qt::LeftToRight);
    setAccessibleName(name);
    setToolTip(name);
    setAutoRepeat(true);
    setFocusPolicy(Qt::NoFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
}

QSize StepButton::sizeHint() const
{
    const int text = QFontMetrics(Theme::instance().font(TextStyle::Body)).horizontalAdvance(this->text());
    return {std::max(m_width, text + 12), 44};
}

void StepButton::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::instance();
    const Role fill = isDown() ? Role::Selected : underMouse() ? Role::Sunk : Role::Surface;
    QPainter painter(this);
    paintPanel(&painter, rect(), theme.color(fill), theme.color(Role::Outline));
    painter.setFont(theme.font(TextStyle::Body));
    painter.setPen(theme.color(Role::Text));
    painter.drawText(rect(), int(Qt::AlignCenter) | int(Qt::TextForceLeftToRight), text());
}

} // namespace thimblely::ui
