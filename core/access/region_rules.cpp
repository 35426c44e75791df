// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/access/region_rules.h"

#include "core/access/scoped_connection.h"
#include "core/base/region.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <vector>

namespace thimblely::access {

namespace {

using namespace std::string_view_literals;
using T = storage::Table;

constexpr std::array placeColumns = {"country_code"sv,      "region"sv,         "data_residency_region"sv,
                                     "operating_regions"sv, "primary_market"sv, "cross_border_enabled"sv,
                                     "available_regions"sv};

bool namesPlaces(std::span<const Field> fields)
{
    return std::ranges::any_of(fields, [](const Field &field) {
        return std::ranges::find(placeColumns, std::string_view(field.column)) != placeColumns.end();
    });
}

Error invalid(const char *code, const QStringList &args = {})
{
    return {ErrorKind::Invalid, code, args, {}};
}

QString textOf(const Region &region)
{
    return QString::fromLatin1(region.code());
}

Result<std::optional<Region>> countryOf(const storage::Statement &row, int column)
{
    if (row.isNull(column))
        return std::optional<Region>();
    const QByteArray code = row.utf8(column);
    if (!isCountryCode(code))
        return invalid("region.no_country", {QString::fromUtf8(code)});
    TRY_ASSIGN(const Region country, Region::parse(code));
    return std::optional(country);
}

Result<std::optional<Region>> regionOf(const storage::Statement &row, int column)
{
    if (row.isNull(column))
        return std::optional<Region>();
    TRY_ASSIGN(const Region region, Region::parse(row.utf8(column)));
    return std::optional(region);
}

Result<std::vector<Region>> regionsOf(const QByteArray &json)
{
    std::vector<Region> regions;
    if (json.isEmpty())
        return regions;
    const QJsonDocument document = QJsonDocument::fromJson(json);
    if (!document.isArray())
        return invalid("region.not_a_list");
    const QJsonArray list = document.array();
    for (const auto &each : list) {
        TRY_ASSIGN(const Region region, Region::parse(each.toString().toUtf8()));
        regions.push_back(region);
    }
    return regions;
}

bool holds(const std::vector<Region> &regions, const Region &region)
{
    return std::ranges::any_of(regions, [&](const Region &each) { return each.holds(region); });
}

Result<void> requirePerson(ScopedConnection &connection, const IdBytes &id)
{
    TRY_ASSIGN(auto query, connection.query("SELECT country_code, region, data_residency_region FROM own_profile"
                                            " WHERE id = ?"));
    query->bind(RowId(id));
    TRY_ASSIGN(const bool found, query->step());
    if (!found) // somebody new, who is nobody's colleague yet
        return {};
    TRY_ASSIGN(const std::optional<Region> country, countryOf(*query, 0));
    TRY_ASSIGN(const std::optional<Region> region, regionOf(*query, 1));
    TRY(regionOf(*query, 2));
    if (country && region && !region->holds(*country) && !country->holds(*region))
        return invalid("region.elsewhere", {textOf(*region), textOf(*country)});
    return {};
}

//! Where a workspace works, and whether it may sell beyond.
struct WorkPlaces {
    std::vector<Region> regions;
    bool crossesBorders;
};

Result<WorkPlaces> workPlacesOf(ScopedConnection &connection)
{
    TRY_ASSIGN(auto query, connection.query("SELECT country_code, operating_regions, primary_market,"
                                            " cross_border_enabled FROM workspaces"));
    TRY_ASSIGN(const bool found, query->step());
    if (!found)
        return Error{ErrorKind::NotFound, "workspace.unknown", {}, {}};
    TRY_ASSIGN(const std::optional<Region> country, countryOf(*query, 0));
    TRY_ASSIGN(std::vector<Region> regions, regionsOf(query->isNull(1) ? QByteArray() : query->utf8(1)));
    WorkPlaces places{std::move(regions), query->boolean(3)};
    if (places.regions.empty() && country)
        places.regions.push_back(*country);
    TRY_ASSIGN(const std::optional<Region> market, regionOf(*query, 2));
    if (market && !holds(places.regions, *market))
        return invalid("region.market_outside", {textOf(*market)});
    return places;
}

Result<void> requireOffered(const WorkPlaces &places, const QByteArray &available, const QString &title)
{
    TRY_ASSIGN(const std::vector<Region> regions, regionsOf(available));
    if (places.crossesBorders)
        return {};
    const auto outside =
        std::ranges::find_if(regions, [&](const Region &region) { return !holds(places.regions, region); });
    if (outside != regions.end())
        return invalid("region.product_outside", {textOf(*outside), title});
    return {};
}

//! All of them, or the one that was written.
Result<void> requireProducts(ScopedConnection &connection, const IdBytes *one)
{
    TRY_ASSIGN(const WorkPlaces places, workPlacesOf(connection));
    if (!connection.principal().can(Capability::MarketplaceRead))
        return {}; // nor does who cannot read them write any
    TRY_ASSIGN(
        auto query,
        connection.query("SELECT available_regions, title FROM marketplace_products"
                         " WHERE available_regions IS NOT NULL AND (id = ?1 OR ?1 IS NULL AND status <> 'archived')"));
    query->bind(one ? std::optional(RowId(*one)) : std::nullopt);
    for (;;) {
        TRY_ASSIGN(const bool row, query->step());
        if (!row)
            return {};
        TRY(requireOffered(places, query->utf8(0), query->text(1)));
    }
}

} // namespace

Result<void> requireRegions(ScopedConnection &connection, storage::Table table, const IdBytes &id,
                            std::span<const Field> fields)
{
    return namesPlaces(fields) ? requireRegions(connection, table, id) : Result<void>();
}

Result<void> requireRegions(ScopedConnection &connection, storage::Table table, const IdBytes &id)
{
    switch (table) {
    case T::Profiles:
        return requirePerson(connection, id);
    case T::Workspaces:
        return requireProducts(connection, nullptr);
    case T::MarketplaceProducts:
        return requireProducts(connection, &id);
    default:
        return {};
    }
}

} // namespace thimblely::access
