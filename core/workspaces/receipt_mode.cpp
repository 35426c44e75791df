// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/workspaces/receipt_mode.h"

#include <algorithm>
#include <array>

namespace thimblely {

namespace {

constexpr std::array words = {"here", "own_till", "none"};

} // namespace

QByteArray toCode(ReceiptMode mode)
{
    return words.at(size_t(mode));
}

Result<ReceiptMode> receiptModeFromCode(QStringView code)
{
    const auto found = std::ranges::find_if(words, [code](const char *word) { return code == QLatin1String(word); });
    if (found == words.end())
        return Error{ErrorKind::Internal, "file.unknown_word", {}, QStringLiteral("fiscal_mode")};
    return ReceiptMode(found - words.begin());
}

ReceiptMode usualReceiptMode(QStringView country)
{
    constexpr std::array certified = {"AT", "DE", "IT"};
    const bool own =
        std::ranges::any_of(certified, [country](const char *code) { return country == QLatin1String(code); });
    return own ? ReceiptMode::OwnTill : ReceiptMode::None;
}

} // namespace thimblely
