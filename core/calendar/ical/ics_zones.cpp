// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/calendar/ical/ics_zones.h"

#include <libical/ical.h>

#include <QTimeZone>

namespace thimblely::calendar::ical {

namespace {

QByteArray valueOf(const IcsLine &line)
{
    return line.text.mid(line.text.indexOf(':') + 1).trimmed();
}

//! "custom_America/New_York" and "/freeassociation.sourceforge.net/Europe/Berlin" end in the name.
QByteArray knownEnding(const QByteArray &tzid)
{
    for (qsizetype i = 0; i < tzid.size(); ++i) {
        const QByteArray rest = tzid.mid(i);
        if (!rest.contains('/'))
            break;
        if ((i == 0 || !QChar::isLetter(uchar(tzid[i - 1]))) && QTimeZone::isTimeZoneIdAvailable(rest))
            return rest;
    }
    return {};
}

QByteArray lookUp(const QByteArray &tzid)
{
    if (tzid.isEmpty() || tzid.size() > 200)
        return {};
    if (tzid == "UTC" || tzid == "GMT" || tzid == "Etc/UTC")
        return "UTC";
    if (QTimeZone::isTimeZoneIdAvailable(tzid))
        return tzid;
    if (const QByteArray windows = QTimeZone::windowsIdToDefaultIanaId(tzid); !windows.isEmpty())
        return windows;
    return knownEnding(tzid);
}

} // namespace

IcsZones::IcsZones(const std::vector<IcsBlock> &blocks)
{
    constexpr size_t mostZones = 500;
    for (const IcsBlock &block : blocks) {
        if (block.name != "VTIMEZONE" || m_own.size() == mostZones)
            continue;
        QByteArray tzid;
        QByteArray text = "BEGIN:VTIMEZONE\r\n";
        QByteArray location;
        for (const IcsLine &line : block.lines) {
            if (line.name() == "TZID")
                tzid = valueOf(line);
            else if (line.name() == "X-LIC-LOCATION")
                location = valueOf(line);
            text += line.text + "\r\n";
        }
        m_locations.insert(tzid, location);
        if (tzid.isEmpty() || m_own.contains(tzid) || !known(tzid).isEmpty())
            continue;
        icalcomponent *component = icalparser_parse_string((text + "END:VTIMEZONE\r\n").constData());
        icaltimezone *zone = icaltimezone_new();
        if (component && icaltimezone_set_component(zone, component)) {
            m_own.emplace(tzid, zone);
            continue;
        }
        if (component)
            icalcomponent_free(component);
        icaltimezone_free(zone, 1);
    }
}

IcsZones::~IcsZones()
{
    for (const auto &[tzid, zone] : m_own)
        icaltimezone_free(zone, 1);
}

QByteArray IcsZones::known(const QByteArray &tzid) const
{
    const auto found = m_known.constFind(tzid);
    if (found != m_known.constEnd())
        return *found;
    QByteArray name = lookUp(tzid);
    if (name.isEmpty())
        name = lookUp(m_locations.value(tzid));
    m_known.insert(tzid, name);
    return name;
}

std::optional<WallTime> IcsZones::toUtc(const QByteArray &tzid, WallTime wall) const
{
    const auto found = m_own.find(tzid);
    if (found == m_own.end())
        return std::nullopt;
    icaltimetype time = icaltime_null_time();
    const QDate date = wall.date();
    time.year = date.year();
    time.month = date.month();
    time.day = date.day();
    time.hour = wall.time().hour();
    time.minute = wall.time().minute();
    time.second = wall.time().second();
    int isDaylight = 0;
    return wall.plusSecs(-icaltimezone_get_utc_offset(found->second, &time, &isDaylight));
}

} // namespace thimblely::calendar::ical
