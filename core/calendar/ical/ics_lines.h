// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include <QByteArray>

#include <vector>

namespace thimblely::calendar::ical {

//! A property with its folding undone.
struct IcsLine {
    qint64 line;             //!< of the file, from 1
    QByteArray text;         //!< whole, "DTSTART;TZID=Europe/Vienna:20120213T100000"
    QByteArray name() const; //!< upper case
};

//! What stands between a BEGIN and its END, with what is nested in it.
struct IcsBlock {
    qint64 line = 0;
    QByteArray name = {}; //!< upper case, "VEVENT"
    std::vector<IcsLine> lines = {};
    bool isClosed = false;
};

//! Limits: 64 MiB, 100,000 blocks, 5,000 lines of one block, 1 MiB of one line; what lies beyond is cut off.
constexpr qint64 mostBytes = 64 * 1024 * 1024;
constexpr size_t mostBlocks = 100'000;

/*!
 * Cuts a file into the components that are not nested in others than VCALENDAR, in their order: so that what is broken
 * is one event and has a line. A component outside of a calendar is one too.
 */
std::vector<IcsBlock> splitIcs(const QByteArray &bytes);

} // namespace thimblely::calendar::ical
