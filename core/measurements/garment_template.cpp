// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/measurements/garment_template.h"

#include "core/measurements/body_rules.h"

#include <algorithm>
#include <array>

namespace thimblely {

namespace {

struct Alike {
    const char *garment;
    const char *as;
};

// What hangs from the same points of the body is measured alike; a shop that wants it otherwise makes a template for
// that very garment, which goes before.
constexpr auto alike = std::to_array<Alike>({{"kaftan", "agbada"},
                                             {"agbada", "kaftan"},
                                             {"coat", "jacket"},
                                             {"suit", "jacket"},
                                             {"uniform", "suit"},
                                             {"uniform", "jacket"},
                                             {"gown", "dress"},
                                             {"shorts", "trousers"}});

constexpr double daysInAYear = 365.25;

} // namespace

QStringList measuredAs(const QString &garmentType)
{
    const QString grown = garmentTypeFor(garmentType, false);
    if (grown.isEmpty())
        return {};
    QStringList kinds{grown};
    for (const Alike &each : alike) {
        if (grown == QLatin1String(each.garment))
            kinds.append(QString::fromLatin1(each.as));
    }
    return kinds;
}

const MeasurementTemplate *templateOf(const std::vector<MeasurementTemplate> &templates, const QString &garmentType,
                                      bool child)
{
    const bool children = child || isForChildren(garmentType);
    const auto find = [&](const QString &kind) -> const MeasurementTemplate * {
        const auto found = std::ranges::find(templates, kind, &MeasurementTemplate::garmentType);
        return found == templates.end() ? nullptr : &*found;
    };
    const QStringList kinds = measuredAs(garmentType);
    if (children) {
        for (const QString &kind : kinds) {
            if (const auto *found = find(garmentTypeFor(kind, true)))
                return found;
        }
    }
    for (const QString &kind : kinds) {
        if (const auto *found = find(kind))
            return found;
    }
    return nullptr;
}

bool isMeasuredBy(const QString &garmentType, const QString &templateType)
{
    return !templateType.isEmpty() && measuredAs(garmentType).contains(garmentTypeFor(templateType, false));
}

bool isChild(const std::optional<Date> &born, Date today)
{
    return born && *born <= today && int(double(born->daysTo(today)) / daysInAYear) < grownFrom;
}

} // namespace thimblely
