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

/*!
 * A copy of a connection's file as it is at this moment, by SQLite's backup, while others read and write it: on the disk,
 * whole and under its name once this returns, else not there. `belowVfs`: for tests, the VFS below ours.
 * Errors by kind: DiskFull, Io, Busy, Cancelled. On the connection's thread.
 */
Result<void> copyFile(Connection &source, const QString &path, const QByteArray &belowVfs = {},
                      const CopyProgress &progress = {});

} // namespace thimblely::storage
