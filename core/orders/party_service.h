// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/clients/client.h"
#include "core/orders/party.h"
#include "core/orders/price_rules.h"

#include <QFuture>

namespace thimblely::access {
class Session;
}
namespace thimblely::changes {
class WriteDoor;
}

namespace thimblely::orders {

//! One who is to be dressed: somebody who is known, or somebody new.
struct PartyGuest {
    PartyName typed;
    std::optional<ClientId> known = {};
    QString knownName = {};   //!< as on their card
    QString knownNumber = {}; //!< the client's, as said aloud
};

//! A booked order with everybody it dresses.
struct Party {
    OrderDetail order;
    std::vector<PartyMember> members;

    int unmeasured() const; //!< people who have not come to be measured
};

/*!
 * An order that dresses several people: a wedding, a class. Who they are is pasted in one go; those who are known by
 * phone or by their exact name are found again, the others become clients of their own, whoever pays here. Each gets
 * the same pieces as one who has them. Somebody may pay for their own. One operation each, undoable.
 *
 * Errors: those of clients/client_writer.h and orders/addition_writer.h; Invalid "party.no_names"; Conflict
 * "party.nothing_copied" where nothing is left to copy. Reads on the session's thread.
 */
class PartyService {
public:
    PartyService(access::Session &session, changes::WriteDoor &door) : m_session(session), m_door(door) {}

    Result<Party> load(OrderId order) const;
    Result<std::vector<PartyGuest>> recognise(const std::vector<PartyName> &names) const;

    //! Makes the new ones clients; all of them as they are known then, in their order.
    QFuture<Result<std::vector<PartyGuest>>> invite(std::vector<PartyGuest> guests);
    //! The same, and each of them who has none gets the pieces that `like` has, each with a tag; prices as these.
    QFuture<Result<std::vector<PartyGuest>>> dress(OrderId order, std::vector<PartyGuest> guests,
                                                   std::vector<OrderItemId> like, Approvals approvals = {});
    //! Who pays for these pieces; none: the order's client.
    QFuture<Result<void>> setPayer(OrderId order, std::vector<OrderItemId> pieces, std::optional<ClientId> payer);
    //! Makes pieces that are not cut and rest on no measures by what their wearers were measured for them since the
    //! order was booked; how many those were.
    QFuture<Result<int>> takeMeasures(OrderId order);
    QFuture<Result<void>> setEventDate(OrderId order, std::optional<Date> day);

private:
    access::Session &m_session;
    changes::WriteDoor &m_door;
};

//! A further piece like this one for somebody else, without what is that one's alone: photos, cloth, measures. Pure.
PieceDraft alikeFor(const PieceDraft &piece, std::optional<ClientId> wearer);

} // namespace thimblely::orders
