// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/workspaces/working_hours.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>
#include <bitset>

namespace thimblely {

namespace {

using Weekdays = std::bitset<7>; // 0 Monday

Error refusal(const char *code, const QString &part)
{
    return {ErrorKind::Invalid, code, {part}, {}};
}

Weekdays beginningWith(const QString &word, const QLocale &locale)
{
    Weekdays found;
    for (int day = 1; day <= 7; ++day) {
        for (const auto format : {QLocale::LongFormat, QLocale::ShortFormat}) {
            for (const QString &name : {locale.dayName(day, format), locale.standaloneDayName(day, format)}) {
                if (locale.toLower(name).startsWith(word))
                    found.set(size_t(day - 1));
            }
        }
    }
    return found;
}

Result<int> weekdayOf(QString word, const QLocale &locale)
{
    while (word.endsWith(u'.'))
        word.chop(1);
    const QString lower = locale.toLower(word);
    Weekdays found = beginningWith(lower, locale);
    if (found.none())
        found = beginningWith(lower, QLocale::c());
    if (found.count() != 1)
        return refusal("hours.unreadable", word);
    int day = 0;
    while (!found.test(size_t(day)))
        ++day;
    return day;
}

//! "mon-fri", "sat", "fri-mon".
Result<Weekdays> weekdaysOf(const QString &part, const QLocale &locale)
{
    const QStringList ends = part.split(u'-');
    if (ends.size() > 2)
        return refusal("hours.unreadable", part);
    TRY_ASSIGN(const int first, weekdayOf(ends.first(), locale));
    TRY_ASSIGN(const int last, weekdayOf(ends.last(), locale));
    Weekdays days;
    for (int day = first;; day = (day + 1) % 7) {
        days.set(size_t(day));
        if (day == last)
            return days;
    }
}

//! "9", "9:30", "17h", "24:00" as the last minute of the day.
QTime timeOf(const QString &text)
{
    static const QRegularExpression form(QStringLiteral("^(\\d{1,2})(?:[:h.](\\d{2})?)?$"));
    const auto match = form.match(text);
    if (!match.hasMatch())
        return {};
    const int hour = match.captured(1).toInt();
    const int minute = match.captured(2).toInt();
    return hour == 24 && minute == 0 ? QTime(23, 59) : QTime(hour, minute);
}

Result<WorkSpan> spanOf(const QString &part)
{
    const QStringList ends = part.split(u'-');
    if (ends.size() != 2)
        return refusal("hours.unreadable", part);
    const WorkSpan span{timeOf(ends.first()), timeOf(ends.last())};
    if (!span.from.isValid() || !span.to.isValid())
        return refusal("hours.unreadable", part);
    if (span.to <= span.from)
        return refusal("hours.backwards", part);
    return span;
}

Result<void> add(std::vector<WorkSpan> &day, const WorkSpan &span, const QString &part)
{
    for (const WorkSpan &there : day) {
        if (span.from < there.to && there.from < span.to)
            return refusal("hours.overlap", part);
    }
    day.push_back(span);
    std::ranges::sort(day, {}, &WorkSpan::from);
    return {};
}

//! Dashes of any kind as '-' without room around them, digits of any script as ASCII ones.
QString normalised(QStringView text)
{
    static const QRegularExpression dash(QStringLiteral("\\s*[-\\x{2010}-\\x{2015}\\x{2212}]\\s*"));
    QString result = text.toString().simplified();
    for (QChar &c : result) {
        if (c.digitValue() >= 0)
            c = QChar(u'0' + c.digitValue());
    }
    return result.replace(dash, QStringLiteral("-"));
}

QString clock(QTime time)
{
    return time.toString(time.minute() == 0 ? QStringLiteral("H") : QStringLiteral("H:mm"));
}

} // namespace

WorkWeek WorkWeek::usual(const QString &locale)
{
    const QList<Qt::DayOfWeek> workdays = QLocale(locale).weekdays();
    // Of a weekend of two days the first one is worked in a shop: Saturday, or Friday's eve of the other week.
    int free = Qt::Sunday;
    if (!workdays.isEmpty() && !workdays.contains(Qt::Friday))
        free = Qt::Friday;
    WorkWeek week;
    for (int day = Qt::Monday; day <= Qt::Sunday; ++day) {
        if (day != free)
            week.m_days[size_t(day - 1)] = {{QTime(9, 0), QTime(18, 0)}};
    }
    return week;
}

Result<WorkWeek> WorkWeek::parse(QStringView text, const QLocale &locale)
{
    static const QRegularExpression between(QStringLiteral("[\\s,;،؛&]+"));
    WorkWeek week;
    Weekdays days;
    bool timed = false;
    QString last;
    for (const QString &part : normalised(text).split(between, Qt::SkipEmptyParts)) {
        if (!part.front().isDigit()) {
            TRY_ASSIGN(const Weekdays more, weekdaysOf(part, locale));
            days = timed ? more : days | more;
            timed = false;
        } else if (days.none()) {
            return refusal("hours.unreadable", part);
        } else {
            TRY_ASSIGN(const WorkSpan span, spanOf(part));
            for (size_t day = 0; day < 7; ++day) {
                if (days.test(day))
                    TRY(add(week.m_days[day], span, part));
            }
            timed = true;
        }
        last = part;
    }
    if (days.any() && !timed)
        return refusal("hours.unreadable", last);
    return week;
}

QString WorkWeek::toText(const QLocale &locale) const
{
    QStringList parts;
    for (size_t day = 0; day < 7;) {
        size_t end = day;
        while (end + 1 < 7 && m_days[end + 1] == m_days[day])
            ++end;
        const auto name = [&](size_t which) { return locale.dayName(int(which) + 1, QLocale::ShortFormat); };
        if (!m_days[day].empty()) {
            QStringList words{end == day ? name(day) : name(day) + u'\u2013' + name(end)};
            for (const WorkSpan &span : m_days[day])
                words.append(clock(span.from) + u'\u2013' + clock(span.to));
            parts.append(words.join(u' '));
        }
        day = end + 1;
    }
    return parts.join(QStringLiteral(", "));
}

int WorkWeek::minutes(Date day) const
{
    return minutesAfter(day, QTime(0, 0));
}

int WorkWeek::minutesAfter(Date day, QTime now) const
{
    int minutes = 0;
    for (const WorkSpan &span : spans(day)) {
        if (span.to > now)
            minutes += std::max(span.from, now).secsTo(span.to) / 60;
    }
    return minutes;
}

std::optional<QTime> WorkWeek::closesAt(Date day) const
{
    const auto last = std::ranges::max_element(spans(day), {}, &WorkSpan::to);
    return last == spans(day).end() ? std::nullopt : std::optional(last->to);
}

int WorkWeek::minutesInWeek() const
{
    int minutes = 0;
    for (const auto &day : m_days) {
        for (const WorkSpan &span : day)
            minutes += span.minutes();
    }
    return minutes;
}

std::optional<WorkWeek> WorkWeek::fromJson(const QJsonValue &json)
{
    if (!json.isObject())
        return std::nullopt;
    WorkWeek week;
    for (int day = 1; day <= 7; ++day) {
        const QJsonArray spans = json[QString::number(day)].toArray();
        for (const auto &text : spans) {
            const auto span = spanOf(text.toString());
            if (!span || !add(week.m_days[size_t(day - 1)], *span, text.toString()))
                return std::nullopt;
        }
    }
    return week;
}

QJsonValue WorkWeek::toJson() const
{
    QJsonObject json;
    for (size_t day = 0; day < 7; ++day) {
        QJsonArray spans;
        for (const WorkSpan &span : m_days[day])
            spans.append(span.from.toString(QStringLiteral("HH:mm-")) + span.to.toString(QStringLiteral("HH:mm")));
        if (!spans.isEmpty())
            json.insert(QString::number(day + 1), spans);
    }
    return json;
}

std::optional<QString> WorkingHours::closedBecause(Date day) const
{
    for (const ClosedDays &days : closed) {
        if (days.from <= day && day <= days.to)
            return days.why;
    }
    return std::nullopt;
}

WorkingHours WorkingHours::fromJson(const QJsonValue &json, const QString &locale)
{
    const auto week = WorkWeek::fromJson(json[QLatin1String("week")]);
    WorkingHours hours{week.value_or(WorkWeek::usual(locale)), {}, week.has_value()};
    const QJsonArray closed = json[QLatin1String("closed")].toArray();
    for (const auto &days : closed) {
        const auto from = Date::parse(days[QLatin1String("from")].toString());
        const auto to = Date::parse(days[QLatin1String("to")].toString());
        if (from && to && *from <= *to)
            hours.closed.push_back({*from, *to, days[QLatin1String("why")].toString()});
    }
    std::ranges::sort(hours.closed, {}, &ClosedDays::from);
    return hours;
}

QJsonValue WorkingHours::toJson() const
{
    QJsonArray days;
    for (const ClosedDays &each : closed)
        days.append(QJsonObject{{QStringLiteral("from"), each.from.toIso()},
                                {QStringLiteral("to"), each.to.toIso()},
                                {QStringLiteral("why"), each.why}});
    return QJsonObject{{QStringLiteral("week"), week.toJson()}, {QStringLiteral("closed"), days}};
}

} // namespace thimblely
