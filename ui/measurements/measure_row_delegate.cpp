// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/measurements/measure_row_delegate.h"

#include "ui/measurements/measure_list.h"
#include "ui/theme/icons.h"
#include "ui/theme/paint.h"
#include "ui/theme/status.h"
#include "ui/theme/theme.h"

#include <QPainter>

#include <algorithm>

namespace thimblely::ui {
namespace {

const MeasureRow &rowAt(const QModelIndex &index)
{
    return static_cast<const MeasureFieldsModel *>(index.model())->rows()[size_t(index.row())];
}

QString orDash(const QString &text, bool paired)
{
    if (!text.isEmpty())
        return text;
    return paired ? QStringLiteral("– | –") : QStringLiteral("–");
}

//! One row under the brush: the columns as they lie in it, mirrored or not.
class RowBrush {
public:
    RowBrush(QPainter *painter, const QRect &area, Qt::LayoutDirection direction, bool compact)
        : m_painter(painter), m_area(area), m_direction(direction), m_columns(MeasureColumns::in(area, compact))
    {}

    void background(bool current, bool hovered) const
    {
        if (current)
            paintSelection(m_painter, m_area, m_direction);
        else if (hovered)
            m_painter->fillRect(m_area, m_theme.color(Role::Window));
        paintFootLine(m_painter, m_area);
    }

    void number(int number) const
    {
        words(place(m_columns.number), QString::number(number), TextStyle::Caption, Role::Muted);
    }

    //! A pair in inches is wider than the column: it takes room from the name, on whichever side that is.
    void today(const MeasureRow &row)
    {
        const bool needed = row.todayText.isEmpty() && row.required;
        const TextStyle style = needed                              ? TextStyle::Caption
                                : row.state == FieldState::Measured ? TextStyle::BodyStrong
                                                                    : TextStyle::Body;
        QString text = needed ? MeasureFieldsModel::tr("needed") : orDash(row.todayText, row.paired);
        const QFontMetrics metrics(m_theme.font(style));
        if (row.words) // half of the name's room is theirs; of figures nothing is ever left out
            text = metrics.elidedText(text, Qt::ElideRight, m_columns.today.width() + m_columns.name.width() / 2);
        m_figures = metrics.horizontalAdvance(text);
        m_tooWide = std::max(0, m_figures - m_columns.today.width());
        const Role role = row.flagged || row.unreadable ? Role::Late
                          : row.todayText.isEmpty()     ? Role::Muted
                                                        : Role::Text;
        figures(place(m_columns.today).adjusted(mirrored() ? 0 : -m_tooWide, 0, mirrored() ? m_tooWide : 0, 0), text,
                style, role);
    }

    //! Half a figure would be a wrong one: what does not fit is left out.
    void last(const QString &text, bool current) const
    {
        if (QFontMetrics(m_theme.font(TextStyle::Caption)).horizontalAdvance(text) <= m_columns.last.width())
            figures(place(m_columns.last), text, TextStyle::Caption, current ? Role::Text : Role::Muted);
    }

    //! The name in what today's value leaves free, and how the garment is cut where all of that fits after it.
    void name(const MeasureRow &row) const
    {
        // Figures stand at the right of their column, so only there does the name get what they leave free.
        QRect room = m_columns.name;
        room.setRight((mirrored() ? m_columns.today.left() - m_tooWide : m_columns.today.right() - m_figures) - 8);
        const QFontMetrics metrics(m_theme.font(TextStyle::Body));
        words(place(room), metrics.elidedText(row.name, Qt::ElideRight, room.width()), TextStyle::Body, Role::Text);
        QRect after = room;
        after.setLeft(room.left() + metrics.horizontalAdvance(row.name) + 8);
        if (QFontMetrics(m_theme.font(TextStyle::Caption)).horizontalAdvance(row.fit) <= after.width())
            words(place(after), row.fit, TextStyle::Caption, Role::Muted);
    }

    void mark(const MeasureRow &row) const
    {
        const QRect area = place(m_columns.state).intersected(m_area.adjusted(0, 0, 0, -1));
        if (row.flagged || row.unreadable)
            paintStatusShape(m_painter, Status::Late,
                             QRectF(area.center().x() - 6.5, area.center().y() - 6, metric::Shape, metric::Shape),
                             m_theme.color(Role::Late));
        else if (row.state == FieldState::Measured && !row.unread)
            paintIcon(m_painter, "i-check", area, m_theme.color(Role::Muted), metric::IconSmall);
    }

private:
    bool mirrored() const { return m_direction == Qt::RightToLeft; }
    QRect place(const QRect &column) const { return QStyle::visualRect(m_direction, m_area, column); }
    void words(const QRect &where, const QString &text, TextStyle style, Role role) const
    {
        write(where, text, style, role, textFlags(text, Qt::AlignLeft, m_direction));
    }
    void figures(const QRect &where, const QString &text, TextStyle style, Role role) const
    {
        write(where, text, style, role, textFlags(text, Qt::AlignRight, Qt::LeftToRight));
    }
    void write(const QRect &where, const QString &text, TextStyle style, Role role, int flags) const
    {
        m_painter->setFont(m_theme.font(style));
        m_painter->setPen(m_theme.color(role));
        m_painter->drawText(where, flags, text);
    }

    const Theme &m_theme = Theme::instance();
    QPainter *m_painter;
    QRect m_area;
    Qt::LayoutDirection m_direction;
    MeasureColumns m_columns;
    int m_figures = 0; //!< how wide today's value is
    int m_tooWide = 0; //!< by how much it is wider than its column
};

} // namespace

QSize MeasureRowDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    const bool headed = !rowAt(index).heading.isEmpty();
    return {200, Theme::instance().boxHeight(metric::Row, {TextStyle::Body}) + (headed ? headingHeight() : 0)};
}

int MeasureRowDelegate::headingHeight()
{
    return Theme::instance().boxHeight(28, {TextStyle::CaptionStrong});
}

void MeasureRowDelegate::paintHeading(QPainter *painter, const QRect &area, const QString &words,
                                      Qt::LayoutDirection direction) const
{
    const Theme &theme = Theme::instance();
    painter->fillRect(area, theme.color(Role::Window));
    paintFootLine(painter, area);
    painter->setFont(theme.font(TextStyle::CaptionStrong));
    painter->setPen(theme.color(Role::Muted));
    const int pad = m_compact ? 8 : 12;
    const QRect inside = area.adjusted(pad, 0, -pad, -1);
    painter->drawText(inside, textFlags(words, Qt::AlignLeading, direction),
                      painter->fontMetrics().elidedText(words, Qt::ElideRight, inside.width()));
}

void MeasureRowDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const MeasureRow &row = rowAt(index);
    QRect area = option.rect;
    painter->save();
    painter->setLayoutDirection(option.direction);
    if (!row.heading.isEmpty()) {
        QRect head = area;
        head.setHeight(headingHeight());
        paintHeading(painter, head, row.heading, option.direction);
        area.setTop(head.bottom() + 1);
    }
    const bool current = option.state & QStyle::State_Selected;
    RowBrush brush(painter, area, option.direction, m_compact);
    brush.background(current, option.state & QStyle::State_MouseOver);
    brush.number(row.number);
    brush.today(row);
    brush.last(row.lastText, current);
    brush.name(row);
    brush.mark(row);
    painter->restore();
}

} // namespace thimblely::ui
