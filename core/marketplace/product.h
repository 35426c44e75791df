// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/base/clock.h"
#include "core/base/date.h"
#include "core/changes/media.h"
#include "core/marketplace/listing.h"

namespace thimblely::marketplace {

constexpr int mostProductPhotos = 10;
constexpr int mostOptions = 8;

//! Something that is chosen with it: "Size" of "S", "M", "L".
struct ProductOption {
    QString name;
    QStringList choices;
    friend bool operator==(const ProductOption &, const ProductOption &) = default;
};

//! A product as it is typed.
struct ProductDraft {
    ListingDraft facts;                       //!< its images are addresses on the web, which nothing here loads
    std::vector<changes::Media> photos = {};  //!< the first one is shown first
    QStringList regions = {};                 //!< where it is offered, by code (core/base/region.h)
    std::optional<InventoryItemId> item = {}; //!< what stands on the shelf: its stock is the product's
    bool madeToOrder = false;                 //!< sewn for whoever orders it, and never out of stock
    std::vector<ProductOption> options = {};
    friend bool operator==(const ProductDraft &, const ProductDraft &) = default;
};

enum class ProductSort { Newest, PriceUp, PriceDown };

//! What is looked for among what everybody is offered.
struct ProductQuery {
    QString words = {};    //!< a part of its title, words or tags
    QString category = {}; //!< empty: all
    ProductSort sort = ProductSort::Newest;
    friend bool operator==(const ProductQuery &, const ProductQuery &) = default;
};

//! Where the next page starts: after this one.
struct ProductPlace {
    Instant createdAt;
    Money price;
    ListingId id;
};

struct Product {
    ListingId id;
    bool isOurs; //!< of this workspace
    bool isMine; //!< the person themself offers it
    ListingStatus status;
    ProductDraft facts;
    std::optional<Quantity> left; //!< of the shelf or as typed; none: not counted, or made to order
    QString itemName;             //!< of what stands on the shelf, where that may be read
    int likes;
    int reviews;
    std::optional<int> ratingMilli; //!< the mean of the reviews: 4500 is four and a half
    Instant createdAt;
    bool liked;

    ProductPlace place() const { return {createdAt, facts.facts.price, id}; }
    bool isSoldOut() const { return !facts.madeToOrder && left && left->milli() <= 0; }
};

//! What somebody thinks of it; one each.
struct Review {
    RowId id;
    QString authorName; //!< empty where names may not be read, and of people of other shops
    bool isMine;
    int rating; //!< 1 to 5
    QString text;
    Instant at;
};

//! A product becomes an order: who, and what was chosen of each option.
struct ProductOrder {
    ListingId product;
    std::optional<ClientId> client = {}; //!< none: to nobody in particular
    QStringList choices = {};            //!< one for each option, in their order
    int count = 1;
    std::optional<Date> promisedDate = {};
};

} // namespace thimblely::marketplace
