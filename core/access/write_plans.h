// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/access/row_writer.h"
#include "core/access/wall.h"
#include "core/storage/statement.h"

#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

namespace thimblely::access {

//! What is looked at before a value is bound; everything that depends on the column alone was decided with the plan.
enum class FieldCheck : unsigned char { None, Owner, OwnerOrNone, Guarded, Role, Permissions };

//! One statement of the row writer with what was found out about it; made once per table, action and columns.
struct WritePlan {
    storage::Statement statement;
    std::vector<FieldCheck> checks; //!< one per field
    bool anyCheck = false;
    int workspaceField = -1; //!< the field that says workspace_id (NULL: a personal row), which is not bound
    bool asksParent = false; //!< the parent's workspace is bound after the id
    bool asksPiece = false;  //!< the piece must be assigned to the person
    bool asksMoney = false;  //!< what the row of money is decides the capability
    std::optional<Capability> lacking = {}; //!< would reach all of the workspace's rows, where the plan reaches fewer
};

//! The plans of one connection, by action, table and columns.
struct WritePlans {
    std::unordered_map<std::string, WritePlan, NameHash, std::equal_to<>> byColumns;
    std::string key; // reused, so that looking one up allocates nothing
};

} // namespace thimblely::access
