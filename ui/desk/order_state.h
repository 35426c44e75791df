// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/orders/order.h"
#include "ui/theme/roles.h"

#include <QLocale>
#include <QString>

namespace thimblely::ui {

//! A status and its word, as a chip shows them.
struct StateWords {
    Status status;
    QString word;
};

//! Where an order stands, seen from the counter: one word for it on every screen.
StateWords stateOf(const orders::OrderRow &order, Date today, const QLocale &locale);
//! Since how many days it hangs ready, and where, if that is known.
StateWords readyFor(int days, const QString &rack = {});
//! The same, where a reminder is due.
StateWords remindFor(int days, const QString &rack = {});
//! Since how many days it waits for the client.
StateWords waitsFor(int days);
//! How late what was promised for an earlier day than today is.
StateWords lateSince(Date promised, Date today);

} // namespace thimblely::ui
