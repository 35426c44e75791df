// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/access/privileged/first_start.h"
#include "core/access/session.h"
#include "core/changes/write_door.h"
#include "core/clients/client_service.h"
#include "core/finance/checkout_service.h"
#include "core/inventory/inventory_service.h"
#include "core/orders/order_service.h"
#include "core/storage/migrator.h"
#include "core/storage/verify.h"
#include "tests/support/fake_clock.h"

#include <QFile>
#include <QTemporaryDir>

namespace thimblely::test {

//! A shop's file, made once on a good disk and copied where a test breaks one; with one client and ten metres of cloth.
class PreparedFile {
public:
    PreparedFile()
    {
        require(storage::Migrator(clock).create(path()));
        access::NewOwner owner;
        owner.name = QStringLiteral("Amina Bello");
        owner.email = QStringLiteral("amina@shop.example");
        access::NewWorkspace shop;
        shop.name = QStringLiteral("Bello");
        shop.countryCode = QStringLiteral("NG");
        shop.currency = QStringLiteral("NGN");
        shop.locale = QStringLiteral("en_NG");
        shop.timeZone = QStringLiteral("Africa/Lagos");
        principal = require(
            access::makeFirstOwner({path()}, owner, shop, DeviceId::make(clock), QStringLiteral("counter"), clock));
    }
    QString path() const { return dir.filePath(QStringLiteral("prepared.thimblely")); }
    QString copy(const QString &name) const
    {
        const QString target = dir.filePath(name);
        for (const char *suffix : {"", "-wal", "-shm", "-journal"})
            QFile::remove(target + QLatin1String(suffix));
        if (!QFile::copy(path(), target))
            qFatal("no copy of the prepared file");
        return target;
    }

    template <typename T>
    static T require(Result<T> result)
    {
        if (!result)
            qFatal("%s", qPrintable(describe(result.error())));
        return std::move(result).value();
    }

    FakeClock clock;
    QTemporaryDir dir;
    std::optional<access::Principal> principal;
};

//! The owner at work on a file.
struct Counter {
    Counter(const storage::OpenOptions &options, const PreparedFile &file,
            changes::WriteDoor::Durability durability = changes::WriteDoor::Durability::Full)
        : session(PreparedFile::require(access::Session::open(options, *file.principal))),
          door(PreparedFile::require(changes::WriteDoor::open(*session, file.clock, durability)))
    {}

    std::unique_ptr<access::Session> session;
    std::unique_ptr<changes::WriteDoor> door;
    ClientService clients{*session, *door};
    inventory::InventoryService stock{*session, *door};
    orders::OrderService orders{*session, *door};
    finance::CheckoutService checkout{*session, *door};
};

inline Money naira(qint64 minor)
{
    return Money(minor, PreparedFile::require(Currency::parse(u"NGN")));
}

inline ClientDraft clientNamed(const QString &name)
{
    ClientDraft draft;
    draft.name = name;
    draft.phones = {{QStringLiteral("0803 555 1234")}};
    return draft;
}

//! A jacket and a pair of trousers.
inline orders::OrderDraft twoPieces(std::optional<ClientId> client)
{
    orders::OrderDraft draft;
    draft.client = client;
    for (const auto &[name, price] : {std::pair("Jacket", 45'000'00), std::pair("Trousers", 20'000'00)}) {
        orders::PieceDraft piece;
        piece.name = QLatin1String(name);
        piece.garmentType = piece.name.toLower();
        piece.unitPrice = naira(price);
        draft.pieces.push_back(piece);
    }
    draft.promisedDate = PreparedFile::require(Date::parse(u"2026-12-04"));
    return draft;
}

} // namespace thimblely::test
