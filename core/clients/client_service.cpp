// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/clients/client_service.h"

#include "core/clients/client_repository.h"
#include "core/clients/client_writer.h"
#include "core/search/search_index.h"

namespace thimblely {

using changes::Operation;
using changes::WriteContext;

ClientService::ClientService(access::Session &session, changes::WriteDoor &door) : m_session(session), m_door(door) {}

Result<ClientPage> ClientService::page(ClientFilter filter, ClientSort sort, const std::optional<ClientKey> &after,
                                       int limit)
{
    return clients::page(m_session.reader(), filter, sort, after, limit);
}

Result<qint64> ClientService::count(ClientFilter filter)
{
    return clients::count(m_session.reader(), filter);
}

Result<Client> ClientService::load(ClientId id)
{
    TRY_ASSIGN(std::optional<Client> client, clients::load(m_session.reader(), id));
    if (!client)
        return Error{ErrorKind::NotFound, "client.unknown", {}, {}};
    return std::move(*client);
}

Result<std::vector<ClientSummary>> ClientService::summaries(const std::vector<ClientId> &ids)
{
    std::vector<ClientSummary> rows;
    for (const ClientId &id : ids) {
        TRY_ASSIGN(std::optional<ClientSummary> row, clients::summary(m_session.reader(), id));
        if (row)
            rows.push_back(std::move(*row));
    }
    return rows;
}

Result<std::vector<ClientSummary>> ClientService::search(const QString &text, int limit)
{
    TRY_ASSIGN(const auto hits,
               search::SearchIndex::find(m_session.reader(), text, search::Kinds(search::Kind::Client), limit));
    std::vector<ClientId> ids;
    for (const search::Hit &hit : hits)
        ids.emplace_back(hit.row);
    return summaries(ids);
}

Result<std::vector<ClientSummary>> ClientService::recent(int limit)
{
    TRY_ASSIGN(const auto ids, clients::recent(m_session.reader(), limit));
    return summaries(ids);
}

QFuture<Result<ClientId>> ClientService::add(const ClientDraft &draft)
{
    return m_door.write<ClientId>(Operation{"client.add", {draft.name.simplified()}},
                                  [draft](WriteContext &context) { return clients::add(context, draft); });
}

QFuture<Result<void>> ClientService::update(ClientId id, const ClientDraft &draft)
{
    return m_door.write<void>(Operation{"client.update", {draft.name.simplified()}},
                              [id, draft](WriteContext &context) -> Result<void> {
                                  TRY(clients::update(context, id, draft));
                                  return {};
                              });
}

QFuture<Result<void>> ClientService::remove(ClientId id)
{
    return m_door.write<void>(Operation{"client.remove"},
                              [id](WriteContext &context) { return clients::remove(context, id); });
}

QFuture<Result<void>> ClientService::restore(ClientId id)
{
    return m_door.write<void>(Operation{"client.restore"},
                              [id](WriteContext &context) { return clients::restore(context, id); });
}

} // namespace thimblely
