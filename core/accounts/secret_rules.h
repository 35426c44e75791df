// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/base/result.h"

#include <QString>

namespace thimblely {

//! Digits of a PIN that may be chosen: fewer where the computer's keychain protects it (pin_hash.h).
constexpr int shortestPin(bool withKeychain)
{
    return withKeychain ? 4 : 6;
}

//! At least 8 characters ("accounts.password_short").
Result<void> validatePassword(const QString &password);
//! So many to 8 digits ("accounts.pin_short"), not all the same and no simple run ("accounts.pin_simple").
Result<void> validatePin(const QString &pin, int shortest = shortestPin(true));
//! Six digits that nobody chose.
QString randomPin();

} // namespace thimblely
