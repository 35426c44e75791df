// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>

#include <functional>

namespace thimblely::storage {

class Connection;

//! Told how many pages of all are copied, a few times a second; false stops the copy (Cancelled "storage.copy_stopped").
using CopyProgress = std::function<bool(qint64 done, qint64 all)>;

//! Passing: it is read and then taken away, and need not be there after a failure of power.
enum class CopyKind { Lasting, Passing };

/*!
 * A copy of a connection's file as it is at this moment, while others read and write it: on the disk, whole and under its
 * name once this returns, else not there. Byte by byte where that can be (byte_copy.h), else by SQLite's backup. `belowVfs`: for tests, the VFS below ours.
 * Errors by kind: DiskFull, Io, Busy, Cancelled. On the connection's thread.
 */
Result<void> copyFile(Connection &source, const QString &path, const QByteArray &belowVfs = {},
                      const CopyProgress &progress = {}, CopyKind kind = CopyKind::Lasting);

} // namespace thimblely::storage
