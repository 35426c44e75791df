// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/access/session.h"

namespace thimblely::access {

Session::Session(storage::OpenOptions options, const Principal &principal)
    : m_options(std::move(options)), m_principal(principal)
{}

Result<std::unique_ptr<Session>> Session::open(const QString &path, const Principal &principal)
{
    storage::OpenOptions options;
    options.path = path;
    return open(options, principal);
}

Result<std::unique_ptr<Session>> Session::open(const storage::OpenOptions &options, const Principal &principal)
{
    std::unique_ptr<Session> session(new Session(options, principal));
    TRY_ASSIGN(session->m_reader, session->openConnection());
    return session;
}

Result<std::unique_ptr<ScopedConnection>> Session::openConnection(Durability durability) const
{
    storage::OpenOptions options = m_options;
    options.durability = durability;
    return ScopedConnection::open(options, m_principal);
}

Result<std::unique_ptr<Session>> SessionOpener::open(const Principal &principal)
{
    std::unique_ptr<storage::Connection> spare = m_spare.take(m_options);
    if (!spare)
        return Session::open(m_options, principal);
    std::unique_ptr<Session> session(new Session(m_options, principal));
    TRY_ASSIGN(session->m_reader, ScopedConnection::over(std::move(spare), principal));
    return session;
}

} // namespace thimblely::access
