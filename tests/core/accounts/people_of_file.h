// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/access/natural_ids.h"
#include "core/access/privileged/principal_store.h"
#include "core/accounts/password_hash.h"
#include "core/accounts/pin_hash.h"
#include "core/base/error_args.h"
#include "core/storage/verify.h"
#include "tests/support/small_shop.h"

#include <QTest>

namespace thimblely::test {

using changes::await;

//! "team.not_active": the code and what fills its sentence; "" where it went well.
template <typename T>
QString refusal(const Result<T> &result)
{
    if (result)
        return {};
    QStringList words{QString::fromLatin1(result.error().code)};
    words += result.error().args;
    return words.join(u' ');
}

//! Whoever stands in a small shop's file, written past the wall: people with a PIN, members of whichever workspace.
class PeopleOfFile {
public:
    explicit PeopleOfFile(SmallShop &shop) : m_shop(shop) {}

    //! `role` as profiles.role: business or customer. The PIN is 258036.
    PersonId add(const QByteArray &name, const QByteArray &role = "business")
    {
        const auto person = PersonId::make(m_shop.clock);
        run("INSERT INTO profiles (id, full_name, role, country_code, created_at, updated_at) VALUES (" + hex(person) +
            ", '" + name + "', '" + role + "', 'NG', 1, 1)");
        run("INSERT INTO auth_users (id, login_name, created_at, updated_at) VALUES (" + hex(person) + ", '" +
            QByteArray(name).replace(' ', '.') + "', 1, 1)");
        givePin(person);
        return person;
    }
    void givePin(PersonId person)
    {
        const auto store = access::PrincipalStore::open({m_shop.path()}).value();
        const QByteArray hash = hashNewPin(store->fileId().value(), QString::fromLatin1(pin)).value().toText();
        must(store->setPinHash(person, hash, m_shop.clock.now()));
    }
    void givePassword(PersonId person, const QString &password)
    {
        const auto store = access::PrincipalStore::open({m_shop.path()}).value();
        must(store->setPasswordHash(person, hashSecret(password).value(), m_shop.clock.now()));
    }
    MemberId join(PersonId person, WorkspaceId workspace, const QByteArray &role, const QByteArray &name = {})
    {
        const MemberId member = access::memberId(workspace, person);
        run("INSERT INTO workspace_members (id, workspace_id, user_id, role, display_name, status, created_at,"
            " updated_at) VALUES (" +
            hex(member) + ", " + hex(workspace) + ", " + hex(person) + ", '" + role + "', nullif('" + name +
            "', ''), 'active', 1, 1)");
        return member;
    }
    access::Principal principal(PersonId person, WorkspaceId workspace)
    {
        const auto store = access::PrincipalStore::open({m_shop.path()}).value();
        return store->load(person, workspace, m_shop.principal.device).value();
    }
    //! A session and a door of their own.
    SmallShop::Other seat(PersonId person, WorkspaceId workspace)
    {
        SmallShop::Other seat;
        seat.session = access::Session::open(m_shop.path(), principal(person, workspace)).value();
        seat.door = changes::WriteDoor::open(*seat.session, m_shop.clock).value();
        return seat;
    }
    //! What the journal says was done last.
    QByteArray newest()
    {
        const auto connection = storage::Connection::open({m_shop.path()}).value();
        auto query = connection->query("SELECT kind || ' ' || label FROM sys_operations ORDER BY id DESC LIMIT 1");
        return (*query)->step().value() ? (*query)->utf8(0) : QByteArray();
    }
    QByteArray text(const QByteArray &sql)
    {
        const auto connection = storage::Connection::open({m_shop.path()}).value();
        auto query = connection->query(sql);
        return (*query)->step().value() ? (*query)->utf8(0) : QByteArray("no row");
    }
    void run(const QByteArray &sql)
    {
        const auto connection = storage::Connection::open({m_shop.path()}).value();
        must(connection->executeScript(
            "BEGIN IMMEDIATE; INSERT INTO sys_operations (uid, device_id, kind, happened_at) VALUES (randomblob(16),"
            " zeroblob(16), 'test', 1); UPDATE sys_current_operation SET operation_id = last_insert_rowid();" +
            sql + "; UPDATE sys_current_operation SET operation_id = NULL; COMMIT;"));
    }
    //! Everything that can be compared in the file agrees; else what does not.
    QStringList problems() const
    {
        const auto report = storage::verifyFile(m_shop.path(), false);
        if (!report)
            return {describe(report.error())};
        QStringList found;
        for (const storage::Problem &problem : report->problems)
            found.append(QString::fromLatin1(storage::nameOf(problem.kind)) + u' ' + QString::fromUtf8(problem.table) +
                         u' ' + problem.detail);
        return found;
    }
    template <typename IdType>
    static QByteArray hex(const IdType &id)
    {
        return "x'" + id.view().toByteArray().toHex() + '\'';
    }

    static constexpr const char *pin = "258036";

private:
    static void must(const Result<void> &done)
    {
        if (!done)
            qFatal("%s", qPrintable(describe(done.error())));
    }

    SmallShop &m_shop;
};

} // namespace thimblely::test
