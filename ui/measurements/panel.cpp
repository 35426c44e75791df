// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/measurements/panel.h"

#include "ui/theme/paint.h"
#include "ui/theme/theme.h"

#include <QPainter>

namespace thimblely::ui {

Panel::Panel(QWidget *parent) : QFrame(parent)
{
    setContentsMargins(1, 1, 1, 1);
    connect(&Theme::instance(), &Theme::changed, this, qOverload<>(&QWidget::update));
}

void Panel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintPanel(&painter, rect(), Theme::instance().color(Role::Surface), Theme::instance().color(Role::Line));
}

} // namespace thimblely::ui
