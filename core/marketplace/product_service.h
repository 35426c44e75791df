// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/base/result.h"
#include "core/marketplace/product.h"
#include "core/orders/order.h"

#include <QFuture>

namespace thimblely::access {
class Session;
}
namespace thimblely::changes {
class WriteDoor;
}

namespace thimblely::marketplace {

/*!
 * What shops offer: looked through in the person's region, liked and reviewed by anybody, written and published by the
 * shop it is of, and ordered there in two steps. Reads are for the reader's thread too; each write is one operation.
 *
 * Errors: those of listing_writer.h and access/region_rules.h; Invalid "product.no_region", "product.no_choices" (args[0]
 * the option), "product.too_many_photos", "product.too_many_options" (args[0] how many), "product.negative_stock",
 * "product.not_published", "product.count", "product.not_chosen" (args[0] the option), "product.no_such_choice" (args[0]
 * the choice, args[1] the option), "review.rating", "review.too_long" (args[0] letters), "review.own_product"; Conflict
 * "product.published_already", "product.sold_out" (args[0] its title); NotFound "product.not_found", "review.not_found";
 * of orders those of OrderService; Forbidden without marketplace:write, :publish and :delete.
 */
class ProductService {
public:
    ProductService(access::Session &session, changes::WriteDoor &door) : m_session(session), m_door(door) {}

    static Result<std::vector<Product>> offered(access::Session &session, const ProductQuery &query,
                                                const std::optional<ProductPlace> &after, int limit);
    //! The seller's view: the shop's own of every state, the newest first.
    static Result<std::vector<Product>> ours(access::Session &session, const std::optional<ProductPlace> &after,
                                             int limit);
    static Result<QStringList> categories(access::Session &session);
    //! The newest first.
    static Result<std::vector<Review>> reviews(access::Session &session, ListingId product);
    //! None: it is not there, or not offered to this person.
    Result<std::optional<Product>> one(ListingId product) const;

    QFuture<Result<ListingId>> draft(ProductDraft draft);
    QFuture<Result<ListingId>> publish(ProductDraft draft);
    QFuture<Result<void>> change(ListingId product, ProductDraft to);
    QFuture<Result<void>> publish(ListingId product);
    //! Nobody outside is offered it any more.
    QFuture<Result<void>> archive(ListingId product);
    //! To the bin.
    QFuture<Result<void>> remove(ListingId product);
    //! The other way round; whether it is liked now.
    QFuture<Result<bool>> like(ListingId product);
    //! One each: a second one changes the first. Nobody reviews what their own shop offers.
    QFuture<Result<void>> review(ListingId product, int rating, QString text);
    QFuture<Result<void>> takeBackReview(ListingId product);
    //! Books an order of the shop's own product at the price it asks now.
    QFuture<Result<orders::Booked>> order(ProductOrder order);

private:
    access::Session &m_session;
    changes::WriteDoor &m_door;
};

} // namespace thimblely::marketplace
