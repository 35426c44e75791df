// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/access/scoped_connection.h"
#include "core/base/date.h"

#include <optional>
#include <vector>

namespace thimblely::orders {

/*!
 * What a shop does about finished pieces that nobody fetches: how many days after they were ready it reminds, and from
 * which day on the law of its country lets it end the waiting. From secondary sources, to be re-checked before a release.
 */
struct UncollectedRules {
    std::vector<int> remindAfterDays; //!< ascending; the shop's (core/workspaces/remind_days.h)
    std::optional<int> endAfterDays;  //!< none: no such law is known here
    const char *law = nullptr;        //!< how it ends, untranslated, "UncollectedRules"; with endAfterDays only

    //! Which reminder is due, 1 …, for what is ready since a day and was last asked for on another; 0: none.
    int reminderDue(Date ready, const std::optional<Date> &asked, Date today) const;
    bool mayEnd(Date ready, Date today) const;
    friend bool operator==(const UncollectedRules &, const UncollectedRules &) = default;
};

//! FR: one year, then the judge (law of 1903, legifrance.gouv.fr). US: six months, then donation (NY GBL 399-bb).
UncollectedRules uncollectedRulesOf(QStringView country);
//! Of the connection's workspace; on the connection's thread.
Result<UncollectedRules> loadUncollectedRules(access::ScopedConnection &connection);

} // namespace thimblely::orders
