// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/desk/garments.h"

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

constexpr auto further = std::to_array<Garment>({
    {"waistcoat", "g-waistcoat", QT_TRANSLATE_NOOP("Garments", "Waistcoat")},
    {"gown", "g-gown", QT_TRANSLATE_NOOP("Garments", "Gown")},
    {"blouse", "g-shirt", QT_TRANSLATE_NOOP("Garments", "Blouse")},
    {"shorts", "g-trousers", QT_TRANSLATE_NOOP("Garments", "Shorts")},
    {"uniform", "g-suit", QT_TRANSLATE_NOOP("Garments", "Uniform")},
    {"", "i-counter", QT_TRANSLATE_NOOP("Garments", "Other piece")},
});

const Garment *find(const QString &code)
{
    for (const std::span<const Garment> part : {garments(), furtherGarments()}) {
        const auto found =
            std::ranges::find_if(part, [&](const Garment &garment) { return code == QLatin1String(garment.code); });
        if (found != part.end())
            return &*found;
    }
    return nullptr;
}

} // namespace

std::span<const Garment> garments()
{
    return table;
}

std::span<const Garment> furtherGarments()
{
    return further;
}

QString garmentName(const Garment &garment)
{
    return QCoreApplication::translate("Garments", garment.name);
}

QString pieceCount(int pieces)
{
    // One stands apart, so that the untranslated English reads well too.
    return pieces == 1 ? QCoreApplication::translate("Garments", "1 piece")
                       : QCoreApplication::translate("Garments", "%n pieces", nullptr, pieces);
}

QString garmentName(const QString &code)
{
    const Garment *garment = find(code);
    return garment ? garmentName(*garment) : code;
}

QByteArray garmentIcon(const QString &code)
{
    const Garment *garment = find(code);
    return garment ? garment->icon : "i-counter";
}

} // namespace thimblely::ui
