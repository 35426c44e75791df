// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "tests/core/access/shops.h"

namespace thimblely::test {

/*!
 * Two shops, "a" and "b", each with somebody of every role. The piece of each is assigned to its cutter. The owner of a
 * is a viewer in b.
 */
class TwoShops : public Shops {
public:
    TwoShops() : Shops(named)
    {
        for (const QByteArray &shop : {QByteArray("a"), QByteArray("b")})
            found(shop);
        openConnection();
        openOperation();
        for (const QByteArray &shop : {QByteArray("a"), QByteArray("b")})
            fill(shop);
        addMember("b", person("a", "owner"), "viewer", "");
    }

private:
    void found(const QByteArray &shop)
    {
        access::NewOwner owner;
        owner.name = QStringLiteral("Owner of ") + QString::fromLatin1(shop);
        owner.email = QString::fromLatin1(shop) + QStringLiteral("@example.org");
        owner.countryCode = QStringLiteral("NG");
        owner.passwordHash = "hash-of-" + shop;
        access::NewWorkspace workspace_;
        workspace_.name = QStringLiteral("Shop ") + QString::fromLatin1(shop);
        workspace_.countryCode = QStringLiteral("NG");
        workspace_.currency = QStringLiteral("NGN");
        workspace_.settings = {{"tax", "{}"}};
        auto made = access::makeFirstOwner(options, owner, workspace_, device, QStringLiteral("Counter"), clock);
        if (!made)
            qFatal("%s", qPrintable(describe(made.error())));
        owners.emplace(shop, made.value());
    }

    void openOperation()
    {
        execute("INSERT INTO sys_operations (uid, device_id, kind, happened_at) VALUES (randomblob(16), zeroblob(16),"
                " 'test', 1); UPDATE sys_current_operation SET operation_id = last_insert_rowid()");
    }

    void fill(const QByteArray &shop)
    {
        const std::map<QByteArray, const char *> roles = {{"admin", "admin"}, {"viewer", "viewer"}};
        for (const QByteArray &who : people()) {
            if (who == "owner")
                continue;
            addPerson(person(shop, who), shop + ' ' + who);
            const bool isJob = who != "admin" && who != "member" && who != "viewer";
            addMember(shop, person(shop, who), roles.count(who) > 0 ? roles.at(who) : "member",
                      isJob ? who.constData() : "");
        }
        addPerson(person(shop, "suspended"), shop + " suspended");
        addMember(shop, person(shop, "suspended"), "member", "", "suspended");
        const PersonId owner = person(shop, "owner");
        for (const Table t : tablesToFill())
            insert(t, row(shop, t), isAlone(t) ? std::nullopt : std::optional(workspace(shop)),
                   fields(shop, t, owner, "seed"));
        const QByteArray cutter = hexOf(person(shop, "cutter").bytes()).toLatin1();
        const QByteArray piece = hexOf(row(shop, Table::OrderItems)).toLatin1();
        execute("UPDATE order_items SET assigned_to = x'" + cutter + "', client_measurement_id = x'" +
                hexOf(row(shop, Table::ClientMeasurements)).toLatin1() + "' WHERE id = x'" + piece + "'");
    }
};

} // namespace thimblely::test
