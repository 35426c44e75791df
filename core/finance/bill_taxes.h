// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/finance/order_taxes.h"

namespace thimblely::finance {

//! What one rate comes to in all of a bill, in minor units.
struct RateSum {
    QString name;
    Rate rate;
    qint64 gross;
    qint64 tax;
};

//! What so much of a bill holds by rate, after `before` of it was paid. All parts together hold exactly its taxes. Pure.
Result<std::vector<TaxPart>> taxesInside(const std::vector<RateSum> &bill, const Money &before, const Money &amount);

} // namespace thimblely::finance
