// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/orders/todays_orders.h"

#include <QLocale>

namespace thimblely::ui {

//! What is due tomorrow morning and not ready: a sentence in which "%1" is how many pieces.
struct TomorrowWords {
    QString sentence; //!< empty: nothing is
    QString pieces;

    QString whole() const { return QString(sentence).replace(QLatin1String("%1"), pieces); }
};

TomorrowWords tomorrowWords(const orders::TodaysOrders &today, const QLocale &locale);

} // namespace thimblely::ui
