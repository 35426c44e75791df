// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/base/id.h"
#include "core/base/result.h"

#include <QString>

namespace thimblely::access {
class Session;
}

namespace thimblely::orders {

/*!
 * The paper pattern by which such a garment was cut last for this body, as it was written down with that piece; empty:
 * none was. Of the pieces themselves, so that there is no second list of patterns. Reads at once, on the session's
 * thread; Forbidden without orders:read.
 */
Result<QString> lastPattern(access::Session &session, ClientId body, const QString &garmentType);

} // namespace thimblely::orders
