// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/calendar/calendar_paint.h"

#include "ui/calendar/calendar_table.h"
#include "ui/theme/paint.h"
#include "ui/theme/status.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QPainter>
#include <QStyle>

#include <algorithm>

namespace thimblely::ui {

namespace {

constexpr int gap = 4;
constexpr int inset = 6;
constexpr int pad = 7;

int blockHeight()
{
    return Theme::instance().boxHeight(26, {TextStyle::Body});
}

//! Lays things side by side from the leading edge of an area, whatever the direction.
class Line {
public:
    Line(QPainter &painter, const QRect &area, Qt::LayoutDirection direction)
        : m_painter(painter), m_area(area), m_direction(direction)
    {}

    QRect take(int width) { return takeFrom(width, false); }
    QRect takeEnd(int width) { return takeFrom(width, true); }
    int left() const { return m_area.width(); }
    void skip(int width) { take(width); }
    void text(TextStyle style, const QColor &color, const QString &words, bool atEnd = false)
    {
        if (words.isEmpty() || m_area.width() <= 0)
            return;
        const QFont font = Theme::instance().font(style);
        const QFontMetrics metrics(font);
        const int width = std::min(metrics.horizontalAdvance(words) + 1, m_area.width());
        const QRect rect = takeFrom(width, atEnd);
        m_painter.setFont(font);
        m_painter.setPen(color);
        m_painter.drawText(rect, textFlags(words, atEnd ? Qt::AlignRight : Qt::AlignLeft, m_direction),
                           metrics.elidedText(words, Qt::ElideRight, rect.width()));
    }

private:
    QRect takeFrom(int width, bool atEnd)
    {
        width = std::clamp(width, 0, m_area.width());
        const bool left = (m_direction == Qt::LeftToRight) != atEnd;
        const QRect taken(left ? m_area.left() : m_area.right() - width + 1, m_area.top(), width, m_area.height());
        m_area = left ? m_area.adjusted(width, 0, 0, 0) : m_area.adjusted(0, 0, -width, 0);
        return taken;
    }

    QPainter &m_painter;
    QRect m_area;
    Qt::LayoutDirection m_direction;
};

QRectF shapeIn(const QRect &rect)
{
    return QRectF(rect.center().x() - metric::Shape / 2.0 + 0.5, rect.center().y() - metric::Shape / 2.0 + 0.5,
                  metric::Shape, metric::Shape);
}

void paintShape(QPainter &painter, const QRect &rect, const CalendarBlock &block)
{
    const Theme &theme = Theme::instance();
    const QRectF shape = shapeIn(rect);
    if (block.status) {
        paintStatusShape(&painter, *block.status, shape, theme.color(foreground(*block.status)));
        return;
    }
    painter.save(); // promised: the shape of its day, hollow
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.color(Role::Text), 1.3));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(statusShape(Status::Today, shape.adjusted(1, 1, -1, -1)));
    painter.restore();
}

void paintBlock(QPainter &painter, const QRect &rect, const CalendarBlock &block, bool current,
                Qt::LayoutDirection direction)
{
    const Theme &theme = Theme::instance();
    const bool boxed = block.look != CalendarBlock::Look::Due;
    const bool visit = block.look == CalendarBlock::Look::Visit && !block.isDone;
    if (boxed) {
        const QColor fill = theme.color(block.isClash ? Role::LateBg : visit ? Role::FittingBg : Role::Window);
        paintPanel(&painter, rect, fill,
                   visit && !block.isClash ? QColor() : theme.color(block.isClash ? Role::Late : Role::Line), 4);
    }
    Line line(painter, rect.adjusted(boxed ? pad - 1 : 2, 0, boxed ? 1 - pad : 0, 0), direction);
    if (block.status || !boxed) {
        paintShape(painter, line.take(metric::Shape), block);
        line.skip(6);
    }
    const Role words = block.isDone ? Role::Muted : Role::Text;
    const Role lead = block.isClash                                       ? Role::Late
                      : visit && block.look == CalendarBlock::Look::Visit ? Role::Fitting
                                                                          : words;
    if (line.left() > theme.px(120))
        line.text(TextStyle::Caption, theme.color(Role::Muted), block.trail, true);
    line.text(TextStyle::CaptionStrong, theme.color(lead), block.lead);
    if (!block.lead.isEmpty())
        line.skip(6);
    line.text(TextStyle::Caption, theme.color(words), block.text);
    if (current) {
        painter.save();
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(theme.color(Role::Accent), metric::RingWidth));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), 4, 4);
        painter.restore();
    }
}

