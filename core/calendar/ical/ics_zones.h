// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/calendar/ical/ics_lines.h"
#include "core/calendar/wall_time.h"

#include <QHash>

#include <map>
#include <memory>
#include <optional>

struct _icaltimezone;

namespace thimblely::calendar::ical {

/*!
 * The time zones of a file: most names mean one that every computer knows ("Europe/Berlin", Windows' "Eastern Standard
 * Time", "/tzurl.org/2014/Pacific/Fiji"); of others what the file itself says of them is believed.
 */
class IcsZones {
public:
    explicit IcsZones(const std::vector<IcsBlock> &blocks);
    ~IcsZones();
    IcsZones(const IcsZones &) = delete;
    IcsZones &operator=(const IcsZones &) = delete;

    //! The IANA name that is meant; empty: none that is known.
    QByteArray known(const QByteArray &tzid) const;
    //! By what the file says of a zone that is not known; nothing where it says nothing.
    std::optional<WallTime> toUtc(const QByteArray &tzid, WallTime wall) const;

private:
    std::map<QByteArray, _icaltimezone *> m_own;
    QHash<QByteArray, QByteArray> m_locations; // X-LIC-LOCATION by TZID
    mutable QHash<QByteArray, QByteArray> m_known;
};

} // namespace thimblely::calendar::ical
