// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/widgets/list_row_delegate.h"

#include "ui/theme/icons.h"
#include "ui/theme/paint.h"
#include "ui/theme/theme.h"
#include "ui/widgets/chip.h"

#include <QPainter>
#include <QStyle>

namespace thimblely::ui {
namespace {

constexpr int Padding = 16;
constexpr int Gap = 12;

const Theme &theme()
{
    return Theme::instance();
}

//! Draws inside `area` of a row that may be mirrored; coordinates are those of reading left to right.
class RowPainter {
public:
    RowPainter(QPainter *painter, const QRect &row, Qt::LayoutDirection direction)
        : m_painter(painter), m_row(row), m_direction(direction)
    {}
    void text(const QRect &area, TextStyle style, Role role, const QString &words, Qt::Alignment side) const
    {
        m_painter->setFont(theme().font(style));
        m_painter->setPen(theme().color(role));
        const QString shown = m_painter->fontMetrics().elidedText(words, Qt::ElideRight, area.width());
        m_painter->drawText(QStyle::visualRect(m_direction, m_row, area), textFlags(words, side, m_direction), shown);
    }
    void chip(const QRect &area, const RowContent &row) const
    {
        paintChip(m_painter, QStyle::visualRect(m_direction, m_row, area), *row.status, row.statusWord, row.chip,
                  m_direction);
    }
    void icon(const QRect &area, const QByteArray &name) const
    {
        paintIcon(m_painter, name, QStyle::visualRect(m_direction, m_row, area), theme().color(Role::Text));
    }

private:
    QPainter *m_painter;
    QRect m_row;
    Qt::LayoutDirection m_direction;
};

int trailingWidth(const RowContent &row)
{
    int width = 0;
    if (row.status)
        width = chipWidth(row.statusWord, row.chip);
    if (!row.amount.isEmpty())
        width = std::max(width, QFontMetrics(theme().font(TextStyle::Caption)).horizontalAdvance(row.amount) + 2);
    return width;
}

} // namespace

RowContent ListRowDelegate::content(const QModelIndex &index) const
{
    RowContent row{index.data(Qt::DisplayRole).toString(), index.data(SecondLine).toString()};
    row.icon = index.data(IconName).toByteArray();
    if (const QVariant status = index.data(StatusRole); status.isValid())
        row.status = Status(status.toInt());
    row.statusWord = index.data(StatusWord).toString();
    row.amount = index.data(Amount).toString();
    return row;
}

QSize ListRowDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {theme().px(200), theme().boxHeight(metric::RowTwoLine, {TextStyle::BodyStrong, TextStyle::Caption})};
}

void ListRowDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const RowContent row = content(index);
    const QRect all = option.rect;
    painter->save();
    if (option.state & QStyle::State_Selected) {
        paintSelection(painter, all, option.direction);
    } else {
        const Role hover = m_base == Role::Window ? Role::Sunk : Role::Window;
        painter->fillRect(all, theme().color(option.state & QStyle::State_MouseOver ? hover : m_base));
    }
    paintFootLine(painter, all);

    const RowPainter on(painter, all, option.direction);
    const int first = theme().lineHeight(TextStyle::BodyStrong);
    const int second = theme().lineHeight(TextStyle::Caption);
    const int top = all.top() + (all.height() - 1 - first - second) / 2;
    int left = all.left() + Padding;
    if (!row.icon.isEmpty()) {
        on.icon({left, all.top(), metric::Icon, all.height() - 1}, row.icon);
        left += metric::Icon + Gap;
    }
    const int trailing = trailingWidth(row);
    const int right = all.right() + 1 - Padding;
    const int wordsWidth = std::max(0, right - left - (trailing > 0 ? trailing + Gap : 0));
    const Role titleRole = row.quiet ? Role::Muted : Role::Text;
    if (row.second.isEmpty()) {
        on.text({left, all.top(), wordsWidth, all.height() - 1}, TextStyle::BodyStrong, titleRole, row.title,
                Qt::AlignLeft);
    } else {
        on.text({left, top, wordsWidth, first}, TextStyle::BodyStrong, titleRole, row.title, Qt::AlignLeft);
        on.text({left, top + first, wordsWidth, second}, TextStyle::Caption, Role::Muted, row.second, Qt::AlignLeft);
    }
    const QRect end(right - trailing, all.top(), trailing, all.height() - 1);
    if (row.status && !row.amount.isEmpty()) {
        // At the end of the row however wide the amount under it is: those of all rows stand under one another.
        const int chip = chipWidth(row.statusWord, row.chip);
        on.chip({right - chip, top, chip, first}, row);
        on.text({end.left(), top + first, trailing, second}, TextStyle::Caption, Role::Text, row.amount,
                Qt::AlignRight);
    } else if (row.status) {
        on.chip(end, row);
    } else if (!row.amount.isEmpty()) {
        on.text(end, TextStyle::Caption, Role::Text, row.amount, Qt::AlignRight);
    }
    if (option.state & QStyle::State_HasFocus && option.state & QStyle::State_KeyboardFocusChange) {
        painter->setPen(QPen(theme().color(Role::Accent), metric::RingWidth));
        painter->drawRect(all.adjusted(3, 3, -4, -4));
    }
    painter->restore();
}

} // namespace thimblely::ui
