// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include <QString>

namespace thimblely::storage {

//! Whether what lies on a disk can be read by whoever takes the disk out of the computer.
enum class DiskEncryption {
    Encrypted, //!< LUKS or another dm-crypt device below the file system, eCryptfs, or a folder of gocryptfs
    Plain,     //!< a disk, and nothing encrypts it that this program can see
    Unknown    //!< no disk of its own (a network, a container, memory), or the system does not tell
};

/*!
 * Of the file system that holds `path` or, where that is not there yet, its folder. From /proc/self/mountinfo and
 * /sys/dev/block; a drive that encrypts itself and a folder under fscrypt are not seen. `root`: for tests, where /proc
 * and /sys are. Milliseconds; any thread.
 */
DiskEncryption diskEncryptionOf(const QString &path, const QString &root = {});

} // namespace thimblely::storage
