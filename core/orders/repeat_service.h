// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/orders/order.h"

#include <QHash>

namespace thimblely::access {
class Session;
}
namespace thimblely::changes {
class WriteDoor;
}

namespace thimblely::orders {

//! A line of the price list that costs something else today.
struct PriceChange {
    QString what;
    Money before;
    Money now;
    friend bool operator==(const PriceChange &, const PriceChange &) = default;
};

//! The last order of a client, to be taken once more.
struct RepeatedOrder {
    QString number;
    std::vector<PieceDraft> pieces; //!< at today's prices, with the measures of today
    QHash<ClientId, QString> wearerNames;
    std::vector<PriceChange> changes; //!< each line of the list once
};

/*!
 * Reads at once, on the Session's thread. What a line of the price list costs is taken from today's list; a price that
 * was agreed beside it stays, moved by what its lines moved. Discounts, the condition at intake and the client's own
 * cloth belonged to that one order. Forbidden without prices:read.
 */
class RepeatService {
public:
    RepeatService(access::Session &session, changes::WriteDoor &door) : m_session(session), m_door(door) {}

    //! None where the client has had nothing made here that was not cancelled.
    Result<std::optional<RepeatedOrder>> lastOf(ClientId client) const;

private:
    Result<std::optional<OrderId>> lastOrder(ClientId client) const;
    Result<PieceDraft> again(const Piece &piece, std::vector<PriceChange> &changes) const;
    Result<Money> todaysTasks(PieceDraft &piece, std::vector<PriceChange> &changes) const;
    Result<std::optional<MeasurementSetId>> todaysSet(ClientId body, MeasurementSetId then) const;

    access::Session &m_session;
    changes::WriteDoor &m_door;
};

} // namespace thimblely::orders
