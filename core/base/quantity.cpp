// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/base/quantity.h"

#include "core/base/figure_text.h"

namespace thimblely {

namespace {
constexpr quint64 largest = 1'000'000'000'000'000; // no shop counts more, and a thousand times it fits 64 bits
}

Result<Quantity> Quantity::parse(QStringView text, const QLocale &locale)
{
    const auto figure = readFigure(text, locale);
    if (!figure || figure->fractionDigits > 3 || figure->digits > largest)
        return Error{ErrorKind::Invalid, "quantity.malformed", {text.left(40).toString()}, {}};
    auto milli = qint64(figure->digits);
    for (int i = figure->fractionDigits; i < 3; ++i)
        milli *= 10;
    return Quantity(figure->negative ? -milli : milli);
}

QString Quantity::toText(const QLocale &locale) const
{
    const quint64 magnitude = m_milli < 0 ? quint64(0) - quint64(m_milli) : quint64(m_milli);
    QString rest = QString::number(magnitude % 1000).rightJustified(3, u'0');
    while (rest.endsWith(u'0'))
        rest.chop(1);
    return writeFigure(m_milli < 0, magnitude / 1000, rest, locale);
}

} // namespace thimblely
