// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/calendar/ical/ical.h"
#include "core/calendar/ical/ics_lines.h"
#include "core/calendar/ical/ics_lock.h"
#include "core/calendar/ical/ics_zones.h"

#include <libical/ical.h>

#include <QRegularExpression>

#include <algorithm>
#include <memory>

namespace thimblely::calendar::ical {

namespace {

struct FreeComponent {
    void operator()(icalcomponent *component) const { icalcomponent_free(component); }
};
using Component = std::unique_ptr<icalcomponent, FreeComponent>;

constexpr qsizetype longestText = 10'000; // characters of a description
constexpr qsizetype longestLine = 500;    // of a title, a place
constexpr size_t mostDates = 2000;
constexpr int longestAlarm = 28 * 24 * 60; // minutes ahead

//! One moment of a property, by its own words.
struct Moment {
    WallTime wall;
    bool isDate;
    QByteArray zone;      //!< IANA; "UTC"; empty: floating
    bool isGuess = false; //!< its zone is nobody's
};

QString textOf(const char *utf8, qsizetype longest)
{
    const QString text = QString::fromUtf8(utf8).trimmed();
    return text.left(longest).remove(QChar(0));
}

bool isReal(const icaltimetype &time)
{
    return QDate::isValid(time.year, time.month, time.day) && time.year > 0 && time.year < 9999 && time.hour >= 0 &&
           time.hour < 24 && time.minute >= 0 && time.minute < 60 && time.second >= 0 && time.second <= 60;
}

class EventReader {
public:
    EventReader(const IcsBlock &block, const IcsZones &zones) : m_block(block), m_zones(zones)
    {
        m_event.line = block.line;
    }

    //! The event, or why there is none.
    std::optional<IcsEvent> read(IcsProblem &problem)
    {
        m_problem = &problem;
        if (!m_block.isClosed)
            return refuse("ics.not_closed", {}, nullptr);
        parse();
        if (!m_component || !readTimes())
            return m_problem->code.isEmpty() ? refuse("ics.malformed", {QStringLiteral("VEVENT")}, nullptr)
                                             : std::nullopt;
        readWords();
        if (!readRepetition())
            return std::nullopt;
        readAlarms();
        return std::move(m_event);
    }

private:
    std::nullopt_t refuse(const char *code, const QStringList &args, const char *property)
    {
        *m_problem = {property ? lineOf(property) : m_block.line, code, args};
        return std::nullopt;
    }
    void leaveOut(const char *code, const QStringList &args, const char *property)
    {
        m_event.leftOut.push_back({lineOf(property), code, args});
    }
    qint64 lineOf(const QByteArray &property) const
    {
        const auto found =
            std::ranges::find_if(m_block.lines, [&](const IcsLine &line) { return line.name() == property; });
        return found == m_block.lines.end() ? m_block.line : found->line;
    }

    void parse()
    {
        QByteArray text = "BEGIN:VEVENT\r\n";
        for (const IcsLine &line : m_block.lines)
            text += line.text + "\r\n";
        icalerror_clear_errno();
        m_component.reset(icalparser_parse_string((text + "END:VEVENT\r\n").constData()));
        if (m_component && icalcomponent_isa(m_component.get()) != ICAL_VEVENT_COMPONENT)
            m_component.reset();
    }
    icalproperty *first(icalproperty_kind kind) const
    {
        return icalcomponent_get_first_property(m_component.get(), kind);
    }
    //! Libical drops what it cannot read.
    bool isNamed(const QByteArray &property) const
    {
        return std::ranges::any_of(m_block.lines, [&](const IcsLine &line) { return line.name() == property; });
    }

