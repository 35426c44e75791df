// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/base/result.h"

#include <QLocale>
#include <QString>

#include <array>
#include <compare>
#include <span>
#include <vector>

namespace thimblely {

//! An ISO 4217 code, upper case, and its number of minor digits (0 for XOF and JPY, 3 for KWD, 2 for most).
class Currency {
public:
    //! Three letters; unknown codes are taken with two minor digits, anything else is refused.
    static Result<Currency> parse(QStringView code);

    QString code() const { return QString::fromLatin1(m_code.data(), 3); }
    int minorDigits() const { return m_digits; }

    friend bool operator==(const Currency &, const Currency &) = default;

private:
    Currency(std::array<char, 3> code, int digits) : m_code(code), m_digits(digits) {}
    std::array<char, 3> m_code;
    int m_digits;
};

//! A proportion in millionths: 7.5 % is 75,000. For tax and discounts; never a floating-point number.
class Rate {
public:
    constexpr explicit Rate(qint64 millionths) : m_millionths(millionths) {}
    static constexpr Rate percent(qint64 percent) { return Rate(percent * 10'000); }
    constexpr qint64 millionths() const { return m_millionths; }
    friend constexpr auto operator<=>(Rate, Rate) = default;

private:
    qint64 m_millionths;
};

/*!
 * An amount in minor units with its currency. Every sum is checked for overflow and for mixed currencies and
 * says so
 * ("money.overflow", "money.mixed_currency"); there is no conversion to or from a floating-point number.
 */
class Money {
public:
    Money(qint64 minor, Currency currency) : m_minor(minor), m_currency(currency) {}
    static Money zero(Currency currency) { return {0, currency}; }
    /*!
     * From what a person typed (readFigure in figure_text.h). More decimals than the currency has are
     * refused, as is anything else ("money.malformed"), and more than 64 bits hold ("money.overflow").
     */
    static Result<Money> parse(QStringView text, Currency currency, const QLocale &locale);

    qint64 minor() const { return m_minor; }
    Currency currency() const { return m_currency; }
    bool isZero() const { return m_minor == 0; }
    bool isNegative() const { return m_minor < 0; }

    Result<Money> plus(const Money &other) const;
    Result<Money> minus(const Money &other) const;
    Result<Money> negated() const;
    //! This amount times quantityMilli / 1000, halves rounded away from zero.
    Result<Money> timesMilli(qint64 quantityMilli) const;
    //! `rate` of this amount, halves rounded away from zero (the commercial rounding of invoices).
    Result<Money> share(Rate rate) const;
    //! The tax inside this amount at `rate`: amount − amount / (1 + rate), halves away from zero.
    Result<Money> taxIncluded(Rate rate) const { return taxIncluded(rate, rate); }
    //! The same of one of several taxes, which come to `all` together: amount × rate / (1 + all).
    Result<Money> taxIncluded(Rate rate, Rate all) const;
    /*!
     * Split in proportion to `weights` (none negative, not all zero): the parts add up to this amount
     * exactly, by largest remainder, the earlier part first where remainders are equal.
     */
    Result<std::vector<Money>> split(std::span<const qint64> weights) const;

    //! With the currency's symbol and the locale's grouping; whole amounts without ".00".
    QString toText(const QLocale &locale) const;
    //! As toText without symbol, for columns whose heading names the currency.
    QString toFigure(const QLocale &locale) const;
    //! "1234.50", for files.
    QString toPlain() const;

    friend bool operator==(const Money &, const Money &) = default;

private:
    quint64 magnitude() const;
    quint64 unit() const;           // minor units in a whole one
    QString fractionDigits() const; // empty for whole amounts

    qint64 m_minor;
    Currency m_currency;
};

} // namespace thimblely
