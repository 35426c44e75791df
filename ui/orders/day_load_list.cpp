// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/orders/day_load_list.h"

#include "ui/theme/theme.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QStyle>

namespace thimblely::ui {

DayLoadList::DayLoadList(QLocale locale, QWidget *parent) : QWidget(parent), m_locale(std::move(locale))
{
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("How much is promised on the next days"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void DayLoadList::setDays(std::vector<Day> days)
{
    m_days = std::move(days);
    updateGeometry();
    update();
}

void DayLoadList::setChosen(std::optional<Date> day)
{
    m_chosen = day;
    update();
}

int DayLoadList::rowHeight() const
{
    return Theme::instance().boxHeight(metric::RowTouch, {TextStyle::Body});
}

QSize DayLoadList::sizeHint() const
{
    return {220, rowHeight() * int(m_days.size()) + 2};
}

int DayLoadList::fullest() const
{
    int most = 1;
    for (const Day &day : m_days)
        most = std::max(most, day.pieces);
    return most;
}

void DayLoadList::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme &theme = Theme::instance();
    painter.setPen(theme.color(Role::Line));
    painter.setBrush(theme.color(Role::Surface));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), metric::Radius, metric::Radius);
    for (size_t i = 0; i < m_days.size(); ++i) {
        const QRect line(1, 1 + int(i) * rowHeight(), width() - 2, rowHeight());
        paintRow(painter, line, m_days[i], m_chosen == m_days[i].date);
        if (i > 0)
            painter.fillRect(QRect(line.left(), line.top(), line.width(), 1), theme.color(Role::Line));
    }
}

void DayLoadList::paintRow(QPainter &painter, const QRect &line, const Day &day, bool chosen) const
{
    const Theme &theme = Theme::instance();
    const auto mirrored = [&](const QRect &rect) { return QStyle::visualRect(layoutDirection(), line, rect); };
    if (chosen) {
        painter.fillRect(line, theme.color(Role::Selected));
        painter.fillRect(mirrored(QRect(line.left(), line.top(), metric::Bar, line.height())), theme.color(Role::Accent));
    }
    painter.setFont(theme.font(chosen ? TextStyle::BodyStrong : TextStyle::Body));
    const QFontMetrics metrics = painter.fontMetrics();
    const QString name = m_locale.toString(day.date.toQDate(), QStringLiteral("ddd d"));
    const QString words = day.pieces == 0 ? tr("free") : tr("%n piece(s)", nullptr, day.pieces);
    const int nameWidth = std::max(theme.px(52), metrics.horizontalAdvance(name));
    const int wordsWidth = std::max(theme.px(68), metrics.horizontalAdvance(words));
    const int inner = line.left() + 12;
    painter.setPen(theme.color(Role::Text));
    painter.drawText(mirrored(QRect(inner, line.top(), nameWidth, line.height())), Qt::AlignVCenter | Qt::AlignLeading, name);
    painter.drawText(mirrored(QRect(line.right() - 12 - wordsWidth, line.top(), wordsWidth, line.height())),
                     Qt::AlignVCenter | Qt::AlignTrailing, words);
    const QRect bar = mirrored(QRect(inner + nameWidth + 8, line.center().y() - 4,
                                     line.width() - 24 - nameWidth - wordsWidth - 16, 8));
    painter.setPen(theme.color(Role::Outline));
    painter.setBrush(theme.color(Role::Surface));
    painter.drawRoundedRect(QRectF(bar).adjusted(0.5, 0.5, -0.5, -0.5), 2, 2);
    const int filled = bar.width() * day.pieces / fullest();
    if (filled > 0) {
        const QRect part(layoutDirection() == Qt::RightToLeft ? bar.right() - filled + 1 : bar.left(), bar.top(), filled,
                         bar.height());
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.color(Role::Muted));
        painter.drawRoundedRect(part, 2, 2);
    }
}

void DayLoadList::takeChosen(int index)
{
    if (index < 0 || size_t(index) >= m_days.size())
        return;
    setChosen(m_days[size_t(index)].date);
    Q_EMIT dayChosen(m_days[size_t(index)].date);
}

void DayLoadList::mouseReleaseEvent(QMouseEvent *event)
{
    takeChosen((event->position().toPoint().y() - 1) / rowHeight());
}

void DayLoadList::keyPressEvent(QKeyEvent *event)
{
    const int step = event->key() == Qt::Key_Down ? 1 : event->key() == Qt::Key_Up ? -1 : 0;
    if (step == 0) {
        QWidget::keyPressEvent(event);
        return;
    }
    int current = step > 0 ? -1 : int(m_days.size());
    for (size_t i = 0; i < m_days.size(); ++i) {
        if (m_chosen == m_days[i].date)
            current = int(i);
    }
    takeChosen(current + step);
}

} // namespace thimblely::ui
