// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/base/date.h"
#include "core/base/money.h"
#include "core/base/result.h"

#include <QString>
#include <QTime>

namespace thimblely::access {
class ScopedConnection;
}

namespace thimblely::inventory {

//! What every price and every day of a shop rests on: its currency, its calendar, and its country and language.
struct ShopTerms {
    Currency currency;
    ShopCalendar calendar;
    QString country; //!< ISO 3166-1, "NG"
    QString locale;  //!< "en_NG"; empty: the system's

    //! Of the connection's workspace; on the connection's thread.
    static Result<ShopTerms> load(access::ScopedConnection &connection);
};

//! A time of the day as columns hold it, "HH:mm"; invalid where the text is none.
QTime timeFromColumn(QStringView text);

} // namespace thimblely::inventory
