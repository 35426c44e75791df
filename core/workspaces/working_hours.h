// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/base/date.h"

#include <QJsonValue>
#include <QLocale>

#include <array>
#include <optional>
#include <vector>

namespace thimblely {

//! A stretch of one day in which work is done.
struct WorkSpan {
    QTime from;
    QTime to; //!< later than from
    int minutes() const { return from.secsTo(to) / 60; }
    friend bool operator==(const WorkSpan &, const WorkSpan &) = default;
};

//! When somebody works, or the shop is open, in a week like any other. A pure value.
class WorkWeek {
public:
    //! Six days from 9 to 18; closed on the last day of the country's weekend.
    static WorkWeek usual(const QString &locale);
    /*!
     * As people write it: "Mon-Fri 9-13 14-18, Sat 9:30-16". Weekdays of `locale` and of English, as much of each as
     * tells it from the others; a day that is not named is free. Errors: "hours.unreadable" (args[0] the part that
     * cannot be read), "hours.backwards", "hours.overlap". Empty text is a week in which nobody works.
     */
    static Result<WorkWeek> parse(QStringView text, const QLocale &locale);
    //! As it would be typed, days with the same hours together.
    QString toText(const QLocale &locale) const;

    const std::vector<WorkSpan> &spans(Date day) const { return m_days[size_t(day.toQDate().dayOfWeek() - 1)]; }
    //! The minutes of that weekday.
    int minutes(Date day) const;
    //! What of them is left from that time of the day on.
    int minutesAfter(Date day, QTime now) const;
    //! When the last of that weekday's hours ends; none where there is none.
    std::optional<QTime> closesAt(Date day) const;
    int minutesInWeek() const;
    bool isEmpty() const { return minutesInWeek() == 0; }

    //! {"1": ["09:00-18:00"], …}, 1 for Monday; nothing where it is no such map.
    static std::optional<WorkWeek> fromJson(const QJsonValue &json);
    QJsonValue toJson() const;

    friend bool operator==(const WorkWeek &, const WorkWeek &) = default;

private:
    std::array<std::vector<WorkSpan>, 7> m_days;
};

//! Days on which nobody works though the week says so: a feast, leave, stocktaking.
struct ClosedDays {
    Date from;
    Date to; //!< the last one
    QString why = {};
    friend bool operator==(const ClosedDays &, const ClosedDays &) = default;
};

//! When a shop works; the row "hours" of sys_settings. A pure value; any thread.
struct WorkingHours {
    WorkWeek week;
    std::vector<ClosedDays> closed = {}; //!< by their first day
    bool isSaid = true;                  //!< false: the shop never said, and these are the usual ones

    //! Why nobody works that day: a reason that was typed, "" without one; nothing: they do, or the week is free.
    std::optional<QString> closedBecause(Date day) const;
    bool isOpen(Date day) const { return week.minutes(day) > 0 && !closedBecause(day); }
    //! None on a day on which nobody works.
    std::optional<QTime> closesAt(Date day) const { return isOpen(day) ? week.closesAt(day) : std::nullopt; }

    static WorkingHours fromJson(const QJsonValue &json, const QString &locale);
    QJsonValue toJson() const;

    friend bool operator==(const WorkingHours &, const WorkingHours &) = default;
};

inline constexpr char workingHoursKey[] = "hours";

} // namespace thimblely
