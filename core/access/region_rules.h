// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/access/row_writer.h"

#include <span>

namespace thimblely::access {

/*!
 * The rules of access.md about countries and regions. The RowWriter asks here after it has written a row whose columns
 * say where somebody lives, a workspace works or a product is offered, whichever service or undo it is for; a refusal
 * takes the whole operation back.
 *
 * - A country is one of ISO 3166-1, every other place a Region (core/base/region.h).
 * - A person's region lies in their country.
 * - A workspace's primary market lies where it works: its operating regions, or its country where it names none.
 * - A product is offered where its workspace works, unless that may sell across borders; nor is a border closed, or a
 *   region given up, while something that is not archived is still offered beyond it.
 *
 * Invalid: "region.no_country", "region.unknown", args[0] what it was; "region.not_a_list"; "region.elsewhere", args[0] the
 * region, args[1] the country; "region.market_outside", args[0]; "region.product_outside", args[0] the region, args[1] the
 * product. On the connection's thread.
 */
Result<void> requireRegions(ScopedConnection &connection, storage::Table table, const IdBytes &id,
                            std::span<const Field> fields);
//! The same of what comes out of the bin.
Result<void> requireRegions(ScopedConnection &connection, storage::Table table, const IdBytes &id);

} // namespace thimblely::access
