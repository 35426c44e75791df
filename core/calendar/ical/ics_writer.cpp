// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/calendar/ical/ical.h"
#include "core/calendar/ical/ics_lock.h"

#include <libical/ical.h>

#include <QSet>

#include <memory>

namespace thimblely::calendar::ical {

namespace {

struct FreeComponent {
    void operator()(icalcomponent *component) const { icalcomponent_free(component); }
};
using Component = std::unique_ptr<icalcomponent, FreeComponent>;

icaltimetype timeOf(WallTime wall, bool isDate, bool isUtc)
{
    icaltimetype time = icaltime_null_time();
    const QDate date = wall.date();
    time.year = date.year();
    time.month = date.month();
    time.day = date.day();
    time.is_date = isDate ? 1 : 0;
    if (!isDate) {
        time.hour = wall.time().hour();
        time.minute = wall.time().minute();
        time.second = wall.time().second();
    }
    if (isUtc && !isDate)
        time.zone = icaltimezone_get_utc_timezone();
    return time;
}

class EventWriter {
public:
    EventWriter(const IcsEvent &event, WallTime stamp)
        : m_event(event), m_isUtc(event.zone == "UTC"), m_component(icalcomponent_new(ICAL_VEVENT_COMPONENT))
    {
        add(icalproperty_new_uid(event.uid.toUtf8().constData()));
        add(icalproperty_new_dtstamp(timeOf(stamp, false, true)));
        addTime(icalproperty_new_dtstart(time(event.start)));
        if (event.end != event.start)
            addTime(icalproperty_new_dtend(time(event.end)));
        addText(ICAL_SUMMARY_PROPERTY, event.title);
        addText(ICAL_DESCRIPTION_PROPERTY, event.description);
        addText(ICAL_LOCATION_PROPERTY, event.location);
        if (!event.status.isEmpty())
            add(icalproperty_new_status(icalenum_string_to_status(event.status.constData())));
        addRepetition();
    }
    icalcomponent *take() { return m_component; }

private:
    icaltimetype time(WallTime wall) const { return timeOf(wall, m_event.allDay, m_isUtc); }
    void add(icalproperty *property) { icalcomponent_add_property(m_component, property); }
    void addTime(icalproperty *property)
    {
        if (!m_event.allDay && !m_isUtc && !m_event.zone.isEmpty())
            icalproperty_add_parameter(property, icalparameter_new_tzid(m_event.zone.constData()));
        add(property);
    }
    void addText(icalproperty_kind kind, const QString &text)
    {
        if (text.isEmpty())
            return;
        icalproperty *property = icalproperty_new(kind);
        icalproperty_set_value(property, icalvalue_new_text(text.toUtf8().constData()));
        add(property);
    }
    void addRepetition()
    {
        if (m_event.recurrence)
            addTime(icalproperty_new_recurrenceid(time(*m_event.recurrence)));
        for (const WallTime wall : m_event.exdates)
            addTime(icalproperty_new_exdate(time(wall)));
        for (const WallTime wall : m_event.rdates) {
            icaldatetimeperiodtype date;
            date.time = time(wall);
            date.period = icalperiodtype_null_period();
            addTime(icalproperty_new_rdate(date));
        }
        if (m_event.rule.isEmpty())
            return;
        const auto facts = ical::readRule(m_event.rule);
        QString rule = m_event.rule;
        if (facts && facts->until && !m_event.allDay && !m_event.zone.isEmpty()) { // the standard wants it in UTC
            const WallTime until = WallTime::of(facts->until->at(m_event.zone), "UTC");
            rule = ical::ruleEnding(rule, {}, until, false);
            rule.replace(until.toText(), until.toText() + QLatin1Char('Z'));
        }
        icalproperty *property = icalproperty_new_rrule(icalrecurrencetype_from_string(rule.toUtf8().constData()));
        add(property);
    }

    const IcsEvent &m_event;
    const bool m_isUtc;
    icalcomponent *m_component;
};

//! What the zones are that the events name, for who does not know them.
void addZones(icalcomponent *calendar, const std::vector<IcsEvent> &events)
{
    QSet<QByteArray> named;
    for (const IcsEvent &event : events) {
        if (event.allDay || event.zone.isEmpty() || event.zone == "UTC" || named.contains(event.zone))
            continue;
        named.insert(event.zone);
        icaltimezone *zone = icaltimezone_get_builtin_timezone(event.zone.constData());
        icalcomponent *component = zone ? icaltimezone_get_component(zone) : nullptr;
        if (!component)
            continue;
        icalcomponent *copy = icalcomponent_new_clone(component);
        if (icalproperty *tzid = icalcomponent_get_first_property(copy, ICAL_TZID_PROPERTY))
            icalproperty_set_tzid(tzid, event.zone.constData()); // without the prefix of libical's own
        icalcomponent_add_component(calendar, copy);
    }
}

} // namespace

QByteArray writeIcs(const std::vector<IcsEvent> &events, WallTime stampedUtc)
{
    const std::scoped_lock lock(oneAtATime());
    icalerror_set_errors_are_fatal(0);
    const Component calendar(icalcomponent_new(ICAL_VCALENDAR_COMPONENT));
    icalcomponent_add_property(calendar.get(), icalproperty_new_version("2.0"));
    icalcomponent_add_property(calendar.get(), icalproperty_new_prodid("-//Thimblely//Calendar//EN"));
    addZones(calendar.get(), events);
    for (const IcsEvent &event : events)
        icalcomponent_add_component(calendar.get(), EventWriter(event, stampedUtc).take());
    char *text = icalcomponent_as_ical_string_r(calendar.get());
    const QByteArray bytes(text);
    icalmemory_free_buffer(text);
    return bytes;
}

} // namespace thimblely::calendar::ical
