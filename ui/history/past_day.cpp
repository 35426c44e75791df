// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/history/past_day.h"

#include <QCoreApplication>

namespace thimblely::ui {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(thimblely::ui::PastDay)
};

bool begins(const QString &name, const QString &typed)
{
    return typed.size() >= 2 && name.startsWith(typed, Qt::CaseInsensitive);
}

std::optional<QDate> weekday(const QString &typed, QDate today, const QLocale &locale)
{
    for (int back = 0; back < 7; ++back) {
        const QDate day = today.addDays(-back);
        for (const QLocale &each : {locale, QLocale(QLocale::English)}) {
            if (begins(each.dayName(day.dayOfWeek()), typed))
                return day;
        }
    }
    return {};
}

std::optional<QDate> withYear(const QString &typed, const QLocale &locale)
{
    for (const char *format : {"yyyy-MM-dd", "d.M.yyyy", "d/M/yyyy", "d MMM yyyy", "d MMMM yyyy"}) {
        for (const QLocale &each : {locale, QLocale(QLocale::English)}) {
            if (const QDate day = each.toDate(typed, QLatin1String(format)); day.isValid())
                return day;
        }
    }
    for (const char *format : {"d.M.yy", "d/M/yy"}) { // Qt takes them for days of the last century
        if (const QDate day = locale.toDate(typed, QLatin1String(format)); day.isValid())
            return day.addYears(day.year() < 2000 ? 100 : 0);
    }
    return {};
}

std::optional<QDate> withoutYear(const QString &typed, QDate today, const QLocale &locale)
{
    for (int year : {today.year(), today.year() - 1}) {
        for (const char *joint : {" %1", ".%1", "%1", "/%1"}) {
            const auto day = withYear(typed + QString::fromLatin1(joint).arg(year), locale);
            if (day && *day <= today)
                return day;
        }
    }
    return {};
}

} // namespace

std::optional<Date> pastDay(const QString &typed, Date today, const QLocale &locale)
{
    const QString text = typed.simplified();
    const QDate now = today.toQDate();
    if (text.isEmpty())
        return {};
    if (begins(Texts::tr("today"), text))
        return today;
    if (begins(Texts::tr("yesterday"), text))
        return today.plusDays(-1);
    auto day = weekday(text, now, locale);
    if (!day)
        day = withYear(text, locale);
    if (!day)
        day = withoutYear(text, now, locale);
    if (!day || *day > now)
        return {};
    const auto date = Date::fromQDate(*day);
    return date ? std::optional(*date) : std::nullopt;
}

} // namespace thimblely::ui
