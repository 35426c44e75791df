// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/changes/write_context.h"
#include "core/marketplace/listing.h"

namespace thimblely::access {
class Session;
}

namespace thimblely::marketplace {

// Parts of write operations, on the writer thread. Errors: "listing.no_title", "listing.negative_price",
// "listing.other_currency"; NotFound "listing.not_found".

//! As a draft; publishing is a step and a right of its own.
Result<ListingId> addListing(changes::WriteContext &context, const ListingDraft &draft);
//! Writes what differs; false where nothing does. Its status stays.
Result<bool> editListing(changes::WriteContext &context, ListingId listing, const ListingDraft &draft);
//! Whether there is such a listing of this workspace outside the bin.
Result<bool> exists(changes::WriteContext &context, ListingId listing);

//! Those of this workspace, in the order they were made; on the session's thread.
Result<std::vector<Listing>> everyListing(access::Session &session);

} // namespace thimblely::marketplace
