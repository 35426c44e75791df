// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/calendar/recurrence.h"

namespace thimblely::calendar {

/*!
 * What recurrence.h says, as a module exports it that is loaded with the first series or calendar file: libical brings
 * ICU's 40 MB of tables, and nobody looks at the calendar before signing in.
 */
struct Ical {
    std::optional<RuleFacts> (*readRule)(const QString &text);
    QString (*ruleEnding)(const QString &rule, std::optional<int> count, std::optional<WallTime> until, bool wholeDays);
    //! Without the start where the rule does not name it; at most `most`.
    std::vector<WallTime> (*expand)(const QString &rule, WallTime start, WallTime from, WallTime to, int most);
    IcsFile (*readIcs)(const QByteArray &bytes);
    QByteArray (*writeIcs)(const std::vector<IcsEvent> &events, WallTime stampedUtc);
};
constexpr const char *icalName = "thimblelyIcal"; //!< returns a const Ical *

namespace ical {

std::optional<RuleFacts> readRule(const QString &text);
QString ruleEnding(const QString &rule, std::optional<int> count, std::optional<WallTime> until, bool wholeDays);
std::vector<WallTime> expand(const QString &rule, WallTime start, WallTime from, WallTime to, int most);
IcsFile readIcs(const QByteArray &bytes);
QByteArray writeIcs(const std::vector<IcsEvent> &events, WallTime stampedUtc);

} // namespace ical

} // namespace thimblely::calendar
