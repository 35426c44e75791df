// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/workroom/work_log.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace thimblely::workroom {

namespace {

constexpr qint64 minute = 60'000;

} // namespace

std::vector<Spell> readSpells(const QByteArray &work)
{
    std::vector<Spell> spells;
    if (work.isEmpty())
        return spells;
    const QJsonObject all = QJsonDocument::fromJson(work).object();
    for (auto each = all.begin(); each != all.end(); ++each) {
        const QJsonObject said = each->toObject();
        const auto who = PersonId::parse(said.value(QLatin1String("user")).toString());
        const QJsonValue start = said.value(QLatin1String("start"));
        if (!who || !start.isDouble())
            continue;
        Spell spell{each.key(), said.value(QLatin1String("stage")).toString(), *who, Instant(start.toInteger())};
        if (const QJsonValue stop = said.value(QLatin1String("stop")); stop.isDouble())
            spell.stop = Instant(stop.toInteger());
        spell.minutes = said.value(QLatin1String("minutes")).toInt();
        spells.push_back(spell);
    }
    std::ranges::sort(spells, {}, [](const Spell &spell) { return std::pair(spell.start.msecs(), spell.id); });
    return spells;
}

QByteArray writeSpells(const std::vector<Spell> &spells)
{
    QJsonObject all;
    for (const Spell &spell : spells) {
        QJsonObject said{{QStringLiteral("stage"), spell.step},
                         {QStringLiteral("user"), spell.who.toString()},
                         {QStringLiteral("start"), spell.start.msecs()}};
        if (spell.stop) {
            said.insert(QStringLiteral("stop"), spell.stop->msecs());
            said.insert(QStringLiteral("minutes"), spell.minutes);
        }
        all.insert(spell.id, said);
    }
    return QJsonDocument(all).toJson(QJsonDocument::Compact);
}

int minutesOf(const std::vector<Spell> &spells)
{
    int minutes = 0;
    for (const Spell &spell : spells)
        minutes += spell.minutes;
    return minutes;
}

int spellMinutes(Instant start, Instant stop, const ShopCalendar &calendar, const WorkingHours &hours)
{
    const Date day = calendar.dayOf(start);
    Instant end = stop;
    if (day != calendar.dayOf(stop)) {
        const auto closes = hours.closesAt(day);
        end = std::min(stop, closes ? calendar.at(day, *closes) : start);
    }
    return int(std::max<qint64>(0, (end.msecs() - start.msecs() + minute / 2) / minute));
}

} // namespace thimblely::workroom
