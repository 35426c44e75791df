// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/workroom/column_head.h"

#include "ui/theme/paint.h"
#include "ui/theme/theme.h"
#include "ui/workroom/work_painter.h"

#include <QPainter>
#include <QStyle>

#include <algorithm>
#include <cmath>

namespace thimblely::ui {

namespace {

constexpr int words = 24;
constexpr int barHeight = 6;
constexpr int headHeight = 44;

} // namespace

ColumnHead::ColumnHead(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void ColumnHead::setColumn(const QString &name, const QString &count, const QString &end, const QString &shortEnd,
                           double load)
{
    m_name = name;
    m_count = count;
    m_end = end;
    m_shortEnd = shortEnd;
    m_load = load;
    setAccessibleName(QStringList{name, count, end}.join(QStringLiteral(", ")));
    setToolTip(accessibleName());
    update();
}

QSize ColumnHead::sizeHint() const
{
    return {0, Theme::instance().boxHeight(headHeight, {TextStyle::Input, TextStyle::Caption})};
}

void ColumnHead::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &theme = Theme::instance();
    const WorkPainter on(&painter, rect(), layoutDirection());
    const int high = theme.boxHeight(words, {TextStyle::Input});
    QRect line(0, 0, width(), high);
    const int name = QFontMetrics(theme.font(TextStyle::InputStrong)).horizontalAdvance(m_name) + 1;
    const int count = QFontMetrics(theme.font(TextStyle::Input)).horizontalAdvance(m_count) + 1;
    // The hours give way first, whole, then the name; how many there are is always said.
    const int forEnd = std::max(0, width() - name - count - 20);
    const QFontMetrics caption(theme.font(TextStyle::Caption));
    for (const QString &end : {m_end, m_shortEnd}) {
        if (caption.horizontalAdvance(end) < forEnd) {
            on.text(QRect(width() - forEnd, 0, forEnd, high), TextStyle::Caption, Role::Muted, end, Qt::AlignRight);
            break;
        }
    }
    const int wide = on.text(line.adjusted(0, 0, -count - 10, 0), TextStyle::InputStrong, Role::Text, m_name);
    on.text(line.adjusted(wide + 10, 0, 0, 0), TextStyle::Input, Role::Muted, m_count);
    const QRect bar(0, high + 4, width(), barHeight);
    if (m_load < 0) {
        paintPanel(&painter, bar, {}, theme.color(Role::Line), 3);
        return;
    }
    paintPanel(&painter, bar, theme.color(Role::Surface), theme.color(Role::Outline), 3);
    QRect full = bar;
    full.setWidth(int(std::lround(bar.width() * std::min(1.0, m_load))));
    if (full.width() > 2)
        paintPanel(&painter, QStyle::visualRect(layoutDirection(), bar, full), theme.color(Role::Muted), {}, 3);
}

} // namespace thimblely::ui
