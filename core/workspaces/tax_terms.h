// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/workspaces/workspace_service.h"

namespace thimblely::workspaces {

//! How the connection's workspace taxes; for write operations of other modules, on the connection's thread.
Result<TaxSettings> taxTerms(access::ScopedConnection &connection);

} // namespace thimblely::workspaces
