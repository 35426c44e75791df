// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/calendar/ics_file.h"

namespace thimblely::calendar {

// Rules of repetition (RFC 5545) and calendar files, by libical, in a module of their own (ical/ical.h). Pure; any
// thread. Where the module is missing no rule is understood: a series is the appointment it begins with.

//! How a series goes on, as far as a form shows it.
struct RuleFacts {
    enum class Every { Day, Week, Month, Year };
    QString text; //!< the rule, tidied
    Every every = Every::Day;
    int interval = 1;
    std::optional<int> count = {};
    std::optional<WallTime> until = {};
    QList<int> weekdays = {}; //!< 1 for Monday; of a rule that names some without saying which of the month
    bool isPlain = true;      //!< a form that knows no more than the above shows all of it
};

//! Nothing where it is no rule, or one that goes on within a day: a shop has no appointment every minute.
std::optional<RuleFacts> readRule(const QString &text);
//! The same rule with another end: none of both, it goes on for ever.
QString ruleEnding(const QString &rule, std::optional<int> count, std::optional<WallTime> until, bool wholeDays);

//! More than that of one series in one window is nobody's calendar.
constexpr int mostOccurrences = 5000;

//! When it takes place from `from` on and before `to`, in order: the start, which always counts, and what the rule says.
std::vector<WallTime> expandRule(const QString &rule, WallTime start, WallTime from, WallTime to,
                                 int most = mostOccurrences);
//! When it takes place for the last time; nothing where it goes on for ever.
std::optional<WallTime> lastOf(const QString &rule, WallTime start);

//! Reads a calendar file, in UTF-8: every event of it is taken or refused with its line.
IcsFile readIcs(const QByteArray &bytes);
//! A calendar file of these events.
QByteArray writeIcs(const std::vector<IcsEvent> &events, WallTime stampedUtc);

} // namespace thimblely::calendar
