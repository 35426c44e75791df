// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/access/privileged/first_start.h"
#include "core/access/session.h"
#include "core/changes/write_door.h"
#include "core/storage/migrator.h"
#include "tests/support/fake_clock.h"

#include <QTemporaryDir>

#include <memory>

namespace thimblely::test {

//! A new file with an owner and a workspace, and the owner's session and door; for the modules below orders.
class SmallShop {
public:
    SmallShop() : principal(make())
    {
        session = access::Session::open(path(), principal).value();
        door = changes::WriteDoor::open(*session, clock).value();
    }

    QString path() const { return dir.filePath(QStringLiteral("shop.thimble")); }

    //! Another workspace of the same owner, with a session and door of its own.
    struct Other {
        std::unique_ptr<access::Session> session;
        std::unique_ptr<changes::WriteDoor> door;
    };
    Other otherWorkspace(const QString &name)
    {
        access::NewWorkspace shop = newWorkspace(name);
        const auto owner =
            access::makeWorkspace(storage::OpenOptions{path()}, principal.person, shop, principal.device, clock)
                .value();
        Other other;
        other.session = access::Session::open(path(), owner).value();
        other.door = changes::WriteDoor::open(*other.session, clock).value();
        return other;
    }

    FakeClock clock;
    QTemporaryDir dir;
    access::Principal principal;
    std::unique_ptr<access::Session> session;
    std::unique_ptr<changes::WriteDoor> door;

private:
    static access::NewWorkspace newWorkspace(const QString &name)
    {
        access::NewWorkspace shop;
        shop.name = name;
        shop.countryCode = QStringLiteral("NG");
        shop.currency = QStringLiteral("NGN");
        shop.locale = QStringLiteral("en_NG");
        shop.timeZone = QStringLiteral("Africa/Lagos");
        return shop;
    }
    access::Principal make()
    {
        if (const auto created = storage::Migrator(clock).create(path()); !created)
            qFatal("%s", qPrintable(describe(created.error())));
        access::NewOwner owner;
        owner.name = QStringLiteral("Amina Bello");
        owner.email = QStringLiteral("amina@shop.example");
        return access::makeFirstOwner(storage::OpenOptions{path()}, owner, newWorkspace(QStringLiteral("Bello")),
                                      DeviceId::make(clock), QStringLiteral("counter"), clock)
            .value();
    }
};

} // namespace thimblely::test
