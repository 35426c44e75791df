// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/base/length.h"

#include "core/base/error_args.h"

#include <QRegularExpression>

#include <numeric>
#include <optional>

namespace thimblely {

namespace {

//! An exact count of `unit`s: numerator / denominator.
struct Fraction {
    qint64 numerator;
    qint64 denominator;
};

constexpr qint64 longestTenths = 40'000; // 400 cm

QString withLatinDigits(QStringView text)
{
    QString result;
    for (const QChar c : text) {
        const int digit = c.category() == QChar::Number_DecimalDigit ? c.digitValue() : -1;
        if (digit >= 0)
            result += QChar(u'0' + digit);
        else if (c == u'\u066b') // Arabic decimal separator
            result += u'.';
        else
            result += c;
    }
    return result;
}

//! "38½" becomes "38 1/2".
QString withPlainFractions(QString text)
{
    static const std::pair<QChar, QLatin1StringView> vulgar[] = {
        {u'\u00bd', QLatin1StringView(" 1/2")}, {u'\u00bc', QLatin1StringView(" 1/4")},
        {u'\u00be', QLatin1StringView(" 3/4")}, {u'\u215b', QLatin1StringView(" 1/8")},
        {u'\u215c', QLatin1StringView(" 3/8")}, {u'\u215d', QLatin1StringView(" 5/8")},
        {u'\u215e', QLatin1StringView(" 7/8")}};
    for (const auto &[sign, plain] : vulgar)
        text.replace(sign, plain);
    text.replace(u'\u2044', u'/');
    return text.simplified();
}

std::optional<Fraction> readDecimal(const QString &text)
{
    static const QRegularExpression decimal(QStringLiteral("^(\\d{1,4})(?:[.,](\\d{1,4}))?$"));
    const auto match = decimal.match(text);
    if (!match.hasMatch())
        return {};
    Fraction result{match.captured(1).toLongLong(), 1};
    for (const QChar digit : match.captured(2))
        result = {result.numerator * 10 + digit.digitValue(), result.denominator * 10};
    return result;
}

QString withoutInchMark(QString text)
{
    static const QRegularExpression mark(QStringLiteral("\\s*(?:\"|\u2033|''|in|inch|inches)$"),
                                         QRegularExpression::CaseInsensitiveOption);
    return text.remove(mark);
}

//! The tape's shorthand "38 4": whole inches and parts.
std::optional<std::pair<qint64, qint64>> readShorthand(const QString &text)
{
    static const QRegularExpression shorthand(QStringLiteral("^(\\d{1,3}) (\\d{1,2})$"));
    const auto match = shorthand.match(text);
    if (!match.hasMatch())
        return {};
    return std::pair(match.captured(1).toLongLong(), match.captured(2).toLongLong());
}

std::optional<Fraction> readInches(const QString &typed, int fractionDenominator)
{
    static const QRegularExpression mixed(QStringLiteral("^(?:(\\d{1,3})[ -])?(\\d{1,3})/(\\d{1,3})$"));
    const QString text = withoutInchMark(typed);
    if (const auto match = mixed.match(text); match.hasMatch()) {
        const qint64 top = match.captured(2).toLongLong();
        const qint64 bottom = match.captured(3).toLongLong();
        if (bottom == 0 || top >= bottom || (bottom & (bottom - 1)) != 0) // a tape halves and halves again
            return {};
        return Fraction{match.captured(1).toLongLong() * bottom + top, bottom};
    }
    if (const auto shorthand = readShorthand(text)) {
        const auto [whole, parts] = *shorthand;
        if (parts >= fractionDenominator)
            return {};
        return Fraction{whole * fractionDenominator + parts, fractionDenominator};
    }
    return readDecimal(text);
}

qint64 tenthsPerUnit(LengthUnit unit)
{
    switch (unit) {
    case LengthUnit::Centimetre:
        return 100;
    case LengthUnit::Millimetre:
        return 10;
    case LengthUnit::Inch:
        return 254;
    }
    Q_UNREACHABLE();
}

bool isTooFine(const Fraction &fraction, LengthUnit unit)
{
    if (unit == LengthUnit::Inch)
        return fraction.denominator > 100 && fraction.numerator * 64 % fraction.denominator != 0;
    return fraction.numerator * tenthsPerUnit(unit) % fraction.denominator != 0;
}

//! 308 eighths become "38 1/2".
QString inParts(qint64 count, qint64 parts)
{
    const qint64 rest = count % parts;
    if (rest == 0)
        return QString::number(count / parts);
    const qint64 divisor = std::gcd(rest, parts);
    const QString part = QString::number(rest / divisor) + u'/' + QString::number(parts / divisor);
    return count < parts ? part : QString::number(count / parts) + u' ' + part;
}

//! 823 tenths become "82.3"; what is whole has no decimals.
QString inDecimals(qint64 count, qint64 scale, const QString &decimalPoint)
{
    QString decimals;
    for (qint64 rest = count % scale; rest != 0; rest %= scale) {
        rest *= 10;
        decimals += QString::number(rest / scale);
    }
    const QString whole = QString::number(count / scale);
    return decimals.isEmpty() ? whole : whole + decimalPoint + decimals;
}

//! The inches that a text says; the parts of its shorthand are those that make its value.
std::optional<Fraction> inchesOf(const TypedLength &length)
{
    const QString plain = withPlainFractions(withLatinDigits(length.text));
    for (const int parts : {8, 4, 16}) { // those that a shop may have chosen
        const auto inches = readInches(plain, parts);
        if (!inches)
            continue;
        const qint64 scaled = inches->numerator * tenthsPerUnit(LengthUnit::Inch);
        if ((scaled + inches->denominator / 2) / inches->denominator == length.value.tenthsOfMm())
            return inches;
    }
    return {};
}

} // namespace

QString toCode(LengthUnit unit)
{
    switch (unit) {
    case LengthUnit::Centimetre:
        return QStringLiteral("cm");
    case LengthUnit::Millimetre:
        return QStringLiteral("mm");
    case LengthUnit::Inch:
        return QStringLiteral("in");
    }
    Q_UNREACHABLE();
}

Result<LengthUnit> lengthUnitFromCode(QStringView code)
{
    if (code == QLatin1String("cm"))
        return LengthUnit::Centimetre;
    if (code == QLatin1String("mm"))
        return LengthUnit::Millimetre;
    if (code == QLatin1String("in") || code == QLatin1String("inch"))
        return LengthUnit::Inch;
    return Error{ErrorKind::Invalid, "length.unknown_unit", {code.left(20).toString()}, {}};
}

Result<TypedLength> TypedLength::parse(QStringView text, LengthUnit unit, int fractionDenominator)
{
    const QString trimmed = text.trimmed().toString();
    const Error malformed{ErrorKind::Invalid, "length.malformed", {trimmed.left(40)}, {}};
    if (trimmed.isEmpty() || trimmed.size() > 40)
        return malformed;
    QString plain = withPlainFractions(withLatinDigits(trimmed));
    const bool negative = plain.startsWith(u'-') || plain.startsWith(u'\u2212');
    if (negative)
        plain = plain.mid(1).trimmed();
    const auto fraction = unit == LengthUnit::Inch ? readInches(plain, fractionDenominator) : readDecimal(plain);
    if (!fraction)
        return malformed;
    if (isTooFine(*fraction, unit))
        return Error{ErrorKind::Invalid, "length.too_fine", {trimmed}, {}};
    const qint64 scaled = fraction->numerator * tenthsPerUnit(unit);
    const Length value((scaled + fraction->denominator / 2) / fraction->denominator);
    if (negative || value.tenthsOfMm() <= 0 || value.tenthsOfMm() > longestTenths)
        return Error{ErrorKind::Invalid, "length.out_of_range", {trimmed, errorArg(Length(longestTenths), unit)}, {}};
    return TypedLength{value, unit, trimmed};
}

QString writtenOut(const TypedLength &length, const QString &decimalPoint)
{
    constexpr qint64 finest = 64;
    if (length.unit != LengthUnit::Inch)
        return inDecimals(length.value.tenthsOfMm(), tenthsPerUnit(length.unit), decimalPoint);
    const auto inches = inchesOf(length);
    if (!inches)
        return toText(length.value, LengthUnit::Inch);
    const bool onTheTape = inches->numerator * finest % inches->denominator == 0;
    return onTheTape ? inParts(inches->numerator * finest / inches->denominator, finest)
                     : inDecimals(inches->numerator, inches->denominator, decimalPoint);
}

QString toText(Length length, LengthUnit unit, const QString &decimalPoint)
{
    const qint64 magnitude = length.tenthsOfMm() < 0 ? -length.tenthsOfMm() : length.tenthsOfMm();
    const auto signedText = [&](qint64 rounded, const QString &text) {
        return length.tenthsOfMm() < 0 && rounded != 0 ? u'\u2212' + text : text;
    };
    const qint64 mm = (magnitude + 5) / 10;
    switch (unit) {
    case LengthUnit::Centimetre:
        return signedText(mm, inDecimals(mm, 10, decimalPoint));
    case LengthUnit::Millimetre:
        return signedText(mm, QString::number(mm));
    case LengthUnit::Inch: {
        const qint64 eighths = (magnitude * 8 + 127) / 254;
        return signedText(eighths, inParts(eighths, 8));
    }
    }
    Q_UNREACHABLE();
}

} // namespace thimblely
