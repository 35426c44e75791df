// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/orders/open_order_names.h"

#include <QCoreApplication>

namespace thimblely::ui {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(thimblely::ui::OpenOrderNames)
};

} // namespace

QString filterName(orders::OpenOrderFilter filter)
{
    using orders::OpenOrderFilter;
    switch (filter) {
    case OpenOrderFilter::All:
        return {};
    case OpenOrderFilter::Late:
        return Texts::tr("Late");
    case OpenOrderFilter::DueToday:
        return Texts::tr("Due today");
    case OpenOrderFilter::DueByToday:
        return Texts::tr("Late and due today");
    case OpenOrderFilter::DueTomorrowMorning:
        return Texts::tr("Due tomorrow morning, not ready");
    case OpenOrderFilter::Ready:
        return Texts::tr("Ready, uncollected");
    case OpenOrderFilter::ReadyLong:
        return Texts::tr("Ready for over %n days", nullptr, orders::readyLongDays);
    case OpenOrderFilter::WaitingForClient:
        return Texts::tr("Waiting for client");
    }
    Q_UNREACHABLE();
}

} // namespace thimblely::ui
