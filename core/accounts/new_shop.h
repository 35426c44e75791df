// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/workspaces/workspace_service.h"

#include <vector>

namespace thimblely {

//! What is asked of a shop that is to be opened, the first of a file or a further one.
struct NewShop {
    QString shopName;
    QString countryCode;
    QString currency;
    UnitSystem units = UnitSystem::Metric;
    QByteArray timeZone; //!< empty: the country's
    QString locale;      //!< empty: the country's
};

/*!
 * Each field's refusal, in their order: "first_start.no_shop", "first_start.bad_country", "workspace.bad_currency",
 * "workspace.bad_zone"; empty where all is well.
 */
std::vector<Error> validateShop(const NewShop &shop);

//! As it is kept: trimmed, and with what the person left to the country.
NewShop completed(NewShop shop);

} // namespace thimblely
