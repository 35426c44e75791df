// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/marketplace/product_service.h"

#include "core/access/natural_ids.h"
#include "core/access/session.h"
#include "core/changes/write_door.h"
#include "core/inventory/fields.h"
#include "core/inventory/shop_terms.h"
#include "core/marketplace/product_repository.h"
#include "core/marketplace/product_writer.h"

namespace thimblely::marketplace {

using access::Field;
using changes::Operation;
using changes::WriteContext;
using storage::Table;

namespace {

constexpr int longestReview = 2000;
constexpr int mostReviews = 200;

RowId linkOf(Table table, ListingId product, PersonId person)
{
    return access::linkId(storage::facts(table).name, product.as<RowTag>(), person);
}

//! Made, or brought back where it was taken away before.
Result<void> addOrRevive(WriteContext &context, Table table, RowId link, const std::vector<Field> &fields,
                         const std::vector<Field> &anew)
{
    const auto back = context.rows().restore(table, link.bytes());
    if (!back)
        return back.error().kind == ErrorKind::NotFound ? context.rows().insert(table, link, fields) : back;
    return anew.empty() ? Result<void>() : context.rows().update(table, link, anew);
}

Result<Product> loadOffered(WriteContext &context, ListingId product)
{
    TRY_ASSIGN(Product found, loadProduct(context.connection(), product));
    if (found.status != ListingStatus::Published)
        return Error{ErrorKind::Invalid, "product.not_published", {}, {}};
    return found;
}

Result<bool> hasReview(WriteContext &context, ListingId product)
{
    // One's own stands where the product does, which may be another workspace.
    TRY_ASSIGN(auto query, context.query("SELECT 1 FROM product_reviews_public WHERE product_id = ? AND user_id = ?"));
    query->bind(product, context.principal().person);
    return query->step();
}

Result<void> writeReview(WriteContext &context, ListingId product, int rating, const QString &typed)
{
    const QString text = typed.trimmed();
    if (rating < 1 || rating > 5)
        return Error{ErrorKind::Invalid, "review.rating", {}, {}};
    if (text.size() > longestReview)
        return Error{ErrorKind::Invalid, "review.too_long", {QString::number(longestReview)}, {}};
    TRY_ASSIGN(const Product about, loadOffered(context, product));
    if (about.isOurs || about.isMine)
        return Error{ErrorKind::Invalid, "review.own_product", {}, {}};
    const PersonId me = context.principal().person;
    const RowId link = linkOf(Table::ProductReviews, product, me);
    const std::vector<Field> words{{"rating", rating}, {"review_text", inventory::textOrNull(text)}};
    TRY_ASSIGN(const bool already, hasReview(context, product));
    if (already)
        return context.rows().update(Table::ProductReviews, link, words);
    std::vector<Field> fields{{"product_id", product}, {"user_id", me}};
    fields.insert(fields.end(), words.begin(), words.end());
    return addOrRevive(context, Table::ProductReviews, link, fields, words);
}

} // namespace

Result<std::vector<Product>> ProductService::offered(access::Session &session, const ProductQuery &query,
                                                     const std::optional<ProductPlace> &after, int limit)
{
    TRY_ASSIGN(const inventory::ShopTerms terms, inventory::ShopTerms::load(session.reader()));
    return ProductRepository(session.reader()).offered(query, terms.currency, after, limit);
}

Result<std::vector<Product>> ProductService::ours(access::Session &session, const std::optional<ProductPlace> &after,
                                                  int limit)
{
    return ProductRepository(session.reader()).ours(after, limit);
}

Result<QStringList> ProductService::categories(access::Session &session)
{
    return ProductRepository(session.reader()).categories();
}

Result<std::vector<Review>> ProductService::reviews(access::Session &session, ListingId product)
{
    return ProductRepository(session.reader()).reviews(product, mostReviews);
}

Result<std::optional<Product>> ProductService::one(ListingId product) const
{
    return ProductRepository(m_session.reader()).one(product);
}

QFuture<Result<ListingId>> ProductService::draft(ProductDraft draft)
{
    return m_door.write<ListingId>(Operation{"product.draft"}, [draft = std::move(draft)](WriteContext &context) {
        return writeProduct(context, draft, false);
    });
}

QFuture<Result<ListingId>> ProductService::publish(ProductDraft draft)
{
    return m_door.write<ListingId>(Operation{"product.publish"}, [draft = std::move(draft)](WriteContext &context) {
        return writeProduct(context, draft, true);
    });
}

QFuture<Result<void>> ProductService::change(ListingId product, ProductDraft to)
{
    return m_door.write<void>(Operation{"product.change"}, [product, to = std::move(to)](WriteContext &context) {
        return rewriteProduct(context, product, to);
    });
}

QFuture<Result<void>> ProductService::publish(ListingId product)
{
    return m_door.write<void>(Operation{"product.publish"},
                              [product](WriteContext &context) { return publishProduct(context, product); });
}

QFuture<Result<void>> ProductService::archive(ListingId product)
{
    return m_door.write<void>(Operation{"product.archive"}, [product](WriteContext &context) -> Result<void> {
        TRY_ASSIGN(const Product before, loadOurs(context.connection(), product));
        if (before.status != ListingStatus::Published)
            return Error{ErrorKind::Invalid, "product.not_published", {}, {}};
        context.nameIt({before.facts.facts.title});
        return context.rows().update(Table::MarketplaceProducts, product, {{"status", "archived"}});
    });
}

QFuture<Result<void>> ProductService::remove(ListingId product)
{
    return m_door.write<void>(Operation{"product.remove"}, [product](WriteContext &context) -> Result<void> {
        TRY_ASSIGN(const Product before, loadOurs(context.connection(), product));
        context.nameIt({before.facts.facts.title});
        return context.rows().remove(Table::MarketplaceProducts, product.bytes());
    });
}

QFuture<Result<bool>> ProductService::like(ListingId product)
{
    return m_door.write<bool>(Operation{"product.like"}, [product](WriteContext &context) -> Result<bool> {
        TRY_ASSIGN(const Product found, loadOffered(context, product));
        const PersonId me = context.principal().person;
        const RowId link = linkOf(Table::ProductLikes, product, me);
        if (found.liked) {
            TRY(context.rows().remove(Table::ProductLikes, link.bytes()));
            return false;
        }
        TRY(addOrRevive(context, Table::ProductLikes, link, {{"product_id", product}, {"user_id", me}}, {}));
        return true;
    });
}

QFuture<Result<void>> ProductService::review(ListingId product, int rating, QString text)
{
    return m_door.write<void>(Operation{"product.review"}, [product, rating, text](WriteContext &context) {
        return writeReview(context, product, rating, text);
    });
}

QFuture<Result<void>> ProductService::takeBackReview(ListingId product)
{
    return m_door.write<void>(Operation{"product.unreview"}, [product](WriteContext &context) -> Result<void> {
        TRY(loadProduct(context.connection(), product));
        const RowId link = linkOf(Table::ProductReviews, product, context.principal().person);
        const auto gone = context.rows().remove(Table::ProductReviews, link.bytes());
        if (!gone && gone.error().kind == ErrorKind::NotFound)
            return Error{ErrorKind::NotFound, "review.not_found", {}, {}};
        return gone;
    });
}

QFuture<Result<orders::Booked>> ProductService::order(ProductOrder order)
{
    return m_door.write<orders::Booked>(Operation{"product.order"}, [order = std::move(order)](WriteContext &context) {
        return orderProduct(context, order);
    });
}

} // namespace thimblely::marketplace
