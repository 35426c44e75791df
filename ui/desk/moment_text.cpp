// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/desk/moment_text.h"

#include "ui/desk/day_text.h"
#include "ui/desk/desk.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QTimeZone>

namespace thimblely::ui {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(thimblely::ui::MomentText)
};

} // namespace

QString momentText(Instant instant, const Desk &desk)
{
    const QDateTime there = QDateTime::fromMSecsSinceEpoch(instant.msecs(), QTimeZone(desk.calendar().zone()));
    const QString time = desk.locale().toString(there.time(), QStringLiteral("HH:mm"));
    const auto day = Date::fromQDate(there.date());
    if (!day)
        return time;
    const qint64 ago = desk.calendar().dayOf(instant).daysTo(desk.today());
    if (ago == 0)
        return Texts::tr("today %1").arg(time);
    if (ago == 1)
        return Texts::tr("yesterday %1").arg(time);
    const bool thisYear = there.date().year() == desk.today().toQDate().year();
    return (thisYear ? dayText(*day, desk.today(), desk.locale()) : wholeDayText(*day, desk.locale())) + u' ' + time;
}

} // namespace thimblely::ui
