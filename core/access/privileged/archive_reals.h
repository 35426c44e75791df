// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/storage/statement.h"

namespace thimblely::access {

// Real numbers, which no column of a shop's file has (money and lengths are whole) and an export can hold all the same.

double realAt(const storage::Statement &row, int column);
//! Binds to the next placeholder, whose number is `parameter`.
void bindReal(storage::Statement &statement, int parameter, double value);

} // namespace thimblely::access
