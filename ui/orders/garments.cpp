// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/orders/garments.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace thimblely::ui {

namespace {

constexpr auto table = std::to_array<Garment>({
    {"trousers", "g-trousers", QT_TRANSLATE_NOOP("Garments", "Trousers")},
    {"jacket", "g-jacket", QT_TRANSLATE_NOOP("Garments", "Jacket")},
    {"shirt", "g-shirt", QT_TRANSLATE_NOOP("Garments", "Shirt")},
    {"dress", "g-dress", QT_TRANSLATE_NOOP("Garments", "Dress")},
    {"skirt", "g-skirt", QT_TRANSLATE_NOOP("Garments", "Skirt")},
    {"coat", "g-coat", QT_TRANSLATE_NOOP("Garments", "Coat")},
    {"suit", "g-suit", QT_TRANSLATE_NOOP("Garments", "Suit")},
    {"kaftan", "g-kaftan", QT_TRANSLATE_NOOP("Garments", "Kaftan")},
    {"agbada", "g-agbada", QT_TRANSLATE_NOOP("Garments", "Agbada")},
});

} // namespace

std::span<const Garment> garments()
{
    return table;
}

QString garmentName(const Garment &garment)
{
    return QCoreApplication::translate("Garments", garment.name);
}

QByteArray garmentIcon(const QString &code)
{
    const auto found =
        std::find_if(table.begin(), table.end(), [&](const Garment &garment) { return code == QLatin1String(garment.code); });
    return found == table.end() ? QByteArray("i-counter") : QByteArray(found->icon);
}

} // namespace thimblely::ui
