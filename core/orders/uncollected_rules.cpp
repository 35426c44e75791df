// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/orders/uncollected_rules.h"

#include "core/workspaces/remind_days.h"
#include "core/workspaces/settings.h"

#include <QCoreApplication>

#include <algorithm>

namespace thimblely::orders {

int UncollectedRules::reminderDue(Date ready, const std::optional<Date> &asked, Date today) const
{
    const auto past = std::ranges::upper_bound(remindAfterDays, ready.daysTo(today));
    if (past == remindAfterDays.begin())
        return 0;
    const Date since = ready.plusDays(*std::prev(past)); // the latest one that has come
    return asked && *asked >= since ? 0 : int(past - remindAfterDays.begin());
}

bool UncollectedRules::mayEnd(Date ready, Date today) const
{
    return endAfterDays && ready.daysTo(today) >= *endAfterDays;
}

UncollectedRules uncollectedRulesOf(QStringView country)
{
    UncollectedRules rules{usualRemindDays(), {}};
    if (country == QLatin1String("FR")) {
        rules.endAfterDays = 365;
        rules.law = QT_TRANSLATE_NOOP("UncollectedRules", "After a year the judge may let them be sold (law of 1903).");
    } else if (country == QLatin1String("US")) {
        rules.endAfterDays = 180;
        rules.law = QT_TRANSLATE_NOOP("UncollectedRules",
                                      "New York lets them be donated after six months, where the ticket says so"
                                      " (GBL 399-bb); other states differ.");
    }
    return rules;
}

Result<UncollectedRules> loadUncollectedRules(access::ScopedConnection &connection)
{
    TRY_ASSIGN(auto query, connection.query("SELECT country_code FROM workspaces WHERE id = ?"));
    query->bind(connection.principal().workspace);
    TRY_ASSIGN(const bool found, query->step());
    UncollectedRules rules = uncollectedRulesOf(found ? query->text(0) : QString());
    TRY_ASSIGN(const auto own, workspaces::setting(connection, QLatin1String(remindDaysKey)));
    if (own) {
        if (auto days = remindDaysFromJson(*own))
            rules.remindAfterDays = std::move(*days);
    }
    return rules;
}

} // namespace thimblely::orders
