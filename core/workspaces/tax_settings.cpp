// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/workspaces/tax_settings.h"

#include "core/workspaces/settings.h"

#include <QJsonObject>

#include <algorithm>

namespace thimblely {

TaxSettings TaxSettings::fromJson(const QJsonValue &json)
{
    TaxSettings tax{json[QLatin1String("name")].toString(), Rate(json[QLatin1String("rate")].toInteger()),
                    json[QLatin1String("prices_include_tax")].toBool(true)};
    const QJsonObject kinds = json[QLatin1String("kinds")].toObject();
    for (auto kind = kinds.begin(); kind != kinds.end(); ++kind)
        tax.byKind.insert_or_assign(kind.key().toLatin1(), Rate(kind->toInteger()));
    const QJsonObject codes = json[QLatin1String("codes")].toObject();
    for (auto code = codes.begin(); code != codes.end(); ++code)
        tax.codes.insert_or_assign(code.key().toLatin1(), code->toString());
    return tax;
}

QJsonValue TaxSettings::toJson() const
{
    QJsonObject json{{QStringLiteral("name"), name},
                     {QStringLiteral("rate"), rate.millionths()},
                     {QStringLiteral("prices_include_tax"), pricesIncludeTax}};
    QJsonObject kinds;
    for (const auto &[kind, own] : byKind)
        kinds.insert(QLatin1String(kind), own.millionths());
    if (!kinds.isEmpty())
        json.insert(QStringLiteral("kinds"), kinds);
    QJsonObject named;
    for (const auto &[kind, code] : codes)
        named.insert(QLatin1String(kind), code);
    if (!named.isEmpty())
        json.insert(QStringLiteral("codes"), named);
    return json;
}

Rate TaxSettings::rateOf(const QByteArray &kind) const
{
    const auto own = byKind.find(kind);
    return own == byKind.end() ? rate : own->second;
}

QString TaxSettings::codeOf(const QByteArray &kind) const
{
    const auto own = codes.find(kind);
    return own == codes.end() ? QString() : own->second;
}

bool TaxSettings::isAnyTaxed() const
{
    return rate != Rate(0) || std::ranges::any_of(byKind, [](const auto &kind) { return kind.second != Rate(0); });
}

Result<TaxSettings> loadTax(access::ScopedConnection &connection)
{
    TRY_ASSIGN(const auto tax, workspaces::setting(connection, QLatin1String(taxKey)));
    return tax ? TaxSettings::fromJson(*tax) : TaxSettings();
}

} // namespace thimblely
