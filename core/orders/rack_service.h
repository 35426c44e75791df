// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/orders/piece.h"

#include <QFuture>

namespace thimblely::access {
class Session;
}
namespace thimblely::changes {
class WriteContext;
class WriteDoor;
} // namespace thimblely::changes

namespace thimblely::orders {

//! What is made ready says where it hangs, or changes its place; a part of a write operation, on the writer thread.
Result<void> hangPieces(changes::WriteContext &context, const std::vector<OrderItemId> &pieces, const QString &place);

/*!
 * Where pieces hang: a place is what stands on the rail, "Rail C4", as it is typed or scanned. Reads answer at once, on
 * the Session's thread; writes are one operation each.
 *
 * Errors: Conflict "order.piece_collected", "order.piece_cancelled"; Invalid "order.rack_too_long"; NotFound
 * "order.piece_not_found"; Forbidden without the right to write pieces or to check them.
 */
class RackService {
public:
    static constexpr int longestPlace = 40;

    RackService(access::Session &session, changes::WriteDoor &door) : m_session(session), m_door(door) {}

    //! The places where something hangs now, by name, at most `limit`.
    Result<QStringList> places(int limit = 500) const;
    //! Where the piece that became ready last was hung: where the next one goes too, unless somebody says otherwise.
    Result<QString> lastPlace() const;

    //! An empty place: it hangs nowhere that was said.
    QFuture<Result<void>> hang(std::vector<OrderItemId> pieces, QString place);

private:
    access::Session &m_session;
    changes::WriteDoor &m_door;
};

} // namespace thimblely::orders
