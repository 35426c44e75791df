// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/calendar/calendar_cell.h"

#include "core/calendar/recurrence.h"
#include "ui/desk/day_text.h"
#include "ui/desk/desk.h"
#include "ui/desk/duration_text.h"
#include "ui/desk/isolated.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QTimeZone>

namespace thimblely::ui {

using calendar::EventKind;
using calendar::EventStatus;
using calendar::Occurrence;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(thimblely::ui::CalendarWords)
};

QString joined(QStringList parts, const QString &by = QStringLiteral(", "))
{
    parts.removeAll(QString());
    return parts.join(by);
}

QString shortDay(const Desk &desk, Date date)
{
    //: the day of the week and of the month, as in QLocale::toString
    return desk.locale().toString(date.toQDate(), Texts::tr("ddd d"));
}

//! Whom it is about and what for, as far as there is room for one line.
QString words(const Occurrence &one)
{
    QString what = !one.stage.isEmpty()     ? one.stage
                   : one.garments.isEmpty() ? one.title
                                            : one.garments.first().toLower();
    if (one.kind == EventKind::Fitting && one.stage.isEmpty() && one.number && !one.garments.isEmpty())
        what += QLatin1Char(' ') + QString::number(*one.number);
    if (one.who.isEmpty())
        return one.garments.isEmpty() || one.title.contains(what, Qt::CaseInsensitive) ? one.title : what;
    return one.title == one.who ? one.who : joined({isolated(one.who), isolated(what)});
}

QString stateWord(const Occurrence &one)
{
    return one.status == EventStatus::Completed ? Texts::tr("done")
           : one.status == EventStatus::Missed  ? Texts::tr("nobody came")
                                                : QString();
}

} // namespace

QString timeText(const Desk &desk, Instant instant)
{
    return desk.locale().toString(calendar::WallTime::of(instant, desk.calendar().zone()).time(), QLocale::ShortFormat);
}

QString kindName(EventKind kind)
{
    switch (kind) {
    case EventKind::Appointment:
        return Texts::tr("Appointment");
    case EventKind::Fitting:
        return Texts::tr("Fitting");
    case EventKind::Meeting:
        return Texts::tr("Meeting");
    case EventKind::Deadline:
        return Texts::tr("Deadline");
    case EventKind::Reminder:
        return Texts::tr("Note to oneself");
    }
    return {};
}

CalendarBlock blockOf(const Desk &desk, const Occurrence &one, Date on)
{
    CalendarBlock block;
    const bool takesTime =
        one.kind == EventKind::Fitting || one.kind == EventKind::Appointment || one.kind == EventKind::Meeting;
    block.look = takesTime ? CalendarBlock::Look::Visit : CalendarBlock::Look::Note;
    if (one.kind == EventKind::Fitting)
        block.status = one.status == EventStatus::Completed ? Status::Ready : Status::Fitting;
    else if (one.kind == EventKind::Deadline)
        block.status = Status::Today;
    block.isDone = one.status != EventStatus::Scheduled;
    block.isClash = one.clashes != 0 && !block.isDone;
    if (block.isClash)
        block.status = Status::Late;
    if (!one.allDay && one.firstDay == on)
        block.lead = timeText(desk, one.startsAt);
    else if (!one.allDay && one.lastDay == on)
        //: %1: a time
        block.lead = Texts::tr("to %1").arg(timeText(desk, one.endsAt));
    block.text = words(one);
    block.trail = one.personal ? Texts::tr("mine") : QString();
    block.target = one.key;
    block.state = block.isClash ? one.clashes & (calendar::SameStaff | calendar::SameClient)
                                      ? Texts::tr("twice at once")
                                      : Texts::tr("closed that day")
                  : one.kind == EventKind::Fitting && !block.isDone ? Texts::tr("fitting")
                                                                    : stateWord(one);
    QStringList said{kindName(one.kind), block.lead, block.text, stateWord(one),
                     one.personal ? Texts::tr("only for me") : QString()};
    if (block.isClash)
        said.append(clashSentences(one.clashes, {}, {}));
    block.spoken = joined(said);
    return block;
}

CalendarBlock blockOf(const Desk &desk, const orders::DueOrder &due, Date today)
{
    CalendarBlock block;
    block.look = CalendarBlock::Look::Due;
    QString state = Texts::tr("promised");
    if (due.ready) {
        block.status = Status::Ready;
        state = Texts::tr("ready");
    } else if (due.date < today) {
        block.status = Status::Late;
        state = Texts::tr("late");
    } else if (due.date == today) {
        block.status = Status::Today;
        state = Texts::tr("due today");
    }
    const bool timed = due.time && !due.ready && today <= due.date;
    const QString who = isolated(due.who.isEmpty() ? due.what : due.who);
    const QString more = due.pieces > 1 ? Texts::tr("%n pcs", "pieces, in a narrow column", due.pieces) : QString();
    block.lead = timed ? desk.locale().toString(*due.time, QLocale::ShortFormat) : due.number;
    block.text = timed ? due.number + QLatin1Char(' ') + joined({who, more}) : joined({who, more});
    block.target = due.order;
    block.state = state;
    block.spoken =
        joined({Texts::tr("Order %1").arg(due.number), who, due.what, more, timed ? block.lead : QString(), state});
    return block;
}

