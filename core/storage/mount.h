// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include <QString>

namespace thimblely::storage {

//! Where a file system is seen: a line of /proc/self/mountinfo, proc(5).
struct Mount {
    QString device; //!< "253:1"
    QString point;  //!< empty: the system does not tell
    QString type;   //!< "ext4", "fuse.gocryptfs"
    QString source; //!< what it is made of: "/dev/sda1", or the folder that is encrypted
};

/*!
 * Of the file system that holds `path`, absolute and without links. Touches no file system but /proc, so that one whose
 * server is gone does not hold it up. `root`: for tests, where /proc is. Any thread.
 */
Mount mountHolding(const QString &path, const QString &root = {});

} // namespace thimblely::storage