void paintHatch(QPainter &painter, const QRect &rect)
{
    painter.save();
    painter.setClipRect(rect);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(Theme::instance().color(Role::Line), 1));
    constexpr int step = 10; // 7 across the lines
    for (int x = rect.left() - rect.height(); x < rect.right(); x += step)
        painter.drawLine(x, rect.bottom(), x + rect.height(), rect.top());
    painter.restore();
}

void paintBar(QPainter &painter, const QRect &rect, const CalendarHead &head, Qt::LayoutDirection direction)
{
    const Theme &theme = Theme::instance();
    const qreal part = head.capacity > 0 ? std::min(1.0, qreal(head.taken) / head.capacity)
                       : head.taken > 0  ? 1.0
                                         : 0.0;
    paintPanel(&painter, rect, theme.color(Role::Surface), theme.color(Role::Outline), 4);
    const int width = int(part * rect.width() + 0.5);
    if (width < 2)
        return;
    const QRect full = direction == Qt::LeftToRight ? QRect(rect.left(), rect.top(), width, rect.height())
                                                    : QRect(rect.right() - width + 1, rect.top(), width, rect.height());
    paintPanel(&painter, full, theme.color(Role::Muted), theme.color(Role::Outline), 4);
}

//! The day, its load and why it is closed, as the first column has them.
void paintDay(QPainter &painter, const QRect &cell, const CalendarHead &head, Qt::LayoutDirection direction)
{
    const Theme &theme = Theme::instance();
    painter.fillRect(cell, theme.color(head.isToday ? Role::TodayBg : Role::Window));
    QRect at = cell.adjusted(12, 8, -12, -4);
    const int title = theme.lineHeight(TextStyle::Heading);
    Line top(painter, QRect(at.left(), at.top(), at.width(), title), direction);
    if (head.isToday) {
        const QString today = QApplication::translate("thimblely::ui::CalendarWords", "Today");
        const int needed = QFontMetrics(theme.font(TextStyle::Heading)).horizontalAdvance(head.name) +
                           QFontMetrics(theme.font(TextStyle::CaptionStrong)).horizontalAdvance(today) + metric::Shape +
                           16;
        if (needed <= top.left()) {
            top.text(TextStyle::CaptionStrong, theme.color(Role::Today), today, true);
            top.takeEnd(6);
        }
        const QRect shape = top.takeEnd(metric::Shape);
        paintStatusShape(&painter, Status::Today, shapeIn(shape), theme.color(Role::Today));
        top.takeEnd(6);
    }
    top.text(TextStyle::Heading, theme.color(Role::Text), head.name);
    at.setTop(at.top() + title + 2);
    const int caption = theme.lineHeight(TextStyle::Caption);
    if (!head.load.isEmpty() && at.height() >= 12 + caption) {
        paintBar(painter, QRect(at.left(), at.top() + 2, at.width(), 8), head, direction);
        at.setTop(at.top() + 14);
        Line load(painter, QRect(at.left(), at.top(), at.width(), caption), direction);
        load.text(TextStyle::CaptionStrong, theme.color(Role::Text), head.load);
        load.skip(4);
        load.text(TextStyle::Caption, theme.color(Role::Muted), head.rest);
        at.setTop(at.top() + caption);
    }
    if (!head.note.isEmpty() && at.height() >= caption - 2)
        Line(painter, QRect(at.left(), at.top(), at.width(), caption), direction)
            .text(TextStyle::Caption, theme.color(Role::Muted), head.note);
}

//! What parts a cell from the next ones; at the end of the calendar its card does.
void paintLines(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index)
{
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setPen(Theme::instance().color(Role::Line));
    const QRect &cell = option.rect;
    const int edge = option.direction == Qt::LeftToRight ? cell.right() : cell.left();
    if (index.column() + 1 < index.model()->columnCount())
        painter.drawLine(edge, cell.top(), edge, cell.bottom());
    if (index.row() + 1 < index.model()->rowCount())
        painter.drawLine(cell.bottomLeft(), cell.bottomRight());
}

