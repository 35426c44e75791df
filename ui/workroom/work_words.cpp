// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/workroom/work_words.h"

#include "core/orders/cloth_words.h"
#include "ui/desk/desk.h"
#include "ui/desk/duration_text.h"
#include "ui/desk/garments.h"
#include "ui/desk/isolated.h"

#include <QCoreApplication>
#include <QTimeZone>

#include <cstdlib>

namespace thimblely::ui {

namespace {

using orders::PieceKind;
using orders::Stage;
using workroom::Steps;
using workroom::WorkCard;

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(thimblely::ui::WorkWords)
};

constexpr int mostTasks = 3;

QString timeText(Desk &desk, Instant at)
{
    const auto moment = QDateTime::fromMSecsSinceEpoch(at.msecs(), QTimeZone(desk.calendar().zone()));
    return desk.locale().toString(moment.time(), QLocale::ShortFormat);
}

int daysSince(Desk &desk, Instant at)
{
    return int(std::max<qint64>(0, desk.calendar().dayOf(at).daysTo(desk.today())));
}

QString dayWords(Desk &desk, Date day)
{
    //: a day of the next weeks, as in QLocale::toString: "Fri 27"; one further away: "14 Mar"
    const bool near = std::abs(desk.today().daysTo(day)) < 21;
    return desk.locale().toString(day.toQDate(), near ? Texts::tr("ddd d") : Texts::tr("d MMM"));
}

//! "Vents? 3 d": what is asked, as far as a chip has room, and since when.
ChipWords waitingWords(Desk &desk, const orders::Hold &hold)
{
    const int days = daysSince(desk, hold.since);
    if (hold.question.isEmpty())
        return {waitsFor(days)};
    return {{Status::Waiting, isolated(hold.question.simplified())},
            days == 0 ? QString() : u' ' + Texts::tr("%n d", "days", days)};
}

StateWords fittingWords(Desk &desk, const workroom::CardFitting &fitting)
{
    if (fitting.missed) {
        const int days = daysSince(desk, fitting.at);
        return {Status::Waiting, days == 0 ? Texts::tr("No-show") : Texts::tr("No-show %n d", "days", days)};
    }
    const Date day = desk.calendar().dayOf(fitting.at);
    return {Status::Fitting,
            day == desk.today()
                ? Texts::tr("Today %1").arg(timeText(desk, fitting.at))
                : Texts::tr("%1 %2", "a day and its hour").arg(dayWords(desk, day), timeText(desk, fitting.at))};
}

bool isAtFitting(const WorkCard &card, const Steps &steps)
{
    return steps.at(card.step).phase == Stage::Fitting;
}

bool isAtCheck(const WorkCard &card, const Steps &steps)
{
    return card.checked > 0 && card.step < steps.ready() && steps.at(card.step).phase > Stage::Fitting;
}

StateWords checkWords(Desk &desk, const WorkCard &card)
{
    return {Status::InWork,
            Texts::tr("Check %1 of %2").arg(desk.locale().toString(card.checked), desk.locale().toString(card.checks))};
}

StateWords todayWords(Desk &desk, const WorkCard &card)
{
    return {Status::Today,
            card.promisedTime
                ? Texts::tr("Today %1").arg(desk.locale().toString(*card.promisedTime, QLocale::ShortFormat))
                : Texts::tr("Today")};
}

bool isTriedToday(Desk &desk, const WorkCard &card)
{
    return card.fitting && !card.fitting->missed && desk.calendar().dayOf(card.fitting->at) == desk.today();
}

QString fittingToday(Desk &desk, const WorkCard &card)
{
    return Texts::tr("Fitting %1", "an hour").arg(timeText(desk, card.fitting->at));
}

std::optional<ChipWords> chipOf(Desk &desk, const WorkCard &card, const Steps &steps)
{
    if (card.promised && *card.promised < desk.today())
        return ChipWords{lateSince(*card.promised, desk.today())};
    if (card.isWaiting())
        return waitingWords(desk, *card.hold);
    if (card.fitting && isAtFitting(card, steps))
        return ChipWords{fittingWords(desk, *card.fitting)};
    if (isTriedToday(desk, card)) // and is not there yet
        return ChipWords{{Status::Fitting, fittingToday(desk, card)}};
    if (card.promised == desk.today())
        return ChipWords{todayWords(desk, card)};
    if (isAtCheck(card, steps))
        return ChipWords{checkWords(desk, card)};
    return std::nullopt;
}

QString kindWords(const WorkCard &card)
{
    QStringList tasks;
    const bool justMade = card.facts.kind == PieceKind::Make && card.facts.tasks.size() == 1; // what else
    for (const orders::Task &task : card.facts.tasks) {
        if (justMade || tasks.size() == mostTasks)
            break;
        tasks.append(task.name);
    }
    switch (card.facts.kind) {
    case PieceKind::Redo:
        tasks.prepend(Texts::tr("redo"));
        break;
    case PieceKind::Alteration:
        if (tasks.isEmpty())
            tasks.append(Texts::tr("alteration"));
        break;
    default:
        break;
    }
    return tasks.join(Texts::tr(", ", "between tasks"));
}

QString clothOf(Desk &desk, const WorkCard &card)
{
    const bool imperial = desk.profile().units == UnitSystem::Imperial;
    const auto measured = [&](const std::optional<Quantity> &length) {
        return length ? length->toText(desk.locale()) + u' ' + orders::clothUnit(imperial) : QString();
    };
    const orders::PieceDraft &facts = card.facts;
    if (facts.clothOrder) {
        const orders::ClothOrder &order = *facts.clothOrder;
        if (order.arrived)
            return Texts::tr("cloth is here");
        return order.due ? Texts::tr("merchant, due %1").arg(dayWords(desk, *order.due)) : Texts::tr("merchant");
    }
    if (facts.fabricSource == orders::FabricSource::Client || facts.clientCloth)
        return Texts::tr("own cloth %1").arg(measured(facts.clientCloth)).trimmed();
    return measured(facts.shopCloth);
}

QString spentWords(Desk &desk, const WorkCard &card)
{
    if (card.spent <= 0)
        return {};
    return Texts::tr("%1 of %2", "hours spent, of hours planned")
        .arg(durationText(card.spent, desk.locale()), durationText(card.minutes, desk.locale()));
}

QString workerWords(const WorkCard &card)
{
    for (const workroom::AtWork &each : card.atWork) {
        if (each.who != card.given.value_or(each.who) || !card.given)
            return Texts::tr("%1 at it").arg(isolated(each.name));
    }
    if (card.givenName.isEmpty())
        return {};
    return card.atWork.empty() ? isolated(card.givenName) : Texts::tr("%1 at it").arg(isolated(card.givenName));
}

QStringList secondParts(Desk &desk, const WorkCard &card, const Steps &steps)
{
    QStringList parts;
    if (card.isWaiting() && card.promised && *card.promised < desk.today())
        parts.append(Texts::tr("waits: %1").arg(isolated(card.hold->question)));
    parts.append((card.facts.colour + u' ' + card.facts.mark).trimmed());
    if (isAtFitting(card, steps) && card.fitting)
        parts.append(Texts::tr("fitting %1 of %2")
                         .arg(desk.locale().toString(card.fitting->number), desk.locale().toString(card.fitting->of)));
    else if (isTriedToday(desk, card) && card.promised && *card.promised < desk.today())
        parts.append(fittingToday(desk, card)); // whose chip says that it is late
    else if (card.step == 0)
        parts.append(clothOf(desk, card));
    parts.append(kindWords(card));
    parts.append(workerWords(card));
    parts.append(spentWords(desk, card));
    if (!card.delay.isEmpty())
        parts.append(isolated(card.delay));
    if (!card.orderNote.isEmpty())
        parts.append(isolated(card.orderNote.simplified()));
    if (card.notes > 0)
        parts.append(card.notes == 1 ? Texts::tr("1 note") : Texts::tr("%n notes", "with a piece", card.notes));
    parts.removeAll(QString());
    return parts;
}

//! Nothing of so many hours is none of them: "0 h of 14".
QString workText(int minutes, int capacity, const QLocale &locale)
{
    return minutes == 0 && capacity >= 60 ? Texts::tr("%1 h").arg(locale.toString(0)) : durationText(minutes, locale);
}

//! Beside hours of work the hours there are go without their unit: "9 h of 16".
QString capacityText(int minutes, int capacity, const QLocale &locale)
{
    if (capacity < 60 || (minutes > 0 && minutes < 60))
        return durationText(capacity, locale);
    const int halves = (capacity + 15) / 30;
    const bool half = halves % 2 == 1 && capacity < 600; // as durationText
    return half ? locale.toString(halves / 2.0, 'f', 1) : locale.toString((capacity + 30) / 60);
}

} // namespace

