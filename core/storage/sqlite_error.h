// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/base/error.h"

struct sqlite3;

namespace thimblely::storage {

/*!
 * The Error for an extended SQLite result code. A constraint becomes Conflict ("storage.constraint"), a RAISE of one
 * of our triggers Conflict with its text as code, an authorizer's no Forbidden ("access.wall").
 */
Error errorFromSqlite(int code, sqlite3 *handle);

} // namespace thimblely::storage
