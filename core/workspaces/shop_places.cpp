// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/workspaces/shop_places.h"

#include "core/base/region.h"
#include "core/workspaces/countries.h"
#include "core/workspaces/shop_writer.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

#include <algorithm>
#include <iterator>

namespace thimblely {

namespace {

QStringList listFrom(const QByteArray &json)
{
    QStringList codes;
    const QJsonArray list = QJsonDocument::fromJson(json).array();
    for (const auto &each : list)
        codes.append(each.toString());
    return codes;
}

access::FieldValue jsonOrNull(const QStringList &codes)
{
    return codes.isEmpty() ? access::FieldValue(std::nullopt)
                           : QJsonDocument(QJsonArray::fromStringList(codes)).toJson(QJsonDocument::Compact);
}

Result<ShopPlaces> loadPlaces(access::ScopedConnection &connection)
{
    TRY_ASSIGN(auto query,
               connection.query("SELECT operating_regions, primary_market, cross_border_enabled FROM workspaces"));
    TRY_ASSIGN(const bool found, query->step());
    if (!found)
        return Error{ErrorKind::NotFound, "workspace.unknown", {}, {}};
    return ShopPlaces{listFrom(query->utf8(0)), query->text(1), query->boolean(2)};
}

Error unknown(const QString &word)
{
    return {ErrorKind::Invalid, "region.unknown", {word}, {}};
}

//! A code, whose part is one of the country's as far as these are known.
Result<QString> checkPart(const QString &code, const RegionReading &how, const Subdivisions &parts)
{
    const bool isPart = code.size() > 2;
    if (!isPart || !parts.isKnown() || parts.contains(code) || how.standing.contains(code))
        return code;
    return Error{ErrorKind::Invalid, "region.no_part", {code, countryName(code.left(2), how.locale)}, {}};
}

Result<QString> partNamed(const QString &word, const RegionReading &how, const Subdivisions &parts)
{
    const QStringList codes = parts.named(word);
    QStringList atHome;
    std::ranges::copy_if(codes, std::back_inserter(atHome),
                         [&](const QString &code) { return !how.home.isEmpty() && code.startsWith(how.home + u'-'); });
    const QStringList &meant = atHome.isEmpty() ? codes : atHome;
    if (meant.size() == 1)
        return meant.first();
    if (meant.isEmpty())
        return unknown(word);
    return Error{ErrorKind::Invalid, "region.several", {word, meant.join(QStringLiteral(", "))}, {}};
}

Result<QString> codeOf(const QString &word, const RegionReading &how, const Subdivisions &parts)
{
    if (const auto region = Region::parse(word.toUpper().toUtf8()))
        return checkPart(QString::fromLatin1(region->code()), how, parts);
    const auto named = std::ranges::find_if(countrySuggestions(), [&](const CountrySuggestion &country) {
        return countryName(country.code, how.locale).compare(word, Qt::CaseInsensitive) == 0;
    });
    if (named != countrySuggestions().end())
        return named->code;
    return partNamed(word, how, parts);
}

} // namespace

Result<void> workspaces::writePlaces(changes::WriteContext &context, const ShopPlaces &places)
{
    TRY_ASSIGN(const ShopPlaces before, loadPlaces(context.connection()));
    std::vector<access::Field> fields;
    if (before.regions != places.regions)
        fields.push_back({"operating_regions", jsonOrNull(places.regions)});
    if (before.primaryMarket != places.primaryMarket)
        fields.push_back({"primary_market", places.primaryMarket.isEmpty() ? access::FieldValue(std::nullopt)
                                                                           : access::FieldValue(places.primaryMarket)});
    if (before.crossesBorders != places.crossesBorders)
        fields.push_back({"cross_border_enabled", places.crossesBorders});
    return fields.empty() ? Result<void>()
                          : context.rows().update(storage::Table::Workspaces, context.principal().workspace, fields);
}

Result<ShopPlaces> ShopPlacesService::load() const
{
    return loadPlaces(m_session.reader());
}

Result<QStringList> regionsTyped(const QString &typed, const RegionReading &how, const Subdivisions &parts)
{
    static const QRegularExpression between(QStringLiteral("[,;،\\n]"));
    QStringList codes;
    const QStringList words = typed.split(between, Qt::SkipEmptyParts);
    for (const QString &each : words) {
        const QString word = each.simplified();
        if (word.isEmpty())
            continue;
        TRY_ASSIGN(const QString code, codeOf(word, how, parts));
        if (!codes.contains(code))
            codes.append(code);
    }
    return codes;
}

QString regionName(const QString &code, const QString &locale, const Subdivisions &parts)
{
    const QString country = countryName(code.left(2), locale);
    if (code.size() <= 3)
        return country;
    const QString name = parts.nameOf(code);
    return country + QStringLiteral(", ") + (name.isEmpty() ? code.mid(3) : name);
}

} // namespace thimblely
