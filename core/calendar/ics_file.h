// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/calendar/wall_time.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace thimblely::calendar {

//! What is wrong with a part of a calendar file: where, which rule, and what fills its sentence.
struct IcsProblem {
    qint64 line = 0;
    QByteArray code = {};
    QStringList args = {};
};

//! An appointment as a calendar file has it. Its times are those of a wall in `zone`.
struct IcsEvent {
    qint64 line = 0;
    QString uid = {}; //!< empty: it has none
    QString title = {};
    QString description = {};
    QString location = {};
    QStringList attendees = {};
    bool allDay = false;
    WallTime start = WallTime(0);
    WallTime end = WallTime(0); //!< of the day after the last where it takes whole days
    QByteArray zone = {};       //!< an IANA name; empty: wherever it is read
    QString rule = {};          //!< of its repetition, tidied, UNTIL by the same wall; empty: it has none
    std::vector<WallTime> rdates = {};
    std::vector<WallTime> exdates = {};
    std::optional<WallTime> recurrence = {}; //!< which one of a series it takes the place of
    QByteArray status = {};                  //!< "CONFIRMED", "CANCELLED" …
    QList<int> alarms = {};                  //!< minutes before its start
    std::vector<IcsProblem> leftOut = {};    //!< what of it was taken otherwise
};

struct IcsFile {
    std::vector<IcsEvent> events = {};
    std::vector<IcsProblem> refused = {};   //!< events that cannot be taken
    std::vector<IcsProblem> leftOut = {};   //!< tasks, journals and the like
    std::optional<IcsProblem> problem = {}; //!< why none of it can be taken
};

} // namespace thimblely::calendar
