// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/changes/write_door.h"
#include "core/workspaces/hours_service.h"
#include "core/workspaces/shop_places.h"
#include "core/workspaces/workspace_service.h"

#include <QFuture>

#include <optional>

namespace thimblely {

//! All that the shop's own page holds.
struct ShopFacts {
    WorkspaceProfile profile;
    std::optional<ShopHours> hours = {};   //!< none: as they are
    std::optional<bool> asksSeller = {};   //!< sale_terms.h; none: as it is
    std::optional<ShopPlaces> places = {}; //!< none: as they are
};

/*!
 * The shop's own page is kept by one save, so it is one operation ("workspace.update"), and one undo takes all of it
 * back. What does not differ is not written; settings still merge one by one. Errors: workspace_service.h,
 * hours_service.h and access/region_rules.h; any of them, and nothing is kept. GUI thread.
 */
class ShopService {
public:
    explicit ShopService(changes::WriteDoor &door) : m_door(door) {}

    QFuture<Result<void>> save(ShopFacts facts);

private:
    changes::WriteDoor &m_door;
};

} // namespace thimblely
