// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/base/date.h"
#include "core/base/id.h"
#include "core/calendar/wall_time.h"

#include <QStringList>

#include <optional>

namespace thimblely::calendar {

enum class EventKind { Appointment, Fitting, Meeting, Deadline, Reminder };
enum class EventStatus { Scheduled, Completed, Cancelled, Missed };

//! One of a series, or what takes place once.
struct EventKey {
    EventId event;
    std::optional<WallTime> at = {}; //!< which one, by where the series has it on the wall of its zone
    friend bool operator==(const EventKey &, const EventKey &) = default;
};

//! Which of a series is meant.
enum class Scope { This, Following, All };

//! What speaks against an appointment; several at once.
enum Clash {
    SameStaff = 1,  //!< whoever sees to it has another one
    SameClient = 2, //!< whoever comes is to be elsewhere too
    ClosedDay = 4,  //!< nobody works that day
    FullDay = 8     //!< what is promised takes the hours already
};

//! An appointment as it takes place.
struct Occurrence {
    EventKey key;
    EventKind kind = EventKind::Appointment;
    EventStatus status = EventStatus::Scheduled;
    QString title = {};
    QString who = {};          //!< the client's name; empty where there is none or it may not be read
    QStringList garments = {}; //!< what is tried on
    QString stage = {};        //!< as Fitting::stage
    std::optional<int> number = {};
    Instant startsAt = Instant(0);
    Instant endsAt = Instant(0);
    Date firstDay; //!< of the shop
    Date lastDay;
    bool allDay = false;
    bool series = false;
    bool personal = false; //!< of nobody's but the person's own
    std::optional<PersonId> staff = {};
    std::optional<ClientId> client = {};
    std::optional<OrderId> order = {};
    QString location = {};
    QString notes = {};
    QString rule = {};     //!< of its series
    QList<int> leads = {}; //!< minutes before it at which the person is told; known once it is loaded by itself
    int clashes = 0;       //!< of Clash
};

//! An appointment as it is typed.
struct EventDraft {
    EventKind kind = EventKind::Appointment;
    QString title = {};
    Instant startsAt = Instant(0);
    Instant endsAt = Instant(0); //!< of whole days: where the day after the last begins
    bool allDay = false;
    QString rule = {}; //!< empty: it takes place once
    std::optional<PersonId> staff = {};
    std::optional<ClientId> client = {};
    std::optional<OrderId> order = {};
    QString location = {};
    QString notes = {};
    bool personal = false; //!< seen by nobody else; it has no client and nobody who sees to it
};

} // namespace thimblely::calendar
