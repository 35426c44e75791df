// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include <QString>

namespace thimblely::exchange {

// In what currency a foreign file says its amounts are; internal to this folder. Pure, thread-safe.

//! The currency that a heading ends in ("price_usd", "Price (€)", "Total in EUR"): its code, or its sign; empty: none.
QString currencyInHeading(const QString &heading);
//! The heading without it: "price", "Total".
QString withoutCurrency(const QString &heading);

//! The currency that an amount is written with ("$15.50", "1.200 EUR"): its code, or its sign; empty: none.
QString currencyInAmount(const QString &amount);

//! Whether `said`, a code or a sign that several currencies share ("$"), can mean the currency `code`.
bool mayMean(const QString &said, const QString &code);

} // namespace thimblely::exchange
