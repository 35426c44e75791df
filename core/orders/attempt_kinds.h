// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/inventory/code_table.h"
#include "core/orders/attempt_service.h"

namespace thimblely::orders {

//! How the client's log says it; for this folder.
inline constexpr inventory::CodeTable<AttemptKind, 3> attemptKinds{"interaction_type", {"call", "email", "note"}};

} // namespace thimblely::orders
