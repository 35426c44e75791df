// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include <QByteArray>
#include <QString>

#include <memory>

namespace thimblely::storage {

/*!
 * Reads a file that this process may have open as a database. POSIX takes all locks of a process from a file as soon as it
 * closes it anywhere, even where that was only read; SQLite then believes itself alone elsewhere and deletes the log beneath
 * whoever has lost theirs (sqlite.org/howtocorrupt.html, 2.2). Opened by SQLite's own VFS, whose close waits for the
 * process's locks, it is safe: no other code of ours may open a shop's file. On any thread, one at a time.
 */
class VfsFile {
public:
    VfsFile();
    ~VfsFile();
    Q_DISABLE_COPY_MOVE(VfsFile)

    bool open(const QString &path); //!< to be read
    qint64 size() const;            //!< bytes; -1: it cannot be told
    //! Fewer bytes at the end of the file; none where it cannot be read.
    QByteArray read(qint64 at, qint64 bytes) const;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace thimblely::storage