QString cardName(const WorkCard &card)
{
    return card.tag + u' ' + card.facts.name;
}

QString promiseWords(Desk &desk, const WorkCard &card)
{
    if (!card.promised)
        return {};
    const QString day = dayWords(desk, *card.promised);
    return card.promisedTime ? Texts::tr("%1, %2", "a day and its hour")
                                   .arg(day, desk.locale().toString(*card.promisedTime, QLocale::ShortFormat))
                             : day;
}

QString timeWords(Desk &desk, const WorkCard &card)
{
    return card.spent > 0 ? spentWords(desk, card) : durationText(card.minutes, desk.locale());
}

QString readyDays(Desk &desk, const WorkCard &card)
{
    if (!card.readyAt)
        return {};
    const int days = daysSince(desk, *card.readyAt);
    return days == 0 ? Texts::tr("today") : Texts::tr("%n d", "days", days);
}

CardWords cardWords(Desk &desk, const WorkCard &card, const Steps &steps)
{
    CardWords words;
    words.chip = chipOf(desk, card, steps);
    if (!words.chip)
        words.when = card.promised ? promiseWords(desk, card) : Texts::tr("No day");
    words.tag = card.tag;
    words.who = desk.locale().toUpper(card.who);
    words.what = desk.locale().toLower(card.facts.name.left(1)) + card.facts.name.mid(1);
    words.second = secondParts(desk, card, steps).join(QStringLiteral(" · "));
    return words;
}

