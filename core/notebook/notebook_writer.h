// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/changes/write_context.h"
#include "core/clients/client_lookup.h"
#include "core/notebook/notebook_page.h"
#include "core/orders/order.h"

namespace thimblely::notebook {

/*
 * Lines of the old book as rows of ours; parts of a write operation, for this folder and for imports. Who is known is
 * found by number of the card, phone and name, or by the name alone where one only has it; who is not is made.
 *
 * Errors: "notebook.nothing_said", "notebook.nobody", "notebook.no_total", "notebook.paid_too_much", "notebook.negative",
 * "notebook.nothing_owed", "notebook.many_pieces" (args[0] how many may be), "notebook.ticket_long" (likewise),
 * "notebook.not_ready" (a place without pieces), Conflict "notebook.ticket_here" (args: ticket, our number of the
 * order), "notebook.balance_here" (same_balance.h), NotFound "client.no_such_number", Conflict "client.several_of_name"; those of orders/old_order_writer.h.
 */

//! What one line became: an order, or for what a client has with the shop none.
struct LineEntered {
    IdBytes row; //!< of the order, or of the money
    std::optional<orders::Booked> order = {};
    int pieces = 0;
    bool newClient = false;
};

//! Whom a line means, as clients are looked for.
clients::Described whoOf(const Line &line);
//! What can be said of a line without the file. Pure; any thread.
Result<void> checkLine(const Line &line, Currency currency);

//! `page`: SHA-256 of a photo of the page, or empty. Forbidden without data:import.
Result<LineEntered> writeLine(changes::WriteContext &context, const Line &line, const QByteArray &page = {});

} // namespace thimblely::notebook
