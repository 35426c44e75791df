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

} // namespace thimblely::ui
