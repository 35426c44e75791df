// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/base/id.h"
#include "core/base/money.h"
#include "core/base/quantity.h"

#include <QStringList>

#include <optional>
#include <vector>

namespace thimblely::marketplace {

using ListingId = Id<struct ListingTag>; //!< of marketplace_products

//! Something the shop offers to strangers, as typed; new ones are drafts that nobody outside sees.
struct ListingDraft {
    QString title;
    QString description = {};
    QString category = {};
    Money price;
    QStringList tags = {};
    QStringList images = {}; //!< addresses
    std::optional<Quantity> stock = {};
    friend bool operator==(const ListingDraft &, const ListingDraft &) = default;
};

enum class ListingStatus { Draft, Published, Archived };

struct Listing {
    ListingId id;
    ListingDraft facts;
    ListingStatus status;
};

} // namespace thimblely::marketplace
