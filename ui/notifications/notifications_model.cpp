// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/notifications/notifications_model.h"

#include "ui/desk/isolated.h"
#include "ui/notifications/notification_words.h"
#include "ui/widgets/list_row_delegate.h"

#include <QTimeZone>

namespace thimblely::ui {

void NotificationsModel::show(NotificationFilter filter)
{
    PagedModel::show([filter, door = &desk().door()](access::Session &session, const auto &after, int limit) {
        return NotificationService(session, *door).page(filter, after, limit);
    });
}

QString NotificationsModel::dayWords(int index) const
{
    const Date day = dayOf(index);
    if (index > 0 && dayOf(index - 1) == day)
        return {};
    const qint64 ago = day.daysTo(desk().today());
    if (ago == 0)
        return tr("Today");
    if (ago == 1)
        return tr("Yesterday");
    //: a day of the list, as in QLocale::toString
    return desk().locale().toString(day.toQDate(), tr("ddd d MMM"));
}

//! What somebody typed is looked up when it is shown, and stands in no sentence of the file.
QString NotificationsModel::title(const Notification &shown) const
{
    const QString sentence = notificationText(shown, desk().locale());
    return shown.what.isEmpty() ? sentence
                                : tr("%1: %2", "a sentence and what it is about").arg(sentence, isolated(shown.what));
}

QString NotificationsModel::secondLine(const Notification &shown) const
{
    const auto moment =
        QDateTime::fromMSecsSinceEpoch(shown.madeAt.msecs(), QTimeZone(desk().calendar().zone())).time();
    QStringList parts{desk().locale().toString(moment, QStringLiteral("HH:mm"))};
    if (!shown.isRead)
        parts.prepend(tr("New"));
    if (!shown.who.isEmpty())
        parts.append(isolated(shown.who));
    if (shown.amount)
        parts.append(desk().amount(*shown.amount));
    return parts.join(QStringLiteral(" \u00b7 "));
}

QVariant NotificationsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Notification &shown = row(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return title(shown);
    case Qt::AccessibleTextRole:
        return QString(desk().locale().toString(dayOf(index.row()).toQDate(), QLocale::ShortFormat) +
                       QStringLiteral(", ") + notificationLook(shown.kind).word + QStringLiteral(": ") + title(shown) +
                       QStringLiteral(", ") + secondLine(shown));
    case DayRole:
        return dayWords(index.row());
    case ListRowDelegate::SecondLine:
        return secondLine(shown);
    case ListRowDelegate::IconName:
        return notificationLook(shown.kind).icon;
    case ListRowDelegate::StatusRole:
        return int(notificationLook(shown.kind).status);
    case ListRowDelegate::StatusWord:
        return notificationLook(shown.kind).word;
    default:
        return {};
    }
}

} // namespace thimblely::ui
