// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/base/clock.h"
#include "core/base/id.h"
#include "core/base/result.h"

#include <QFuture>
#include <QString>

#include <vector>

namespace thimblely::access {
class Session;
}
namespace thimblely::changes {
class WriteDoor;
}

namespace thimblely::orders {

enum class AttemptKind { Call, Email, Note };

//! That somebody tried to have a piece fetched.
struct Attempt {
    Instant at;
    AttemptKind kind;
    QString text;
    friend bool operator==(const Attempt &, const Attempt &) = default;
};

/*!
 * What was done to have ready pieces fetched, piece by piece: what the law asks a shop to show before it may sell or
 * give them away. Stands in the client's log too. One operation each.
 *
 * Errors: Invalid "log.empty"; Conflict "order.nothing_ready", "attempt.nobody" where the order is nobody's; NotFound
 * "order.not_found"; Forbidden without clients:write, for reading without clients:read.
 */
class AttemptService {
public:
    AttemptService(access::Session &session, changes::WriteDoor &door) : m_session(session), m_door(door) {}

    //! The latest first.
    Result<std::vector<Attempt>> ofPiece(OrderItemId piece) const;
    //! For each piece of the order that hangs ready.
    QFuture<Result<void>> add(OrderId order, AttemptKind kind, QString text);

private:
    access::Session &m_session;
    changes::WriteDoor &m_door;
};

} // namespace thimblely::orders
