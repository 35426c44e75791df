// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/clients/client_state.h"

#include <QCoreApplication>

namespace thimblely::ui {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(thimblely::ui::ClientState)
};

StateWords late(Date promised, Date today)
{
    return {Status::Late, Texts::tr("Late %n d", "days", int(promised.daysTo(today)))};
}

} // namespace

std::optional<StateWords> stateOf(const ClientSummary &client, Date today)
{
    if (client.openOrders <= 0)
        return {};
    if (client.nextPromise && *client.nextPromise < today && client.readyPieces == 0)
        return late(*client.nextPromise, today);
    if (client.readyPieces > 0)
        return StateWords{Status::Ready, Texts::tr("%n ready", "pieces", client.readyPieces)};
    if (client.nextPromise == today)
        return StateWords{Status::Today, Texts::tr("Today")};
    return StateWords{Status::InWork, Texts::tr("%n at work", "orders", client.openOrders)};
}

StateWords stateOf(const orders::OrderRow &order, Date today, const QLocale &locale)
{
    using orders::OrderStatus;
    if (order.status == OrderStatus::Cancelled)
        return {Status::Collected, Texts::tr("Cancelled")};
    if (order.status == OrderStatus::Draft)
        return {Status::Waiting, Texts::tr("Parked")};
    if (order.pieces > 0 && order.collected == order.pieces)
        return {Status::Collected, Texts::tr("Collected")};
    if (order.pieces > 0 && order.ready == order.pieces)
        return {Status::Ready, Texts::tr("Ready")};
    if (!order.promisedDate)
        return {Status::InWork, Texts::tr("In work")};
    if (*order.promisedDate < today)
        return late(*order.promisedDate, today);
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
