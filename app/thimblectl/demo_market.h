// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "app/thimblectl/demo_shop.h"

namespace thimblectl {

//! What the invented shop offers on the marketplace, and a post that waits as a draft; pictures it has none.
thimblely::Result<void> addDemoMarket(DemoShop &shop);

} // namespace thimblectl