    QByteArray tzidOf(icalproperty *property) const
    {
        icalparameter *parameter = icalproperty_get_first_parameter(property, ICAL_TZID_PARAMETER);
        QByteArray tzid = parameter ? QByteArray(icalparameter_get_tzid(parameter)) : QByteArray();
        if (tzid.startsWith('"') && tzid.endsWith('"') && tzid.size() > 1)
            tzid = tzid.mid(1, tzid.size() - 2);
        return tzid;
    }
    std::optional<Moment> momentOf(icalproperty *property, const icaltimetype &time) const
    {
        if (!isReal(time))
            return std::nullopt;
        const WallTime wall =
            WallTime::of(QDate(time.year, time.month, time.day),
                         time.is_date ? QTime(0, 0) : QTime(time.hour, time.minute, std::min(time.second, 59)));
        if (time.is_date)
            return Moment{wall, true, {}};
        if (icaltime_is_utc(time))
            return Moment{wall, false, "UTC"};
        const QByteArray tzid = tzidOf(property);
        if (tzid.isEmpty())
            return Moment{wall, false, {}};
        if (const QByteArray zone = m_zones.known(tzid); !zone.isEmpty())
            return Moment{wall, false, zone};
        if (const auto utc = m_zones.toUtc(tzid, wall))
            return Moment{*utc, false, "UTC", true};
        return Moment{wall, false, {}, true};
    }
    //! As the walls of the event's own zone have it.
    WallTime inZone(const Moment &moment) const
    {
        if (moment.isDate || moment.zone == m_event.zone || moment.zone.isEmpty() || m_event.zone.isEmpty())
            return moment.wall;
        return WallTime::of(moment.wall.at(moment.zone), m_event.zone);
    }

    bool readTimes()
    {
        icalproperty *start = first(ICAL_DTSTART_PROPERTY);
        if (!start)
            return refuse(isNamed("DTSTART") ? "ics.malformed" : "ics.no_start", {QStringLiteral("DTSTART")},
                          "DTSTART"),
                   false;
        const auto moment = momentOf(start, icalproperty_get_dtstart(start));
        if (!moment)
            return refuse("ics.malformed", {QStringLiteral("DTSTART")}, "DTSTART"), false;
        m_event.allDay = moment->isDate;
        m_event.zone = moment->zone;
        m_event.start = m_event.end = moment->wall;
        if (moment->isGuess)
            leaveOut("ics.unknown_zone", {QString::fromUtf8(tzidOf(start))}, "DTSTART");
        return readEnd();
    }
    bool readEnd()
    {
        constexpr qint64 oneDay = 86'400;
        m_event.end = m_event.start.plusSecs(m_event.allDay ? oneDay : 0);
        if (icalproperty *end = first(ICAL_DTEND_PROPERTY)) {
            const auto moment = momentOf(end, icalproperty_get_dtend(end));
            if (!moment)
                return refuse("ics.malformed", {QStringLiteral("DTEND")}, "DTEND"), false;
            const WallTime wall = inZone(*moment);
            // Some programs mean the first day itself by it.
            if (m_event.start < wall || (!m_event.allDay && wall == m_event.start))
                m_event.end = wall;
            else if (wall < m_event.start)
                return refuse("ics.ends_before", {}, "DTEND"), false;
        } else if (icalproperty *duration = first(ICAL_DURATION_PROPERTY)) {
            const int secs = icaldurationtype_as_int(icalproperty_get_duration(duration));
            if (secs < 0)
                return refuse("ics.ends_before", {}, "DURATION"), false;
            m_event.end =
                m_event.start.plusSecs(m_event.allDay ? std::max<qint64>(oneDay, secs / oneDay * oneDay) : secs);
        }
        return true;
    }

    void readWords()
    {
        const auto text = [this](icalproperty_kind kind, qsizetype longest) {
            icalproperty *property = first(kind);
            const icalvalue *value = property ? icalproperty_get_value(property) : nullptr;
            const char *words = value ? icalvalue_get_text(value) : nullptr;
            return words ? textOf(words, longest) : QString();
        };
        m_event.title = text(ICAL_SUMMARY_PROPERTY, longestLine).simplified();
        m_event.description = text(ICAL_DESCRIPTION_PROPERTY, longestText);
        m_event.location = text(ICAL_LOCATION_PROPERTY, longestLine).simplified();
        if (const char *uid = icalcomponent_get_uid(m_component.get()))
            m_event.uid = textOf(uid, longestLine);
        if (icalproperty *status = first(ICAL_STATUS_PROPERTY))
            m_event.status = QByteArray(icalenum_status_to_string(icalproperty_get_status(status)));
        constexpr qsizetype mostAttendees = 200;
        for (icalproperty *each = first(ICAL_ATTENDEE_PROPERTY); each && m_event.attendees.size() < mostAttendees;
             each = icalcomponent_get_next_property(m_component.get(), ICAL_ATTENDEE_PROPERTY)) {
            icalparameter *name = icalproperty_get_first_parameter(each, ICAL_CN_PARAMETER);
            const char *address = icalproperty_get_attendee(each);
            QString who = name ? textOf(icalparameter_get_cn(name), longestLine) : QString();
            if (who.isEmpty() && address)
                who = textOf(address, longestLine).remove(QStringLiteral("mailto:"), Qt::CaseInsensitive);
            if (!who.isEmpty())
                m_event.attendees.append(who);
        }
    }

