// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/clients/client.h"
#include "core/measurements/slip_guesses.h"

#include <memory>
#include <optional>
#include <vector>

namespace thimblely {

struct BodyFigures;
class BodyModel;

//! Whose values they are.
struct MeasuredPerson {
    GenderForFit sex = GenderForFit::Unknown; //!< unknown: as either, and what alarms less counts
    bool child = false;
    std::optional<int> years = {}; //!< of a child, where its birth date is known
};

//! The same code and side at the last visit.
struct LastMeasured {
    qint64 amount;
    qint64 daysAgo = 0;
};

//! Why a value is doubted, and what it may have been meant to be. Amounts are in the dimension's unit.
struct Doubt {
    DoubtKind kind;
    QString code;
    Side side;
    qint64 amount;                              //!< what is doubted
    std::optional<qint64> likely = {};          //!< "did you mean"
    QString other = {};                         //!< the code it was swapped with, or stands in the wrong order to
    bool tooLittle = false;                     //!< too little beside `other`, else too much; not said of swaps
    std::optional<MeasurementRange> usual = {}; //!< where 9 of 10 lie who have the other values
    std::optional<qint64> sinceLast = {};       //!< the change since the last visit, where it is a far one
    bool alone = false;                         //!< no other value speaks of it: `usual` is where 9 of 10 people lie

    friend bool operator==(const Doubt &, const Doubt &) = default;
};

/*!
 * How sure a slip has to be before a person is asked, in natural logarithms of likelihood; for each sex the one at which
 * the figures ask about 0.3 % of the survey's people, for ratios and ranges ask about some more. The test computes it
 * again.
 */
struct AlarmLimits {
    double women;
    double men;
};

/*!
 * Whether a value on the tape is likely a slip: for grown people by what the values known so far make likely (the
 * figures of 16 fields), and for every field by its range, by ratios and orderings beside other fields, and by the jump
 * since the last visit. A slip is believed where it explains the value better than a body does, which also says which
 * slip it was and what was meant. Warns, never forbids.
 *
 * Under 1 ms for a value (the bench measures it). Keeps the estimates it made: not shared between threads.
 */
class Plausibility {
public:
    static AlarmLimits shippedLimits();

    Plausibility(); //!< with the figures of all people of the survey
    Plausibility(const BodyFigures &women, const BodyFigures &men, AlarmLimits limits);
    ~Plausibility();
    Plausibility(const Plausibility &) = delete;
    Plausibility &operator=(const Plausibility &) = delete;

    //! `others` are the values known so far, of other codes; those that a person confirmed against a doubt are left out.
    std::optional<Doubt> doubtAbout(const MeasuredValue &value, const MeasuredPerson &person,
                                    const std::vector<MeasuredValue> &others,
                                    const std::optional<LastMeasured> &last = {}) const;

    //! All that is doubtful in a whole set: the value most likely wrong first, then what still is without it.
    std::vector<Doubt> doubtsIn(const std::vector<MeasuredValue> &set, const MeasuredPerson &person) const;

    //! Where 9 of 10 people lie who have these other values; nothing for children and fields without figures.
    std::optional<MeasurementRange> usualFor(const QString &code, const MeasuredPerson &person,
                                             const std::vector<MeasuredValue> &others) const;

    //! How sure the likeliest slip of a set is, before any limit: what limits are set by.
    double surenessOfSlip(const std::vector<MeasuredValue> &set, const MeasuredPerson &person) const;

private:
    std::unique_ptr<BodyModel> m_women;
    std::unique_ptr<BodyModel> m_men;
    AlarmLimits m_limits;
};

} // namespace thimblely
