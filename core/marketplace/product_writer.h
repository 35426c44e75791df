// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/changes/write_context.h"
#include "core/marketplace/product.h"
#include "core/orders/order.h"

namespace thimblely::marketplace {

// Parts of write operations, on the writer thread; the errors of ProductService.

Result<ListingId> writeProduct(changes::WriteContext &context, const ProductDraft &draft, bool published);
Result<void> rewriteProduct(changes::WriteContext &context, ListingId product, const ProductDraft &draft);
Result<void> publishProduct(changes::WriteContext &context, ListingId product);
Result<orders::Booked> orderProduct(changes::WriteContext &context, const ProductOrder &order);
//! Of those the person sees; NotFound "product.not_found".
Result<Product> loadProduct(access::ScopedConnection &reader, ListingId product);
//! Likewise, of this workspace.
Result<Product> loadOurs(access::ScopedConnection &reader, ListingId product);

} // namespace thimblely::marketplace
