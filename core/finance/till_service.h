// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/finance/till.h"
#include "core/finance/till_writer.h"

#include <QFuture>

#include <limits>

namespace thimblely::access {
class Session;
}
namespace thimblely::changes {
class WriteDoor;
}

namespace thimblely::finance {

/*!
 * The till of this device: opened with what lies in it, counted blind, closed with the difference and its reason, and
 * the page of each day. What was announced and has not come in is waited for, in no sum and no closing; it is of the day
 * on which it was seen to arrive, and what is taken back before was never there. Nobody is held up: money may be taken
 * while it is closed, and belongs to the day that is closed next. Where the file went on without a device
 * (changes/till_chain.h), its till is counted and closed here, and keeps nothing in its drawer. What should lie in a
 * drawer is said to those who keep the books, and to who counts only after the count.
 *
 * Errors: "till.open_already", "till.not_open", "till.not_counted" (also where money moved since the count),
 * "till.no_reason", "till.kept_too_much" (args[0] what was counted, plain), "till.negative", "till.count_first",
 * "till.nothing_kept", "till.in_use", "payment.not_positive", "payment.other_currency", "payment.books_closed"; NotFound
 * "till.not_found"; Forbidden with till:operate or till:paid_out.
 */
class TillService {
public:
    TillService(access::Session &session, changes::WriteDoor &door) : m_session(session), m_door(door) {}

    Result<TillState> state(const AtTill &till = {}) const;
    //! Tills of devices that are gone which stand open or hold money that is in no closing.
    Result<std::vector<TillState>> leftTills() const;
    //! The open day, the newest first, from before this place in the chain on; then what was announced
    //! on days before it, and has not come in or came in since.
    Result<std::vector<TillEntry>> entries(qint64 beforeSeq = std::numeric_limits<qint64>::max(), int limit = 50) const;
    bool maySeeSums(const TillState &state) const;
    //! Of the same entries. Forbidden "till.count_first" where maySeeSums() says no.
    Result<TillSums> sums(const AtTill &till = {}) const;
    Result<DayPage> dayPage(ActivityId closing) const;
    //! Closings of every till of the workspace, the newest first; those from before that one.
    Result<std::vector<DayPage>> dayPages(std::optional<ActivityId> before = {}, int limit = 20) const;

    //! `lying`: what is in the drawer, without the money that was taken since the last closing; what it is more or less
    //! than was left there is money brought or taken.
    QFuture<Result<void>> open(Money lying);
    QFuture<Result<TransactionId>> move(TillMove move);
    QFuture<Result<CountResult>> count(CountSheet sheet, AtTill till = {});
    QFuture<Result<ActivityId>> close(CloseDraft draft, AtTill till = {});

private:
    access::Session &m_session;
    changes::WriteDoor &m_door;
};

} // namespace thimblely::finance
