// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/desk/garments.h"

#include "core/inventory/garment_names.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <vector>

namespace thimblely::ui {

namespace {

//! In the order of inventory::garmentNames().
constexpr auto icons = std::to_array<const char *>({"g-trousers", "g-jacket", "g-shirt", "g-dress", "g-skirt", "g-coat",
                                                    "g-suit", "g-kaftan", "g-agbada", "g-waistcoat", "g-gown",
                                                    "g-shirt", "g-trousers", "g-suit", "i-counter"});
constexpr size_t tiles = 9;

std::span<const Garment> all()
{
    static const std::vector<Garment> garments = [] {
        std::vector<Garment> made;
        for (const inventory::GarmentName &garment : inventory::garmentNames())
            made.push_back({garment.code, icons.at(made.size()), garment.name});
        return made;
    }();
    return garments;
}

const Garment *find(const QString &code)
{
    const auto found =
        std::ranges::find_if(all(), [&](const Garment &garment) { return code == QLatin1String(garment.code); });
    return found == all().end() ? nullptr : &*found;
}

} // namespace

std::span<const Garment> garments()
{
    return all().first(tiles);
}

std::span<const Garment> furtherGarments()
{
    return all().subspan(tiles);
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
    return inventory::garmentName(code);
}

QByteArray garmentIcon(const QString &code)
{
    const Garment *garment = find(code);
    return garment ? garment->icon : "i-counter";
}

} // namespace thimblely::ui
