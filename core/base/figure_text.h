// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include <QLocale>
#include <QString>

#include <optional>

namespace thimblely {

//! A decimal number as read from text: ±digits / 10^fractionDigits. The common ground of Money and Quantity.
struct Figure {
    bool negative;
    quint64 digits;
    int fractionDigits;
};

/*!
 * From what a person typed: decimal digits of any script, one decimal separator (the locale's, or a dot where
 * the locale does not group by it), the locale's grouping in threes or in lakhs, a leading minus. Nothing for
 * anything else, nor for more digits than 64 bits hold.
 */
std::optional<Figure> readFigure(QStringView text, const QLocale &locale);

//! `whole` grouped, and `fraction` (Latin digits, may be empty) after the separator, both in the locale's
//! digits.
QString writeFigure(bool negative, quint64 whole, const QString &fraction, const QLocale &locale);

} // namespace thimblely
