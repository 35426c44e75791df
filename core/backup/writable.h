// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/base/error.h"

#include <optional>

namespace thimblely::backup {

/*!
 * Why a shop's file that was open cannot be worked in any more, without SQLite, which would take up what it still holds
 * of a disk that is gone: NotFound "storage.away" (args: its folder), ReadOnly "storage.read_only", DiskFull
 * "storage.disk_full", Io "storage.io". None where its head can be read and something beside it written and synced. May
 * take as long as a dead disk does: not on the GUI thread.
 */
std::optional<Error> whyNotWritable(const QString &shopFile);

} // namespace thimblely::backup
