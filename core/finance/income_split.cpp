// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/finance/income_split.h"

#include <algorithm>

namespace thimblely::finance {

namespace {

//! Of what is positive.
Result<std::vector<SplitPart>> divide(const Money &income, const std::vector<SplitRule> &rules)
{
    Money left = income;
    std::vector<SplitPart> parts;
    std::vector<qint64> weights;
    qint64 shares = 0;
    for (const SplitRule &rule : rules) {
        Money amount = Money::zero(income.currency());
        if (rule.fixed) {
            amount = Money(std::clamp<qint64>(rule.fixed->minor(), 0, left.minor()), income.currency());
            TRY_ASSIGN(left, left.minus(amount));
        } else {
            weights.push_back(std::max(0, rule.shareBp.value_or(0)));
            shares += weights.back();
        }
        parts.push_back({rule.name, amount});
    }
    if (shares > wholeBp)
        return Error{ErrorKind::Invalid, "split.too_much", {}, {}};
    weights.push_back(wholeBp - shares);
    TRY_ASSIGN(const auto divided, left.split(weights));
    auto share = divided.begin();
    for (size_t i = 0; i < rules.size(); ++i) {
        if (!rules[i].fixed)
            parts[i].amount = *share++;
    }
    if (!share->isZero() || parts.empty())
        parts.push_back({{}, *share});
    return parts;
}

} // namespace

Result<std::vector<SplitPart>> splitIncome(const Money &income, const std::vector<SplitRule> &rules)
{
    if (!income.isNegative())
        return divide(income, rules);
    TRY_ASSIGN(const Money back, income.negated());
    TRY_ASSIGN(std::vector<SplitPart> parts, divide(back, rules));
    for (SplitPart &part : parts) {
        TRY_ASSIGN(part.amount, part.amount.negated());
    }
    return parts;
}

} // namespace thimblely::finance
