// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/base/money.h"

#include <optional>
#include <vector>

namespace thimblely::finance {

// What is laid on the counter for what is due. Pure; any thread.

//! The amounts offered on buttons for `due`: itself, then the next round ones above it (6,000 · 7,000 · 10,000).
std::vector<Money> likelyTenders(const Money &due);

/*!
 * The largest banknote that is being issued in a currency; none where it is not known here. By the central banks' pages
 * on notes in circulation, November 2026; the euro's is 200, as the 500 has not been issued since April 2019 (ECB).
 */
std::optional<Money> largestNote(Currency currency);

/*!
 * Whether so much was hardly laid down for `due`, and an extra zero typed instead. Nobody puts down a note that comes
 * back whole: change of the largest note or more is doubted, unless a round amount just above what is due gives it
 * (ten notes of 1,000 for 6,000). Where the notes are not known, more than ten times what is due is doubted.
 */
bool isDoubtfulTender(const Money &due, const Money &tendered);

} // namespace thimblely::finance
