// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/access/natural_ids.h"
#include "core/access/privileged/principal_store.h"
#include "core/base/error_args.h"
#include "core/clients/client_service.h"
#include "core/inventory/inventory_service.h"
#include "core/orders/order_service.h"
#include "core/storage/verify.h"
#include "tests/support/small_shop.h"

namespace thimblely::test {

using changes::await;

inline Currency currencyNamed(const char *code)
{
    return Currency::parse(QString::fromLatin1(code)).value();
}
inline Money naira(qint64 whole)
{
    return Money(whole * 100, currencyNamed("NGN"));
}
inline Date day(const char *iso)
{
    return Date::parse(QString::fromLatin1(iso)).value();
}

//! "order.quantity 1": the code and what fills its sentence; "" where it went well.
template <typename T>
QString refusal(const Result<T> &result)
{
    if (result)
        return {};
    const Error &error = result.error();
    QStringList args;
    for (const QString &arg : error.args)
        args.append(writeErrorArg(arg, QLocale(QStringLiteral("en_NG"))));
    return QString::fromLatin1(error.code) + (args.isEmpty() ? QString() : u' ' + args.join(QLatin1String(", ")));
}

//! What leaves against its ticket.
inline orders::HandOver withTicket(orders::HandOver away)
{
    away.ticketSeen = true;
    return away;
}

//! A shop with a roll of ten metres and a client. The day is Wednesday 25 November 2026, ten in the morning in Lagos.
class OrderShop {
public:
    static orders::PieceDraft piece(const char *name, qint64 wholePrice)
    {
        orders::PieceDraft draft;
        draft.name = QString::fromUtf8(name);
        draft.garmentType = draft.name.toLower();
        draft.unitPrice = naira(wholePrice);
        return draft;
    }
    orders::PieceDraft withCloth(orders::PieceDraft draft, qint64 milli) const
    {
        draft.inventoryItem = roll;
        draft.shopCloth = Quantity(milli);
        draft.fabricSource = orders::FabricSource::Shop;
        return draft;
    }
    orders::OrderDraft order(std::vector<orders::PieceDraft> pieces) const
    {
        orders::OrderDraft draft;
        draft.client = client;
        draft.pieces = std::move(pieces);
        draft.promisedDate = day("2026-12-04");
        return draft;
    }
    OrderId book(std::vector<orders::PieceDraft> pieces)
    {
        return await(orders.book(order(std::move(pieces)))).value().id;
    }
    std::vector<OrderItemId> pieceIds(OrderId id) const
    {
        std::vector<OrderItemId> ids;
        const orders::OrderDetail order = orders.load(id).value();
        for (const orders::Piece &piece : order.pieces)
            ids.push_back(piece.id);
        return ids;
    }
    //! What stands on the shelf and what is promised of it, in thousandths.
    std::pair<qint64, qint64> shelf() const { return shelf(roll); }
    std::pair<qint64, qint64> shelf(InventoryItemId id) const
    {
        const inventory::Item item = stock.load(id).value();
        return {item.stock.milli(), item.reserved.milli()};
    }
    //! The first column of the first row behind the wall.
    qint64 number(QByteArrayView sql)
    {
        auto query = shop.session->reader().query(sql).value();
        return query->step().value() ? query->int64(0) : -1;
    }
    //! Everything that can be compared in the file agrees; else what does not.
    QStringList problems() const
    {
        const auto report = storage::verifyFile(shop.path(), false);
        if (!report)
            return {describe(report.error())};
        QStringList found;
        for (const storage::Problem &problem : report->problems)
            found.append(QString::fromLatin1(storage::nameOf(problem.kind)) + u' ' + QString::fromUtf8(problem.table) +
                         u' ' + problem.detail);
        return found;
    }

    //! Somebody else of the shop with a session and door of their own.
    struct Colleague {
        access::Principal principal;
        std::unique_ptr<access::Session> session;
        std::unique_ptr<changes::WriteDoor> door;
    };
    Colleague hire(const QByteArray &role, const QByteArray &job = {}, int discountLimitBp = 0)
    {
        const auto connection = storage::Connection::open({shop.path()}).value();
        const auto person = PersonId::make(shop.clock);
        const auto run = [&](const QByteArray &sql) {
            if (const auto done = connection->executeScript(sql); !done)
                qFatal("%s", qPrintable(describe(done.error())));
        };
        const auto hex = [](const auto &id) { return "x'" + id.view().toByteArray().toHex() + '\''; };
        run("BEGIN IMMEDIATE;"
            "INSERT INTO sys_operations (uid, device_id, kind, happened_at) VALUES (randomblob(16), zeroblob(16),"
            " 'test', 1); UPDATE sys_current_operation SET operation_id = last_insert_rowid();"
            "INSERT INTO profiles (id, full_name, country_code, created_at, updated_at) VALUES (" +
            hex(person) +
            ", 'Somebody', 'NG', 1, 1);"
            "INSERT INTO workspace_members (id, workspace_id, user_id, role, job_title, discount_limit_bp, status,"
            " created_at, updated_at) VALUES (" +
            hex(access::memberId(shop.principal.workspace, person)) + ", " + hex(shop.principal.workspace) + ", " +
            hex(person) + ", '" + role + "', nullif('" + job + "', ''), " + QByteArray::number(discountLimitBp) +
            ", 'active', 1, 1);"
            "UPDATE sys_current_operation SET operation_id = NULL; COMMIT;");
        const auto store = access::PrincipalStore::open({shop.path()}).value();
        const auto principal = store->load(person, shop.principal.workspace, shop.principal.device).value();
        auto session = access::Session::open(shop.path(), principal).value();
        auto door = changes::WriteDoor::open(*session, shop.clock).value();
        return {principal, std::move(session), std::move(door)};
    }
    void assign(OrderItemId piece, PersonId to)
    {
        const auto done = await(shop.door->write<void>({"test.assign"}, [=](changes::WriteContext &context) {
            return context.rows().update(storage::Table::OrderItems, piece, {{"assigned_to", to}});
        }));
        if (!done)
            qFatal("%s", qPrintable(describe(done.error())));
    }

    SmallShop shop;
    ClientService clients{*shop.session, *shop.door};
    inventory::InventoryService stock{*shop.session, *shop.door};
    orders::OrderService orders{*shop.session, *shop.door};
    const ClientId client = addClient();
    const InventoryItemId roll = addRoll();

private:
    ClientId addClient()
    {
        ClientDraft draft;
        draft.name = QStringLiteral("Ngozi Okafor");
        draft.phones = {{QStringLiteral("0803 555 1234")}};
        return await(clients.add(draft)).value();
    }
    InventoryItemId addRoll()
    {
        inventory::ItemDraft draft;
        draft.name = QStringLiteral("Navy wool");
        draft.unit = QStringLiteral("m");
        draft.sku = QStringLiteral("NW-1");
        const auto id = await(stock.add(draft)).value();
        if (const auto in = await(stock.stockIn(id, Quantity::whole(10))); !in)
            qFatal("%s", qPrintable(describe(in.error())));
        return id;
    }
};

} // namespace thimblely::test
