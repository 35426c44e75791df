// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/inventory/cloth_colours.h"

#include <QCoreApplication>

#include <array>

namespace thimblely::inventory {

namespace {

constexpr auto table = std::to_array<ClothColour>({
    {QT_TRANSLATE_NOOP("Cloth", "black"), 0xFF1B1B1D},      {QT_TRANSLATE_NOOP("Cloth", "white"), 0xFFFAFAF7},
    {QT_TRANSLATE_NOOP("Cloth", "navy"), 0xFF1F2A4D},       {QT_TRANSLATE_NOOP("Cloth", "charcoal"), 0xFF47474B},
    {QT_TRANSLATE_NOOP("Cloth", "grey"), 0xFF8A8A8C},       {QT_TRANSLATE_NOOP("Cloth", "blue"), 0xFF2F5FA8},
    {QT_TRANSLATE_NOOP("Cloth", "light blue"), 0xFF9CC3E6}, {QT_TRANSLATE_NOOP("Cloth", "brown"), 0xFF6B4528},
    {QT_TRANSLATE_NOOP("Cloth", "beige"), 0xFFD9C7A3},      {QT_TRANSLATE_NOOP("Cloth", "cream"), 0xFFF3EAD2},
    {QT_TRANSLATE_NOOP("Cloth", "red"), 0xFFB3262B},        {QT_TRANSLATE_NOOP("Cloth", "burgundy"), 0xFF6A1A2E},
    {QT_TRANSLATE_NOOP("Cloth", "pink"), 0xFFE59AB1},       {QT_TRANSLATE_NOOP("Cloth", "purple"), 0xFF5E3A84},
    {QT_TRANSLATE_NOOP("Cloth", "green"), 0xFF2F6B3C},      {QT_TRANSLATE_NOOP("Cloth", "olive"), 0xFF6B6B35},
    {QT_TRANSLATE_NOOP("Cloth", "teal"), 0xFF1F6F73},       {QT_TRANSLATE_NOOP("Cloth", "yellow"), 0xFFE2B93B},
    {QT_TRANSLATE_NOOP("Cloth", "gold"), 0xFFB8923A},       {QT_TRANSLATE_NOOP("Cloth", "orange"), 0xFFD9742B},
    {QT_TRANSLATE_NOOP("Cloth", "silver"), 0xFFC3C5C8},     {QT_TRANSLATE_NOOP("Cloth", "khaki"), 0xFFA89A6B},
});

} // namespace

std::span<const ClothColour> clothColours()
{
    return table;
}

QString translatedName(const ClothColour &colour)
{
    return QCoreApplication::translate("Cloth", colour.name);
}

} // namespace thimblely::inventory
