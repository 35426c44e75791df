// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/base/id.h"
#include "core/base/money.h"

#include <optional>
#include <vector>

namespace thimblely::finance {

//! A part that is thought of as set aside from each income: a share of it, or a fixed amount first.
struct SplitRule {
    QString name;
    std::optional<int> shareBp = {}; //!< hundredths of a per cent of what the fixed amounts leave
    std::optional<Money> fixed = {}; //!< else this much of each income, as long as there is so much
    friend bool operator==(const SplitRule &, const SplitRule &) = default;
};

struct SplitPart {
    QString name; //!< empty: the rest, which nobody set aside
    Money amount;
    friend bool operator==(const SplitPart &, const SplitPart &) = default;
};

constexpr int wholeBp = 10'000;

/*!
 * An income in its parts: fixed amounts in the order of the rules as far as it reaches, the shares of what they leave by
 * largest remainder, and the rest. The parts are always the whole, to the minor unit; of an income that was taken back they
 * are negative. "split.too_much" where the shares are more than all of it. Pure.
 */
Result<std::vector<SplitPart>> splitIncome(const Money &income, const std::vector<SplitRule> &rules);

} // namespace thimblely::finance