//! The day's number over its blocks, as a month has it.
void paintNumber(QPainter &painter, const QRect &cell, const CalendarHead &head, Qt::LayoutDirection direction)
{
    const Theme &theme = Theme::instance();
    Line line(painter, QRect(cell.left() + 8, cell.top() + 4, cell.width() - 16, theme.lineHeight(TextStyle::Body)),
              direction);
    line.text(TextStyle::BodyStrong,
              theme.color(head.isToday     ? Role::Today
                          : head.isOutside ? Role::Muted
                                           : Role::Text),
              head.name);
    line.skip(6);
    if (head.isToday) {
        paintStatusShape(&painter, Status::Today, shapeIn(line.take(metric::Shape)), theme.color(Role::Today));
        line.skip(4);
        line.text(TextStyle::CaptionStrong, theme.color(Role::Today),
                  QApplication::translate("thimblely::ui::CalendarWords", "Today"));
        line.skip(6);
    }
    const QString rest = head.closed ? head.note : head.rest;
    if (QFontMetrics(theme.font(TextStyle::Caption)).horizontalAdvance(rest) < line.left() || !head.isToday)
        line.text(TextStyle::Caption, theme.color(Role::Muted), rest, true);
}

} // namespace

CalendarDelegate::CalendarDelegate(CalendarTable *table) : QStyledItemDelegate(table), m_table(table) {}

QRect CalendarDelegate::areaOf(const QRect &cell, const QModelIndex &index) const
{
    const auto *model = static_cast<const CalendarModel *>(index.model());
    const int top =
        model->shape() == CalendarModel::Shape::Weeks ? Theme::instance().lineHeight(TextStyle::Body) + 6 : inset;
    return cell.adjusted(inset, top, -inset - 1, -2);
}

CalendarDelegate::Shown CalendarDelegate::shownOf(const QRect &area, int blocks, int current) const
{
    const int pitch = blockHeight() + gap;
    const int room = std::max(1, (area.height() + gap) / pitch);
    if (blocks <= room)
        return {0, blocks, 0};
    const int words = Theme::instance().lineHeight(TextStyle::Caption);
    const int count = std::max(1, (area.height() - words + gap) / pitch);
    const int first = std::clamp(current - count + 1, 0, blocks - count);
    return {first, count, blocks - first - count};
}

int CalendarDelegate::blockAt(const QRect &cell, const QModelIndex &index, const QPoint &at) const
{
    const auto *model = static_cast<const CalendarModel *>(index.model());
    const QRect area = areaOf(cell, index);
    const int blocks = int(model->cell(index).blocks.size());
    const Shown shown = shownOf(area, blocks, m_table->blockOf(index));
    const int line = (at.y() - area.top()) / (blockHeight() + gap);
    if (at.y() < area.top() || blocks == 0)
        return -1;
    return line < shown.count ? shown.first + line : shown.more > 0 ? shown.first + shown.count : -1;
}

void CalendarDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto *model = static_cast<const CalendarModel *>(index.model());
    const Theme &theme = Theme::instance();
    const CalendarCell &cell = model->cell(index);
    const CalendarHead *head = model->head(index);
    const bool current = index == m_table->currentIndex() && m_table->isMarked();
    const bool weeks = model->shape() == CalendarModel::Shape::Weeks;
    painter->save();
    painter->setClipRect(option.rect);
    if (!weeks && head) {
        paintDay(*painter, option.rect, *head, option.direction);
    } else {
        const bool today = weeks && head->isToday;
        painter->fillRect(option.rect, theme.color(today                      ? Role::TodayBg
                                                   : weeks && head->isOutside ? Role::Window
                                                                              : Role::Surface));
        if (cell.free) {
            paintHatch(*painter, option.rect);
            if (!weeks && !cell.free->isEmpty()) {
                const QFontMetrics metrics(theme.font(TextStyle::Caption));
                const int width = metrics.horizontalAdvance(*cell.free) + 12;
                const QRect words = QStyle::visualRect(
                    option.direction, option.rect,
                    QRect(option.rect.left() + inset, option.rect.top() + inset, width, metrics.height() + 4));
                painter->fillRect(words, theme.color(Role::Surface));
                Line(*painter, words.adjusted(6, 0, -6, 0), option.direction)
                    .text(TextStyle::Caption, theme.color(Role::Muted), *cell.free);
            }
        }
        if (weeks)
            paintNumber(*painter, option.rect, *head, option.direction);
    }
    const QRect area = areaOf(option.rect, index);
    const int now = m_table->blockOf(index);
    const Shown shown = shownOf(area, int(cell.blocks.size()), now);
    int y = area.top();
    for (int i = shown.first; i < shown.first + shown.count; ++i) {
        paintBlock(*painter, QRect(area.left(), y, area.width(), blockHeight()), cell.blocks[size_t(i)],
                   current && i == now, option.direction);
        y += blockHeight() + gap;
    }
    if (shown.more > 0)
        Line(*painter, QRect(area.left() + 2, y - 2, area.width() - 2, theme.lineHeight(TextStyle::Caption)),
             option.direction)
            .text(TextStyle::Caption, theme.color(Role::Muted),
                  QApplication::translate("thimblely::ui::CalendarWords", "%n more", nullptr, shown.more));
    paintLines(*painter, option, index);
    if (current && cell.blocks.empty()) {
        painter->setPen(QPen(theme.color(Role::Accent), metric::RingWidth));
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(option.rect.adjusted(2, 2, -3, -3));
    }
    painter->restore();
}

CalendarHeader::CalendarHeader(QWidget *parent) : QHeaderView(Qt::Horizontal, parent)
{
    setSectionResizeMode(QHeaderView::Fixed);
    setSectionsClickable(false);
    setHighlightSections(false);
    viewport()->setAutoFillBackground(false);
}

void CalendarHeader::paintSection(QPainter *painter, const QRect &rect, int section) const
{
    const Theme &theme = Theme::instance();
    const auto said = [&](int role) { return model()->headerData(section, Qt::Horizontal, role).toString(); };
    painter->save();
    painter->fillRect(rect, theme.color(Role::Window));
    painter->setPen(theme.color(Role::Line));
    painter->drawLine(rect.bottomLeft(), rect.bottomRight());
    const int edge = layoutDirection() == Qt::LeftToRight ? rect.right() : rect.left();
    if (section + 1 < count())
        painter->drawLine(edge, rect.top(), edge, rect.bottom());
    Line line(*painter, rect.adjusted(12, 0, -8, 0), layoutDirection());
    if (const QString face = said(CalendarModel::FaceRole); !face.isEmpty()) {
        constexpr int size = 24;
        const QRect round = line.take(size);
        const QRect circle(round.left(), round.center().y() - size / 2, size, size);
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(theme.color(Role::Line));
        painter->setBrush(theme.color(Role::Sunk));
        painter->drawEllipse(circle);
        QFont small = theme.font(TextStyle::CaptionStrong);
        small.setPixelSize(std::min(small.pixelSize(), 11));
        painter->setFont(small);
        painter->setPen(theme.color(Role::Text));
        painter->drawText(circle, Qt::AlignCenter, face);
        line.skip(8);
    }
    const QString hours = said(CalendarModel::HoursRole);
    const bool atEnd = !said(CalendarModel::FaceRole).isEmpty();
    QString name = said(Qt::DisplayRole);
    const QFontMetrics strong(theme.font(TextStyle::BodyStrong));
    const int room = line.left() - 8 - QFontMetrics(theme.font(TextStyle::Caption)).horizontalAdvance(hours);
    if (strong.horizontalAdvance(name) > room)
        name = said(CalendarModel::ShortNameRole);
    const bool both = strong.horizontalAdvance(name) <= room;
    if (atEnd && both)
        line.text(TextStyle::Caption, theme.color(Role::Muted), hours, true);
    line.text(TextStyle::BodyStrong, theme.color(Role::Text), name);
    line.skip(8);
    if (!atEnd && both)
        line.text(TextStyle::Caption, theme.color(Role::Muted), hours);
    painter->restore();
}

} // namespace thimblely::ui
