// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/access/session.h"
#include "tests/core/together/mixed_work.h"

#include <QString>

#include <vector>

namespace thimblely::test {

//! What a shop was told is safe: operations with all their entries in the history, and what was typed.
struct Acknowledged {
    struct Operation {
        qint64 number;
        QByteArray uid;
        qint64 entries;
    };
    qint64 before = 0; //!< operations that were there already
    std::vector<Operation> operations = {};
    int typed = 0;

    static Operation newest(storage::Connection &connection)
    {
        auto query = PreparedFile::require(
            connection.query("SELECT id, hex(uid), (SELECT count(*) FROM sys_journal WHERE operation_id = o.id)"
                             "  FROM sys_operations AS o ORDER BY id DESC LIMIT 1"));
        if (!PreparedFile::require(query->step()))
            qFatal("no operation");
        return {query->int64(0), query->utf8(1), query->int64(2)};
    }

    static qint64 countIn(storage::Connection &connection)
    {
        auto query = PreparedFile::require(connection.query("SELECT count(*) FROM sys_operations"));
        PreparedFile::require(query->step());
        return query->int64(0);
    }

    //! What of it a file does not hold, or holds without anybody's word for it but for the one on its way; empty: nothing.
    QString missingIn(storage::Connection &connection) const
    {
        for (const Operation &operation : operations) {
            auto query = PreparedFile::require(connection.query(
                "SELECT (SELECT count(*) FROM sys_journal WHERE operation_id = o.id) FROM sys_operations AS o"
                " WHERE id = ? AND hex(uid) = ?"));
            query->bind(operation.number).bindUtf8(operation.uid);
            if (!PreparedFile::require(query->step()))
                return QStringLiteral("operation %1 is lost").arg(operation.number);
            if (query->int64(0) != operation.entries)
                return QStringLiteral("operation %1 is not whole").arg(operation.number);
        }
        const qint64 untold = countIn(connection) - before - qint64(operations.size());
        return untold < 0 || untold > 1 ? QStringLiteral("%1 operations nobody was told of").arg(untold) : QString();
    }

    QString missingDraftIn(access::ScopedConnection &connection, const Clock &clock) const
    {
        const int found = MixedWork::typedIn(connection, clock).value_or(0);
        return found == typed || found == typed + 1 ? QString()
                                                    : QStringLiteral("typed %1 of %2").arg(found).arg(typed);
    }
};

} // namespace thimblely::test
