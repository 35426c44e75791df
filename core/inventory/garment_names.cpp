// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/inventory/garment_names.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace thimblely::inventory {

namespace {

constexpr auto table = std::to_array<GarmentName>({
    {"trousers", QT_TRANSLATE_NOOP("Garments", "Trousers")},
    {"jacket", QT_TRANSLATE_NOOP("Garments", "Jacket")},
    {"shirt", QT_TRANSLATE_NOOP("Garments", "Shirt")},
    {"dress", QT_TRANSLATE_NOOP("Garments", "Dress")},
    {"skirt", QT_TRANSLATE_NOOP("Garments", "Skirt")},
    {"coat", QT_TRANSLATE_NOOP("Garments", "Coat")},
    {"suit", QT_TRANSLATE_NOOP("Garments", "Suit")},
    {"kaftan", QT_TRANSLATE_NOOP("Garments", "Kaftan")},
    {"agbada", QT_TRANSLATE_NOOP("Garments", "Agbada")},
    {"waistcoat", QT_TRANSLATE_NOOP("Garments", "Waistcoat")},
    {"gown", QT_TRANSLATE_NOOP("Garments", "Gown")},
    {"blouse", QT_TRANSLATE_NOOP("Garments", "Blouse")},
    {"shorts", QT_TRANSLATE_NOOP("Garments", "Shorts")},
    {"uniform", QT_TRANSLATE_NOOP("Garments", "Uniform")},
    {"", QT_TRANSLATE_NOOP("Garments", "Other piece")},
});

} // namespace

std::span<const GarmentName> garmentNames()
{
    return table;
}

std::span<const char *const> garmentsOfSet(QStringView code)
{
    static constexpr std::array suit{"jacket", "trousers"};
    return code == QLatin1String("suit") ? std::span<const char *const>(suit) : std::span<const char *const>();
}

QString setCalled(const QString &name)
{
    const auto known = std::ranges::find_if(table, [&](const GarmentName &garment) {
        return !name.isEmpty() && translatedName(garment) == name &&
               !garmentsOfSet(QString::fromLatin1(garment.code)).empty();
    });
    return known == table.end() ? QString() : QString::fromLatin1(known->code);
}

QString translatedName(const GarmentName &garment)
{
    return QCoreApplication::translate("Garments", garment.name);
}

QString garmentName(const QString &code)
{
    const auto known =
        std::ranges::find_if(table, [&](const GarmentName &garment) { return code == QLatin1String(garment.code); });
    return known == table.end() ? code : translatedName(*known);
}

} // namespace thimblely::inventory
