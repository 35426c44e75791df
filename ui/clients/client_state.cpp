// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/clients/client_state.h"

#include <QCoreApplication>

namespace thimblely::ui {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(thimblely::ui::ClientState)
};

} // namespace

std::optional<StateWords> stateOf(const ClientSummary &client, Date today)
{
    if (client.openOrders <= 0)
        return {};
    if (client.nextPromise && *client.nextPromise < today && client.readyPieces == 0)
        return lateSince(*client.nextPromise, today);
    if (client.readyPieces > 0)
        return StateWords{Status::Ready, Texts::tr("%n ready", "pieces", client.readyPieces)};
    if (client.nextPromise == today)
        return StateWords{Status::Today, Texts::tr("Today")};
    return StateWords{Status::InWork, Texts::tr("%n at work", "orders", client.openOrders)};
}

} // namespace thimblely::ui
