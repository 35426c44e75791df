// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/workspaces/fitting_rules.h"

#include <QJsonObject>

#include <algorithm>
#include <array>

namespace thimblely {

namespace {

struct Usual {
    const char *garment;
    int fittings;
};

// Baste, forward and finish for what is built on canvas; one look at what hangs from the waist.
constexpr auto usual = std::to_array<Usual>({{"suit", 3},
                                             {"jacket", 3},
                                             {"coat", 2},
                                             {"gown", 2},
                                             {"dress", 2},
                                             {"waistcoat", 1},
                                             {"trousers", 1},
                                             {"skirt", 1},
                                             {"agbada", 1}});

int within(const QJsonValue &json, const char *key, int least, int most, int otherwise)
{
    const int value = json[QLatin1String(key)].toInt(otherwise);
    return value < least || value > most ? otherwise : value;
}

} // namespace

int usualFittings(QStringView garment)
{
    const auto found =
        std::ranges::find_if(usual, [garment](const Usual &each) { return garment == QLatin1String(each.garment); });
    return found == usual.end() ? 0 : found->fittings;
}

int FittingRules::countOf(const QString &garment) const
{
    const auto own = counts.find(garment);
    return own == counts.end() ? usualFittings(garment) : own->second;
}

FittingRules FittingRules::fromJson(const QJsonValue &json)
{
    FittingRules rules;
    const QJsonObject counts = json[QLatin1String("counts")].toObject();
    for (auto count = counts.begin(); count != counts.end(); ++count)
        rules.counts.insert_or_assign(count.key(), std::clamp(count->toInt(), 0, mostFittings));
    rules.between = within(json, "between", 1, 60, rules.between);
    rules.before = within(json, "before", 0, 60, rules.before);
    rules.minutes = within(json, "minutes", 5, 12 * 60, rules.minutes);
    const QTime at = QTime::fromString(json[QLatin1String("at")].toString(), QStringLiteral("HH:mm"));
    if (at.isValid())
        rules.at = at;
    return rules;
}

QJsonValue FittingRules::toJson() const
{
    QJsonObject own;
    for (const auto &[garment, count] : counts)
        own.insert(garment, count);
    return QJsonObject{{QStringLiteral("counts"), own},
                       {QStringLiteral("between"), between},
                       {QStringLiteral("before"), before},
                       {QStringLiteral("minutes"), minutes},
                       {QStringLiteral("at"), at.toString(QStringLiteral("HH:mm"))}};
}

} // namespace thimblely
