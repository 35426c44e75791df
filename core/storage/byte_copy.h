// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/storage/file_copy.h"

namespace thimblely::storage {

/*!
 * A copy byte by byte, as quick as the disk, where that is one of a single moment: the log is copied back into the file
 * while nobody may write for a moment, and for as long as the connection then reads, SQLite leaves the file as it is; who
 * writes goes on in the log. False: it could not be done so (somebody is writing, the log is held by an older read, a page
 * does not check out), and what lies at `path` is worth nothing. For copyFile().
 */
Result<bool> copyBytes(Connection &source, const QString &path, CopyKind kind, const CopyProgress &progress);

} // namespace thimblely::storage
