// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/base/id.h"

#include <QString>

#include <optional>

namespace thimblely::inventory {

// What stands on labels as bars: digits and A–Z alone, which every scanner types alike whatever the keyboard.

//! Of an item: its barcode or SKU where that can be typed so, else 20 digits of its id.
QString labelCode(InventoryItemId item, const QString &barcode, const QString &sku);
//! The half of an id that 20 digits stand for; empty where they are none.
QByteArray idEndOf(const QString &code);

//! Of a shelf: SHELF and its name without what no scanner types.
QString shelfCode(const QString &shelf);
bool isShelfCode(const QString &code);

} // namespace thimblely::inventory
