// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/access/scoped_connection.h"
#include "core/base/money.h"

#include <vector>

namespace thimblely::finance {

//! What of an amount falls to one rate.
struct TaxPart {
    QString name; //!< "VAT"; empty: untaxed
    Rate rate;
    Money net;
    Money tax;
};

/*!
 * The taxes inside a payment of an order, by rate: its share of what every rate comes to in the order. `before` is what
 * was paid up to now. All payments of an order together hold exactly its taxes, whatever they were cut into, and a
 * refund takes back what a payment of that part held.
 */
Result<std::vector<TaxPart>> taxesInside(access::ScopedConnection &connection, OrderId order, const Money &before,
                                         const Money &amount);

//! What the payments of an order hold by rate as they were entered, whatever it came to then.
Result<std::vector<TaxPart>> taxesEntered(access::ScopedConnection &connection, OrderId order, Currency currency);

//! [{name, rate, net, tax}], as in transactions.tax_breakdown; empty where there is nothing.
QByteArray writeTaxParts(const std::vector<TaxPart> &parts);
std::vector<TaxPart> readTaxParts(const QByteArray &json, Currency currency);
//! Adds `parts` to `sums`, rate by rate; subtracts them where they were given back.
Result<void> addTaxParts(std::vector<TaxPart> &sums, const std::vector<TaxPart> &parts, bool subtract);

} // namespace thimblely::finance