    bool readRepetition()
    {
        if (!readRule())
            return false;
        for (icalproperty *each = first(ICAL_RDATE_PROPERTY); each && m_event.rdates.size() < mostDates;
             each = icalcomponent_get_next_property(m_component.get(), ICAL_RDATE_PROPERTY)) {
            const icaldatetimeperiodtype date = icalproperty_get_rdate(each);
            if (const auto moment = momentOf(each, icaltime_is_null_time(date.time) ? date.period.start : date.time))
                m_event.rdates.push_back(inZone(*moment));
            else
                leaveOut("ics.malformed", {QStringLiteral("RDATE")}, "RDATE");
        }
        for (icalproperty *each = first(ICAL_EXDATE_PROPERTY); each && m_event.exdates.size() < mostDates;
             each = icalcomponent_get_next_property(m_component.get(), ICAL_EXDATE_PROPERTY)) {
            if (const auto moment = momentOf(each, icalproperty_get_exdate(each)))
                m_event.exdates.push_back(sameHour(*moment));
            else
                leaveOut("ics.malformed", {QStringLiteral("EXDATE")}, "EXDATE");
        }
        if (icalproperty *which = first(ICAL_RECURRENCEID_PROPERTY)) {
            const auto moment = momentOf(which, icalproperty_get_recurrenceid(which));
            if (!moment)
                return refuse("ics.malformed", {QStringLiteral("RECURRENCE-ID")}, "RECURRENCE-ID"), false;
            m_event.recurrence = sameHour(*moment);
            if (icalproperty_get_first_parameter(which, ICAL_RANGE_PARAMETER))
                leaveOut("ics.range", {}, "RECURRENCE-ID");
            if (!m_event.rule.isEmpty() || !m_event.rdates.empty()) { // one of a series is none itself
                leaveOut("ics.series_in_series", {}, "RECURRENCE-ID");
                m_event.rule.clear();
                m_event.rdates.clear();
            }
        }
        tidy(m_event.rdates);
        tidy(m_event.exdates);
        return true;
    }
    //! A day alone means what takes place on it.
    WallTime sameHour(const Moment &moment) const
    {
        return moment.isDate && !m_event.allDay ? WallTime::of(moment.wall.date(), m_event.start.time())
                                                : inZone(moment);
    }
    static void tidy(std::vector<WallTime> &times)
    {
        std::ranges::sort(times);
        times.erase(std::ranges::unique(times).begin(), times.end());
    }
    bool readRule()
    {
        std::vector<const IcsLine *> rules;
        for (const IcsLine &line : m_block.lines) {
            if (line.name() == "RRULE")
                rules.push_back(&line);
            else if (line.name() == "EXRULE") // withdrawn from the standard
                m_event.leftOut.push_back({line.line, "ics.exrule", {}});
        }
        if (rules.empty())
            return true;
        const QByteArray text = rules.front()->text.mid(rules.front()->text.indexOf(':') + 1).trimmed();
        auto facts = ical::readRule(QString::fromUtf8(text));
        if (!facts) {
            static const QRegularExpression often(QStringLiteral("FREQ=(SECONDLY|MINUTELY|HOURLY)"),
                                                  QRegularExpression::CaseInsensitiveOption);
            const bool tooOften = often.match(QString::fromUtf8(text)).hasMatch();
            *m_problem = {
                rules.front()->line, tooOften ? "ics.too_often" : "ics.rule", {QString::fromUtf8(text.left(120))}};
            return false;
        }
        m_event.rule = facts->text;
        if (facts->until && !m_event.allDay && text.toUpper().contains("UNTIL=") && utcUntil(text) &&
            !m_event.zone.isEmpty())
            m_event.rule =
                ical::ruleEnding(facts->text, {}, WallTime::of(facts->until->at("UTC"), m_event.zone), false);
        else if (facts->until && !m_event.allDay && utcUntil(text))
            m_event.rule = ical::ruleEnding(facts->text, {}, *facts->until, false);
        for (size_t i = 1; i < rules.size(); ++i) // of two rules the second is set down as its dates
            addDatesOf(*rules[i]);
        return true;
    }
    static bool utcUntil(const QByteArray &rule)
    {
        static const QRegularExpression utc(QStringLiteral("UNTIL=\\d{8}T\\d{6}Z"),
                                            QRegularExpression::CaseInsensitiveOption);
        return utc.match(QString::fromUtf8(rule)).hasMatch();
    }
    void addDatesOf(const IcsLine &line)
    {
        const auto facts = ical::readRule(QString::fromUtf8(line.text.mid(line.text.indexOf(':') + 1).trimmed()));
        const bool ends = facts && (facts->count || facts->until);
        constexpr int most = 500;
        if (facts) {
            const WallTime to = WallTime::of(m_event.start.date().addYears(ends ? 200 : 5));
            const auto times = ical::expand(facts->text, m_event.start, m_event.start, to, most);
            m_event.rdates.insert(m_event.rdates.end(), times.begin(), times.end());
        }
        if (!ends)
            m_event.leftOut.push_back({line.line, "ics.second_rule", {}});
    }

