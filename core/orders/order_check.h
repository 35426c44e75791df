// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/inventory/shop_terms.h"
#include "core/orders/order.h"

#include <vector>

namespace thimblely::orders {

//! What booking refuses of a draft whatever stands in the file; codes in order_service.h. Pure; any thread.
Result<void> checkDraft(const OrderDraft &draft, const inventory::ShopTerms &terms, Instant now);

//! What is worth saying and stops nothing: "order.no_measurements".
//! Whether everything that is given away says why: "order.waiver_no_reason" (args the position and the name).
Result<void> checkWaivers(const std::vector<PieceDraft> &pieces, Currency currency, bool taxInclusive);
std::vector<Notice> noticesOf(const OrderDraft &draft);

} // namespace thimblely::orders
