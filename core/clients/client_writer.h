// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/changes/write_context.h"
#include "core/clients/client.h"
#include "core/search/searched_rows.h"

namespace thimblely::clients {

/*!
 * Writing clients inside an operation, to be composed with others (a new client and their order in one commit).
 * Phones are understood as numbers of the workspace's country; what cannot be is kept as typed. Who pays must pay
 * for themselves: "client.pays_for_itself", "client.payer_is_paid_for" and "client.pays_for_others" (args: the name).
 * Errors else: those of validate(); NotFound "client.unknown"; what RowWriter refuses.
 */

//! Where this workspace's numbers are dialled, and the last day somebody can have been born on.
struct ReadyFor {
    QString country;
    Date today;

    static Result<ReadyFor> load(access::ScopedConnection &connection, const Clock &clock);
};

//! A draft as it will stand in its row. It is made without the file: an import makes the next ones on another thread.
class ReadyClient {
public:
    //! Texts trimmed, phones understood. Errors: those of validate().
    static Result<ReadyClient> make(const ClientDraft &draft, const ReadyFor &shop);

    const ClientDraft &fields() const { return m_fields; }
    const std::vector<access::Field> &columns() const { return m_columns; } //!< those that are not empty
    const search::ClientWords &words() const { return m_words; }

private:
    explicit ReadyClient(ClientDraft fields);

    ClientDraft m_fields;
    std::vector<access::Field> m_columns;
    search::ClientWords m_words;
};

//! Makes the client, its number and its search row.
Result<ClientId> add(changes::WriteContext &context, const ClientDraft &draft);
Result<ClientId> add(changes::WriteContext &context, const ReadyClient &ready);
//! True where a column differed and was written; of a card that was merged, in the one it was merged into.
Result<bool> update(changes::WriteContext &context, ClientId id, const ClientDraft &draft);
//! A further line of what is shown at the next order; the same line is not written twice.
Result<void> addFitNote(changes::WriteContext &context, ClientId id, const QString &note);
Result<void> remove(changes::WriteContext &context, ClientId id);
Result<void> restore(changes::WriteContext &context, ClientId id);

//! Whether there is a client of that id outside the bin.
Result<bool> exists(changes::WriteContext &context, ClientId id);
//! The client's fields with what an outside source says of them; what only the shop types (fit notes, sex) stays.
Result<ClientDraft> fieldsFromOutside(changes::WriteContext &context, ClientId id, const ClientDraft &outside);

} // namespace thimblely::clients
