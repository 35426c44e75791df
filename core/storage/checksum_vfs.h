// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include <QByteArray>

namespace thimblely::storage {

//! Bytes at the end of each page that hold its checksum; set when a file is made (SQLITE_FCNTL_RESERVE_BYTES).
constexpr int checksumBytes = 8;

/*!
 * Registers, once per name, a VFS over `below` (empty: the system's) that writes a checksum into the last eight bytes
 * of each page of a main database file and checks it at each read; returns its name for the URI.
 *
 * The idea is that of SQLite's public-domain cksumvfs. integrity_check alone finds one flipped bit in five; here a
 * page with one fails to read (SQLITE_IOERR_DATA, ErrorKind::Corrupt). Pages in the WAL carry SQLite's own checksums.
 * Files whose pages reserve no eight bytes pass through unchanged. Thread-safe.
 */
QByteArray registerChecksumVfs(const QByteArray &below = {});

//! Whether a page that was read past the VFS ends with the checksum of the rest of it; `bytes` is a multiple of eight.
bool isChecksumRight(const unsigned char *page, int bytes);

} // namespace thimblely::storage
