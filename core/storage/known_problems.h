// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/base/clock.h"
#include "core/storage/verify.h"

namespace thimblely::storage {

/*!
 * What is missing for good in a file that was read from a damaged one (salvage.h): gaps in the numbers of papers, and the
 * places where a till's chain has lost rows. Kept in the file with the day, so that they are named as what they are each
 * time it is verified, while whatever else is wrong is still a problem. Only those two kinds can be kept so.
 */
Result<void> keepKnownProblems(Connection &connection, const std::vector<Problem> &problems, Instant at);

//! Moves those that are known, to the letter, from `problems` to the result.
Result<std::vector<Problem>> takeKnownProblems(Connection &connection, std::vector<Problem> &problems);

} // namespace thimblely::storage
