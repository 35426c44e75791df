// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/access/row_writer.h"
#include "core/access/scoped_connection.h"
#include "core/base/clock.h"

#include <QStringList>

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <typeindex>
#include <vector>

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

    /*!
     * What a class keeps for as long as the operation runs, made when it is first asked for: where many rows follow, what it
     * would read and write anew with each. What it has not written by then it writes atTheEnd().
     */
    template <typename Kept>
    Kept &kept()
    {
        std::shared_ptr<void> &found = m_kept[std::type_index(typeid(Kept))];
        if (!found)
            found = std::make_shared<Kept>();
        return *static_cast<Kept *>(found.get());
    }
    //! Done once the operation's function was, in the same transaction; not where it failed. Only where writesMany().
    void atTheEnd(std::function<Result<void>(WriteContext &)> write) { m_atTheEnd.push_back(std::move(write)); }
    Result<void> writeTheRest()
    {
        for (const auto &write : m_atTheEnd)
            TRY(write(*this));
        m_atTheEnd.clear();
        return {};
    }

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
    std::map<std::type_index, std::shared_ptr<void>> m_kept;
    std::vector<std::function<Result<void>(WriteContext &)>> m_atTheEnd;
};

} // namespace thimblely::changes
