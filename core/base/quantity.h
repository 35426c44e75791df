// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/base/result.h"

#include <QLocale>
#include <QString>

#include <compare>

namespace thimblely {

//! A quantity of stock in thousandths of its unit, as in every *_milli column: 2.75 m of cloth is 2750.
class Quantity {
public:
    constexpr explicit Quantity(qint64 milli) : m_milli(milli) {}
    static constexpr Quantity whole(qint64 count) { return Quantity(count * 1000); }
    //! As typed (readFigure in figure_text.h) with at most three decimals; else "quantity.malformed".
    static Result<Quantity> parse(QStringView text, const QLocale &locale);

    constexpr qint64 milli() const { return m_milli; }
    constexpr Quantity operator-() const { return Quantity(-m_milli); }
    constexpr Quantity operator+(Quantity other) const { return Quantity(m_milli + other.m_milli); }
    constexpr Quantity operator-(Quantity other) const { return Quantity(m_milli - other.m_milli); }
    QString toText(const QLocale &locale) const; //!< "2.75", without trailing zeros

    friend constexpr auto operator<=>(Quantity, Quantity) = default;

private:
    qint64 m_milli;
};

} // namespace thimblely
