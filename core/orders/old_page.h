// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/base/id.h"
#include "core/base/result.h"

#include <QByteArray>

namespace thimblely::access {
class Session;
}

namespace thimblely::orders {

//! The SHA-256 of the photo of the page of the old book that an order stands on; empty where it stands on none.
//! Answers at once, on the Session's thread.
Result<QByteArray> pageOfOldBook(access::Session &session, OrderId order);

} // namespace thimblely::orders
