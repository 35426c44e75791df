// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/exchange/amounts.h"

#include "core/exchange/currency_words.h"

#include <limits>

namespace thimblely::exchange {

Result<void> requireCurrency(const QString &said, Currency shops)
{
    if (said.isEmpty() || mayMean(said, shops.code()))
        return {};
    return Error{ErrorKind::Invalid, "table.other_currency", {said, shops.code()}, {}};
}

std::optional<qint64> scaled(Figure figure, int places)
{
    while (figure.fractionDigits > places && figure.digits % 10 == 0) {
        figure.digits /= 10;
        --figure.fractionDigits;
    }
    if (figure.fractionDigits > places)
        return {};
    for (; figure.fractionDigits < places; ++figure.fractionDigits) {
        if (figure.digits > quint64(std::numeric_limits<qint64>::max()) / 100)
            return {};
        figure.digits *= 10;
    }
    return figure.digits > quint64(std::numeric_limits<qint64>::max()) ? std::nullopt
                                                                       : std::optional(qint64(figure.digits));
}

} // namespace thimblely::exchange
