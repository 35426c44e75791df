// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/base/clock.h"
#include "core/base/id.h"
#include "core/orders/promise_text.h"

#include <QFuture>

#include <vector>

namespace thimblely::access {
class Session;
}
namespace thimblely::changes {
class WriteDoor;
}

namespace thimblely::orders {

//! Why a booked order is promised for another day.
enum class PromiseReason { Client, Cloth, Workroom, Illness, Other };

QByteArray toCode(PromiseReason why); //!< "client" …
Result<PromiseReason> promiseReasonFromCode(QStringView code);
//! "The cloth came late", as the history and a message say it. Translated.
QString promiseReasonWords(PromiseReason why);

//! Another day, and why; the words are the shop's own.
struct PromiseMove {
    OrderId order;
    Promise to;
    PromiseReason why = PromiseReason::Client;
    QString words = {};
};

//! That a promise was moved, as the log has it; without a reason where further work moved it.
struct PromiseChange {
    Instant at;
    std::optional<Date> from;
    Date to;
    std::optional<PromiseReason> why;
    QString words;
};

//! How many orders became ready within some days, and how many of them by the day that was promised first.
struct KeptPromises {
    int days; //!< back from today
    int promised = 0;
    int kept = 0;

    //! Of a hundred, rounded down: a hundred is all of them.
    int percent() const { return promised == 0 ? 0 : kept * 100 / promised; }
};

/*!
 * The day an order is promised for, once it is booked. The first one stays beside it, and it is that which a shop is
 * measured by. Reads answer at once, on the Session's thread; a move is one operation.
 *
 * Errors: Invalid "order.promise_past", "order.promise_no_reason" where the reason is another one and no word says which;
 * Conflict "order.promise_same", "order.is_draft", "order.cancelled", "order.collected"; NotFound "order.not_found";
 * Forbidden without orders:write, for reading without orders:read.
 */
class PromiseService {
public:
    static constexpr int keptDays = 90;

    PromiseService(access::Session &session, changes::WriteDoor &door) : m_session(session), m_door(door) {}

    //! The latest first.
    Result<std::vector<PromiseChange>> changes(OrderId order) const;
    //! Of the last keptDays days, as of the door's clock.
    Result<KeptPromises> kept() const;
    QFuture<Result<void>> move(PromiseMove move);

private:
    access::Session &m_session;
    changes::WriteDoor &m_door;
};

} // namespace thimblely::orders
