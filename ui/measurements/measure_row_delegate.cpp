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

QSize MeasureRowDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {200, Theme::instance().boxHeight(metric::Row, {TextStyle::Body})};
}

void MeasureRowDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Theme &theme = Theme::instance();
    const bool current = option.state & QStyle::State_Selected;
    const MeasureColumns columns = MeasureColumns::in(option.rect, m_compact);
    const auto place = [&](const QRect &r) { return QStyle::visualRect(option.direction, option.rect, r); };
    const auto write = [&](const QRect &where, const QString &text, TextStyle style, Role role, int align) {
        painter->setFont(theme.font(style));
        painter->setPen(theme.color(role));
        painter->drawText(where, align | Qt::AlignVCenter | Qt::TextSingleLine, text);
    };
    constexpr int NumbersRight = Qt::AlignRight | Qt::AlignAbsolute;

    painter->save();
    painter->setLayoutDirection(option.direction);
    if (current)
        paintSelection(painter, option.rect, option.direction);
    else if (option.state & QStyle::State_MouseOver)
        painter->fillRect(option.rect, theme.color(Role::Window));
    paintFootLine(painter, option.rect);

    const auto state = FieldState(index.data(MeasureFieldsModel::StateRole).toInt());
    const bool flagged = index.data(MeasureFieldsModel::FlaggedRole).toBool();
    const bool paired = index.data(MeasureFieldsModel::PairedRole).toBool();
    const QString last = index.data(MeasureFieldsModel::LastRole).toString();
    const QRect row = option.rect.adjusted(0, 0, 0, -1);

    write(place(columns.number), QString::number(index.data(MeasureFieldsModel::NumberRole).toInt()),
          TextStyle::Caption, Role::Muted, Qt::AlignLeading);
    const bool isEmpty = index.data(MeasureFieldsModel::TodayRole).toString().isEmpty();
    const QString todayText = orDash(index.data(MeasureFieldsModel::TodayRole).toString(), paired);
    const TextStyle todayStyle = state == FieldState::Measured ? TextStyle::BodyStrong : TextStyle::Body;
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
    write(place(name), QFontMetrics(theme.font(TextStyle::Body)).elidedText(text, Qt::ElideRight, name.width()),
          TextStyle::Body, Role::Text, Qt::AlignLeading);

    const QRect mark = place(columns.state).intersected(row);
    if (flagged)
        paintStatusShape(painter, Status::Late,
                         QRectF(mark.center().x() - 6.5, mark.center().y() - 6, metric::Shape, metric::Shape),
                         theme.color(Role::Late));
    else if (state == FieldState::Measured)
        paintIcon(painter, "i-check", mark, theme.color(Role::Muted), metric::IconSmall);
    painter->restore();
}

} // namespace thimblely::ui
