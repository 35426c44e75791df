// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/accounts/new_shop.h"

#include "core/workspaces/countries.h"

#include <QTimeZone>

namespace thimblely {

namespace {

Error invalid(const char *code, const QStringList &args = {})
{
    return {ErrorKind::Invalid, code, args, {}};
}

} // namespace

NewShop completed(NewShop shop)
{
    const CountrySuggestion *country = countrySuggestion(shop.countryCode);
    shop.countryCode = shop.countryCode.toUpper();
    shop.currency = shop.currency.toUpper();
    shop.shopName = shop.shopName.simplified();
    if (country && shop.timeZone.isEmpty())
        shop.timeZone = country->timeZone;
    if (country && shop.locale.isEmpty())
        shop.locale = country->locale;
    return shop;
}

std::vector<Error> validateShop(const NewShop &typed)
{
    const NewShop shop = completed(typed);
    std::vector<Error> errors;
    if (shop.shopName.isEmpty() || shop.shopName.size() > 200)
        errors.push_back(invalid("first_start.no_shop"));
    if (!countrySuggestion(shop.countryCode))
        errors.push_back(invalid("first_start.bad_country", {shop.countryCode}));
    if (!Currency::parse(shop.currency) || !isKnownCurrency(shop.currency))
        errors.push_back(invalid("workspace.bad_currency", {shop.currency}));
    // Left to a country that is unknown itself, the zone is not a second mistake.
    if (!shop.timeZone.isEmpty() && !QTimeZone::availableTimeZoneIds().contains(shop.timeZone))
        errors.push_back(invalid("workspace.bad_zone", {QString::fromLatin1(shop.timeZone)}));
    return errors;
}

} // namespace thimblely
