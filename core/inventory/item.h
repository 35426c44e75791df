// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/base/clock.h"
#include "core/base/date.h"
#include "core/base/id.h"
#include "core/base/money.h"
#include "core/base/quantity.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace thimblely::inventory {

enum class ItemKind { FabricRoll, Trim, ReadyMade, Service };
enum class StockStatus { InStock, LowStock, OutOfStock };

QByteArray toCode(ItemKind kind); //!< as in the file: "fabric_roll" …
Result<ItemKind> itemKindFromCode(QStringView code);
Result<StockStatus> stockStatusFromCode(QStringView code);

//! Where the tiles of the counter get a service from: the garments it is done to, and its place among 1 to 9.
struct ServiceTerms {
    QStringList garmentTypes = {};     //!< "trousers", "jacket" …; empty: all
    QString zone = {};                 //!< "hem", "waist" …
    std::optional<int> quickRank = {}; //!< 1 first; none: not among the tiles
    bool needsAmount = false;          //!< "take in by …": the counter asks how much
    std::optional<int> minutes = {};
    friend bool operator==(const ServiceTerms &, const ServiceTerms &) = default;
};

//! Something the shop sells, uses up or does, as typed. Stock is never typed: it is the sum of movements.
struct ItemDraft {
    ItemKind kind = ItemKind::FabricRoll;
    QString name = {};
    QString unit = {}; //!< "m", "yd", "pcs"; a service "pcs"
    QString sku = {};
    QString barcode = {};
    QString description = {};
    QString category = {};
    QString colour = {};
    QString composition = {};
    QString location = {};
    QString supplierName = {};
    std::optional<int> widthMm = {};
    std::optional<Quantity> minimumStock = {};
    std::optional<Money> sellingPrice = {}; //!< per unit
    std::optional<Money> cost = {};         //!< per unit; needs finance:write
    QString taxCode = {};
    ServiceTerms service = {};
    std::optional<Quantity> maximumStock = {}; //!< what is bought fills it up to this
    QString supplierContact = {};
    std::optional<InventoryItemId> parent = {}; //!< of a remnant: the roll it was cut from
    friend bool operator==(const ItemDraft &, const ItemDraft &) = default;
};

//! A row of the stock list. sellingPrice is absent where the person may not read prices.
struct ItemRow {
    InventoryItemId id;
    ItemKind kind;
    QString name;
    QString sku;
    QString colour;
    QString unit;
    Quantity stock;
    Quantity reserved; //!< promised to orders, still on the shelf
    StockStatus status;
    std::optional<Money> sellingPrice;
    QString location = {};
    QString composition = {};
    std::optional<Quantity> minimumStock = {};
    std::optional<Quantity> ordered = {}; //!< on its way from the supplier

    Quantity free() const { return stock - reserved; }
};

//! Where the next page starts: after this name and id.
struct ItemKey {
    QString name;
    InventoryItemId id;
};

struct ItemPage {
    std::vector<ItemRow> rows;
    std::optional<ItemKey> next; //!< none: that was the last page
};

//! Stocked things at or under the stock they should not fall below: how many, and the first of them by name.
struct LowStock {
    int count = 0;
    std::vector<ItemRow> first = {};
};

//! One item with all that the person may read of it.
struct Item {
    InventoryItemId id;
    ItemDraft facts; //!< prices and cost absent where they may not be read
    Quantity stock;
    Quantity reserved;
    StockStatus status;
    std::optional<Quantity> ordered = {};
    std::optional<Date> orderedOn = {};
    std::optional<Instant> lastCountedAt = {};

    Quantity free() const { return stock - reserved; }
};

//! A line of the price list, in the order of the counter's tiles.
struct Service {
    InventoryItemId id;
    QString name;
    ServiceTerms terms;
    std::optional<Money> price;
    QString taxCode;
};

} // namespace thimblely::inventory
