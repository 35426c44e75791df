// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/exchange/import_store.h"

#include "core/changes/import_register.h"
#include "core/clients/client_lookup.h"
#include "core/clients/client_writer.h"
#include "core/exchange/own_clients.h"
#include "core/inventory/shop_terms.h"
#include "core/measurements/measurement_writer.h"

#include <QCryptographicHash>

namespace thimblely::exchange {

namespace {

using changes::ImportRegister;
using changes::WriteContext;

//! Of the entry as it was read, to see at the next import whether it changed.
QByteArray contentHash(const QByteArray &content)
{
    return QCryptographicHash::hash(content, QCryptographicHash::Sha256);
}

//! Who is meant where the register does not know: by our own number or by what the file says of them.
Result<std::optional<ClientId>> ourClient(WriteContext &context, const ClientEntry &entry, const ReadyEntry &ready,
                                          ImportMemory &memory)
{
    TRY_ASSIGN(const auto byUri, clientOfUri(context, entry.uri));
    if (byUri)
        return byUri;
    // Cards of a phone name everybody by a UID; two cards are two people there.
    if (entry.format == "vcard")
        return std::optional<ClientId>();
    if (!ready.client)
        return ready.client.error();
    const std::vector<Phone> &phones = ready.client->fields().phones;
    TRY_ASSIGN(const bool mayBeKnown, memory.mayBeSomebodys(phones));
    if (!mayBeKnown && entry.number.isEmpty())
        return std::optional<ClientId>();
    return clients::described(context, {entry.number, entry.draft.name, phones, true});
}

//! Out of the bin, where the import that had brought them in was taken back; true where that was done.
Result<bool> bringBack(WriteContext &context, const ImportRegister::Known &known)
{
    const ClientId client(known.row);
    TRY_ASSIGN(const bool there, clients::exists(context, client));
    if (there || !known.takenBack)
        return false;
    TRY(clients::restore(context, client));
    return true;
}

//! The client the set hangs on, made where the file names one who is not known; nothing where they are in the bin.
Result<std::optional<ClientId>> clientOf(WriteContext &context, const SetEntry &set, int &clientsMade)
{
    QString id = set.foreignId;
    if (set.mayBeKnown) { // of a table the entry is one visit of a person
        QStringList parts = {set.number, set.client.name};
        for (const Phone &phone : set.client.phones)
            parts += phone.number;
        id = foreignIdOf("measures-client", parts);
    }
    const ImportRegister::Entry entry{set.format + "-client", storage::Table::Clients, id};
    TRY_ASSIGN(const auto known, ImportRegister::find(context, entry));
    if (known) {
        TRY_ASSIGN(const bool back, bringBack(context, *known));
        clientsMade += back ? 1 : 0;
        TRY_ASSIGN(const bool exists, clients::exists(context, ClientId(known->row)));
        return exists ? std::optional(ClientId(known->row)) : std::nullopt;
    }
    TRY_ASSIGN(std::optional<ClientId> client, clientOfUri(context, set.uri));
    if (!client && set.mayBeKnown) {
        TRY_ASSIGN(client, clients::describedOrNamed(context, {set.number, set.client.name, set.client.phones}));
    }
    if (!client && set.client.name.isEmpty())
        return Error{ErrorKind::NotFound, "client.no_such_number", {set.number}, {}};
    if (!client) {
        TRY_ASSIGN(client, clients::add(context, set.client));
        ++clientsMade;
        if (!set.uri.isEmpty())
            TRY(rememberUri(context, set.uri, *client));
    }
    TRY(ImportRegister::remember(context, entry, client->bytes(), contentHash(set.client.name.toUtf8())));
    return client;
}

Result<MeasurementDraft> draftOf(WriteContext &context, const SetEntry &set, ClientId client)
{
    MeasurementDraft draft{client, {}, SetKind::Body, set.values};
    draft.notes = set.notes;
    draft.source = QStringLiteral("notebook");
    if (set.takenOn) {
        TRY_ASSIGN(const inventory::ShopTerms terms, inventory::ShopTerms::load(context.connection()));
        draft.takenAt = terms.calendar.startOf(*set.takenOn);
    }
    return draft;
}

} // namespace

namespace {

Result<RowFate> storeNew(WriteContext &context, const ImportRegister::Entry &entry, const ReadyEntry &ready,
                         ImportMemory &memory)
{
    if (!ready.client)
        return ready.client.error();
    TRY_ASSIGN(const ClientId client, clients::add(context, *ready.client));
    TRY(ImportRegister::remember(context, entry, client.bytes(), ready.contentHash));
    memory.registered(entry);
    memory.made(ready.client->fields().phones);
    return RowFate::Created;
}

} // namespace

Result<RowFate> store(WriteContext &context, const ClientEntry &card, const ReadyEntry &ready, ImportMemory &memory)
{
    const ImportRegister::Entry entry{card.format, storage::Table::Clients, card.foreignId};
    const QByteArray &hash = ready.contentHash;
    std::optional<ImportRegister::Known> known;
    TRY_ASSIGN(const bool mayBeRegistered, memory.mayBeRegistered(entry));
    if (mayBeRegistered) {
        TRY_ASSIGN(known, ImportRegister::find(context, entry));
    }
    if (known && known->contentHash == hash && !known->takenBack)
        return RowFate::Unchanged;
    std::optional<ClientId> ours;
    if (!known) {
        TRY_ASSIGN(ours, ourClient(context, card, ready, memory));
    }
    if (!known && !ours)
        return storeNew(context, entry, ready, memory);
    bool back = false;
    if (known) {
        TRY_ASSIGN(back, bringBack(context, *known));
    }
    const ClientId client = known ? ClientId(known->row) : *ours;
    const auto merged = clients::fieldsFromOutside(context, client, card.draft);
    // Somebody put the client in the bin; a file does not bring them back.
    if (!merged && merged.error().kind == ErrorKind::NotFound)
        return RowFate::Unchanged;
    if (!merged)
        return merged.error();
    TRY_ASSIGN(const bool changed, clients::update(context, client, *merged));
    TRY(ImportRegister::remember(context, entry, client.bytes(), hash));
    memory.registered(entry);
    TRY(memory.written(client));
    if (back)
        return RowFate::Created;
    return changed ? RowFate::Updated : RowFate::Unchanged;
}

Result<RowFate> store(WriteContext &context, const SetEntry &set, int &clientsMade)
{
    const QByteArray hash = contentHash(toJson(set.values));
    const ImportRegister::Entry entry{set.format, storage::Table::ClientMeasurements, set.foreignId};
    TRY_ASSIGN(const auto known, ImportRegister::find(context, entry));
    if (known && known->contentHash == hash && !known->takenBack)
        return RowFate::Unchanged;
    if (set.values.empty())
        return Error{ErrorKind::Invalid, "measure.empty", {}, {}};
    TRY_ASSIGN(const std::optional<ClientId> client, clientOf(context, set, clientsMade));
    if (!client)
        return RowFate::Unchanged;
    if (known && known->takenBack) {
        const MeasurementSetId before(known->row);
        TRY_ASSIGN(const bool there, measurements::exists(context, before));
        if (!there && known->contentHash == hash) {
            TRY(measurements::bringBack(context, before, *client));
            return RowFate::Created;
        }
    }
    TRY_ASSIGN(const MeasurementDraft draft, draftOf(context, set, *client));
    TRY_ASSIGN(const MeasurementSetId made, measurements::save(context, draft));
    TRY(ImportRegister::remember(context, entry, made.bytes(), hash));
    return known && !known->takenBack ? RowFate::Updated : RowFate::Created;
}

} // namespace thimblely::exchange
