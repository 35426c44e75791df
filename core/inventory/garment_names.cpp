// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/inventory/garment_names.h"

#include <QCoreApplication>

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

QString translatedName(const GarmentName &garment)
{
    return QCoreApplication::translate("Garments", garment.name);
}

} // namespace thimblely::inventory
