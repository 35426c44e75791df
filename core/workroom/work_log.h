// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/base/clock.h"
#include "core/base/date.h"
#include "core/base/id.h"
#include "core/workspaces/working_hours.h"

#include <QByteArray>
#include <QString>

#include <optional>
#include <vector>

namespace thimblely::workroom {

//! A stretch in which somebody worked on a piece, or does so now.
struct Spell {
    QString id; //!< in the file; two devices' spells merge by it
    QString step;
    PersonId who;
    Instant start;
    std::optional<Instant> stop = {};
    int minutes = 0; //!< once it stopped

    bool isRunning() const { return !stop; }
    friend bool operator==(const Spell &, const Spell &) = default;
};

//! The column `work`, the earliest first. What cannot be read of it is left out.
std::vector<Spell> readSpells(const QByteArray &work);
QByteArray writeSpells(const std::vector<Spell> &spells);
int minutesOf(const std::vector<Spell> &spells);

/*!
 * Minutes of a spell that ends at `stop`, to the nearest. One that nobody stopped on its day ends with the shop's hours
 * of that day: whoever went home had stopped. Pure.
 */
int spellMinutes(Instant start, Instant stop, const ShopCalendar &calendar, const WorkingHours &hours);

} // namespace thimblely::workroom
