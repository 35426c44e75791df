// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/widgets/pane.h"

#include "ui/theme/paint.h"
#include "ui/theme/theme.h"

#include <QGuiApplication>
#include <QPainter>

namespace thimblely::ui {

Pane::Pane(Role fill, Edge line, QWidget *parent) : QWidget(parent), m_fill(fill), m_line(line)
{
    connect(&Theme::instance(), &Theme::changed, this, qOverload<>(&QWidget::update));
    // The line has a pixel of its own, which layouts leave free.
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    const int left = (line == Edge::Leading && !mirrored) || (line == Edge::Trailing && mirrored);
    const int right = (line == Edge::Trailing && !mirrored) || (line == Edge::Leading && mirrored);
    setContentsMargins(left, line == Edge::Top, right, line == Edge::Bottom);
}

void Pane::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &theme = Theme::instance();
    painter.fillRect(rect(), theme.color(m_fill));
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    const QColor line = theme.color(Role::Line);
    if (m_line == Edge::Top)
        painter.fillRect(0, 0, width(), 1, line);
    else if (m_line == Edge::Bottom)
        painter.fillRect(0, height() - 1, width(), 1, line);
    else if (m_line != Edge::None)
        painter.fillRect((m_line == Edge::Leading) != mirrored ? 0 : width() - 1, 0, 1, height(), line);
}

Card::Card(QWidget *parent) : QWidget(parent)
{
    connect(&Theme::instance(), &Theme::changed, this, qOverload<>(&QWidget::update));
    setContentsMargins(1, 1, 1, 1);
}

void Card::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &theme = Theme::instance();
    paintPanel(&painter, rect(), theme.color(Role::Surface), theme.color(Role::Line));
}

static QMargins mirroredWhereNeeded(const QMargins &margins)
{
    return QGuiApplication::isRightToLeft() ? QMargins(margins.right(), margins.top(), margins.left(), margins.bottom())
                                            : margins;
}

QHBoxLayout *row(QWidget *parent, int spacing, const QMargins &margins)
{
    auto *layout = new QHBoxLayout(parent);
    layout->setSpacing(spacing);
    layout->setContentsMargins(mirroredWhereNeeded(margins));
    return layout;
}

QVBoxLayout *column(QWidget *parent, int spacing, const QMargins &margins)
{
    auto *layout = new QVBoxLayout(parent);
    layout->setSpacing(spacing);
    layout->setContentsMargins(mirroredWhereNeeded(margins));
    return layout;
}

} // namespace thimblely::ui