ChipWords standingOf(Desk &desk, const WorkCard &card, const Steps &steps)
{
    if (card.isWaiting())
        return waitingWords(desk, *card.hold);
    if (isAtFitting(card, steps)) {
        if (!card.fitting)
            return {{Status::Fitting, steps.at(card.step).name}};
        const StateWords when = fittingWords(desk, *card.fitting);
        if (card.fitting->missed)
            return {when};
        const bool today = desk.calendar().dayOf(card.fitting->at) == desk.today();
        return {{Status::Fitting, today ? fittingToday(desk, card)
                                        : Texts::tr("Fitting %1 of %2")
                                              .arg(desk.locale().toString(card.fitting->number),
                                                   desk.locale().toString(card.fitting->of))}};
    }
    if (isAtCheck(card, steps))
        return {checkWords(desk, card)};
    const QString &step = steps.at(card.step).name;
    switch (card.facts.kind) {
    case PieceKind::Redo:
        return {{Status::InWork, Texts::tr("%1, redo", "a step of the work").arg(step)}};
    case PieceKind::Alteration:
        return {{Status::InWork, Texts::tr("%1, alteration", "a step of the work").arg(step)}};
    default:
        return {{Status::InWork, step}};
    }
}

QString spokenCard(Desk &desk, const WorkCard &card, const Steps &steps)
{
    QStringList parts{card.tag, isolated(card.who), card.facts.name, steps.at(card.step).name};
    if (const auto chip = chipOf(desk, card, steps))
        parts.append(chip->whole());
    else
        parts.append(promiseWords(desk, card));
    if (card.rush)
        parts.append(Texts::tr("rush"));
    parts += secondParts(desk, card, steps);
    parts.removeAll(QString());
    return parts.join(QStringLiteral(", "));
}

QString headWords(Desk &desk, const workroom::WorkDay &day)
{
    if (day.late)
        return Texts::tr("Late");
    if (!day.day)
        return Texts::tr("No day");
    if (*day.day == desk.today())
        return Texts::tr("Today");
    //: a day as the head of a list, as in QLocale::toString; one further away
    const bool near = desk.today().daysTo(*day.day) < 14;
    return desk.locale().toString(day.day->toQDate(), near ? Texts::tr("dddd d") : Texts::tr("ddd d MMM"));
}

QString headCount(Desk &desk, const workroom::WorkDay &day)
{
    const QString pieces = pieceCount(day.pieces);
    if (!day.orders)
        return pieces;
    const QString orders =
        *day.orders == 1 ? Texts::tr("1 order") : Texts::tr("%1 orders").arg(desk.locale().toString(*day.orders));
    return Texts::tr("%1, %2", "pieces, and of how many orders").arg(pieces, orders);
}

QString headLoad(Desk &desk, const workroom::WorkDay &day)
{
    const QString left = durationText(day.minutes, desk.locale());
    if (day.capacity && day.minutes > *day.capacity && *day.day != desk.today())
        return Texts::tr("full, %1 of %2").arg(left, capacityText(day.minutes, *day.capacity, desk.locale()));
    return Texts::tr("%1 left", "hours of work").arg(left);
}

QString loadText(int minutes, int capacity, const QLocale &locale)
{
    if (capacity <= 0)
        return durationText(minutes, locale);
    const QString work = workText(minutes, capacity, locale);
    const QString hours = capacityText(minutes, capacity, locale);
    if (minutes <= capacity)
        return Texts::tr("%1 of %2", "hours of work, of hours there are").arg(work, hours);
    // Over by less than is said in hours, "14 h of 14, too much" would be no sum.
    return work == durationText(capacity, locale) ? Texts::tr("%1 of %2, full").arg(work, hours)
                                                  : Texts::tr("%1 of %2, too much").arg(work, hours);
}

QString shortLoad(int minutes, int capacity, const QLocale &locale)
{
    return capacity > 0 && minutes > capacity ? Texts::tr("too much") : workText(minutes, capacity, locale);
}

} // namespace thimblely::ui