CalendarBlock blockOf(const Desk &desk, const orders::PieceInHand &piece)
{
    CalendarBlock block;
    block.look = CalendarBlock::Look::Work;
    block.lead = piece.tag;
    block.text = joined({isolated(piece.who), piece.what.toLower()}, QStringLiteral(" "));
    block.trail = durationText(piece.minutes, desk.locale());
    block.target = piece.order;
    block.spoken = joined({Texts::tr("Work"), piece.tag, block.text, block.trail});
    return block;
}

CalendarHead headOf(const Desk &desk, const calendar::CalendarDay &day, Date today)
{
    CalendarHead head{day.date, shortDay(desk, day.date)};
    head.isToday = day.date == today;
    head.closed = day.closed;
    head.note = day.closed ? (day.closed->isEmpty() ? Texts::tr("Closed") : *day.closed) : QString();
    if (day.isPlanned && !day.closed && (day.capacity > 0 || day.taken > 0)) {
        const QLocale &locale = desk.locale();
        const auto figure = [&](int minutes) { return locale.toString((minutes * 10 + 30) / 60 / 10.0, 'g', 4); };
        head.capacity = day.capacity;
        head.taken = day.taken;
        //: of the hours of a day, those that are taken
        head.load = Texts::tr("%1 of %2 h").arg(figure(day.taken), figure(day.capacity));
        head.rest = day.isFull ? Texts::tr("full") : Texts::tr("%1 h free").arg(figure(day.free));
        constexpr int worthSaying = 15; // minutes
        if (day.due >= day.capacity + worthSaying)
            head.note = Texts::tr("%1 h due, begin earlier").arg(figure(day.due));
        else if (day.taken >= day.due + worthSaying) // work that is due later is begun by then
            head.note = Texts::tr("%1 h for later days").arg(figure(day.taken - day.due));
    }
    head.spoken = joined({desk.locale().toString(day.date.toQDate(), QStringLiteral("dddd d MMMM")),
                          head.isToday ? Texts::tr("today") : QString(), head.load, head.rest, head.note});
    return head;
}

QString whenText(const Desk &desk, const Occurrence &one)
{
    const auto dayOf = [&](Date date) { return desk.locale().toString(date.toQDate(), Texts::tr("ddd d MMMM")); };
    if (one.allDay)
        return one.firstDay == one.lastDay ? dayOf(one.firstDay)
                                           : Texts::tr("%1 to %2").arg(dayOf(one.firstDay), dayOf(one.lastDay));
    const QString begins = joined({dayOf(one.firstDay), timeText(desk, one.startsAt)});
    if (one.endsAt <= one.startsAt)
        return begins;
    return Texts::tr("%1 to %2")
        .arg(begins, one.firstDay == one.lastDay ? timeText(desk, one.endsAt)
                                                 : joined({dayOf(one.lastDay), timeText(desk, one.endsAt)}));
}

QString ruleText(const Desk &desk, const QString &rule)
{
    using Every = calendar::RuleFacts::Every;
    const auto facts = calendar::readRule(rule);
    if (!facts)
        return {};
    const int n = facts->interval;
    QString text =
        facts->every == Every::Day     ? (n == 1 ? Texts::tr("every day") : Texts::tr("every %1 days").arg(n))
        : facts->every == Every::Week  ? (n == 1 ? Texts::tr("every week") : Texts::tr("every %1 weeks").arg(n))
        : facts->every == Every::Month ? (n == 1 ? Texts::tr("every month") : Texts::tr("every %1 months").arg(n))
                                       : (n == 1 ? Texts::tr("every year") : Texts::tr("every %1 years").arg(n));
    if (facts->isPlain && !facts->weekdays.isEmpty()) {
        QStringList days;
        for (const int weekday : facts->weekdays)
            days.append(desk.locale().dayName(weekday, QLocale::ShortFormat));
        text = Texts::tr("%1 on %2", "every week on these days").arg(text, days.join(QStringLiteral(", ")));
    } else if (!facts->isPlain) {
        text = Texts::tr("%1, by a rule of its own").arg(text);
    }
    if (facts->count)
        return Texts::tr("%1, %n times", nullptr, *facts->count).arg(text);
    if (facts->until)
        return Texts::tr("%1, until %2").arg(text, desk.locale().toString(facts->until->date(), QLocale::ShortFormat));
    return text;
}

QStringList clashSentences(int clashes, const QStringList &with, const QString &closedBecause)
{
    const QString names = with.isEmpty() ? QString() : QStringLiteral(": ") + with.join(QStringLiteral(", "));
    QStringList said;
    if (clashes & calendar::SameStaff)
        said.append(Texts::tr("Whoever sees to it has another appointment then%1").arg(names));
    if (clashes & calendar::SameClient)
        said.append(Texts::tr("The client has another appointment then%1").arg(names));
    if (clashes & calendar::ClosedDay)
        said.append(closedBecause.isEmpty() ? Texts::tr("Nobody works that day")
                                            : Texts::tr("Nobody works that day: %1").arg(closedBecause));
    if (clashes & calendar::FullDay)
        said.append(Texts::tr("What is promised takes all hours of that day"));
    return said;
}

} // namespace thimblely::ui
