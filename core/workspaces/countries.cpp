// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/workspaces/countries.h"

#include "core/base/region.h"

#include <QHash>
#include <QLocale>
#include <QSet>
#include <QTimeZone>

#include <algorithm>

namespace thimblely {

namespace {

struct Known {
    const char *code;
    const char *currency;
    const char *zone;
    const char *locale;
    bool inches;
};

// Where tailors are many: the language a shop there is likely to be run in, its money, its clock and its tape. The
// other countries of ISO 3166-1 come from Qt's locale data.
constexpr Known known[] = {
    {"AE", "AED", "Asia/Dubai", "ar_AE", false},
    {"AR", "ARS", "America/Argentina/Buenos_Aires", "es_AR", false},
    {"AT", "EUR", "Europe/Vienna", "de_AT", false},
    {"AU", "AUD", "Australia/Sydney", "en_AU", false},
    {"BD", "BDT", "Asia/Dhaka", "bn_BD", true},
    {"BE", "EUR", "Europe/Brussels", "fr_BE", false},
    {"BJ", "XOF", "Africa/Porto-Novo", "fr_BJ", false},
    {"BR", "BRL", "America/Sao_Paulo", "pt_BR", false},
    {"CA", "CAD", "America/Toronto", "en_CA", true},
    {"CD", "CDF", "Africa/Kinshasa", "fr_CD", false},
    {"CH", "CHF", "Europe/Zurich", "de_CH", false},
    {"CI", "XOF", "Africa/Abidjan", "fr_CI", false},
    {"CL", "CLP", "America/Santiago", "es_CL", false},
    {"CM", "XAF", "Africa/Douala", "fr_CM", false},
    {"CN", "CNY", "Asia/Shanghai", "zh_CN", false},
    {"CO", "COP", "America/Bogota", "es_CO", false},
    {"DE", "EUR", "Europe/Berlin", "de_DE", false},
    {"DZ", "DZD", "Africa/Algiers", "ar_DZ", false},
    {"EG", "EGP", "Africa/Cairo", "ar_EG", false},
    {"ES", "EUR", "Europe/Madrid", "es_ES", false},
    {"ET", "ETB", "Africa/Addis_Ababa", "en_ET", false},
    {"FR", "EUR", "Europe/Paris", "fr_FR", false},
    {"GB", "GBP", "Europe/London", "en_GB", true},
    {"GH", "GHS", "Africa/Accra", "en_GH", true},
    {"GN", "GNF", "Africa/Conakry", "fr_GN", false},
    {"HK", "HKD", "Asia/Hong_Kong", "en_HK", true},
    {"ID", "IDR", "Asia/Jakarta", "id_ID", false},
    {"IE", "EUR", "Europe/Dublin", "en_IE", true},
    {"IN", "INR", "Asia/Kolkata", "en_IN", true},
    {"IT", "EUR", "Europe/Rome", "it_IT", false},
    {"JM", "JMD", "America/Jamaica", "en_JM", true},
    {"JO", "JOD", "Asia/Amman", "ar_JO", false},
    {"JP", "JPY", "Asia/Tokyo", "ja_JP", false},
    {"KE", "KES", "Africa/Nairobi", "en_KE", true},
    {"KW", "KWD", "Asia/Kuwait", "ar_KW", false},
    {"LB", "LBP", "Asia/Beirut", "ar_LB", false},
    {"LK", "LKR", "Asia/Colombo", "en_LK", true},
    {"MA", "MAD", "Africa/Casablanca", "ar_MA", false},
    {"ML", "XOF", "Africa/Bamako", "fr_ML", false},
    {"MX", "MXN", "America/Mexico_City", "es_MX", false},
    {"MY", "MYR", "Asia/Kuala_Lumpur", "en_MY", true},
    {"NE", "XOF", "Africa/Niamey", "fr_NE", false},
    {"NG", "NGN", "Africa/Lagos", "en_NG", true},
    {"NL", "EUR", "Europe/Amsterdam", "nl_NL", false},
    {"NP", "NPR", "Asia/Kathmandu", "ne_NP", true},
    {"NZ", "NZD", "Pacific/Auckland", "en_NZ", false},
    {"OM", "OMR", "Asia/Muscat", "ar_OM", false},
    {"PE", "PEN", "America/Lima", "es_PE", false},
    {"PH", "PHP", "Asia/Manila", "en_PH", true},
    {"PK", "PKR", "Asia/Karachi", "en_PK", true},
    {"PL", "PLN", "Europe/Warsaw", "pl_PL", false},
    {"PT", "EUR", "Europe/Lisbon", "pt_PT", false},
    {"QA", "QAR", "Asia/Qatar", "ar_QA", false},
    {"RW", "RWF", "Africa/Kigali", "en_RW", false},
    {"SA", "SAR", "Asia/Riyadh", "ar_SA", false},
    {"SD", "SDG", "Africa/Khartoum", "ar_SD", false},
    {"SE", "SEK", "Europe/Stockholm", "sv_SE", false},
    {"SG", "SGD", "Asia/Singapore", "en_SG", true},
    {"SL", "SLE", "Africa/Freetown", "en_SL", true},
    {"SN", "XOF", "Africa/Dakar", "fr_SN", false},
    {"TG", "XOF", "Africa/Lome", "fr_TG", false},
    {"TH", "THB", "Asia/Bangkok", "th_TH", true},
    {"TN", "TND", "Africa/Tunis", "ar_TN", false},
    {"TR", "TRY", "Europe/Istanbul", "tr_TR", false},
    {"TT", "TTD", "America/Port_of_Spain", "en_TT", true},
    {"TW", "TWD", "Asia/Taipei", "zh_TW", false},
    {"TZ", "TZS", "Africa/Dar_es_Salaam", "sw_TZ", true},
    {"UG", "UGX", "Africa/Kampala", "en_UG", true},
    {"US", "USD", "America/New_York", "en_US", true},
    {"VN", "VND", "Asia/Ho_Chi_Minh", "vi_VN", false},
    {"ZA", "ZAR", "Africa/Johannesburg", "en_ZA", false},
    {"ZM", "ZMW", "Africa/Lusaka", "en_ZM", true},
    {"ZW", "USD", "Africa/Harare", "en_ZW", true},
};

CountrySuggestion fromQt(QLocale::Territory territory, const QString &code)
{
    const QLocale locale(QLocale::AnyLanguage, territory);
    const QString currency =
        locale.territory() == territory ? locale.currencySymbol(QLocale::CurrencyIsoCode) : QString();
    const QList<QByteArray> zones = QTimeZone::availableTimeZoneIds(territory);
    return {code, currency.size() == 3 ? currency : QStringLiteral("USD"), false,
            zones.isEmpty() ? QByteArray("UTC") : zones.first(),
            locale.territory() == territory ? locale.name() : QStringLiteral("en_US")};
}

std::vector<CountrySuggestion> makeSuggestions()
{
    std::vector<CountrySuggestion> list;
    for (const Known &country : known)
        list.push_back({QString::fromLatin1(country.code), QString::fromLatin1(country.currency), country.inches,
                        country.zone, QString::fromLatin1(country.locale)});
    for (int value = 1; value <= int(QLocale::LastTerritory); ++value) {
        const auto territory = QLocale::Territory(value);
        const QString code = QLocale::territoryToCode(territory);
        if (isCountryCode(code.toLatin1()) && std::ranges::find(list, code, &CountrySuggestion::code) == list.end())
            list.push_back(fromQt(territory, code));
    }
    std::ranges::sort(list, {}, &CountrySuggestion::code);
    return list;
}

} // namespace

const std::vector<CountrySuggestion> &countrySuggestions()
{
    static const std::vector<CountrySuggestion> list = makeSuggestions();
    return list;
}

const CountrySuggestion *countrySuggestion(QStringView code)
{
    const auto &list = countrySuggestions();
    const auto found = std::ranges::lower_bound(list, code.toString().toUpper(), {}, &CountrySuggestion::code);
    return found != list.end() && found->code == code.toString().toUpper() ? &*found : nullptr;
}

bool isKnownCurrency(const QString &code)
{
    static const QSet<QString> known = [] {
        QSet<QString> codes;
        for (const CountrySuggestion &country : countrySuggestions())
            codes.insert(country.currency);
        const auto locales = QLocale::matchingLocales(QLocale::AnyLanguage, QLocale::AnyScript, QLocale::AnyTerritory);
        for (const QLocale &locale : locales)
            codes.insert(locale.currencySymbol(QLocale::CurrencyIsoCode));
        codes.remove({});
        return codes;
    }();
    return known.contains(code.toUpper());
}

QString countryName(const QString &code, const QString &locale)
{
    const QLocale::Territory territory = QLocale::codeToTerritory(code);
    if (territory == QLocale::AnyTerritory)
        return code;
    // Qt names a country in English, and in the languages spoken there.
    const QLocale there(QLocale(locale).language(), territory);
    const QString native = there.territory() == territory && there.language() == QLocale(locale).language()
                               ? there.nativeTerritoryName()
                               : QString();
    return native.isEmpty() ? QLocale::territoryToString(territory) : native;
}

Date countryRulesCheckedOn()
{
    return Date::parse(u"2026-11-22").value();
}

} // namespace thimblely
