// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/changes/import_register.h"
#include "core/exchange/amounts.h"
#include "core/exchange/import_store.h"
#include "core/inventory/inventory_writer.h"
#include "core/inventory/outside_items.h"
#include "core/inventory/shop_terms.h"
#include "core/marketplace/listing_writer.h"

#include <QCryptographicHash>

namespace thimblely::exchange {

namespace {

using changes::ImportRegister;
using changes::WriteContext;

Error invalid(const char *code, const QStringList &args = {})
{
    return Error{ErrorKind::Invalid, code, args, {}};
}

Result<std::optional<Money>> priceOf(const ProductEntry &product, Currency currency)
{
    if (!product.price)
        return std::optional<Money>();
    TRY(requireCurrency(product.currency, currency));
    const auto minor = scaled(*product.price, currency.minorDigits());
    if (!minor)
        return invalid("money.malformed");
    return std::optional(Money(*minor, currency));
}

QByteArray hashOf(const ProductEntry &product, const std::optional<Money> &price)
{
    const QStringList parts = {product.name,
                               price ? QString::number(price->minor()) : QString(),
                               product.sku,
                               product.description,
                               product.category,
                               product.tags.join(u'\x1f'),
                               product.images.join(u'\x1f'),
                               product.garments.join(u'\x1f'),
                               product.stock ? QString::number(product.stock->digits) + u'/' +
                                                   QString::number(product.stock->fractionDigits)
                                             : QString(),
                               product.minutes ? QString::number(*product.minutes) : QString()};
    return QCryptographicHash::hash(parts.join(u'\x1e').toUtf8(), QCryptographicHash::Sha256);
}

//! One of the two places a product can go to.
class Shelf {
public:
    virtual ~Shelf() = default;
    virtual storage::Table table() const = 0;
    virtual Result<std::optional<IdBytes>> named(WriteContext &context) const = 0; //!< one that is meant, not yet known
    virtual Result<bool> exists(WriteContext &context, const IdBytes &row) const = 0;
    virtual Result<IdBytes> add(WriteContext &context) const = 0;
    virtual Result<bool> edit(WriteContext &context, const IdBytes &row) const = 0;
};

class PriceListShelf : public Shelf {
public:
    PriceListShelf(const ProductEntry &product, const std::optional<Money> &price)
    {
        m_line.kind = inventory::itemKindFromCode(product.itemKind).valueOr(inventory::ItemKind::Service);
        m_line.unit = product.unit.isEmpty() ? QStringLiteral("pcs") : product.unit;
        m_line.name = product.name;
        m_line.sku = product.sku;
        m_line.description = product.description;
        m_line.category = product.category;
        m_line.sellingPrice = price;
        m_line.service.garmentTypes = product.garments;
        m_line.service.minutes = product.minutes;
    }
    storage::Table table() const override { return storage::Table::InventoryItems; }
    Result<std::optional<IdBytes>> named(WriteContext &context) const override
    {
        if (m_line.kind != inventory::ItemKind::Service)
            return std::optional<IdBytes>();
        TRY_ASSIGN(const auto line, inventory::serviceNamed(context, m_line.name, m_line.service.garmentTypes));
        return line ? std::optional(line->bytes()) : std::nullopt;
    }
    Result<bool> exists(WriteContext &context, const IdBytes &row) const override
    {
        return inventory::itemExists(context, InventoryItemId(row));
    }
    Result<IdBytes> add(WriteContext &context) const override
    {
        TRY_ASSIGN(const InventoryItemId id, inventory::addItem(context, m_line));
        return id.bytes();
    }
    Result<bool> edit(WriteContext &context, const IdBytes &row) const override
    {
        return inventory::editFromOutside(context, InventoryItemId(row), m_line);
    }

private:
    inventory::ItemDraft m_line;
};

class MarketplaceShelf : public Shelf {
public:
    MarketplaceShelf(const ProductEntry &product, const Money &price)
        : m_listing{product.name, product.description, product.category, price, product.tags, product.images, {}}
    {
        const auto milli = product.stock ? scaled(*product.stock, 3) : std::nullopt;
        if (milli)
            m_listing.stock = Quantity(*milli);
    }
    storage::Table table() const override { return storage::Table::MarketplaceProducts; }
    Result<std::optional<IdBytes>> named(WriteContext &) const override { return std::optional<IdBytes>(); }
    Result<bool> exists(WriteContext &context, const IdBytes &row) const override
    {
        return marketplace::exists(context, marketplace::ListingId(row));
    }
    Result<IdBytes> add(WriteContext &context) const override
    {
        TRY_ASSIGN(const marketplace::ListingId id, marketplace::addListing(context, m_listing));
        return id.bytes();
    }
    Result<bool> edit(WriteContext &context, const IdBytes &row) const override
    {
        return marketplace::editListing(context, marketplace::ListingId(row), m_listing);
    }

private:
    marketplace::ListingDraft m_listing;
};

Result<RowFate> put(WriteContext &context, const ProductEntry &product, const QByteArray &hash, const Shelf &shelf)
{
    const ImportRegister::Entry entry{product.format, shelf.table(), product.foreignId};
    TRY_ASSIGN(const auto known, ImportRegister::find(context, entry));
    if (known && known->contentHash == hash && !known->takenBack)
        return RowFate::Unchanged;
    std::optional<IdBytes> row = known ? std::optional(known->row) : std::nullopt;
    if (!row) {
        TRY_ASSIGN(row, shelf.named(context));
    }
    if (!row) {
        TRY_ASSIGN(const IdBytes made, shelf.add(context));
        TRY(ImportRegister::remember(context, entry, made, hash));
        return RowFate::Created;
    }
    TRY_ASSIGN(const bool there, shelf.exists(context, *row));
    if (!there && !(known && known->takenBack))
        return RowFate::Unchanged; // somebody put it in the bin
    if (!there)
        TRY(context.rows().restore(shelf.table(), *row));
    TRY_ASSIGN(const bool changed, shelf.edit(context, *row));
    TRY(ImportRegister::remember(context, entry, *row, hash));
    if (!there)
        return RowFate::Created;
    return changed ? RowFate::Updated : RowFate::Unchanged;
}

} // namespace

Result<RowFate> store(WriteContext &context, const ProductEntry &product)
{
    TRY_ASSIGN(const inventory::ShopTerms terms, inventory::ShopTerms::load(context.connection()));
    TRY_ASSIGN(const std::optional<Money> price, priceOf(product, terms.currency));
    const QByteArray hash = hashOf(product, price);
    if (product.target == ProductTarget::PriceList)
        return put(context, product, hash, PriceListShelf(product, price));
    if (!price)
        return invalid("listing.no_price");
    return put(context, product, hash, MarketplaceShelf(product, *price));
}

} // namespace thimblely::exchange
