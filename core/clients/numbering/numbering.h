// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/clients/phone_number.h"

namespace thimblely {

/*!
 * readPhone() (phone_number.h) as a module exports it that is loaded with the first number: libphonenumber and the
 * libraries that it brings cost a start 2 ms and 3 MB, and nobody types a number before signing in.
 */
using ReadPhone = PhoneReading (*)(const QString &typed, const QString &countryCode);
constexpr const char *readPhoneName = "thimblelyReadPhone"; //!< returns a ReadPhone

} // namespace thimblely
