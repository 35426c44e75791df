// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/inventory/code_table.h"
#include "core/inventory/item.h"
#include "core/inventory/movement.h"
#include "core/inventory/stock.h"

namespace thimblely::inventory {

namespace {

constexpr CodeTable<ItemKind, 4> itemKinds{"item_kind", {"fabric_roll", "trim", "ready_made", "service"}};
constexpr CodeTable<StockStatus, 3> stockStatuses{"status", {"in-stock", "low-stock", "out-of-stock"}};
constexpr CodeTable<MovementType, 10> movementTypes{
    "movement_type",
    {"stock-in", "stock-out", "adjustment", "return", "reserve", "release", "cut", "remnant", "count", "waste"}};
constexpr CodeTable<WasteReason, wasteReasonCount> wasteReasons{
    "reason_code", {"flaw", "cut_wrong", "damaged", "moth", "sample", "lost"}};

} // namespace

QByteArray toCode(WasteReason reason)
{
    return wasteReasons.code(reason);
}

Result<WasteReason> wasteReasonFromCode(QStringView code)
{
    return wasteReasons.value(code);
}

QByteArray toCode(ItemKind kind)
{
    return itemKinds.code(kind);
}

Result<ItemKind> itemKindFromCode(QStringView code)
{
    return itemKinds.value(code);
}

Result<StockStatus> stockStatusFromCode(QStringView code)
{
    return stockStatuses.value(code);
}

QByteArray toCode(MovementType type)
{
    return movementTypes.code(type);
}

Result<MovementType> movementTypeFromCode(QStringView code)
{
    return movementTypes.value(code);
}

} // namespace thimblely::inventory
