// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/base/money.h"

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
    static constexpr std::array none = {"BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW",
                                        "PYG", "RWF", "UGX", "UYI", "VND", "VUV", "XAF", "XOF", "XPF"};
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
    const QByteArray upper = code.toString().toUpper().toLatin1();
    if (code.size() != 3 || upper.size() != 3 ||
        !std::all_of(upper.begin(), upper.end(), [](char c) { return c >= 'A' && c <= 'Z'; }))
        return Error{ErrorKind::Invalid, "currency.malformed", {code.left(8).toString()}, {}};
    return Currency({upper[0], upper[1], upper[2]}, minorDigitsOf(QLatin1StringView(upper)));
}

Result<Money> Money::parse(QStringView text, Currency currency, const QLocale &locale)
{
    const Error malformed{ErrorKind::Invalid, "money.malformed", {text.left(40).toString()}, {}};
    const QString typed = text.trimmed().toString();
    const QString decimal = locale.decimalPoint();
    const QString group = locale.groupSeparator();
    bool negative = false;
    bool inFraction = false;
    int fractionDigits = 0;
    int digitsSeen = 0;
    int sinceGroup = -1; // digits since the last group separator, -1 before the first
    Wide minor = 0;
    for (qsizetype i = 0; i < typed.size(); ++i) {
        const QChar c = typed[i];
        if (i == 0 && (c == u'-' || c == u'\u2212')) {
            negative = true;
        } else if (c.digitValue() >= 0) {
            minor = minor * 10 + c.digitValue();
            if (minor > std::numeric_limits<qint64>::max())
                return overflow();
            ++digitsSeen;
            if (inFraction)
                ++fractionDigits;
            else if (sinceGroup >= 0)
                ++sinceGroup;
        } else if (!inFraction && digitsSeen > 0 && QStringView(decimal) == c) {
            inFraction = true;
        } else if (!inFraction && digitsSeen > 0 &&
                   (QStringView(group) == c || (c.isSpace() && !group.isEmpty() && group[0].isSpace()))) {
            if (sinceGroup >= 0 && sinceGroup != 3 && sinceGroup != 2) // lakh groups are of two
                return malformed;
            sinceGroup = 0;
        } else if (!inFraction && digitsSeen > 0 && sinceGroup < 0 && c == u'.') {
            inFraction = true;
        } else {
            return malformed;
        }
    }
    const int missing = currency.minorDigits() - fractionDigits;
    if (digitsSeen == 0 || missing < 0 || (inFraction && fractionDigits == 0) || (sinceGroup >= 0 && sinceGroup != 3))
        return malformed;
    minor *= powerOfTen(missing);
    return narrow(negative ? -minor : minor, currency);
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

Result<Money> Money::taxIncluded(Rate rate) const
{
    if (rate.millionths() < 0)
        return Error{ErrorKind::Invalid, "money.negative_rate", {}, {}};
    const Wide gross = 1'000'000 + Wide(rate.millionths());
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
    const qint64 unit = powerOfTen(m_currency.minorDigits());
    const qint64 whole = m_minor / unit;
    const qint64 rest = m_minor % unit < 0 ? -(m_minor % unit) : m_minor % unit;
    QString text = locale.toString(whole < 0 ? -whole : whole);
    if (rest != 0) {
        QString digits = QString::number(rest).rightJustified(m_currency.minorDigits(), u'0');
        const char16_t zero = locale.zeroDigit().at(0).unicode();
        for (QChar &digit : digits)
            digit = QChar(static_cast<char16_t>(zero + digit.digitValue()));
        text += locale.decimalPoint() + digits;
    }
    return m_minor < 0 ? QStringLiteral("\u2212") + text : text;
}

QString Money::toText(const QLocale &locale) const
{
    const Money magnitude(m_minor < 0 && m_minor != std::numeric_limits<qint64>::min() ? -m_minor : m_minor, m_currency);
    const QString figure = magnitude.toFigure(locale);
    QString symbol = m_currency.code();
    // The sign that people of the shop write; a code is followed by a no-break space.
    if (symbol == QLatin1String("NGN"))
        symbol = QStringLiteral("\u20a6");
    else if (symbol == QLatin1String("EUR"))
        symbol = QStringLiteral("\u20ac");
    else if (symbol == QLatin1String("USD"))
        symbol = QStringLiteral("$");
    else if (symbol == QLatin1String("GBP"))
        symbol = QStringLiteral("\u00a3");
    else if (symbol == QLatin1String("INR"))
        symbol = QStringLiteral("\u20b9");
    else
        symbol += QChar(QChar::Nbsp);
    return (m_minor < 0 ? QStringLiteral("\u2212") : QString()) + symbol + figure;
}

QString Money::toPlain() const
{
    const int digits = m_currency.minorDigits();
    if (digits == 0)
        return QString::number(m_minor);
    const quint64 magnitude = m_minor < 0 ? quint64(0) - quint64(m_minor) : quint64(m_minor);
    QString text = QString::number(magnitude).rightJustified(digits + 1, u'0');
    text.insert(text.size() - digits, u'.');
    return m_minor < 0 ? u'-' + text : text;
}

} // namespace thimblely
