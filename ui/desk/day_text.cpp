// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/desk/day_text.h"

#include <QCoreApplication>

namespace thimblely::ui {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(thimblely::ui::DayText)
};

} // namespace

QString dayText(Date day, Date today, const QLocale &locale)
{
    const bool thisYear = day.toQDate().year() == today.toQDate().year();
    //: formats of a day, in the order of the language; d MMM yyyy as in QLocale::toString
    return locale.toString(day.toQDate(), thisYear ? Texts::tr("d MMM") : Texts::tr("MMM yyyy"));
}

QString wholeDayText(Date day, const QLocale &locale)
{
    return locale.toString(day.toQDate(), Texts::tr("d MMM yyyy"));
}

QString ageText(Date day, Date today)
{
    constexpr int daysOfWeeks = 14; // from here on days are counted in weeks
    constexpr int weeksOfMonths = 9;
    const int days = int(day.daysTo(today));
    if (days <= 0)
        return Texts::tr("today");
    if (days < daysOfWeeks)
        return Texts::tr("%n days", "age", days);
    if (days / 7 < weeksOfMonths)
        return Texts::tr("%n weeks", "age", days / 7);
    const QDate from = day.toQDate();
    const QDate to = today.toQDate();
    const int months = (to.year() - from.year()) * 12 + to.month() - from.month() - (to.day() < from.day() ? 1 : 0);
    return months < 24 ? Texts::tr("%n months", "age", months) : Texts::tr("%n years", "age", months / 12);
}

} // namespace thimblely::ui
