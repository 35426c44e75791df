// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/access/session.h"
#include "core/changes/write_door.h"
#include "tests/attack/means/marked_file.h"

#include <functional>
#include <map>
#include <memory>
#include <span>

namespace thimblely::test {

//! Whose rows a door is asked for: those of a workspace, or such as nobody has.
struct Rows {
    const MarkedFile &file;
    QByteArray shop;                             //!< empty: ids that are in no file
    mutable int named = 0;                       //!< how many ids were asked for
    mutable std::map<Table, IdBytes> found = {}; //!< so that who takes the time takes that of the door, not of this

    template <typename IdType>
    IdType of(Table table) const
    {
        ++named;
        const auto known = found.find(table);
        if (known != found.end())
            return IdType(known->second);
        const IdType id = shop.isEmpty() ? IdType::fromName(QByteArray("nobody's ") + storage::facts(table).name)
                                         : IdType(file.row(shop, table));
        return IdType(found.emplace(table, id.bytes()).first->second);
    }
    ClientId client() const { return of<ClientId>(Table::Clients); }
    OrderId order() const { return of<OrderId>(Table::Orders); }
    OrderItemId piece() const { return of<OrderItemId>(Table::OrderItems); }
    InventoryItemId item() const { return of<InventoryItemId>(Table::InventoryItems); }
    MeasurementSetId measures() const { return of<MeasurementSetId>(Table::ClientMeasurements); }
    TemplateId garment() const { return of<TemplateId>(Table::MeasurementTemplates); }
    TransactionId payment() const { return of<TransactionId>(Table::Transactions); }
    InvoiceId invoice() const { return of<InvoiceId>(Table::Invoices); }
    ActivityId activity() const { return of<ActivityId>(Table::SysActivity); }
    MemberId member() const { return of<MemberId>(Table::WorkspaceMembers); }
    PersonId person() const { return of<PersonId>(Table::Profiles); }
};

//! Who stands before a door, with what, and asking for what.
struct Asking {
    access::Session &session;
    changes::WriteDoor &door;
    const Clock &clock;
    Rows rows;
    QString folder; //!< for what is written out; empty before each door
    QString typed;  //!< what is searched for: what begins every mark
    Currency currency = Currency::parse(u"NGN").value();

    access::ScopedConnection &reader() { return session.reader(); }
    Money money(qint64 minor) const { return {minor, currency}; }
};

//! What came of it: the answer, whole, for as long as this lives.
struct Answered {
    std::shared_ptr<const void> kept;
    std::optional<Error> error;
};

template <typename T>
Answered answered(Result<T> result)
{
    const auto kept = std::make_shared<Result<T>>(std::move(result));
    return {kept, *kept ? std::nullopt : std::optional(kept->error())};
}
template <typename T>
Answered answered(const QFuture<Result<T>> &future)
{
    return answered(changes::await(future));
}

struct Door {
    const char *name; //!< "ClientService::load": as the header calls it
    std::function<Answered(Asking &)> open;
};

std::span<const Door> readingDoors();
//! Those that would change something.
std::span<const Door> writingDoors();
//! Who is in the shop, who comes in and who goes.
std::span<const Door> teamDoors();
//! What is no method of a service: repositories, searches, histories, exporters, importers, papers and files.
std::span<const Door> otherDoors();

//! Methods of services that are no door, with the reason.
struct NoDoor {
    const char *name;
    const char *why;
};
std::span<const NoDoor> noDoors();

} // namespace thimblely::test
