// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/orders/day_load_list.h"

#include "ui/desk/garments.h"
#include "ui/orders/day_offer.h"
#include "ui/theme/paint.h"
#include "ui/theme/theme.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QStyle>
#include <QToolTip>

namespace thimblely::ui {

DayLoadList::DayLoadList(const QLocale &locale, QWidget *parent) : QWidget(parent), m_locale(locale)
{
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("How much is promised on the next days"));
    connect(&Theme::instance(), &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void DayLoadList::setDays(std::vector<orders::PlanDay> days)
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

void DayLoadList::setColumns(bool columns)
{
    m_columns = columns;
    updateGeometry();
    update();
}

void DayLoadList::setShown(int days)
{
    m_shown = days;
    updateGeometry();
    update();
}

QSize DayLoadList::sizeHint() const
{
    const Theme &theme = Theme::instance();
    if (m_columns)
        return {220, std::max(54, 2 * theme.lineHeight(TextStyle::Body) + 14)};
    return {220, rowHeight() * shown() + 2};
}

QRect DayLoadList::cellOf(int day) const
{
    if (!m_columns)
        return {1, 1 + day * rowHeight(), width() - 2, rowHeight()};
    const int wide = (width() - 2) / std::max(1, shown());
    return {1 + day * wide, 1, day + 1 == shown() ? width() - 2 - day * wide : wide, height() - 2};
}

QString DayLoadList::nameOf(const Day &day) const
{
    return m_locale.toString(day.date.toQDate(), QStringLiteral("ddd d"));
}

QString DayLoadList::wordsOf(const Day &day) const
{
    return day.closed && m_columns ? tr("closed") : freeWords(day, m_locale); // a column has no room for the reason
}

void DayLoadList::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &theme = Theme::instance();
    paintPanel(&painter, rect(), theme.color(Role::Surface), theme.color(Role::Line));
    for (int i = 0; i < shown(); ++i) {
        const QRect cell = QStyle::visualRect(layoutDirection(), rect(), cellOf(i));
        const Day &day = m_days[size_t(i)];
        if (m_columns)
            paintColumn(painter, cell, day, m_chosen == day.date);
        else
            paintRow(painter, cell, day, m_chosen == day.date);
        if (i == 0)
            continue;
        if (m_columns)
            painter.fillRect(layoutDirection() == Qt::RightToLeft ? cell.right() : cell.left(), cell.top(), 1,
                             cell.height(), theme.color(Role::Line));
        else
            painter.fillRect(cell.left(), cell.top(), cell.width(), 1, theme.color(Role::Line));
    }
}

void DayLoadList::paintBar(QPainter &painter, const QRect &bar, const Day &day) const
{
    if (!day.isOpen())
        return;
    const Theme &theme = Theme::instance();
    paintPanel(&painter, bar, theme.color(Role::Surface), theme.color(Role::Outline), 2);
    const int taken = day.capacity - std::min(day.free, day.capacity);
    const int filled = day.isFull() ? bar.width() : bar.width() * taken / std::max(1, day.capacity);
    if (filled <= 0)
        return;
    QRect part(bar.topLeft(), QSize(filled, bar.height()));
    if (layoutDirection() == Qt::RightToLeft)
        part.moveRight(bar.right());
    paintPanel(&painter, part, theme.color(Role::Muted), {}, 2);
}

void DayLoadList::paintColumn(QPainter &painter, const QRect &cell, const Day &day, bool chosen) const
{
    const Theme &theme = Theme::instance();
    if (chosen) {
        painter.fillRect(cell, theme.color(Role::Selected));
        painter.fillRect(cell.left(), cell.bottom() - metric::Bar + 1, cell.width(), metric::Bar,
                         theme.color(Role::Accent));
    }
    painter.setFont(theme.font(chosen ? TextStyle::CaptionStrong : TextStyle::Caption));
    painter.setPen(theme.color(Role::Text));
    const int half = (cell.height() - 8) / 2;
    const auto write = [&](const QRect &line, const QString &text) {
        painter.drawText(line, textFlags(text, Qt::AlignHCenter, layoutDirection()), text);
    };
    write({cell.left(), cell.top() + 1, cell.width(), half}, nameOf(day));
    write({cell.left(), cell.bottom() - half - 1, cell.width(), half}, wordsOf(day));
    paintBar(painter, QRect(cell.left() + 10, cell.center().y() - 3, cell.width() - 20, 6), day);
}

void DayLoadList::paintRow(QPainter &painter, const QRect &line, const Day &day, bool chosen) const
{
    const Theme &theme = Theme::instance();
    const auto mirrored = [&](const QRect &rect) { return QStyle::visualRect(layoutDirection(), line, rect); };
    if (chosen)
        paintSelection(&painter, line, layoutDirection());
    painter.setFont(theme.font(chosen ? TextStyle::BodyStrong : TextStyle::Body));
    const QFontMetrics metrics = painter.fontMetrics();
    int nameWidth = theme.px(52);
    int wordsWidth = theme.px(64); // of all days, so that the bars begin and end together
    for (int i = 0; i < shown(); ++i) {
        nameWidth = std::max(nameWidth, metrics.horizontalAdvance(nameOf(m_days[size_t(i)])));
        wordsWidth = std::max(wordsWidth, metrics.horizontalAdvance(wordsOf(m_days[size_t(i)])));
    }
    const int inner = line.left() + 12;
    wordsWidth = std::min(wordsWidth, line.width() / 2); // a long reason gives way
    painter.setPen(theme.color(day.isOpen() ? Role::Text : Role::Muted));
    painter.drawText(mirrored(QRect(inner, line.top(), nameWidth, line.height())),
                     textFlags(nameOf(day), Qt::AlignLeading, layoutDirection()), nameOf(day));
    const QString words = metrics.elidedText(wordsOf(day), Qt::ElideRight, wordsWidth);
    painter.drawText(mirrored(QRect(line.right() - 12 - wordsWidth, line.top(), wordsWidth, line.height())),
                     textFlags(words, Qt::AlignTrailing, layoutDirection()), words);
    paintBar(painter,
             mirrored(QRect(inner + nameWidth + 8, line.center().y() - 3,
                            line.width() - 24 - nameWidth - wordsWidth - 16, 8)),
             day);
}

void DayLoadList::takeChosen(int index)
{
    if (index < 0 || index >= shown())
        return;
    setChosen(m_days[size_t(index)].date);
    Q_EMIT dayChosen(m_days[size_t(index)].date);
}

int DayLoadList::dayAt(const QPoint &position) const
{
    for (int i = 0; i < shown(); ++i) {
        if (QStyle::visualRect(layoutDirection(), rect(), cellOf(i)).contains(position))
            return i;
    }
    return -1;
}

void DayLoadList::mouseReleaseEvent(QMouseEvent *event)
{
    takeChosen(dayAt(event->position().toPoint()));
}

//! How many pieces a day has, and the whole of a reason that had no room.
bool DayLoadList::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const int index = dayAt(help->pos());
    if (index < 0)
        return false;
    const Day &day = m_days[size_t(index)];
    const QString pieces = pieceCount(day.pieces);
    //: how many pieces of a day, and how many of these go before the others
    const QString promised = day.rush == 0 ? pieces : tr("%1, %2 rush").arg(pieces, m_locale.toString(day.rush));
    QToolTip::showText(help->globalPos(), tr("%1: %2, promised: %3").arg(nameOf(day), wordsOf(day), promised), this);
    return true;
}

void DayLoadList::keyPressEvent(QKeyEvent *event)
{
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    const int onwards = mirrored ? Qt::Key_Left : Qt::Key_Right;
    const int back = mirrored ? Qt::Key_Right : Qt::Key_Left;
    const int key = event->key();
    const int step = key == Qt::Key_Down || key == onwards ? 1 : key == Qt::Key_Up || key == back ? -1 : 0;
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
