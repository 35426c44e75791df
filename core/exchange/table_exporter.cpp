// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/exchange/table_exporter.h"

#include "core/exchange/csv.h"
#include "core/exchange/whole_file.h"
#include "core/inventory/inventory_service.h"
#include "core/marketplace/listing_writer.h"
#include "core/orders/every_order.h"

#include <cstdlib>

namespace thimblely {

namespace {

constexpr int pageSize = 500;

QString plain(const std::optional<Money> &amount)
{
    return amount ? amount->toPlain() : QString();
}

//! "2.5": the point stands for itself in every table.
QString plain(Quantity quantity)
{
    QString text = QString::number(quantity.milli() / 1000);
    QString rest = QString::number(std::abs(quantity.milli() % 1000)).rightJustified(3, u'0');
    while (rest.endsWith(u'0'))
        rest.chop(1);
    if (quantity.milli() < 0 && quantity.milli() > -1000)
        text.prepend(u'-');
    return rest.isEmpty() ? text : text + u'.' + rest;
}

//! What somebody may not read is no column of theirs, rather than an empty one.
QStringList withPrices(const QStringList &before, bool shown, const QStringList &prices, const QStringList &after = {})
{
    return shown ? before + prices + after : before + after;
}

QByteArray productHeading(bool prices)
{
    return csvSheetRow(
        withPrices({QStringLiteral("type"), QStringLiteral("name"), QStringLiteral("sku"), QStringLiteral("garments"),
                    QStringLiteral("category"), QStringLiteral("description"), QStringLiteral("unit")},
                   prices, {QStringLiteral("price"), QStringLiteral("currency")},
                   {QStringLiteral("minutes"), QStringLiteral("stock")}));
}

QByteArray rowOf(const inventory::Item &item, const QString &currency, bool prices)
{
    const inventory::ItemDraft &facts = item.facts;
    const bool service = facts.kind == inventory::ItemKind::Service;
    return csvSheetRow(withPrices({QString::fromLatin1(toCode(facts.kind)), facts.name, facts.sku,
                                   facts.service.garmentTypes.join(QStringLiteral(", ")), facts.category,
                                   facts.description, facts.unit},
                                  prices, {plain(facts.sellingPrice), currency},
                                  {facts.service.minutes ? QString::number(*facts.service.minutes) : QString(),
                                   service ? QString() : plain(item.stock)}));
}

QByteArray rowOf(const marketplace::Listing &listing, bool prices)
{
    const marketplace::ListingDraft &facts = listing.facts;
    return csvSheetRow(withPrices({QStringLiteral("marketplace"), facts.title, QString(), QString(), facts.category,
                                   facts.description, QString()},
                                  prices, {facts.price.toPlain(), facts.price.currency().code()},
                                  {QString(), facts.stock ? plain(*facts.stock) : QString()}));
}

Result<std::vector<InventoryItemId>> everyItem(const inventory::InventoryService &stock)
{
    std::vector<InventoryItemId> items;
    TRY_ASSIGN(const auto services, stock.services());
    for (const inventory::Service &service : services)
        items.push_back(service.id);
    std::optional<inventory::ItemKey> after;
    do {
        TRY_ASSIGN(const inventory::ItemPage page, stock.page({}, after, pageSize));
        for (const inventory::ItemRow &row : page.rows)
            items.push_back(row.id);
        after = page.next;
    } while (after);
    return items;
}

QString dayOf(const std::optional<Instant> &moment, const ShopCalendar &calendar)
{
    return moment ? calendar.dayOf(*moment).toIso() : QString();
}

} // namespace

Result<qint64> exportProducts(access::Session &session, changes::WriteDoor &door, const QString &path)
{
    TRY(session.principal().require(access::Capability::DataExport));
    const inventory::InventoryService stock(session, door);
    TRY_ASSIGN(const inventory::ShopTerms terms, stock.terms());
    TRY_ASSIGN(const std::vector<InventoryItemId> items, everyItem(stock));
    const bool prices = session.principal().can(access::Capability::PricesRead);
    QByteArray bytes = productHeading(prices);
    for (const InventoryItemId item : items) {
        TRY_ASSIGN(const inventory::Item whole, stock.load(item));
        bytes += rowOf(whole, terms.currency.code(), prices);
    }
    qint64 rows = qint64(items.size());
    if (session.principal().can(access::Capability::MarketplaceRead)) {
        TRY_ASSIGN(const std::vector<marketplace::Listing> listings, marketplace::everyListing(session));
        for (const marketplace::Listing &listing : listings)
            bytes += rowOf(listing, prices);
        rows += qint64(listings.size());
    }
    TRY(exchange::writeWhole(path, bytes));
    return rows;
}

Result<qint64> exportOrders(access::Session &session, const QString &path)
{
    TRY(session.principal().require(access::Capability::DataExport));
    TRY_ASSIGN(const inventory::ShopTerms terms, inventory::ShopTerms::load(session.reader()));
    const bool prices = session.principal().can(access::Capability::PricesRead);
    QByteArray bytes = csvSheetRow(
        withPrices({QStringLiteral("number"), QStringLiteral("ticket"), QStringLiteral("client"),
                    QStringLiteral("pieces"), QStringLiteral("status"), QStringLiteral("order_date"),
                    QStringLiteral("promised_date"), QStringLiteral("collected_on"), QStringLiteral("currency")},
                   prices, {QStringLiteral("total"), QStringLiteral("paid"), QStringLiteral("balance")}));
    qint64 rows = 0;
    TRY(orders::forEachOrder(session, [&](const orders::ListedOrder &order) -> Result<void> {
        bytes += csvSheetRow(
            withPrices({order.number, order.paperTicket, order.client, order.pieces, order.status,
                        order.orderDate.toIso(), order.promisedDate ? order.promisedDate->toIso() : QString(),
                        dayOf(order.collectedAt, terms.calendar), order.currency},
                       prices, {plain(order.total), plain(order.paid), plain(order.balance)}));
        ++rows;
        return {};
    }));
    TRY(exchange::writeWhole(path, bytes));
    return rows;
}

} // namespace thimblely
