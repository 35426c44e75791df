// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/finance/denominations.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace thimblely::finance {

namespace {

//! In minor units, the largest first; 0 ends a list. A value that is both a note and a coin is counted as one.
struct Issue {
    std::string_view currency;
    std::array<int, 11> notes;
    std::array<int, 10> coins;
};

// Who issues them says what they are; the lists are as the issuers' public pages name them.
constexpr Issue issues[] = {
    // Central Bank of Nigeria, cbn.gov.ng
    {"NGN", {100000, 50000, 20000, 10000, 5000, 2000, 1000, 500}, {200, 100, 50}},
    // European Central Bank, ecb.europa.eu; the 500 is not issued any more and still paid with
    {"EUR", {50000, 20000, 10000, 5000, 2000, 1000, 500}, {200, 100, 50, 20, 10, 5, 2, 1}},
    // Reserve Bank of India, rbi.org.in
    {"INR", {50000, 20000, 10000, 5000, 2000, 1000}, {500, 200, 100}},
    // Central Bank of Kenya, centralbank.go.ke
    {"KES", {100000, 50000, 20000, 10000, 5000}, {4000, 2000, 1000, 500, 100}},
    // Board of Governors of the Federal Reserve, federalreserve.gov, and the United States Mint, usmint.gov
    {"USD", {10000, 5000, 2000, 1000, 500, 200, 100}, {50, 25, 10, 5, 1}},
    // Bank of England, bankofengland.co.uk, and the Royal Mint, royalmint.com
    {"GBP", {5000, 2000, 1000, 500}, {200, 100, 50, 20, 10, 5, 2, 1}},
    // Banque Centrale des États de l'Afrique de l'Ouest, bceao.int
    {"XOF", {10000, 5000, 2000, 1000, 500}, {250, 200, 100, 50, 25, 10, 5, 1}},
    // Banque des États de l'Afrique Centrale, beac.int
    {"XAF", {10000, 5000, 2000, 1000, 500}, {100, 50, 25, 10, 5, 2, 1}},
    // Bank of Ghana, bog.gov.gh
    {"GHS", {20000, 10000, 5000, 2000, 1000, 500}, {200, 100, 50, 20, 10, 5}},
    // South African Reserve Bank, resbank.co.za
    {"ZAR", {20000, 10000, 5000, 2000, 1000}, {500, 200, 100, 50, 20, 10}},
    // Bank of Tanzania, bot.go.tz
    {"TZS", {1000000, 500000, 200000, 100000}, {50000, 20000, 10000, 5000}},
    // Bank of Uganda, bou.or.ug
    {"UGX", {50000, 20000, 10000, 5000, 2000}, {1000, 500, 200, 100, 50}},
    // Bank Al-Maghrib, bkam.ma
    {"MAD", {20000, 10000, 5000, 2000}, {1000, 500, 200, 100, 50, 20, 10}},
    // Schweizerische Nationalbank, snb.ch, and Swissmint
    {"CHF", {100000, 20000, 10000, 5000, 2000, 1000}, {500, 200, 100, 50, 20, 10, 5}},
    // Bank of Canada, bankofcanada.ca, and the Royal Canadian Mint
    {"CAD", {10000, 5000, 2000, 1000, 500}, {200, 100, 25, 10, 5}},
    // Central Bank of the UAE, centralbank.ae
    {"AED", {100000, 50000, 20000, 10000, 5000, 2000, 1000, 500}, {100, 50, 25}},
};

} // namespace

std::vector<Denomination> denominationsOf(Currency currency)
{
    const QByteArray code = currency.code().toLatin1();
    const auto found = std::ranges::find_if(
        issues, [&](const Issue &issue) { return issue.currency == std::string_view(code.constData()); });
    std::vector<Denomination> all;
    if (found == std::end(issues))
        return all;
    const auto add = [&](const auto &values, bool coins) {
        for (const int minor : values) {
            if (minor > 0)
                all.push_back({Money(minor, currency), coins});
        }
    };
    add(found->notes, false);
    add(found->coins, true);
    return all;
}

} // namespace thimblely::finance
