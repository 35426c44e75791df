// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/base/money.h"

#include "core/base/figure_text.h"

#include <QHash>

#include <algorithm>
#include <limits>
#include <numeric>

namespace thimblely {

namespace {

__extension__ using Wide = __int128; // one product of two amounts never fits 64 bits

Error overflow()
{
    return {ErrorKind::Invalid, "money.overflow", {}, {}};
}

Result<Money> narrow(Wide minor, Currency currency)
{
    if (minor > std::numeric_limits<qint64>::max() || minor < std::numeric_limits<qint64>::min())
        return overflow();
    return Money(static_cast<qint64>(minor), currency);
}

Wide divideHalfAwayFromZero(Wide dividend, Wide divisor)
{
    const Wide half = divisor / 2;
    return dividend >= 0 ? (dividend + half) / divisor : (dividend - half) / divisor;
}

int minorDigitsOf(QLatin1StringView code)
{
    // ISO 4217:2015, list of active codes whose minor unit is not 2.
    static constexpr std::array none = {"BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG",
                                        "RWF", "UGX", "UYI", "VND", "VUV", "XAF", "XOF", "XPF"};
    static constexpr std::array three = {"BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"};
    const auto isCode = [code](const char *known) { return code == QLatin1StringView(known); };
    if (std::ranges::any_of(none, isCode))
        return 0;
    return std::ranges::any_of(three, isCode) ? 3 : 2;
}

qint64 powerOfTen(int digits)
{
    qint64 power = 1;
    for (int i = 0; i < digits; ++i)
        power *= 10;
    return power;
}

} // namespace

Result<Currency> Currency::parse(QStringView code)
{
    // Upper case as bytes: QString::toUpper would make an I of a dotless i.
    const QByteArray upper = code.toLatin1().toUpper();
    if (upper.size() != 3 || !std::ranges::all_of(upper, [](char c) { return c >= 'A' && c <= 'Z'; }))
        return Error{ErrorKind::Invalid, "currency.malformed", {code.left(8).toString()}, {}};
    return Currency({upper[0], upper[1], upper[2]}, minorDigitsOf(QLatin1StringView(upper)));
}

Result<Money> Money::parse(QStringView text, Currency currency, const QLocale &locale)
{
    const auto figure = readFigure(text, locale);
    const int missing = figure ? currency.minorDigits() - figure->fractionDigits : -1;
    if (missing < 0)
        return Error{ErrorKind::Invalid, "money.malformed", {text.left(40).toString()}, {}};
    const Wide minor = Wide(figure->digits) * powerOfTen(missing);
    return narrow(figure->negative ? -minor : minor, currency);
}

Result<Money> Money::plus(const Money &other) const
{
    if (m_currency != other.m_currency)
        return Error{ErrorKind::Invalid, "money.mixed_currency", {m_currency.code(), other.m_currency.code()}, {}};
    return narrow(Wide(m_minor) + other.m_minor, m_currency);
}

Result<Money> Money::minus(const Money &other) const
{
    if (m_currency != other.m_currency)
        return Error{ErrorKind::Invalid, "money.mixed_currency", {m_currency.code(), other.m_currency.code()}, {}};
    return narrow(Wide(m_minor) - other.m_minor, m_currency);
}

Result<Money> Money::negated() const
{
    return narrow(-Wide(m_minor), m_currency);
}

Result<Money> Money::timesMilli(qint64 quantityMilli) const
{
    return narrow(divideHalfAwayFromZero(Wide(m_minor) * quantityMilli, 1000), m_currency);
}

Result<Money> Money::share(Rate rate) const
{
    return narrow(divideHalfAwayFromZero(Wide(m_minor) * rate.millionths(), 1'000'000), m_currency);
}

Result<Money> Money::taxIncluded(Rate rate, Rate all) const
{
    if (rate.millionths() < 0 || all.millionths() < 0)
        return Error{ErrorKind::Invalid, "money.negative_rate", {}, {}};
    const Wide gross = 1'000'000 + Wide(all.millionths());
    return narrow(divideHalfAwayFromZero(Wide(m_minor) * rate.millionths(), gross), m_currency);
}

Result<std::vector<Money>> Money::split(std::span<const qint64> weights) const
{
    Wide total = 0;
    for (const qint64 weight : weights) {
        if (weight < 0)
            return Error{ErrorKind::Invalid, "money.negative_weight", {}, {}};
        total += weight;
    }
    if (total == 0)
        return Error{ErrorKind::Invalid, "money.no_weight", {}, {}};

    std::vector<Wide> parts;
    std::vector<Wide> remainders;
    Wide left = m_minor;
    for (const qint64 weight : weights) {
        const Wide product = Wide(m_minor) * weight;
        parts.push_back(product / total);
        remainders.push_back(product % total < 0 ? -(product % total) : product % total);
        left -= parts.back();
    }
    std::vector<size_t> byRemainder(parts.size());
    std::iota(byRemainder.begin(), byRemainder.end(), size_t(0));
    std::ranges::stable_sort(byRemainder, [&](size_t a, size_t b) { return remainders[a] > remainders[b]; });
    const int step = left < 0 ? -1 : 1;
    for (size_t i = 0; left != 0; ++i, left -= step)
        parts[byRemainder[i]] += step;

    std::vector<Money> result;
    result.reserve(parts.size());
    for (const Wide part : parts)
        result.emplace_back(static_cast<qint64>(part), m_currency);
    return result;
}

QString Money::toFigure(const QLocale &locale) const
{
    return writeFigure(isNegative(), magnitude() / unit(), fractionDigits(), locale);
}

QString Money::toText(const QLocale &locale) const
{
    // The sign that people of the shop write; a code is followed by a no-break space.
    static const QHash<QString, QString> signs = {{QStringLiteral("NGN"), QStringLiteral("\u20a6")},
                                                  {QStringLiteral("EUR"), QStringLiteral("\u20ac")},
                                                  {QStringLiteral("USD"), QStringLiteral("$")},
                                                  {QStringLiteral("GBP"), QStringLiteral("\u00a3")},
                                                  {QStringLiteral("INR"), QStringLiteral("\u20b9")}};
    const QString code = m_currency.code();
    return (isNegative() ? QStringLiteral("\u2212") : QString()) + signs.value(code, code + QChar(QChar::Nbsp)) +
           writeFigure(false, magnitude() / unit(), fractionDigits(), locale);
}

QString Money::toPlain() const
{
    QString text = QString::number(magnitude() / unit());
    if (m_currency.minorDigits() > 0)
        text += u'.' + QString::number(magnitude() % unit()).rightJustified(m_currency.minorDigits(), u'0');
    return isNegative() ? u'-' + text : text;
}

quint64 Money::magnitude() const
{
    return isNegative() ? quint64(0) - quint64(m_minor) : quint64(m_minor);
}

quint64 Money::unit() const
{
    return quint64(powerOfTen(m_currency.minorDigits()));
}

QString Money::fractionDigits() const
{
    const quint64 rest = magnitude() % unit();
    return rest == 0 ? QString() : QString::number(rest).rightJustified(m_currency.minorDigits(), u'0');
}

} // namespace thimblely
