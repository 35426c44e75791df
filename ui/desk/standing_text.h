// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/base/money.h"

#include <QLocale>
#include <QString>

#include <optional>

namespace thimblely::ui {

/*!
 * How somebody stands, or an order, in a line: "Owes 61,000, 9,000 paid too much". What is on its way is said where nothing
 * is owed; what was paid too much is never taken off what is owed. Empty: it is even, or may not be read. GUI thread.
 */
QString standingText(const std::optional<Money> &owed, const std::optional<Money> &waiting,
                     const std::optional<Money> &overpaid, const QLocale &locale, bool withSymbol = false);

} // namespace thimblely::ui
