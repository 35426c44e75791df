// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/calendar/calendar_window.h"
#include "ui/theme/roles.h"

#include <QString>

#include <optional>
#include <variant>
#include <vector>

namespace thimblely::ui {

class Desk;

//! Where a block leads.
using CalendarTarget = std::variant<std::monostate, calendar::EventKey, OrderId>;

//! One line in a cell of the calendar: what is due, who comes, what is in hand.
struct CalendarBlock {
    enum class Look {
        Due,   //!< bare: it stands with the orders
        Visit, //!< a fitting or an appointment
        Note,  //!< what takes nobody's time
        Work
    };
    Look look = Look::Note;
    std::optional<Status> status = {}; //!< its shape; a due order without one is promised
    bool isDone = false;               //!< over, or not to take place: muted
    bool isClash = false;
    QString lead = {}; //!< 600: a time, a number
    QString text = {};
    QString trail = {}; //!< at the end, muted
    QString state = {}; //!< what its shape says, in a word
    QString spoken = {};
    CalendarTarget target = {};
};

struct CalendarCell {
    std::vector<CalendarBlock> blocks = {};
    std::optional<QString> free = {}; //!< nobody is there, and why
};

//! A day's own cell.
struct CalendarHead {
    Date date;
    QString name; //!< "Wed 25"
    bool isToday = false;
    bool isOutside = false; //!< of another month
    std::optional<QString> closed = {};
    int capacity = 0;
    int taken = 0;
    QString load = {}; //!< "21 of 32 h"
    QString rest = {}; //!< "11 h free", "full"
    QString note = {}; //!< why it is closed; what takes its hours beside what is due on it
    QString spoken = {};
};

// What was read, in words; pure but for the desk's language.

CalendarBlock blockOf(const Desk &desk, const calendar::Occurrence &one, Date on);
CalendarBlock blockOf(const Desk &desk, const orders::DueOrder &due, Date today);
CalendarBlock blockOf(const Desk &desk, const orders::PieceInHand &piece);
CalendarHead headOf(const Desk &desk, const calendar::CalendarDay &day, Date today);
QString timeText(const Desk &desk, Instant instant);
//! "Thu 26 November, 15:00 to 15:30".
QString whenText(const Desk &desk, const calendar::Occurrence &one);
//! "every 2 weeks on Tue, Fri, until 4 Dec"; empty without a rule.
QString ruleText(const Desk &desk, const QString &rule);
QString kindName(calendar::EventKind kind);
//! "Also at that time: Ade 10:00": what speaks against it, a sentence each.
QStringList clashSentences(int clashes, const QStringList &with, const QString &closedBecause);

} // namespace thimblely::ui
