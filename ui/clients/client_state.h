// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/clients/client.h"
#include "core/orders/order.h"
#include "ui/theme/roles.h"

#include <QLocale>
#include <QString>

#include <optional>

namespace thimblely::ui {

//! A status and its word, as a chip shows them.
struct StateWords {
    Status status;
    QString word;
};

//! What is most pressing about a client: late, due today, ready to be fetched, at work; nothing where nothing is open.
std::optional<StateWords> stateOf(const ClientSummary &client, Date today);
//! Where an order stands, seen from the counter.
StateWords stateOf(const orders::OrderRow &order, Date today, const QLocale &locale);

} // namespace thimblely::ui
