// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/base/date.h"
#include "core/finance/income_split.h"

#include <QFuture>

namespace thimblely::access {
class Session;
}
namespace thimblely::changes {
class WriteDoor;
}

namespace thimblely::finance {

using GoalId = Id<struct GoalTag>;
using SplitId = Id<struct SplitTag>;

//! Monthly: so much in each month of its span. Yearly: so much in all of the span.
enum class GoalKind { Monthly, Yearly };

struct GoalDraft {
    QString title;
    GoalKind kind = GoalKind::Monthly;
    Money target;
    QString category = {}; //!< of income; empty: all income
    Date starts;
    Date deadline;
    friend bool operator==(const GoalDraft &, const GoalDraft &) = default;
};

/*!
 * How far a goal is on a day, and where it ends if it goes on like this. Pure figures: days of its period that are over,
 * today's with them.
 */
struct GoalProgress {
    Date from;
    Date until;
    Money reached;
    Money target;
    int days;     //!< of the period
    int daysOver; //!< at least one once it began

    //! Where it should be today, evenly over the period.
    Money expected() const;
    //! What it comes to at the end, at the pace so far.
    Money forecast() const;
    bool isReached() const { return reached.minor() >= target.minor(); }
    bool isOnTheWay() const { return reached.minor() >= expected().minor(); }
    int percent() const; //!< of the target, rounded down; at most 999
};

//! The period of a goal that a day belongs to; before and after its span the first and the last one. Pure.
GoalProgress periodOf(const GoalDraft &goal, Date today);

struct Goal {
    GoalId id;
    GoalDraft draft;
    GoalProgress progress;
};

struct Split {
    SplitId id;
    SplitRule rule;
    friend bool operator==(const Split &, const Split &) = default;
};

/*!
 * What the shop means to reach, and into what it divides its income. Progress comes from the day totals; nothing moves
 * money. Errors: "goal.no_title", "goal.bad_span", "payment.not_positive", "payment.other_currency", "split.no_name",
 * "split.bad_share", "split.too_much"; NotFound "row.not_found"; Forbidden with finance:read or finance:write.
 */
class PlanService {
public:
    PlanService(access::Session &session, changes::WriteDoor &door) : m_session(session), m_door(door) {}

    //! Those that are not put away, the next to end first; for the reader's thread.
    static Result<std::vector<Goal>> goals(access::Session &session, Date today);
    Result<GoalDraft> goal(GoalId goal) const;
    //! In their order.
    Result<std::vector<Split>> splits() const;
    //! What an income is divided into; without splits the whole is one part.
    Result<std::vector<SplitPart>> partsOf(const Money &income) const;

    //! None: a new one.
    QFuture<Result<GoalId>> keepGoal(std::optional<GoalId> goal, GoalDraft draft);
    //! Put away: it was reached, or is wanted no more.
    QFuture<Result<void>> endGoal(GoalId goal);
    QFuture<Result<SplitId>> keepSplit(std::optional<SplitId> split, SplitRule rule);
    QFuture<Result<void>> removeSplit(SplitId split);

private:
    access::Session &m_session;
    changes::WriteDoor &m_door;
};

} // namespace thimblely::finance
