// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/access/principal.h"
#include "core/storage/connection.h"

namespace thimblely::access {

//! As PrincipalStore::load(), inside a transaction of another privileged one.
Result<Principal> readPrincipal(storage::Connection &connection, PersonId person, WorkspaceId workspace,
                                DeviceId device);

} // namespace thimblely::access
