// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/access/scoped_connection.h"
#include "core/notebook/notebook_page.h"

namespace thimblely::notebook {

/*!
 * A balance has no piece and mostly no ticket by which a page that is typed twice would be known: it is known by whose it
 * is, how much and since when. Conflict "notebook.balance_here" (args: the client, the amount, our number of it or nothing)
 * where the client has the same from the old book already. A debt with a ticket is known by that (notebook_writer.h). On
 * the connection's thread.
 */
Result<void> checkSameBalance(access::ScopedConnection &connection, ClientId client, const Line &line);

} // namespace thimblely::notebook
