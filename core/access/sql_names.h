// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace thimblely::access {

/*!
 * The names that a statement gives to its own things: CTEs and aliases of tables and columns, lower case. It reads
 * tokens only; where it cannot tell, it takes a name for a given one.
 */
std::vector<std::string> givenNames(std::string_view sql);

} // namespace thimblely::access
