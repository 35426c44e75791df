// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/base/id.h"
#include "core/storage/connection.h"
#include "core/storage/migrator.h"
#include "tests/support/fake_clock.h"

#include <QTemporaryDir>

#include <memory>

namespace thimblely::test {

//! A new shop's file in a folder of its own, with a person, a workspace they own, and an operation that stays open.
class ShopFile {
public:
    ShopFile()
    {
        const QString path = m_folder.filePath(QStringLiteral("test.shop"));
        const auto made = storage::Migrator(clock).create(path);
        if (!made)
            qFatal("%s", qPrintable(describe(made.error())));
        storage::OpenOptions options;
        options.path = path;
        options.durability = storage::OpenOptions::Durability::Import;
        m_connection = std::move(storage::Connection::open(options)).value();
        run("BEGIN;"
            "INSERT INTO sys_operations (id, uid, device_id, kind, happened_at)"
            " VALUES (1, randomblob(16), zeroblob(16), 'test', 0);"
            "UPDATE sys_current_operation SET operation_id = 1;"
            "INSERT INTO profiles (id, full_name, created_at, updated_at) VALUES (" +
            person +
            ", 'Ada', 0, 0);"
            "INSERT INTO workspaces (id, owner_id, name, slug, country_code, currency, created_at, updated_at)"
            " VALUES (" +
            workspace + ", " + person +
            ", 'Ada Tailors', 'ada', 'NG', 'NGN', 0, 0);"
            "INSERT INTO workspace_members (id, workspace_id, user_id, role, created_at, updated_at)"
            " VALUES (" +
            id(900) + ", " + workspace + ", " + person +
            ", 'admin', 0, 0);"
            "COMMIT");
    }

    storage::Connection &connection() { return *m_connection; }

    //! What went wrong, or nothing.
    QByteArray tryRun(const QByteArray &sql)
    {
        const auto done = m_connection->executeScript(sql);
        return done ? QByteArray() : done.error().code + ' ' + done.error().detail.toUtf8();
    }
    void run(const QByteArray &sql)
    {
        const QByteArray failure = tryRun(sql);
        if (!failure.isEmpty())
            qFatal("%s\n%s", failure.constData(), sql.constData());
    }
    QByteArray value(const QByteArray &sql)
    {
        auto query = m_connection->query(sql);
        if (!query)
            qFatal("%s\n%s", qPrintable(describe(query.error())), sql.constData());
        const auto row = (*query)->step();
        if (!row || !row.value())
            return "no row";
        return (*query)->isNull(0) ? QByteArray("NULL") : (*query)->utf8(0);
    }

    //! The SQL literal of a row's id.
    static QByteArray id(int number) { return "x'" + QByteArray::number(number, 16).rightJustified(32, '0') + '\''; }

    FakeClock clock;
    const QByteArray person = id(1);
    const QByteArray workspace = id(2);

private:
    QTemporaryDir m_folder;
    std::unique_ptr<storage::Connection> m_connection;
};

} // namespace thimblely::test
