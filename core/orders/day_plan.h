// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/base/date.h"
#include "core/orders/order.h"
#include "core/workspaces/fitting_rules.h"
#include "core/workspaces/working_hours.h"

#include <vector>

namespace thimblely::access {
class Session;
}

namespace thimblely::orders {

//! One day of the shop as work is planned into it. Minutes of one person.
struct PlanDay {
    Date date;
    int capacity = 0; //!< what those who are there can do; today: what is left of it
    int hand = 0;     //!< of these, what the one who is there longest can do
    int due = 0;      //!< what the pieces promised for this day still need
    int free = 0;     //!< the least left on it or on any later day: work due later has to be done, too
    int pieces = 0;   //!< promised for it and not collected
    int rush = 0;     //!< of these, of orders that go before the others
    //! Nobody works, and why as far as anybody said ("Christmas"); "" on a day that is always free.
    std::optional<QString> closed = {};
    std::vector<Instant> fittings = {}; //!< when somebody comes to try something on

    bool isOpen() const { return !closed; }
    bool isFull() const { return isOpen() && free < leastFree; }
    //! Less than that is nothing that could be promised: minutes.
    static constexpr int leastFree = 15;
};

//! What an order that is being taken needs before it can be ready.
struct PlannedWork {
    int minutes = 0;                    //!< of all its pieces that are new
    int longest = 0;                    //!< of the piece that takes longest: one tailor makes it
    int fittings = 0;                   //!< of the piece that is tried on most often
    std::optional<Date> clothFrom = {}; //!< the last cloth that still has to come
    QString clothWhose = {};            //!< from which merchant, or its bunch
    QString clothPiece = {};            //!< for which piece
    QString fittingPiece = {};          //!< which one is tried on most often
    friend bool operator==(const PlannedWork &, const PlannedWork &) = default;
};

//! Why a day cannot be promised, or what holds the earliest that can.
enum class DayLimit {
    None,     //!< nothing: it can be promised
    Closed,   //!< nobody works
    Full,     //!< what is promised already takes the hours
    Hand,     //!< one tailor does not get it done by then
    Cloth,    //!< the cloth is not there, or only just
    Fittings, //!< there is no time to try it on so often
    Beyond    //!< later than is planned
};

//! The earliest day that can be kept, and what holds it.
struct HonestDay {
    Date date;
    DayLimit limit; //!< what keeps it from being a day earlier
    friend bool operator==(const HonestDay &, const HonestDay &) = default;
};

/*!
 * How much can be done on the days to come, and how much of it is promised already. Of one moment; a pure value once it
 * is read. An overdue piece is done before all others.
 */
class DayPlan {
public:
    static constexpr int horizon = 120; //!< days that are looked at; what is due later is not counted

    //! `days` from today on, with capacity, hand, due, pieces, rush and closed; `overdue`: minutes of what is late.
    DayPlan(std::vector<PlanDay> days, int overdue, FittingRules fittings);

    const std::vector<PlanDay> &days() const { return m_days; }
    int overdue() const { return m_overdue; }
    const FittingRules &fittingRules() const { return m_fittings; }
    //! nullptr: it is past or beyond the horizon.
    const PlanDay *day(Date date) const;

    //! The first day on which the work can be done: today, or once the cloth is there.
    Date beginsOn(const PlannedWork &work) const;
    //! What speaks against that day for this work; None: nothing.
    DayLimit limitOf(Date date, const PlannedWork &work) const;
    //! Nothing where no day within the horizon can be kept.
    std::optional<HonestDay> earliest(const PlannedWork &work) const;
    //! The last day that can be kept and leaves time before that one for what may go wrong; nothing where none does.
    std::optional<Date> latestBefore(Date event, const PlannedWork &work) const;
    //! Days between a promise and what it is for.
    static constexpr int eventMargin = 2;
    //! The days on which it is tried on so often, backwards from the promise; those that would be past are left out.
    std::vector<Date> fittingDays(Date promised, int count) const;
    //! The same with their time: the shop's usual one, or the next at which nobody else comes.
    std::vector<Instant> fittingTimes(Date promised, int count, const ShopCalendar &calendar) const;

private:
    int capacityBetween(Date from, Date to, int PlanDay::*what) const;
    int openDaysBefore(Date from, Date to) const;

    std::vector<PlanDay> m_days;
    int m_overdue;
    FittingRules m_fittings;
};

/*!
 * As of `now`, of the session's shop, on its thread; longer than a frame where many orders are open. Forbidden without
 * orders:read.
 */
Result<DayPlan> readDayPlan(access::Session &session, Instant now);

//! How often a piece of a draft is tried on: what is made new, as the rules say of its garment.
int fittingsOf(const PieceDraft &piece, const FittingRules &rules);

/*!
 * Which piece of a draft is tried on at which of these visits, of which there are as many as the piece that is tried on
 * most often needs: others come to the last ones. Pure.
 */
std::vector<PlannedFitting> fittingsAt(const OrderDraft &draft, const std::vector<Instant> &visits,
                                       const FittingRules &rules);

//! What the pieces of a draft from `first` on need. Pure.
PlannedWork plannedWork(const OrderDraft &draft, Date today, const FittingRules &rules, int first = 0);

} // namespace thimblely::orders
