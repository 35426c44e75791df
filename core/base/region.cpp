// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/base/region.h"

#include <QLocale>

#include <algorithm>
#include <array>
#include <string_view>

namespace thimblely {

namespace {

using namespace std::string_view_literals;

constexpr QByteArrayView union_ = "EU";

constexpr std::array members = {"AT"sv, "BE"sv, "BG"sv, "CY"sv, "CZ"sv, "DE"sv, "DK"sv, "EE"sv, "ES"sv,
                                "FI"sv, "FR"sv, "GR"sv, "HR"sv, "HU"sv, "IE"sv, "IT"sv, "LT"sv, "LU"sv,
                                "LV"sv, "MT"sv, "NL"sv, "PL"sv, "PT"sv, "RO"sv, "SE"sv, "SI"sv, "SK"sv};

//! In Qt's list of territories but not in ISO 3166-1's list of countries.
constexpr std::array noCountries = {"AC"sv, "AN"sv, "CP"sv, "DG"sv, "EA"sv, "EU"sv, "EZ"sv, "IC"sv,
                                    "QO"sv, "TA"sv, "UN"sv, "XA"sv, "XB"sv, "XK"sv, "ZZ"sv};

bool isListed(std::span<const std::string_view> list, QByteArrayView code)
{
    return std::ranges::find(list, std::string_view(code.data(), size_t(code.size()))) != list.end();
}

bool isCapital(char letter)
{
    return letter >= 'A' && letter <= 'Z';
}

//! "LA", "01", "BFC": one to three letters and digits.
bool isPart(QByteArrayView part)
{
    return !part.isEmpty() && part.size() <= 3 &&
           std::ranges::all_of(part, [](char each) { return isCapital(each) || (each >= '0' && each <= '9'); });
}

} // namespace

bool isCountryCode(QByteArrayView code)
{
    return code.size() == 2 && isCapital(code[0]) && isCapital(code[1]) && !isListed(noCountries, code) &&
           QLocale::codeToTerritory(QString::fromLatin1(code)) != QLocale::AnyTerritory;
}

Result<Region> Region::parse(QByteArrayView code)
{
    const bool part = code.size() > 3 && code[2] == '-' && isCountryCode(code.first(2)) && isPart(code.sliced(3));
    if (part || isCountryCode(code) || code == union_)
        return Region(code.toByteArray());
    return Error{ErrorKind::Invalid, "region.unknown", {QString::fromUtf8(code)}, {}};
}

bool Region::holds(const Region &other) const
{
    if (m_code == other.m_code)
        return true;
    if (m_code == union_)
        return isListed(members, other.country());
    return m_code.size() == 2 && other.country() == m_code;
}

} // namespace thimblely
