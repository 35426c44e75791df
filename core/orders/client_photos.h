// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/access/session.h"
#include "core/changes/media.h"

#include <vector>

namespace thimblely::orders {

/*!
 * What was photographed of a client's pieces, as they came in, of their cloth and as they left: those of the newest orders
 * first, at most `most`. On the session's thread. Forbidden without orders:read.
 */
Result<std::vector<changes::Media>> photosOfClient(access::Session &session, ClientId client, int most);

} // namespace thimblely::orders
