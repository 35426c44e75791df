// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/finance/tender.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace thimblely::finance {

namespace {

constexpr size_t offered = 3;
constexpr qint64 largestDue = 1'000'000'000'000'000; // so that fifty times of it still fits

struct Note {
    std::string_view currency;
    qint64 whole; //!< in whole units of it
};
constexpr std::array notes{
    Note{"AED", 1000},  Note{"AUD", 100},    Note{"BDT", 1000},  Note{"BRL", 200},    Note{"CAD", 100},
    Note{"CDF", 20000}, Note{"CHF", 1000},   Note{"CNY", 100},   Note{"COP", 100000}, Note{"DKK", 500},
    Note{"DZD", 2000},  Note{"EGP", 200},    Note{"ETB", 200},   Note{"EUR", 200},    Note{"GBP", 50},
    Note{"GHS", 200},   Note{"IDR", 100000}, Note{"INR", 500},   Note{"JPY", 10000},  Note{"KES", 1000},
    Note{"KWD", 20},    Note{"LKR", 5000},   Note{"MAD", 200},   Note{"MXN", 1000},   Note{"MYR", 100},
    Note{"NGN", 1000},  Note{"NOK", 1000},   Note{"NPR", 1000},  Note{"NZD", 100},    Note{"PHP", 1000},
    Note{"PKR", 5000},  Note{"PLN", 500},    Note{"QAR", 500},   Note{"RWF", 5000},   Note{"SAR", 500},
    Note{"SEK", 1000},  Note{"TND", 50},     Note{"TRY", 200},   Note{"TZS", 10000},  Note{"UGX", 50000},
    Note{"USD", 100},   Note{"XAF", 10000},  Note{"XOF", 10000}, Note{"ZAR", 200},    Note{"ZMW", 500},
};

qint64 wholeUnit(Currency currency)
{
    qint64 minor = 1;
    for (int digit = 0; digit < currency.minorDigits(); ++digit)
        minor *= 10;
    return minor;
}

} // namespace

std::vector<Money> likelyTenders(const Money &due)
{
    std::vector<Money> amounts{due};
    if (due.minor() <= 0 || due.minor() > largestDue)
        return amounts;
    qint64 step = 1;
    while (step * 10 <= due.minor())
        step *= 10;
    for (const qint64 round : {step, 5 * step, 10 * step, 20 * step, 50 * step}) {
        const qint64 up = (due.minor() / round + 1) * round;
        if (amounts.size() < offered && up > amounts.back().minor())
            amounts.emplace_back(up, due.currency());
    }
    return amounts;
}

std::optional<Money> largestNote(Currency currency)
{
    const QByteArray code = currency.code().toLatin1();
    const auto found =
        std::ranges::find(notes, std::string_view(code.constData(), size_t(code.size())), &Note::currency);
    if (found == notes.end())
        return std::nullopt;
    return Money(found->whole * wholeUnit(currency), currency);
}

bool isDoubtfulTender(const Money &due, const Money &tendered)
{
    const auto change = tendered.minus(due);
    if (!change || due.minor() <= 0 || tendered.minor() <= likelyTenders(due).back().minor())
        return false;
    if (const auto note = largestNote(due.currency()))
        return change->minor() >= note->minor();
    return tendered.minor() / 10 > due.minor();
}

} // namespace thimblely::finance
