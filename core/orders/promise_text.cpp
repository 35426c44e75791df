// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/orders/promise_text.h"

#include <QRegularExpression>

#include <bitset>

namespace thimblely::orders {

namespace {

constexpr int daysOfHalfYear = 183;

Error refusal(const char *code, const QString &typed)
{
    return {ErrorKind::Invalid, code, {typed}, {}};
}

//! Lower case, digits of any script as ASCII ones, single spaces.
QString normalised(QStringView text, const QLocale &locale)
{
    QString result = locale.toLower(text.toString()).simplified();
    for (QChar &c : result) {
        if (c.digitValue() >= 0)
            c = QChar(u'0' + c.digitValue());
    }
    return result;
}

std::optional<QTime> parseTime(const QString &text)
{
    static const QRegularExpression form(QStringLiteral("^(\\d{1,2})(?:[:h](\\d{2})?)? ?(am|pm)?$"));
    const auto match = form.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    int hour = match.captured(1).toInt();
    if (match.hasCaptured(3)) {
        if (hour < 1 || hour > 12)
            return std::nullopt;
        hour = hour % 12 + (match.captured(3) == QLatin1String("pm") ? 12 : 0);
    }
    const QTime time(hour, match.captured(2).toInt());
    return time.isValid() ? std::optional(time) : std::nullopt;
}

using Weekdays = std::bitset<8>; // 1 Monday … 7 Sunday

Weekdays weekdaysBeginningWith(const QString &word, const QLocale &locale)
{
    Weekdays found;
    for (int day = 1; day <= 7; ++day) {
        for (const auto format : {QLocale::LongFormat, QLocale::ShortFormat}) {
            for (const QString &name : {locale.dayName(day, format), locale.standaloneDayName(day, format)}) {
                if (locale.toLower(name).startsWith(word))
                    found.set(size_t(day));
            }
        }
    }
    return found;
}

Result<Date> parseWeekday(const QString &word, Date today, const QLocale &locale, const QString &typed)
{
    Weekdays found = weekdaysBeginningWith(word, locale);
    if (found.none())
        found = weekdaysBeginningWith(word, QLocale::c());
    if (found.none())
        return refusal("order.promise_unreadable", typed);
    if (found.count() > 1)
        return refusal("order.promise_ambiguous", typed);
    Date day = today;
    while (!found.test(size_t(day.toQDate().dayOfWeek())))
        day = day.plusDays(1);
    return day;
}

bool monthComesFirst(const QLocale &locale)
{
    const QString format = locale.dateFormat(QLocale::ShortFormat);
    return format.indexOf(u'M') < format.indexOf(u'd');
}

//! The year typed may be empty (the next such day, see parsePromise()), of two figures or whole.
Result<Date> dayOfYear(int day, int month, const QString &typedYear, Date today, const QString &typed)
{
    const QDate now = today.toQDate();
    if (!typedYear.isEmpty()) {
        const int year = typedYear.toInt();
        const auto date = Date::fromQDate(QDate(year < 100 ? now.year() - now.year() % 100 + year : year, month, day));
        return date ? date : refusal("order.promise_unreadable", typed);
    }
    QDate date(now.year(), month, day);
    if (!date.isValid() || date.daysTo(now) > daysOfHalfYear)
        date = QDate(now.year() + 1, month, day);
    const auto result = Date::fromQDate(date);
    return result ? result : refusal("order.promise_unreadable", typed);
}

Result<Date> parseDayAndMonth(const QRegularExpressionMatch &match, Date today, const QLocale &locale,
                              const QString &typed)
{
    int day = match.captured(1).toInt();
    int month = match.captured(3).toInt();
    const bool swapped = match.captured(2) == QLatin1String("/") && monthComesFirst(locale);
    // "25/11" can only be one day, in whichever order the locale writes.
    if ((swapped && day <= 12) || (month > 12 && day <= 12))
        std::swap(day, month);
    return dayOfYear(day, month, match.captured(4), today, typed);
}

using Months = std::bitset<13>; // 1 January … 12 December

Months monthsBeginningWith(const QString &word, const QLocale &locale)
{
    Months found;
    for (int month = 1; month <= 12; ++month) {
        for (const auto format : {QLocale::LongFormat, QLocale::ShortFormat}) {
            for (const QString &name : {locale.monthName(month, format), locale.standaloneMonthName(month, format)}) {
                if (locale.toLower(name).startsWith(word))
                    found.set(size_t(month));
            }
        }
    }
    return found;
}

//! "4 dec", "dec 4, 2026 17h"; none where no month is named.
struct NamedMonth {
    Months months;
    int day;
    QString year;
    QString time;
};

std::optional<NamedMonth> findNamedMonth(const QString &text, const QLocale &locale)
{
    static const QRegularExpression dayFirst(QStringLiteral(
        "^(?<day>\\d{1,2})\\.? ?(?<month>[^\\d\\s+./-]{3,})\\.?(?: (?<year>\\d{4}))?(?: (?<time>.+))?$"));
    static const QRegularExpression monthFirst(
        QStringLiteral("^(?<month>[^\\d\\s+./-]{3,})\\.? ?(?<day>\\d{1,2})(?:,? (?<year>\\d{4}))?(?: (?<time>.+))?$"));
    auto match = dayFirst.match(text);
    if (!match.hasMatch())
        match = monthFirst.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    const QString word = match.captured(u"month");
    if (match.capturedStart(u"month") == 0 && weekdaysBeginningWith(word, locale).any())
        return std::nullopt; // "mar 5" is an hour of mardi
    Months found = monthsBeginningWith(word, locale);
    if (found.none())
        found = monthsBeginningWith(word, QLocale::c());
    if (found.none())
        return std::nullopt;
    return NamedMonth{found, match.captured(u"day").toInt(), match.captured(u"year"), match.captured(u"time")};
}

Result<Date> dayOf(const NamedMonth &named, Date today, const QString &typed)
{
    if (named.months.count() > 1)
        return refusal("order.promise_ambiguous", typed);
    int month = 1;
    while (!named.months.test(size_t(month)))
        ++month;
    return dayOfYear(named.day, month, named.year, today, typed);
}

//! What was typed before the hour, and the hour's text.
struct Parts {
    Date date;
    QString time;
};

Result<Parts> parseDay(const QString &text, Date today, const QLocale &locale, const QString &typed)
{
    static const QRegularExpression relative(QStringLiteral("^\\+(\\d{1,3})(?: (.+))?$"));
    static const QRegularExpression iso(QStringLiteral("^(\\d{4}-\\d{2}-\\d{2})(?: (.+))?$"));
    static const QRegularExpression dayMonth(
        QStringLiteral("^(\\d{1,2})([./-])(\\d{1,2})(?:\\2(\\d{4}|\\d{2}))?\\.?(?: (.+))?$"));
    static const QRegularExpression word(QStringLiteral("^([^\\d+./-]+?)\\.? ?(\\d.*)?$"));

    if (const auto match = relative.match(text); match.hasMatch())
        return Parts{today.plusDays(match.captured(1).toInt()), match.captured(2)};
    if (const auto match = iso.match(text); match.hasMatch()) {
        const auto date = Date::parse(match.captured(1));
        if (!date)
            return refusal("order.promise_unreadable", typed);
        return Parts{*date, match.captured(2)};
    }
    if (const auto match = dayMonth.match(text); match.hasMatch()) {
        TRY_ASSIGN(const Date date, parseDayAndMonth(match, today, locale, typed));
        return Parts{date, match.captured(5)};
    }
    if (const auto named = findNamedMonth(text, locale)) {
        TRY_ASSIGN(const Date date, dayOf(*named, today, typed));
        return Parts{date, named->time};
    }
    if (const auto match = word.match(text); match.hasMatch()) {
        const QString name = match.captured(1);
        if (name == QLatin1String("today"))
            return Parts{today, match.captured(2)};
        if (name == QLatin1String("tomorrow"))
            return Parts{today.plusDays(1), match.captured(2)};
        TRY_ASSIGN(const Date date, parseWeekday(name, today, locale, typed));
        return Parts{date, match.captured(2)};
    }
    return refusal("order.promise_unreadable", typed);
}

} // namespace

Result<Promise> parsePromise(QStringView text, const ShopCalendar &calendar, Instant now, const QLocale &locale)
{
    const QString typed = text.toString();
    TRY_ASSIGN(const Parts parts, parseDay(normalised(text, locale), calendar.dayOf(now), locale, typed));
    Promise promise{parts.date, std::nullopt};
    if (!parts.time.isEmpty()) {
        promise.time = parseTime(parts.time);
        if (!promise.time)
            return refusal("order.promise_unreadable", typed);
    }
    TRY(checkPromise(promise, calendar, now));
    return promise;
}

Promise untilClosing(Promise promise, const WorkingHours &hours, const ShopCalendar &calendar, Instant now)
{
    if (promise.time)
        return promise;
    const Promise closing{promise.date, hours.closesAt(promise.date)};
    return checkPromise(closing, calendar, now) ? closing : promise;
}

Result<void> checkPromise(const Promise &promise, const ShopCalendar &calendar, Instant now)
{
    const Date today = calendar.dayOf(now);
    const bool past = promise.date < today ||
                      (promise.date == today && promise.time && calendar.at(promise.date, *promise.time) < now);
    if (past)
        return refusal("order.promise_past", promise.date.toIso());
    return {};
}

} // namespace thimblely::orders
