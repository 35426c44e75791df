// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/desk/order_state.h"

#include <QCoreApplication>

namespace thimblely::ui {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(thimblely::ui::OrderState)
};

} // namespace

StateWords lateSince(Date promised, Date today)
{
    return {Status::Late, Texts::tr("Late %n d", "days", int(promised.daysTo(today)))};
}

StateWords readyFor(int days, const QString &rack)
{
    const QString where = rack.isEmpty() ? Texts::tr("Ready") : rack;
    //: "Rail C4, 12 d"
    return {Status::Ready,
            days == 0 ? Texts::tr("%1, today").arg(where) : Texts::tr("%1, %n d", "days", days).arg(where)};
}

StateWords remindFor(int days, const QString &rack)
{
    const StateWords ready = readyFor(days, rack);
    //: "Rail C4, 12 d: remind"
    return {Status::Waiting, Texts::tr("%1: remind").arg(ready.word)};
}

StateWords waitsFor(int days)
{
    return {Status::Waiting, days == 0 ? Texts::tr("Waits") : Texts::tr("Waits %n d", "days", days)};
}

StateWords stateOf(const orders::OrderRow &order, Date today, const QLocale &locale)
{
    using orders::OrderStatus;
    if (order.status == OrderStatus::Cancelled)
        return {Status::Collected, Texts::tr("Cancelled")};
    if (order.status == OrderStatus::Draft)
        return {Status::Waiting, Texts::tr("Parked")};
    if (order.pieces > 0 && order.collected == order.pieces)
        return {Status::Collected, order.unfetched > 0 ? Texts::tr("Never fetched") : Texts::tr("Collected")};
    if (order.pieces > 0 && order.ready == order.pieces) //: where it hangs: "Ready, Rail C4"
        return {Status::Ready, order.rack.isEmpty() ? Texts::tr("Ready") : Texts::tr("Ready, %1").arg(order.rack)};
    if (!order.promisedDate)
        return {Status::InWork, Texts::tr("In work")};
    if (*order.promisedDate < today)
        return lateSince(*order.promisedDate, today);
    if (*order.promisedDate == today) {
        return {Status::Today,
                order.promisedTime
                    ? Texts::tr("Today %1").arg(locale.toString(*order.promisedTime, QLocale::ShortFormat))
                    : Texts::tr("Today")};
    }
    const bool thisWeek = today.daysTo(*order.promisedDate) < 7;
    return {Status::InWork, Texts::tr("In work, %1")
                                .arg(locale.toString(order.promisedDate->toQDate(),
                                                     thisWeek ? Texts::tr("ddd d") : Texts::tr("d MMM")))};
}

} // namespace thimblely::ui
