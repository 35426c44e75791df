// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/base/money.h"

#include <optional>

namespace thimblely::ui {

//! "10 %" as a rate; nothing where it is an amount. Errors: "money.malformed", also over 100 %.
std::optional<Result<Rate>> shareOf(const QString &typed, const QLocale &locale);
//! "7.5 %", as it would be typed.
QString shareText(Rate rate, const QLocale &locale);

} // namespace thimblely::ui
