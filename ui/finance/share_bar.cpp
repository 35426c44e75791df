// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/finance/share_bar.h"

#include "ui/theme/paint.h"
#include "ui/theme/theme.h"
#include "ui/widgets/amount_text.h"

#include <QPainter>
#include <QStyle>

#include <algorithm>

namespace thimblely::ui {

namespace {

constexpr int barHeight = 10;
constexpr int whole = 1000;
constexpr int radius = 3;
constexpr int hatchStep = 7;
constexpr int swatchSide = 12;

} // namespace

int shareOf(qint64 part, qint64 all)
{
    if (all <= 0 || part <= 0)
        return 0;
    return part >= all ? whole : int(double(part) / double(all) * whole); // drawn, never reckoned with
}

void paintHatched(QPainter &painter, const QRect &field)
{
    painter.save();
    painter.setClipRect(field);
    painter.setPen(Theme::instance().color(Role::Line));
    painter.setRenderHint(QPainter::Antialiasing);
    const int rise = std::max(field.width(), hatchStep);
    const int up = std::min(rise, field.height() + hatchStep); // of a wide field in several pieces, all at one slant
    for (int left = field.left(); left <= field.right(); left += up) {
        for (int y = field.top() - up; y < field.bottom() + up; y += hatchStep)
            painter.drawLine(left, y + up, left + up, y);
    }
    painter.restore();
    painter.setPen(Theme::instance().color(Role::Outline));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(field.adjusted(0, 0, -1, -1));
}

Swatch::Swatch(bool hatched, QWidget *parent) : QWidget(parent), m_hatched(hatched)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

QSize Swatch::sizeHint() const
{
    return {Theme::instance().px(swatchSide), Theme::instance().px(swatchSide)};
}

void Swatch::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    if (m_hatched)
        paintHatched(painter, rect());
    else
        painter.fillRect(rect(), Theme::instance().color(Role::Text));
}

ShareBar::ShareBar(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&HideMoney::instance(), &HideMoney::changed, this, qOverload<>(&QWidget::update));
}

void ShareBar::setShare(int thousandths, std::optional<int> mark)
{
    m_share = std::clamp(thousandths, 0, whole);
    m_mark = mark;
    update();
}

void ShareBar::setHatched(bool hatched)
{
    m_hatched = hatched;
    update();
}

QSize ShareBar::sizeHint() const
{
    return {Theme::instance().px(60), barHeight + 8};
}

void ShareBar::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::instance();
    QPainter painter(this);
    const QRect bar(0, (height() - barHeight) / 2, width(), barHeight);
    paintPanel(&painter, bar, theme.color(Role::Surface), theme.color(Role::Outline), radius);
    if (HideMoney::instance().isOn())
        return;
    const QRect filled = QStyle::visualRect(layoutDirection(), rect(),
                                            QRect(bar.left(), bar.top(), bar.width() * m_share / whole, barHeight));
    if (filled.width() > 2 && m_hatched)
        paintHatched(painter, filled);
    else if (filled.width() > 2)
        paintPanel(&painter, filled, theme.color(Role::Muted), theme.color(Role::Muted), radius);
    if (!m_mark)
        return;
    const int at = std::clamp(bar.width() * *m_mark / whole, 1, bar.width() - 2);
    painter.fillRect(QStyle::visualRect(layoutDirection(), rect(), QRect(at - 1, 0, 2, height())),
                     theme.color(Role::Text));
}

} // namespace thimblely::ui
