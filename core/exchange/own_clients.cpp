// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/exchange/own_clients.h"

#include "core/changes/import_register.h"
#include "core/clients/client_writer.h"

namespace thimblely::exchange {

namespace {

changes::ImportRegister::Entry entryOf(const QString &uri)
{
    return {"vcard", storage::Table::Clients, uri};
}

} // namespace

Result<std::optional<ClientId>> clientOfUri(changes::WriteContext &context, const QString &uri)
{
    if (!uri.startsWith(uriScheme))
        return std::optional<ClientId>();
    if (const auto id = ClientId::parse(QStringView(uri).mid(uriScheme.size()))) {
        TRY_ASSIGN(const bool ours, clients::exists(context, *id));
        if (ours)
            return std::optional(*id);
    }
    TRY_ASSIGN(const auto known, changes::ImportRegister::find(context, entryOf(uri)));
    if (!known)
        return std::optional<ClientId>();
    const ClientId client(known->row);
    TRY_ASSIGN(const bool stillHere, clients::exists(context, client));
    return stillHere ? std::optional(client) : std::nullopt;
}

Result<void> rememberUri(changes::WriteContext &context, const QString &uri, ClientId client)
{
    return changes::ImportRegister::remember(context, entryOf(uri), client.bytes(), {});
}

} // namespace thimblely::exchange
