// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/notifications/notification_delegate.h"

#include "ui/notifications/notifications_model.h"
#include "ui/theme/paint.h"
#include "ui/theme/theme.h"

#include <QPainter>
#include <QStyle>

namespace thimblely::ui {

namespace {

constexpr int dayWidth = 104;
constexpr int dayInset = 16;

} // namespace

RowContent NotificationDelegate::content(const QModelIndex &index) const
{
    RowContent row = ListRowDelegate::content(index);
    row.quiet = static_cast<const NotificationsModel *>(index.model())->row(index.row()).isRead;
    return row;
}

void NotificationDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Theme &theme = Theme::instance();
    const int wide = theme.px(dayWidth);
    const QRect all = option.rect;
    QStyleOptionViewItem beside = option;
    beside.rect = QStyle::visualRect(option.direction, all, all.adjusted(wide, 0, 0, 0));
    ListRowDelegate::paint(painter, beside, index);

    const QString day = index.data(NotificationsModel::DayRole).toString();
    const QRect margin(all.left(), all.top(), wide, all.height());
    painter->save();
    painter->fillRect(QStyle::visualRect(option.direction, all, margin), theme.color(Role::Surface));
    if (!day.isEmpty()) {
        painter->setFont(theme.font(TextStyle::BodyStrong));
        painter->setPen(theme.color(Role::Muted));
        const QRect words = QStyle::visualRect(option.direction, all, margin.adjusted(dayInset, 0, -4, -1));
        painter->drawText(words, textFlags(day, Qt::AlignLeft, option.direction),
                          painter->fontMetrics().elidedText(day, Qt::ElideRight, words.width()));
    }
    painter->restore();
}

} // namespace thimblely::ui
