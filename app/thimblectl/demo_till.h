// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "app/thimblectl/demo_clock.h"
#include "app/thimblectl/demo_random.h"
#include "app/thimblectl/demo_shop.h"

#include "core/base/date.h"
#include "core/finance/till_service.h"

namespace thimblectl {

//! Naira in Lagos; elsewhere about the same worth.
thimblely::Money demoPrice(qint64 naira, thimblely::Currency currency);

//! The till of the invented shop: opened each morning, closed each evening, now and then a little short.
class DemoTill {
public:
    DemoTill(DemoShop &shop, DemoRandom &random, DemoClock &clock, const thimblely::ShopCalendar &calendar,
             thimblely::Currency currency)
        : m_till(*shop.session, *shop.door), m_random(random), m_clock(clock), m_calendar(calendar),
          m_currency(currency)
    {}

    //! Ends the day before and begins that of `moment`, where it is another one.
    thimblely::Result<void> turnTo(thimblely::Instant moment);

private:
    thimblely::Result<void> begin(thimblely::Date day);
    thimblely::Result<void> end(thimblely::Date day);

    thimblely::finance::TillService m_till;
    DemoRandom &m_random;
    DemoClock &m_clock;
    const thimblely::ShopCalendar &m_calendar;
    const thimblely::Currency m_currency;
    std::optional<thimblely::Date> m_day;
};

} // namespace thimblectl
