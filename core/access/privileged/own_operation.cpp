// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/access/privileged/own_operation.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace thimblely::access {

namespace {

Result<void> execute(storage::Connection &connection, QByteArrayView sql)
{
    TRY_ASSIGN(auto statement, connection.query(sql));
    return statement->run();
}

} // namespace

Result<void> beginOperation(storage::Connection &connection, const Actor &actor, const char *kind,
                            const QStringList &args, const Clock &clock)
{
    const QByteArray label = QJsonDocument(QJsonArray::fromStringList(args)).toJson(QJsonDocument::Compact);
    TRY_ASSIGN(auto insert, connection.query(R"(
        INSERT INTO sys_operations (uid, workspace_id, person_id, device_id, kind, label, happened_at, undoable)
        VALUES (?, ?, ?, ?, ?, ?, ?, 0))"));
    insert->bind(OperationId::make(clock), actor.workspace, actor.person, actor.device, kind)
        .bindUtf8(label)
        .bind(clock.now());
    TRY(insert->run());
    return execute(connection, "UPDATE sys_current_operation SET operation_id = last_insert_rowid()");
}

Result<void> endOperation(storage::Connection &connection)
{
    return execute(connection, "UPDATE sys_current_operation SET operation_id = NULL");
}

} // namespace thimblely::access
