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

} // namespace

int shareOf(qint64 part, qint64 all)
{
    if (all <= 0 || part <= 0)
        return 0;
    return part >= all ? whole : int(double(part) / double(all) * whole); // drawn, never reckoned with
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
    if (filled.width() > 2)
        paintPanel(&painter, filled, theme.color(Role::Muted), theme.color(Role::Muted), radius);
    if (!m_mark)
        return;
    const int at = std::clamp(bar.width() * *m_mark / whole, 1, bar.width() - 2);
    painter.fillRect(QStyle::visualRect(layoutDirection(), rect(), QRect(at - 1, 0, 2, height())),
                     theme.color(Role::Text));
}

} // namespace thimblely::ui
