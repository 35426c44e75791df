// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/access/session.h"
#include "core/base/clock.h"
#include "core/base/id.h"
#include "core/storage/catalogue.h"

#include <QJsonObject>
#include <QStringList>

#include <optional>
#include <vector>

namespace thimblely::changes {

/*!
 * What the owner of a workspace reads of its past: who did what, when and on which device, and what it changed. Only
 * what the person may read in the tables comes back through it. Forbidden without history:read. On the session's
 * thread; operations() and changesOf() answer at once, ofRow() may take longer than a frame in a large file.
 */
class History {
public:
    explicit History(access::Session &session) : m_session(session) {}

    struct Operation {
        qint64 number; //!< in this file: the key of the next page
        OperationId id;
        QByteArray kind;
        QStringList args;
        std::optional<PersonId> person; //!< none: the program itself
        QString personName;             //!< empty where it may not be read
        QString deviceName;
        Instant happenedAt;
        bool undone;
        bool remote; //!< done on another device
    };
    struct Page {
        std::vector<Operation> rows; //!< newest first
        std::optional<qint64> next;
    };
    enum class Action { Made = 1, Changed = 2, Erased = 3 };
    struct Value {
        QByteArray column;
        QJsonValue before;
        std::optional<QJsonValue> after; //!< none: the row cannot be read any more
    };
    struct Change {
        Operation operation;
        Action action;
        std::vector<Value> values; //!< by column; empty for what was made. Bytes as hexadecimal digits
    };
    struct Row {
        storage::Table table;
        RowId id;
        Action action;
    };

    Result<Page> operations(std::optional<qint64> before = {}, int limit = 50);
    //! The rows that an operation wrote.
    Result<std::vector<Row>> changesOf(OperationId operation);
    //! What became of a row, newest first; at its end how it was made, where that can be told.
    Result<std::vector<Change>> ofRow(storage::Table table, RowId row);

private:
    Result<QString> deviceName(DeviceId device);
    Result<Operation> readOperation(storage::Statement &row);
    Result<QJsonObject> present(storage::Table table, RowId row);

    access::Session &m_session;
};

} // namespace thimblely::changes
