// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/marketplace/product_repository.h"

#include "core/changes/media_register.h"
#include "core/inventory/fields.h"
#include "core/inventory/read_rows.h"
#include "core/marketplace/product_json.h"

#include <algorithm>

namespace thimblely::marketplace {

namespace {

using access::Capability;
using inventory::listFromJson;
using inventory::readRows;

QByteArray select(bool ours)
{
    return QByteArray("SELECT product.id, product.title, product.description, product.category, product.price_minor,"
                      " product.currency, product.images, product.tags, product.available_regions,"
                      " product.stock_milli, product.is_customizable, product.customization_options, product.status,"
                      " product.likes_count, product.reviews_count, product.rating_milli, product.created_at,"
                      " product.seller_id, product.workspace_id, product.inventory_item_id,"
                      " EXISTS (SELECT 1 FROM ") +
           (ours ? "product_likes" : "product_likes_public") +
           " AS mine WHERE mine.product_id = product.id AND mine.user_id = ?1) FROM " +
           (ours ? "marketplace_products" : "marketplace_public") + " AS product WHERE ";
}

//! Looked for in an expression, so that no index of the title is tried with it.
constexpr auto matches =
    " AND (?4 = '' OR instr(lower(product.title || ' ' || ifnull(product.description, '') || ' ' ||"
    " ifnull(product.tags, '')), lower(?4)) > 0)";

ListingStatus statusOf(QByteArrayView code)
{
    return code == QByteArrayView("published")  ? ListingStatus::Published
           : code == QByteArrayView("archived") ? ListingStatus::Archived
                                                : ListingStatus::Draft;
}

} // namespace

bool ProductRepository::seesOurs() const
{
    return m_reader.principal().can(Capability::MarketplaceRead);
}

//! ?1 the person, ?2 how many, ?3 the own currency, ?4 words, ?5 category; ?6 and on, where it goes on.
QByteArray ProductRepository::pageSql(const ProductQuery &query, Part part, bool further)
{
    const bool newest = query.sort == ProductSort::Newest;
    const bool down = query.sort == ProductSort::PriceDown;
    QByteArray sql = select(false) + (query.category.isEmpty() ? "?5 = ''" : "product.category = ?5");
    if (newest)
        sql += QByteArray(" AND ?3 IS NOT NULL") + (further ? " AND (product.created_at, product.id) < (?6, ?7)" : "") +
               matches + " ORDER BY product.created_at DESC, product.id DESC";
    else if (part == Part::OwnCurrency)
        sql += QByteArray(" AND product.currency = ?3") +
               (further ? down ? " AND (product.price_minor, product.id) < (?6, ?7)"
                               : " AND (product.price_minor, product.id) > (?6, ?7)"
                        : "") +
               matches +
               (down ? " ORDER BY product.price_minor DESC, product.id DESC"
                     : " ORDER BY product.price_minor, product.id");
    else
        sql += QByteArray(" AND product.currency <> ?3") +
               (further ? down ? " AND (product.currency, product.price_minor, product.id) < (?6, ?7, ?8)"
                               : " AND (product.currency, product.price_minor, product.id) > (?6, ?7, ?8)"
                        : "") +
               matches +
               (down ? " ORDER BY product.currency DESC, product.price_minor DESC, product.id DESC"
                     : " ORDER BY product.currency, product.price_minor, product.id");
    return sql + " LIMIT ?2";
}

Result<std::vector<Product>> ProductRepository::pageOf(const ProductQuery &query, Part part, Currency own,
                                                       const std::optional<ProductPlace> &after, int limit)
{
    TRY_ASSIGN(auto statement, m_reader.query(pageSql(query, part, after.has_value())));
    statement->bind(m_reader.principal().person, limit, own.code(), query.words.simplified(), query.category);
    if (after && query.sort == ProductSort::Newest)
        statement->bind(after->createdAt, after->id);
    else if (after && part == Part::Others)
        statement->bind(after->price.currency().code(), after->price.minor(), after->id);
    else if (after)
        statement->bind(after->price.minor(), after->id);
    return readRows<Product>(*statement, [this](storage::Statement &row) { return mapRow(row, false); });
}

Result<std::vector<Product>> ProductRepository::offered(const ProductQuery &query, Currency own,
                                                        const std::optional<ProductPlace> &after, int limit)
{
    std::vector<Product> all;
    if (query.sort == ProductSort::Newest) {
        TRY_ASSIGN(all, pageOf(query, Part::All, own, after, limit));
    } else {
        const bool inOthers = after && after->price.currency() != own;
        if (!inOthers) {
            TRY_ASSIGN(all, pageOf(query, Part::OwnCurrency, own, after, limit));
        }
        if (const int left = limit - int(all.size()); left > 0) {
            TRY_ASSIGN(auto others, pageOf(query, Part::Others, own, inOthers ? after : std::nullopt, left));
            std::ranges::move(others, std::back_inserter(all));
        }
    }
    TRY(fill(all));
    return all;
}

Result<std::vector<Product>> ProductRepository::ours(const std::optional<ProductPlace> &after, int limit)
{
    TRY(m_reader.principal().require(Capability::MarketplaceRead));
    TRY_ASSIGN(auto statement,
               m_reader.query(select(true) + (after ? "(product.created_at, product.id) < (?3, ?4)" : "1") +
                              " ORDER BY product.created_at DESC, product.id DESC LIMIT ?2"));
    statement->bind(m_reader.principal().person, limit);
    if (after)
        statement->bind(after->createdAt, after->id);
    TRY_ASSIGN(auto all, readRows<Product>(*statement, [this](storage::Statement &row) { return mapRow(row, true); }));
    TRY(fill(all));
    return all;
}

Result<std::optional<Product>> ProductRepository::one(ListingId product)
{
    for (const bool ours : {true, false}) {
        if (ours && !seesOurs())
            continue;
        TRY_ASSIGN(auto statement, m_reader.query(select(ours) + "product.id = ?2"));
        statement->bind(m_reader.principal().person, product);
        TRY_ASSIGN(auto found,
                   readRows<Product>(*statement, [&](storage::Statement &row) { return mapRow(row, ours); }));
        if (found.empty())
            continue;
        TRY(fill(found));
        return std::optional(std::move(found.front()));
    }
    return std::optional<Product>();
}

Result<Product> ProductRepository::mapRow(storage::Statement &row, bool ours)
{
    TRY_ASSIGN(const Currency currency, Currency::parse(row.text(5)));
    ProductDraft facts{.facts = {.title = row.text(1), .price = Money(row.int64(4), currency)}};
    facts.facts.description = row.text(2);
    facts.facts.category = row.text(3);
    readImages(listFromJson(row.utf8(6)), facts);
    facts.facts.tags = listFromJson(row.utf8(7));
    facts.regions = listFromJson(row.utf8(8));
    if (!row.isNull(9))
        facts.facts.stock = Quantity(row.int64(9));
    facts.madeToOrder = row.boolean(10);
    facts.options = optionsFromJson(row.utf8(11));
    facts.item = row.optionalId<InventoryItemId>(19);
    const auto rating = row.optionalInt64(15);
    const access::Principal &principal = m_reader.principal();
    return Product{row.id<ListingId>(0),
                   ours || row.id<WorkspaceId>(18) == principal.workspace,
                   row.id<PersonId>(17) == principal.person,
                   statusOf(row.utf8View(12)),
                   facts,
                   facts.madeToOrder ? std::nullopt : facts.facts.stock,
                   {},
                   int(row.int64(13)),
                   int(row.int64(14)),
                   rating ? std::optional(int(*rating)) : std::nullopt,
                   row.instant(16),
                   row.boolean(20)};
}

//! What stands in other tables: thumbnails, and of the shop's own what is left on the shelf.
Result<void> ProductRepository::fill(std::vector<Product> &products)
{
    const bool seesStock = m_reader.principal().can(Capability::InventoryRead);
    for (Product &product : products) {
        for (changes::Media &photo : product.facts.photos) {
            TRY_ASSIGN(auto known, changes::MediaRegister::find(m_reader, photo.sha256));
            if (known) // else it was erased, or has not come here yet
                photo = std::move(*known);
        }
        if (!product.facts.item || !product.isOurs || !seesStock)
            continue;
        TRY_ASSIGN(auto shelf, m_reader.query("SELECT name, current_stock_milli - reserved_milli FROM inventory_items"
                                              " WHERE id = ?"));
        shelf->bind(*product.facts.item);
        TRY_ASSIGN(const bool there, shelf->step());
        if (!there)
            continue;
        product.itemName = shelf->text(0);
        if (!product.facts.madeToOrder)
            product.left = Quantity(shelf->int64(1));
    }
    return {};
}

Result<QStringList> ProductRepository::categories()
{
    TRY_ASSIGN(auto statement, m_reader.query("SELECT DISTINCT category FROM marketplace_public"
                                              " WHERE category IS NOT NULL ORDER BY category LIMIT 200"));
    TRY_ASSIGN(const auto names,
               readRows<QString>(*statement, [](storage::Statement &row) -> Result<QString> { return row.text(0); }));
    return QStringList(names.begin(), names.end());
}

Result<std::vector<Review>> ProductRepository::reviews(ListingId product, int limit)
{
    TRY_ASSIGN(const auto about, one(product));
    if (!about)
        return Error{ErrorKind::NotFound, "product.not_found", {}, {}};
    const access::Principal &principal = m_reader.principal();
    const bool ours = about->isOurs && seesOurs();
    TRY_ASSIGN(auto statement, m_reader.query(QByteArray("SELECT id, user_id, rating, review_text, updated_at FROM ") +
                                              (ours ? "product_reviews" : "product_reviews_public") +
                                              " WHERE product_id = ? ORDER BY created_at DESC, id DESC LIMIT ?"));
    statement->bind(product, limit);
    std::vector<PersonId> authors;
    TRY_ASSIGN(auto all, readRows<Review>(*statement, [&](storage::Statement &row) -> Result<Review> {
                   authors.push_back(row.id<PersonId>(1));
                   return Review{row.id<RowId>(0),  {},          authors.back() == principal.person,
                                 int(row.int64(2)), row.text(3), row.instant(4)};
               }));
    if (!principal.can(Capability::TeamRead))
        return all;
    TRY_ASSIGN(auto names, m_reader.query("SELECT full_name FROM profiles WHERE id = ?"));
    for (size_t i = 0; i < all.size(); ++i) {
        names->reset();
        names->bind(authors[i]);
        TRY_ASSIGN(const bool known, names->step());
        if (known)
            all[i].authorName = names->text(0);
    }
    return all;
}

} // namespace thimblely::marketplace
