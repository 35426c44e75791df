// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/today/today_row_delegate.h"

#include "ui/theme/paint.h"
#include "ui/theme/theme.h"
#include "ui/today/today_model.h"
#include "ui/widgets/chip.h"

#include <QMouseEvent>
#include <QPainter>
#include <QStyle>

namespace thimblely::ui {

namespace {

constexpr int padding = 16;
constexpr int gap = 8;
constexpr int actionPadding = 9; // inside the outline that hovering shows
constexpr int besideAction = 4;  // between that and the chip
constexpr int actionHeight = 32;

const Theme &theme()
{
    return Theme::instance();
}

const TodayRow &rowOf(const QModelIndex &index)
{
    return static_cast<const TodayModel *>(index.model())->row(index.row());
}

int widthOf(TextStyle style, const QString &text)
{
    return QFontMetrics(theme().font(style)).horizontalAdvance(text);
}

//! One for all rows of a card, so that chips stand under one another; no wider than its words, the piece has the rest.
int actionRoom(const QAbstractItemModel &model)
{
    int room = 0;
    for (int row = 0; row < model.rowCount(); ++row) {
        const QString &action = rowOf(model.index(row, 0)).action;
        if (!action.isEmpty())
            room = std::max(room, widthOf(TextStyle::BodyStrong, action) + actionPadding + besideAction);
    }
    return room;
}

//! Coordinates are those of reading left to right; the row may be mirrored.
class RowPainter {
public:
    RowPainter(QPainter *painter, const QStyleOptionViewItem &option) : m_painter(painter), m_option(option) {}

    QRect place(const QRect &rect) const { return QStyle::visualRect(m_option.direction, m_option.rect, rect); }
    void text(const QRect &rect, TextStyle style, Role role, const QString &text, Qt::Alignment side) const
    {
        m_painter->setFont(theme().font(style));
        m_painter->setPen(theme().color(role));
        const QString shown = m_painter->fontMetrics().elidedText(text, Qt::ElideRight, rect.width());
        m_painter->drawText(place(rect), textFlags(text, side, m_option.direction), shown);
    }

private:
    QPainter *m_painter;
    const QStyleOptionViewItem &m_option;
};

void paintWords(const RowPainter &on, QRect room, const std::vector<TodayRow::Words> &words)
{
    for (const TodayRow::Words &part : words) {
        const int wide = std::min(widthOf(part.style, part.text) + 1, room.width());
        if (wide < theme().px(12))
            return;
        on.text(QRect(room.left(), room.top(), wide, room.height()), part.style, part.role, part.text, Qt::AlignLeft);
        room.setLeft(room.left() + wide + gap);
    }
}

} // namespace

QSize TodayRowDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {theme().px(200), theme().boxHeight(metric::RowTouch, {TextStyle::Body})};
}

QRect TodayRowDelegate::actionRect(const QRect &row, Qt::LayoutDirection direction, const TodayRow &content)
{
    if (content.action.isEmpty())
        return {};
    const int wide = widthOf(TextStyle::BodyStrong, content.action) + 2 * actionPadding;
    const int high = theme().boxHeight(actionHeight, {TextStyle::Body});
    const QRect rect(row.right() + 1 - padding + actionPadding - wide, row.top() + (row.height() - 1 - high) / 2, wide,
                     high);
    return QStyle::visualRect(direction, row, rect);
}

void TodayRowDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const TodayRow &row = rowOf(index);
    const bool focused = option.state.testFlag(QStyle::State_HasFocus);
    const bool hovered = option.state.testFlag(QStyle::State_MouseOver);
    painter->save();
    if (focused)
        paintSelection(painter, option.rect, option.direction);
    else if (hovered)
        painter->fillRect(option.rect, theme().color(Role::Window));
    if (index.row() + 1 < index.model()->rowCount())
        paintFootLine(painter, option.rect);

    const RowPainter on(painter, option);
    const QRect all = option.rect.adjusted(padding, 0, -padding, -1);
    int right = all.right() + 1;
    if (!row.action.isEmpty()) {
        if (focused || hovered)
            paintPanel(painter, actionRect(option.rect, option.direction, row), theme().color(Role::Surface),
                       theme().color(Role::Outline));
        on.text(all, TextStyle::BodyStrong, Role::Accent, row.action, Qt::AlignRight);
    }
    right -= actionRoom(*index.model());
    int end = 0;
    if (row.status) {
        end = chipWidth(row.statusWord, true);
        const QRect chip(right - end, all.top(), end, all.height());
        paintChip(painter, on.place(chip), *row.status, row.statusWord, true, option.direction);
    } else if (!row.figure.isEmpty()) {
        end = widthOf(row.figureStyle, row.figure) + 1;
        on.text(QRect(right - end, all.top(), end, all.height()), row.figureStyle, Role::Text, row.figure,
                Qt::AlignRight);
    }
    if (end > 0)
        right -= end + gap;
    paintWords(on, QRect(all.left(), all.top(), std::max(0, right - all.left()), all.height()), row.words);
    painter->restore();
}

bool TodayRowDelegate::editorEvent(QEvent *event, QAbstractItemModel *, const QStyleOptionViewItem &option,
                                   const QModelIndex &index)
{
    if (event->type() != QEvent::MouseButtonRelease)
        return false;
    const auto *mouse = static_cast<const QMouseEvent *>(event);
    if (mouse->button() != Qt::LeftButton || !option.rect.contains(mouse->position().toPoint()))
        return false;
    // The whole height of the row belongs to the word: 44 to the finger.
    const QRect word = actionRect(option.rect, option.direction, rowOf(index));
    const QPoint at = mouse->position().toPoint();
    if (word.isValid() && at.x() >= word.left() && at.x() <= word.right())
        Q_EMIT actionClicked(index);
    else
        Q_EMIT rowClicked(index);
    return true;
}

} // namespace thimblely::ui
