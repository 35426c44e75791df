// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/widgets/key_cap.h"

#include "ui/theme/paint.h"
#include "ui/theme/theme.h"

#include <QPainter>

namespace thimblely::ui {

KeyCap::KeyCap(const QString &key, QWidget *parent) : QLabel(key, parent)
{
    setTextFormat(Qt::PlainText);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&Theme::instance(), &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

QSize KeyCap::sizeHint() const
{
    const Theme &theme = Theme::instance();
    const int height = theme.boxHeight(24, {TextStyle::CaptionStrong});
    const int width = QFontMetrics(theme.font(TextStyle::CaptionStrong)).horizontalAdvance(text()) + 14;
    return {std::max(width, height), height};
}

void KeyCap::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &theme = Theme::instance();
    paintPanel(&painter, rect(), theme.color(Role::Surface), theme.color(Role::Outline), 4);
    painter.setFont(theme.font(TextStyle::CaptionStrong));
    painter.setPen(theme.color(Role::Text));
    painter.drawText(rect(), Qt::AlignCenter | Qt::TextSingleLine, text());
}

} // namespace thimblely::ui
