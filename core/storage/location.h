// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/base/result.h"

#include <QString>

namespace thimblely::storage {

/*!
 * Refuses a path on a network file system, where SQLite's locks do not hold, or in a folder that a cloud service keeps
 * in sync, which copies a database while it is being written; in a folder encrypted by gocryptfs, also where the
 * encrypted files lie. NetworkPath "storage.network_path" or "storage.synced_folder", args[0] the path. The file need not
 * exist.
 */
Result<void> checkLocation(const QString &path);

} // namespace thimblely::storage
