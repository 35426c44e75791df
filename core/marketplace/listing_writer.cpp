// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/marketplace/listing_writer.h"

#include "core/access/session.h"
#include "core/inventory/fields.h"
#include "core/inventory/shop_terms.h"

namespace thimblely::marketplace {

namespace {

using inventory::listFromJson;
using inventory::listOrNull;
using inventory::textOrNull;

constexpr auto table = storage::Table::MarketplaceProducts;

Error invalid(const char *code)
{
    return {ErrorKind::Invalid, code, {}, {}};
}

Result<void> validate(const ListingDraft &draft, Currency currency)
{
    if (draft.title.trimmed().isEmpty())
        return invalid("listing.no_title");
    if (draft.price.currency() != currency)
        return invalid("listing.other_currency");
    if (draft.price.isNegative())
        return invalid("listing.negative_price");
    return {};
}

std::vector<access::Field> fieldsOf(const ListingDraft &draft)
{
    return {{"title", draft.title.trimmed()},
            {"description", textOrNull(draft.description)},
            {"category", textOrNull(draft.category)},
            {"price_minor", draft.price},
            {"tags", listOrNull(draft.tags)},
            {"images", listOrNull(draft.images)},
            {"stock_milli", draft.stock ? std::optional(draft.stock->milli()) : std::nullopt}};
}

constexpr char columns[] = "id, title, description, category, price_minor, currency, tags, images, stock_milli, status";

Result<Listing> listingFrom(storage::Statement &row)
{
    TRY_ASSIGN(const Currency currency, Currency::parse(row.text(5)));
    Listing listing{row.id<ListingId>(0), {row.text(1), {}, {}, Money(row.int64(4), currency)}, ListingStatus::Draft};
    listing.facts.description = row.text(2);
    listing.facts.category = row.text(3);
    listing.facts.tags = listFromJson(row.utf8(6));
    listing.facts.images = listFromJson(row.utf8(7));
    if (!row.isNull(8))
        listing.facts.stock = Quantity(row.int64(8));
    const QByteArray status = row.utf8(9);
    listing.status = status == "published"  ? ListingStatus::Published
                     : status == "archived" ? ListingStatus::Archived
                                            : ListingStatus::Draft;
    return listing;
}

} // namespace

Result<ListingId> addListing(changes::WriteContext &context, const ListingDraft &draft)
{
    TRY_ASSIGN(const inventory::ShopTerms terms, inventory::ShopTerms::load(context.connection()));
    TRY(validate(draft, terms.currency));
    std::vector<access::Field> fields = fieldsOf(draft);
    fields.push_back({"currency", terms.currency.code()});
    fields.push_back({"seller_id", context.principal().person});
    fields.push_back({"status", "draft"});
    const ListingId id = ListingId::make(context.clock());
    TRY(context.rows().insert(table, id, fields));
    return id;
}

Result<bool> editListing(changes::WriteContext &context, ListingId id, const ListingDraft &draft)
{
    TRY_ASSIGN(auto query, context.query(QByteArray("SELECT ") + columns + " FROM marketplace_products WHERE id = ?"));
    query->bind(id);
    TRY_ASSIGN(const bool found, query->step());
    if (!found)
        return Error{ErrorKind::NotFound, "listing.not_found", {}, {}};
    TRY_ASSIGN(const Listing before, listingFrom(*query));
    TRY(validate(draft, before.facts.price.currency()));
    if (before.facts == draft)
        return false;
    TRY(context.rows().update(table, id, fieldsOf(draft)));
    return true;
}

Result<bool> exists(changes::WriteContext &context, ListingId id)
{
    TRY_ASSIGN(auto query, context.query("SELECT 1 FROM marketplace_products WHERE id = ?"));
    query->bind(id);
    return query->step();
}

Result<std::vector<Listing>> everyListing(access::Session &session)
{
    TRY_ASSIGN(auto query, session.reader().query(QByteArray("SELECT ") + columns +
                                                  " FROM marketplace_products WHERE workspace_id = ?"
                                                  " ORDER BY created_at, id"));
    query->bind(session.principal().workspace);
    std::vector<Listing> all;
    for (;;) {
        TRY_ASSIGN(const bool more, query->step());
        if (!more)
            return all;
        TRY_ASSIGN(Listing listing, listingFrom(*query));
        all.push_back(std::move(listing));
    }
}

} // namespace thimblely::marketplace
