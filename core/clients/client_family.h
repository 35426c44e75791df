// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/access/scoped_connection.h"
#include "core/clients/client.h"

namespace thimblely {

//! Somebody of a family: the one who pays, or one of those who are paid for.
struct FamilyMember {
    ClientId id;
    QString name;
    QString relation; //!< to the payer, "son"; empty for the payer
    bool pays;
    std::optional<Date> birthDate;
    std::optional<Instant> measuredAt; //!< absent: never, or not this person's to read
    int openOrders;
    std::optional<Money> balance; //!< absent without prices:read
};

//! One payer, several bodies. A client who pays for nobody and is paid for by nobody has no members.
struct Family {
    std::vector<FamilyMember> members; //!< the payer first, then the others by name; the client asked for is among them
    std::optional<Money> balance;      //!< what all of them owe together; absent without prices:read

    const FamilyMember *payer() const { return members.empty() ? nullptr : &members.front(); }
};

namespace clients {
//! Internal to this folder. On the connection's thread.
Result<Family> family(access::ScopedConnection &connection, ClientId client);
} // namespace clients

} // namespace thimblely
