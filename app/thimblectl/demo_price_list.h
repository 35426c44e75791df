// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "app/thimblectl/demo_shop.h"

#include "core/orders/piece.h"

namespace thimblectl {

//! A line of the invented shop's price list, with how long it takes.
struct DemoService {
    const char *name;
    const char *garment;
    int minutes;
    qint64 price; //!< in Lagos; elsewhere as demoPrice() has it
    bool needsAmount;
};

//! What comes over the counter: a garment, and what is done to it.
struct DemoGarment {
    const char *type;
    const char *name;
    size_t service; //!< by its place in the price list
};

//! How many there are to choose from.
size_t demoGarmentCount();
const DemoGarment &demoGarment(size_t garment);
const DemoService &demoService(const DemoGarment &garment);
//! Made new, and not only altered.
bool isMade(const DemoGarment &garment);

//! Cloth and the price list; the services' ids in their order.
thimblely::Result<std::vector<thimblely::InventoryItemId>> addDemoStock(DemoShop &shop, thimblely::Currency currency);
//! The piece as the counter would type it: one task of the price list, with its minutes and its price.
thimblely::orders::PieceDraft demoPiece(const DemoGarment &garment,
                                        const std::vector<thimblely::InventoryItemId> &services,
                                        thimblely::Currency currency);

} // namespace thimblectl
