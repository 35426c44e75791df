// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/base/clock.h"
#include "core/base/id.h"
#include "core/base/result.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace thimblely::storage {
class Connection;
}

namespace thimblely::access {

//! By what a file shows on which computer, and how far, its device has worked in it.
struct FileMark {
    std::optional<DeviceId> device; //!< none: nobody has signed in to it yet
    QByteArray fileId;
    QByteArray machine; //!< hash of the computer it was last opened on; empty: never noted
    qint64 newestOperation = 0;
};

// Privileged, for opening a file and for restoring one; on the connection's thread.

Result<FileMark> readMark(storage::Connection &connection);
Result<void> setMachine(storage::Connection &connection, const QByteArray &machine);
/*!
 * The file goes on as that of another device: every series of numbers that anybody held in it is closed, since the copy it
 * was made from may have gone on giving numbers (sync.md 14), and nobody is locked out by tries that were made
 * elsewhere. In one transaction.
 */
Result<void> goOnAs(storage::Connection &connection, DeviceId device, const QByteArray &machine, const QString &name,
                    Instant now);

} // namespace thimblely::access
