// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/access/principal.h"
#include "core/access/scoped_connection.h"
#include "core/storage/spare_connection.h"

#include <memory>

namespace thimblely::access {

/*!
 * A signed-in person in the workspace they chose: what repositories, reports and models are built from. It holds the
 * reading connection of the thread that opened it (the GUI's); another thread opens one of its own.
 *
 * Somebody else signing in, another workspace or a changed role is a new Session, never a changed one.
 * Errors of opening: Forbidden ("access.no_member") where the person is no active member, and those of the file.
 */
class Session {
public:
    using Durability = storage::OpenOptions::Durability;

    static Result<std::unique_ptr<Session>> open(const QString &path, const Principal &principal);
    //! With options of a test's (a VFS); the mode is kept.
    static Result<std::unique_ptr<Session>> open(const storage::OpenOptions &options, const Principal &principal);

    const Principal &principal() const { return m_principal; }
    bool can(Capability capability) const { return m_principal.can(capability); }
    const QString &path() const { return m_options.path; }

    //! On the thread that opened the session only.
    ScopedConnection &reader() { return *m_reader; }

    //! A connection of its own, with its own views and statements, for the thread that calls; any thread may.
    Result<std::unique_ptr<ScopedConnection>> openConnection(Durability durability = Durability::Full) const;

private:
    friend class SessionOpener;
    Session(storage::OpenOptions options, const Principal &principal);

    const storage::OpenOptions m_options;
    const Principal m_principal;
    std::unique_ptr<ScopedConnection> m_reader;
};

/*!
 * Opens one session after another on a file that is known beforehand, as at the sign-in screen: what does not depend
 * on who comes is done by prepare(), on a thread of its own. On one thread.
 */
class SessionOpener {
public:
    explicit SessionOpener(const QString &path) { m_options.path = path; }

    const QString &path() const { return m_options.path; }
    void prepare() { m_spare.make(m_options); }
    //! As Session::open(), prepared or not.
    Result<std::unique_ptr<Session>> open(const Principal &principal);
    //! For measurements and tests.
    bool isPrepared() const { return m_spare.isReady(); }
    void wait() { m_spare.wait(); }

private:
    storage::OpenOptions m_options;
    storage::SpareConnection m_spare;
};

} // namespace thimblely::access
