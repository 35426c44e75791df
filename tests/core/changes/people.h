// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/changes/write_door.h"
#include "core/storage/verify.h"
#include "tests/core/access/two_shops.h"

namespace thimblely::test {

//! Somebody of shop "a" signed in, with a door of their own.
struct SignedIn {
    std::unique_ptr<access::Session> session;
    std::unique_ptr<changes::WriteDoor> door;

    SignedIn(TwoShops &shops, const QByteArray &who)
    {
        shops.execute("UPDATE sys_current_operation SET operation_id = NULL"); // by hand; doors have their own
        session = std::move(access::Session::open(shops.options.path, shops.principal("a", who))).value();
        door = std::move(changes::WriteDoor::open(*session, shops.clock)).value();
    }

    //! The first row's first column of a question behind the wall; empty where there is none.
    QString read(const char *sql)
    {
        auto query = std::move(session->reader().query(sql)).value();
        return query->step().value() ? query->text(0) : QString();
    }
    Result<void> rename(TwoShops &shops, const QString &name, const QByteArray &kind = "client.edit",
                        bool undoable = true)
    {
        const ClientId client(shops.row("a", Table::Clients));
        return changes::await(door->write<void>({kind, {name}, undoable}, [=](changes::WriteContext &context) {
            return context.rows().update(Table::Clients, client, {{"name", name}});
        }));
    }
    ClientId addClient(TwoShops &shops, const QByteArray &salt)
    {
        const auto id = ClientId::make(shops.clock);
        const auto fields = shops.fields("a", Table::Clients, session->principal().person, salt);
        const auto added = changes::await(
            door->write<void>({"client.add", {QString::fromLatin1(salt)}}, [=](changes::WriteContext &context) {
                return context.rows().insert(Table::Clients, id, fields);
            }));
        if (!added)
            qFatal("%s", qPrintable(describe(added.error())));
        return id;
    }
};

//! Past the wall: what the file holds.
inline qint64 countIn(TwoShops &shops, const char *sql)
{
    auto query = std::move(shops.connection->query(sql)).value();
    return query->step().value() ? query->int64(0) : 0;
}

} // namespace thimblely::test
