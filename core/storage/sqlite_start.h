// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

namespace thimblely::storage {

//! Before anything else of SQLite is called in the process: what is set for all of it can be set no more afterwards.
//! Whoever calls SQLite first calls this first; thread-safe, and does it once.
void startSqlite();

} // namespace thimblely::storage
