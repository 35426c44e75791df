// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "app/thimblectl/demo_price_list.h"

#include "app/thimblectl/demo_till.h"
#include "core/inventory/inventory_service.h"
#include "core/orders/work_minutes.h"

namespace thimblectl {

using namespace thimblely;

namespace {

struct DemoCloth {
    const char *name;
    const char *colour;
    const char *composition;
    const char *shelf;
    const char *supplier;
    qint64 metres;
};
constexpr DemoCloth cloths[] = {{"Super 120s wool", "navy", "wool", "A1", "Yaba Textiles", 42},
                                {"Super 120s wool", "charcoal", "wool", "A1", "Yaba Textiles", 8},
                                {"Linen", "white", "linen", "A2", "Yaba Textiles", 60},
                                {"Aso oke", "wine", "cotton and silk", "B1", "Iseyin weavers", 25},
                                {"Cotton poplin", "sky blue", "cotton", "A2", "Yaba Textiles", 3},
                                {"Lining, viscose", "black", "viscose", "B2", "Balogun market", 120}};

constexpr DemoService services[] = {
    {"Hem", "trousers", 25, 2'000, true},           {"Taper", "trousers", 40, 2'500, false},
    {"Take in waist", "trousers", 45, 3'000, true}, {"New zip", "dress", 35, 5'000, false},
    {"Shorten sleeve", "jacket", 60, 4'500, true},  {"Take in sides", "jacket", 75, 6'500, true},
    {"Make new", "trousers", 150, 18'000, false},   {"Make new", "jacket", 420, 45'000, false},
    {"Make new", "shirt", 150, 12'000, false},      {"Make new", "dress", 240, 30'000, false},
    {"Make new", "skirt", 120, 14'000, false},      {"Make new", "agbada", 300, 85'000, false},
};
constexpr DemoGarment garments[] = {
    {"trousers", "Trousers", 6}, {"jacket", "Jacket", 7}, {"shirt", "Shirt", 8},
    {"dress", "Dress", 9},       {"skirt", "Skirt", 10},  {"agbada", "Agbada", 11},
    {"trousers", "Trousers", 0}, {"jacket", "Jacket", 5}, {"dress", "Dress", 3},
};

Result<void> addCloth(inventory::InventoryService &stock)
{
    int number = 1;
    for (const DemoCloth &cloth : cloths) {
        inventory::ItemDraft item;
        item.name = QString::fromLatin1(cloth.name);
        item.colour = QString::fromLatin1(cloth.colour);
        item.composition = QString::fromLatin1(cloth.composition);
        item.location = QString::fromLatin1(cloth.shelf);
        item.supplierName = QString::fromLatin1(cloth.supplier);
        item.unit = QStringLiteral("m");
        item.sku = QStringLiteral("CL-%1").arg(number++, 3, 10, QLatin1Char('0'));
        item.minimumStock = Quantity::whole(10);
        TRY_ASSIGN(const InventoryItemId id, changes::await(stock.add(item)));
        TRY(changes::await(stock.stockIn(id, Quantity::whole(cloth.metres))));
    }
    return {};
}

} // namespace

size_t demoGarmentCount()
{
    return std::size(garments);
}

const DemoGarment &demoGarment(size_t garment)
{
    return garments[garment];
}

const DemoService &demoService(const DemoGarment &garment)
{
    return services[garment.service];
}

bool isMade(const DemoGarment &garment)
{
    return demoService(garment).minutes >= orders::makingMinutes;
}

Result<std::vector<InventoryItemId>> addDemoStock(DemoShop &shop, Currency currency)
{
    inventory::InventoryService stock(*shop.session, *shop.door);
    TRY(addCloth(stock));
    std::vector<InventoryItemId> ids;
    for (const DemoService &service : services) {
        inventory::ItemDraft item;
        item.kind = inventory::ItemKind::Service;
        item.name = QString::fromLatin1(service.name);
        item.unit = QStringLiteral("pcs");
        item.service.garmentTypes = {QString::fromLatin1(service.garment)};
        item.service.quickRank = int(ids.size()) + 1;
        item.service.minutes = service.minutes;
        item.service.needsAmount = service.needsAmount;
        item.sellingPrice = demoPrice(service.price, currency);
        TRY_ASSIGN(const InventoryItemId id, changes::await(stock.add(item)));
        ids.push_back(id);
    }
    return ids;
}

orders::PieceDraft demoPiece(const DemoGarment &garment, const std::vector<InventoryItemId> &ids, Currency currency)
{
    const DemoService &service = demoService(garment);
    orders::Task task;
    task.name = QString::fromLatin1(service.name);
    if (service.needsAmount)
        task.amount = QStringLiteral("3 cm");
    task.service = ids[garment.service];
    task.minutes = service.minutes;
    task.price = demoPrice(service.price, currency);
    orders::PieceDraft piece;
    piece.kind = isMade(garment) ? orders::PieceKind::Make : orders::PieceKind::Alteration;
    piece.garmentType = QString::fromLatin1(garment.type);
    piece.name = QString::fromLatin1(garment.name);
    piece.unitPrice = task.price;
    piece.tasks = {std::move(task)};
    return piece;
}

} // namespace thimblectl