    void readAlarms()
    {
        for (icalcomponent *alarm = icalcomponent_get_first_component(m_component.get(), ICAL_VALARM_COMPONENT); alarm;
             alarm = icalcomponent_get_next_component(m_component.get(), ICAL_VALARM_COMPONENT)) {
            icalproperty *trigger = icalcomponent_get_first_property(alarm, ICAL_TRIGGER_PROPERTY);
            if (!trigger)
                continue;
            const icaltriggertype when = icalproperty_get_trigger(trigger);
            int minutes = -icaldurationtype_as_int(when.duration) / 60;
            if (!icaltime_is_null_time(when.time)) {
                if (!isReal(when.time))
                    continue;
                const WallTime utc = WallTime::of(QDate(when.time.year, when.time.month, when.time.day),
                                                  QTime(when.time.hour, when.time.minute));
                const WallTime start =
                    m_event.zone.isEmpty() ? m_event.start : WallTime::of(m_event.start.at(m_event.zone), "UTC");
                minutes = int(std::clamp<qint64>(utc.secsTo(start) / 60, -1, longestAlarm + 1));
            }
            if (minutes < 0 || minutes > longestAlarm)
                leaveOut("ics.alarm", {}, "TRIGGER");
            else if (!m_event.alarms.contains(minutes) && m_event.alarms.size() < 5)
                m_event.alarms.append(minutes);
        }
    }

    const IcsBlock &m_block;
    const IcsZones &m_zones;
    IcsEvent m_event;
    IcsProblem *m_problem = nullptr;
    Component m_component;
};

} // namespace

IcsFile readIcs(const QByteArray &bytes)
{
    IcsFile file;
    if (bytes.size() > mostBytes) {
        file.problem = IcsProblem{0, "ics.too_large", {QString::number(mostBytes / 1024 / 1024)}};
        return file;
    }
    const std::scoped_lock lock(oneAtATime());
    icalerror_set_errors_are_fatal(0);
    const std::vector<IcsBlock> blocks = splitIcs(bytes);
    const IcsZones zones(blocks);
    for (const IcsBlock &block : blocks) {
        if (block.name == "VTIMEZONE")
            continue;
        if (block.name != "VEVENT") {
            file.leftOut.push_back({block.line, "ics.no_event", {QString::fromUtf8(block.name.left(40))}});
            continue;
        }
        IcsProblem problem;
        if (auto event = EventReader(block, zones).read(problem))
            file.events.push_back(std::move(*event));
        else
            file.refused.push_back(std::move(problem));
    }
    if (file.events.empty() && file.refused.empty())
        file.problem = IcsProblem{1, "ics.no_events"};
    return file;
}

} // namespace thimblely::calendar::ical
