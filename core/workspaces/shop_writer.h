// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/changes/write_context.h"
#include "core/workspaces/hours_service.h"
#include "core/workspaces/shop_places.h"
#include "core/workspaces/workspace_service.h"

namespace thimblely::workspaces {

/*
 * What holds for the shop as rows; parts of a write operation. Each writes only what differs from what stands in the
 * file. Errors: those of the services of the same name (workspace_service.h, hours_service.h).
 */
Result<void> writeProfile(changes::WriteContext &context, const WorkspaceProfile &profile);
Result<void> writeHours(changes::WriteContext &context, const ShopHours &hours);
//! Those of access/region_rules.h.
Result<void> writePlaces(changes::WriteContext &context, const ShopPlaces &places);

} // namespace thimblely::workspaces
