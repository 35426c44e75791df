// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/base/clock.h"
#include "core/base/id.h"
#include "core/base/money.h"
#include "core/base/quantity.h"

#include <QString>

#include <optional>
#include <vector>

namespace thimblely::inventory {

enum class MovementType { StockIn, StockOut, Adjustment, Return, Reserve, Release, Cut, Remnant, Count, Waste };

QByteArray toCode(MovementType type); //!< "stock-in" …
Result<MovementType> movementTypeFromCode(QStringView code);

//! Reserve and release change what is promised; every other type changes what is on the shelf.
constexpr bool changesShelf(MovementType type)
{
    return type != MovementType::Reserve && type != MovementType::Release;
}

//! One line of an item's history; quantity is signed, previous and now are the shelf as this device saw it.
struct Movement {
    MovementId id;
    MovementType type;
    Quantity quantity;
    Quantity previousStock;
    Quantity newStock;
    std::optional<OrderItemId> piece;
    QString notes;
    Instant occurredAt;
    QString reason = {}; //!< a code: of waste (stock.h), "undo" where it takes another one back
    QString by = {};     //!< who; empty where it may not be read
    std::optional<Money> unitCost = {};
};

struct MovementKey {
    Instant occurredAt;
    MovementId id;
};

struct MovementPage {
    std::vector<Movement> rows; //!< newest first
    std::optional<MovementKey> next;
};

} // namespace thimblely::inventory
