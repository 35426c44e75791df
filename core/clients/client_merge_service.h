// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/access/session.h"
#include "core/changes/write_door.h"
#include "core/clients/client.h"

#include <QFuture>

namespace thimblely {

//! The fields of a card that a merge has to choose in.
enum class MergedField { Email, Company, Address, BirthDate, Gender, Language, Channel, TaxId, Payer, Credit };

//! How many rows of each kind go over to the card that stays.
struct MergedRows {
    int orders = 0;
    int pieces = 0;     //!< worn by the one that goes, on whoever's order
    int measurementSets = 0;
    int logEntries = 0;
    int appointments = 0;
    int messages = 0;
    int payments = 0;
    int invoices = 0;
    int paidFor = 0;    //!< people whom the one that goes pays for
    int piecesPaid = 0; //!< that they pay for on somebody else's order

    friend bool operator==(const MergedRows &, const MergedRows &) = default;
};

//! What a merge would do, to be seen before it is done.
struct MergePreview {
    Client stays; //!< as it is now
    Client goes;
    MergedRows rows;
    std::vector<QString> phonesAdded;
    std::vector<MergedField> filled; //!< empty on the card that stays, taken over
    std::vector<MergedField> kept;   //!< different on both: the card that stays keeps its own, the other shows on it
};

/*!
 * Makes two cards of one person one: everything that hangs on the one that goes (orders, pieces worn, measures, log,
 * appointments, messages, payments, invoices, who is paid for) hangs on the one that stays, phones, tags and notes are
 * united, empty fields are filled. The other card is kept, points to the one that stays and leads there by its number,
 * phone and name; it is one operation, and undoing it puts every row back.
 *
 * Needs clients:delete, and to read whatever may hang on a client, so that nothing is left behind unseen.
 * Errors: Forbidden with the capability that lacks; NotFound "client.unknown"; Invalid "client.merge_itself",
 * "client.payer_is_paid_for"; Conflict "client.merged_already". Reads on the session's thread.
 */
class ClientMergeService {
public:
    ClientMergeService(access::Session &session, changes::WriteDoor &door) : m_session(session), m_door(door) {}

    Result<MergePreview> preview(ClientId stays, ClientId goes);
    QFuture<Result<void>> merge(ClientId stays, ClientId goes);
    //! The cards that were merged into this one, as they were: what they said otherwise is still to be read.
    Result<std::vector<Client>> formerCards(ClientId client);

private:
    access::Session &m_session;
    changes::WriteDoor &m_door;
};

} // namespace thimblely
