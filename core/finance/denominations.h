// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/base/money.h"

#include <vector>

namespace thimblely::finance {

struct Denomination {
    Money value;
    bool isCoin;
};

/*!
 * The notes and coins of a currency that lie in a drawer, the largest first; empty where they are not known, and then
 * only the sum is asked for. From the lists of the issuers named in the source, to be re-checked before a release.
 */
std::vector<Denomination> denominationsOf(Currency currency);

} // namespace thimblely::finance
