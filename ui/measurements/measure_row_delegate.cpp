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

QString orDash(const QString &text, bool paired)
{
    if (!text.isEmpty())
        return text;
    return paired ? QStringLiteral("– | –") : QStringLiteral("–");
}

} // namespace

QSize MeasureRowDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    const bool headed = !index.data(MeasureFieldsModel::HeadingRole).toString().isEmpty();
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

void MeasureRowDelegate::paint(QPainter *painter, const QStyleOptionViewItem &whole, const QModelIndex &index) const
{
    QStyleOptionViewItem option = whole;
    if (const QString heading = index.data(MeasureFieldsModel::HeadingRole).toString(); !heading.isEmpty()) {
        QRect head = option.rect;
        head.setHeight(headingHeight());
        paintHeading(painter, head, heading, option.direction);
        option.rect.setTop(head.bottom() + 1);
    }
    paintRow(painter, option, index);
}

void MeasureRowDelegate::paintRow(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Theme &theme = Theme::instance();
    const bool current = option.state & QStyle::State_Selected;
    const MeasureColumns columns = MeasureColumns::in(option.rect, m_compact);
    const auto place = [&](const QRect &r) { return QStyle::visualRect(option.direction, option.rect, r); };
    const auto write = [&](const QRect &where, const QString &text, TextStyle style, Role role, Qt::Alignment align) {
        painter->setFont(theme.font(style));
        painter->setPen(theme.color(role));
        painter->drawText(where, textFlags(text, align, align & Qt::AlignAbsolute ? Qt::LeftToRight : option.direction),
                          text);
    };
    constexpr Qt::Alignment NumbersRight = Qt::AlignRight | Qt::AlignAbsolute;

    painter->save();
    painter->setLayoutDirection(option.direction);
    if (current)
        paintSelection(painter, option.rect, option.direction);
    else if (option.state & QStyle::State_MouseOver)
        painter->fillRect(option.rect, theme.color(Role::Window));
    paintFootLine(painter, option.rect);

    const auto state = FieldState(index.data(MeasureFieldsModel::StateRole).toInt());
    const bool unread = index.data(MeasureFieldsModel::UnreadRole).toBool();
    const bool flagged =
        index.data(MeasureFieldsModel::FlaggedRole).toBool() || index.data(MeasureFieldsModel::UnreadableRole).toBool();
    const bool paired = index.data(MeasureFieldsModel::PairedRole).toBool();
    const QString last = index.data(MeasureFieldsModel::LastRole).toString();
    const QRect row = option.rect.adjusted(0, 0, 0, -1);

    write(place(columns.number), QString::number(index.data(MeasureFieldsModel::NumberRole).toInt()),
          TextStyle::Caption, Role::Muted, Qt::AlignLeading);
    const bool isEmpty = index.data(MeasureFieldsModel::TodayRole).toString().isEmpty();
    const bool needed = isEmpty && index.data(MeasureFieldsModel::RequiredRole).toBool();
    const TextStyle todayStyle = needed                          ? TextStyle::Caption
                                 : state == FieldState::Measured ? TextStyle::BodyStrong
                                                                 : TextStyle::Body;
    // Words of the shop's own fields may be longer than any figure: half of the name's room is theirs.
    const QString todayText =
        QFontMetrics(theme.font(todayStyle))
            .elidedText(needed ? MeasureFieldsModel::tr("needed")
                               : orDash(index.data(MeasureFieldsModel::TodayRole).toString(), paired),
                        Qt::ElideRight, columns.today.width() + columns.name.width() / 2);
    // A pair in inches is wider than the column: it takes room from the name, on whichever side that is.
    const int figures = QFontMetrics(theme.font(todayStyle)).horizontalAdvance(todayText);
    const int tooWide = std::max(0, figures - columns.today.width());
    const bool mirrored = option.direction == Qt::RightToLeft;
    const QRect today = place(columns.today).adjusted(mirrored ? 0 : -tooWide, 0, mirrored ? tooWide : 0, 0);
    write(today, todayText, todayStyle, flagged ? Role::Late : isEmpty ? Role::Muted : Role::Text, NumbersRight);
    // Half a figure would be a wrong one: a pair that does not fit is left out.
    if (QFontMetrics(theme.font(TextStyle::Caption)).horizontalAdvance(last) <= columns.last.width())
        write(place(columns.last), last, TextStyle::Caption, current ? Role::Text : Role::Muted, NumbersRight);

    // Figures stand at the right of their column, so only there does the name get what they leave free.
    QRect name = columns.name;
    name.setRight((mirrored ? columns.today.left() - tooWide : columns.today.right() - figures) - 8);
    const QString text = index.data(Qt::DisplayRole).toString();
    const QFontMetrics names(theme.font(TextStyle::Body));
    write(place(name), names.elidedText(text, Qt::ElideRight, name.width()), TextStyle::Body, Role::Text,
          Qt::AlignLeading);
    // After the name, where there is room for the whole of it.
    const QString fit = index.data(MeasureFieldsModel::FitRole).toString();
    QRect after = name;
    after.setLeft(name.left() + names.horizontalAdvance(text) + 8);
    if (!fit.isEmpty() && QFontMetrics(theme.font(TextStyle::Caption)).horizontalAdvance(fit) <= after.width())
        write(place(after), fit, TextStyle::Caption, Role::Muted, Qt::AlignLeading);

    const QRect mark = place(columns.state).intersected(row);
    if (flagged)
        paintStatusShape(painter, Status::Late,
                         QRectF(mark.center().x() - 6.5, mark.center().y() - 6, metric::Shape, metric::Shape),
                         theme.color(Role::Late));
    else if (state == FieldState::Measured && !unread)
        paintIcon(painter, "i-check", mark, theme.color(Role::Muted), metric::IconSmall);
    painter->restore();
}

} // namespace thimblely::ui
