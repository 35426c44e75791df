// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/access/row_writer.h"
#include "core/access/scoped_connection.h"
#include "core/base/clock.h"

#include <QStringList>

#include <optional>

namespace thimblely::changes {

/*!
 * What a write operation works with, on the writer thread and inside its transaction: the rows it writes and the
 * scoped views it reads. It lives as long as the operation's function runs.
 */
class WriteContext {
public:
    WriteContext(access::ScopedConnection &connection, const Clock &clock, OperationId operation)
        : m_connection(connection), m_clock(clock), m_rows(connection, clock), m_operation(operation)
    {}

    access::RowWriter &rows() { return m_rows; }
    Result<storage::Connection::Query> query(QByteArrayView sql) { return m_connection.query(sql); }
    access::ScopedConnection &connection() { return m_connection; }
    const access::Principal &principal() const { return m_connection.principal(); }
    const Clock &clock() const { return m_clock; }
    OperationId operation() const { return m_operation; }

    //! See RowWriter::require: the approver, where it was not the person's own right.
    Result<std::optional<PersonId>> require(access::Capability capability,
                                            const std::optional<access::Approval> &approval)
    {
        return m_rows.require(capability, approval);
    }

    //! Thousands of rows follow, as in an import: what costs most by the single row is done for many together.
    void writeMany() { m_many = true; }
    bool writesMany() const { return m_many; }

    //! What the operation's sentence is filled with, where that is known only now: the number an order was given.
    void nameIt(QStringList args) { m_args = std::move(args); }
    const std::optional<QStringList> &args() const { return m_args; }

private:
    access::ScopedConnection &m_connection;
    const Clock &m_clock;
    access::RowWriter m_rows;
    OperationId m_operation;
    std::optional<QStringList> m_args;
    bool m_many = false;
};

} // namespace thimblely::changes
