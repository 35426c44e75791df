// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/access/gate_key.h"
#include "core/access/principal.h"
#include "core/base/result.h"
#include "core/storage/connection.h"

#include <memory>

namespace thimblely::access {

class Wall;

/*!
 * A connection behind the wall: the views of one person in one workspace, and an authorizer that lets nothing else
 * be read (access.md). One per thread and Session; opened anew for another person, never changed.
 */
class ScopedConnection {
public:
    static Result<std::unique_ptr<ScopedConnection>> open(const storage::OpenOptions &options, const Principal &principal);
    ~ScopedConnection();

    //! A statement over the scoped views (clients, orders …); anything else is Forbidden ("access.wall").
    Result<storage::Connection::Query> query(QByteArrayView sql);
    //! Past the wall, for the few classes that can make a key.
    Result<storage::Connection::Query> gatedQuery(GateKey key, QByteArrayView sql);

    /*!
     * Holds the gate open while it lives: for stepping a gated statement that prepares others (FTS5), and for one whose
     * schema changed under it. Nestable.
     */
    class OpenGate;
    OpenGate openGate(GateKey key);

    const Principal &principal() const { return m_principal; }
    qint64 dataVersion() { return m_connection->dataVersion(); }
    //! For the write door: BEGIN and COMMIT go through the gate too.
    storage::Connection &connection(GateKey) { return *m_connection; }

private:
    ScopedConnection(std::unique_ptr<storage::Connection> connection, Principal principal);

    Principal m_principal;
    std::unique_ptr<storage::Connection> m_connection;
    std::unique_ptr<Wall> m_wall;
};

class ScopedConnection::OpenGate {
public:
    ~OpenGate();
    OpenGate(const OpenGate &) = delete;
    OpenGate &operator=(const OpenGate &) = delete;

private:
    friend class ScopedConnection;
    explicit OpenGate(Wall &wall);
    Wall &m_wall;
};

} // namespace thimblely::access
