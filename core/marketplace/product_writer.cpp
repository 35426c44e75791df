// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/marketplace/product_writer.h"

#include "core/changes/media_register.h"
#include "core/inventory/fields.h"
#include "core/marketplace/listing_writer.h"
#include "core/marketplace/product_json.h"
#include "core/marketplace/product_repository.h"
#include "core/orders/order_writer.h"
#include "core/workspaces/tax_settings.h"

#include <algorithm>

namespace thimblely::marketplace {

namespace {

using access::Field;
using changes::WriteContext;
using storage::Table;

Error invalid(const char *code, const QString &arg = {})
{
    return {ErrorKind::Invalid, code, arg.isNull() ? QStringList() : QStringList{arg}, {}};
}

Error notFound()
{
    return {ErrorKind::NotFound, "product.not_found", {}, {}};
}

Result<void> checkProduct(const ProductDraft &draft, bool published)
{
    if (draft.photos.size() > size_t(mostProductPhotos))
        return invalid("product.too_many_photos", QString::number(mostProductPhotos));
    if (draft.options.size() > size_t(mostOptions))
        return invalid("product.too_many_options", QString::number(mostOptions));
    for (const ProductOption &option : draft.options) {
        if (option.name.trimmed().isEmpty() || option.choices.isEmpty())
            return invalid("product.no_choices", option.name);
    }
    if (draft.facts.stock && draft.facts.stock->milli() < 0)
        return invalid("product.negative_stock");
    if (published && draft.regions.isEmpty())
        return invalid("product.no_region");
    return {};
}

//! What listing_writer.h does not write, for it knows no photos and no shelf.
Result<void> writeMore(WriteContext &context, ListingId product, const ProductDraft &draft)
{
    for (const changes::Media &photo : draft.photos)
        TRY(changes::MediaRegister::add(context, photo));
    if (draft.item) {
        TRY_ASSIGN(auto shelf, context.query("SELECT 1 FROM inventory_items WHERE id = ? AND item_kind <> 'service'"));
        shelf->bind(*draft.item);
        TRY_ASSIGN(const bool there, shelf->step());
        if (!there)
            return Error{ErrorKind::NotFound, "inventory.not_found", {}, {}};
    }
    return context.rows().update(Table::MarketplaceProducts, product,
                                 {{"images", inventory::listOrNull(imageNames(draft))},
                                  {"available_regions", inventory::listOrNull(draft.regions)},
                                  {"inventory_item_id", draft.item},
                                  {"is_customizable", draft.madeToOrder},
                                  {"customization_options", optionsOrNull(draft.options)}});
}

Result<void> setStatus(WriteContext &context, ListingId product, const char *status)
{
    return context.rows().update(Table::MarketplaceProducts, product, {{"status", status}});
}

//! "Size: M, Colour: navy", as it stands in the order; each option has one of its choices.
Result<QString> chosenWords(const Product &product, const QStringList &choices)
{
    QStringList words;
    for (size_t i = 0; i < product.facts.options.size(); ++i) {
        const ProductOption &option = product.facts.options[i];
        const QString choice = choices.value(qsizetype(i)).simplified();
        if (choice.isEmpty())
            return invalid("product.not_chosen", option.name);
        if (!option.choices.contains(choice))
            return Error{ErrorKind::Invalid, "product.no_such_choice", {choice, option.name}, {}};
        words.append(option.name + QStringLiteral(": ") + choice);
    }
    return words.join(QStringLiteral(", "));
}

Result<orders::OrderDraft> orderDraft(WriteContext &context, const Product &product, const ProductOrder &order)
{
    TRY_ASSIGN(const QString chosen, chosenWords(product, order.choices));
    TRY_ASSIGN(const TaxSettings tax, loadTax(context.connection()));
    orders::PieceDraft piece;
    piece.kind = product.facts.madeToOrder ? orders::PieceKind::Make : orders::PieceKind::ReadyMade;
    piece.name = product.facts.facts.title;
    piece.description = chosen;
    piece.unitPrice = product.facts.facts.price; // frozen: the product may ask another one tomorrow
    piece.taxRate = tax.rateOf(orders::toCode(piece.kind));
    piece.taxCode = tax.codeOf(orders::toCode(piece.kind));
    orders::OrderDraft draft;
    draft.client = order.client;
    draft.promisedDate = order.promisedDate;
    draft.taxInclusive = tax.pricesIncludeTax;
    if (product.facts.madeToOrder) { // each is a piece of its own, with its tag
        draft.pieces.assign(size_t(order.count), piece);
        return draft;
    }
    piece.inventoryItem = product.facts.item;
    piece.quantity = Quantity::whole(order.count);
    draft.pieces = {piece};
    return draft;
}

} // namespace

Result<Product> loadProduct(access::ScopedConnection &reader, ListingId product)
{
    TRY_ASSIGN(auto found, ProductRepository(reader).one(product));
    return found ? Result<Product>(std::move(*found)) : notFound();
}

Result<Product> loadOurs(access::ScopedConnection &reader, ListingId product)
{
    TRY_ASSIGN(Product found, loadProduct(reader, product));
    return found.isOurs ? Result<Product>(std::move(found)) : notFound();
}

Result<ListingId> writeProduct(WriteContext &context, const ProductDraft &draft, bool published)
{
    TRY(checkProduct(draft, published));
    TRY_ASSIGN(const ListingId id, addListing(context, draft.facts));
    TRY(writeMore(context, id, draft));
    if (published)
        TRY(setStatus(context, id, "published"));
    context.nameIt({draft.facts.title.trimmed()});
    return id;
}

Result<void> rewriteProduct(WriteContext &context, ListingId product, const ProductDraft &draft)
{
    TRY_ASSIGN(const Product before, loadOurs(context.connection(), product));
    TRY(checkProduct(draft, before.status == ListingStatus::Published));
    // Its list of images is written once, below: to listing_writer.h it stays as it is.
    ListingDraft facts = draft.facts;
    facts.images = imageNames(before.facts);
    TRY(editListing(context, product, facts));
    context.nameIt({draft.facts.title.trimmed()});
    return writeMore(context, product, draft);
}

Result<void> publishProduct(WriteContext &context, ListingId product)
{
    TRY_ASSIGN(const Product before, loadOurs(context.connection(), product));
    if (before.status == ListingStatus::Published)
        return Error{ErrorKind::Conflict, "product.published_already", {}, {}};
    TRY(checkProduct(before.facts, true));
    context.nameIt({before.facts.facts.title});
    return setStatus(context, product, "published");
}

Result<orders::Booked> orderProduct(WriteContext &context, const ProductOrder &order)
{
    TRY(context.principal().require(access::Capability::PricesRead));
    TRY_ASSIGN(const Product product, loadOurs(context.connection(), order.product));
    if (product.status != ListingStatus::Published)
        return invalid("product.not_published");
    if (order.count < 1 || order.count > 100)
        return invalid("product.count");
    const Quantity wanted = Quantity::whole(order.count);
    if (!product.facts.madeToOrder && product.left && *product.left < wanted)
        return Error{ErrorKind::Conflict, "product.sold_out", {product.facts.facts.title}, {}};
    TRY_ASSIGN(const orders::OrderDraft draft, orderDraft(context, product, order));
    TRY_ASSIGN(const orders::Booked booked, orders::bookOrder(context, draft));
    // On the shelf it is put aside by the booking, as for every other order, and taken when it is ready.
    if (!product.facts.madeToOrder && !product.facts.item && product.facts.facts.stock)
        TRY(context.rows().update(Table::MarketplaceProducts, order.product,
                                  {{"stock_milli", *product.facts.facts.stock - wanted}}));
    context.nameIt({booked.number, product.facts.facts.title});
    return booked;
}

} // namespace thimblely::marketplace
