// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/storage/connection.h"

#include <QThreadPool>

#include <mutex>

namespace thimblely::storage {

/*!
 * A connection opened before anybody needs it, on a thread of its own, with the file's schema read: SQLite parses some
 * 165 triggers for it, which takes longer than all the rest of a sign-in.
 *
 * make() and take() from any thread; what take() gives belongs to the thread that took it.
 */
class SpareConnection {
public:
    SpareConnection();
    ~SpareConnection();
    SpareConnection(const SpareConnection &) = delete;
    SpareConnection &operator=(const SpareConnection &) = delete;

    //! Begins to open one, unless one is there or on its way. A failure is silent: whoever opens for good is told.
    void make(const OpenOptions &options);
    //! The one that is there, if it was opened with these options and its path still leads to the same file; else none.
    std::unique_ptr<Connection> take(const OpenOptions &options);
    bool isReady() const;
    //! Until what make() began has ended.
    void wait() { m_thread.waitForDone(); }

private:
    struct Spare;
    void open(const OpenOptions &options);

    mutable std::mutex m_mutex;
    std::unique_ptr<Spare> m_spare;
    bool m_onItsWay = false;
    QThreadPool m_thread; // last: waits for what it does before the rest goes
};

} // namespace thimblely::storage
