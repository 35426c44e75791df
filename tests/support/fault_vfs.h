// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>

#include <functional>
#include <memory>
#include <set>
#include <thread>

namespace thimblely::test {

/*!
 * A SQLite VFS that fails on demand: power cuts, slow and full disks, read-only media. It lies over the
 * system's VFS and below ours: give name() to OpenOptions::vfs, or to `?vfs=` of a URI.
 *
 * The live file is the real one, so a connection reads what it wrote. Beside it the VFS keeps, for each
 * database, WAL and rollback journal, its image as of the last xSync and every write and truncation since.
 * writeSurvivors() makes from these what a disk could hold after a power cut. A deletion counts as durable at
 * once; the shared-memory file and temporary files are not tracked, as no power cut leaves one that matters.
 *
 * The images are in memory: for files of some megabytes. All functions are thread-safe. Several instances are
 * several disks; SQLite may still hold the VFS after the instance has gone, so its state is never freed.
 */
class FaultVfs {
public:
    //! What of the writes since a file's last xSync reaches the disk when the power goes.
    enum class Survival {
        None,         //!< none of them: the least that a disk may keep
        All,          //!< all of them, as when only the program dies
        RandomWrites, //!< any subset of them, by the seed
        TornLast      //!< all but the very last, of which only some 512-byte sectors, by the seed, arrive
    };

    FaultVfs();
    FaultVfs(const FaultVfs &) = delete;
    FaultVfs &operator=(const FaultVfs &) = delete;

    ~FaultVfs();

    QByteArray name() const;
    /*!
     * The real program, which names no VFS, works on this one from now on, until it is destroyed. To be called before
     * the process opens its first file: what lies below the checksums is looked up once.
     */
    void becomeDefault();

    /*!
     * Lets `more` further writes (xWrite and xTruncate of tracked files) through; then the power is gone, and
     * every read, write, sync, truncation, deletion and opening fails with an I/O error until restore().
     */
    void cutAfterWrite(qint64 more);
    //! Cuts the power now.
    void cut() { cutAfterWrite(0); }
    bool isCut() const; //!< true once an operation has failed because of the cut

    //! Each xSync of a tracked file takes this long; 0 for the disk's own time.
    void setSyncDelay(int milliseconds);
    /*!
     * Called in each xSync of a tracked file, on its thread; the sync lasts as long as the call. A test says by it what
     * has to go on while a disk is at work. None: an empty function.
     */
    void setSyncHook(std::function<void()> hook);
    //! From now on tracked files may grow by this many bytes in sum, then writes fail with SQLITE_FULL. -1:
    //! no limit.
    void setRoom(qint64 bytes);
    //! Files are opened for reading only, and writes to open ones fail with SQLITE_READONLY.
    void setReadOnly(bool readOnly);

    /*!
     * All faults off, counters at zero, and the files' present contents taken as what is on the disk. All
     * connections have to be closed.
     */
    void restore();

    /*!
     * Writes what survived of the database `path` and its WAL and journal to `target` and its companions,
     * which are replaced. The same seed gives the same image. Usable while connections are open.
     */
    Result<void> writeSurvivors(const QString &path, const QString &target, Survival survival, quint32 seed = 1) const;

    qint64 writes() const;       //!< xWrite and xTruncate of tracked files that went through
    qint64 syncs() const;        //!< xSync of tracked files that went through
    qint64 bytesWritten() const; //!< by these writes
    //! The threads that waited for an xSync of a tracked file: the GUI's is never among them.
    std::set<std::thread::id> syncingThreads() const;
    //! The threads that wrote to a tracked file or truncated it.
    std::set<std::thread::id> writingThreads() const;

    struct State;

private:
    State *m_state;
};

} // namespace thimblely::test
