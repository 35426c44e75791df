// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/clients/client_service.h"

#include "core/clients/client_repository.h"
#include "core/clients/client_writer.h"
#include "core/clients/phone_number.h"
#include "core/search/search_index.h"

#include <algorithm>

namespace thimblely {

using changes::Operation;
using changes::WriteContext;

namespace {

//! A whole number with the code of a country.
bool isTypedAbroad(const QString &text)
{
    const QString typed = text.trimmed();
    return phoneDigits(typed).size() >= 8 && (typed.startsWith(u'+') || typed.startsWith(QLatin1String("00"))) &&
           std::ranges::none_of(typed, [](QChar c) { return c.isLetter(); });
}

} // namespace

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

Result<Family> ClientService::family(ClientId client)
{
    return clients::family(m_session.reader(), client);
}

Result<std::vector<Duplicate>> ClientService::duplicates(const ClientDraft &draft, std::optional<ClientId> self)
{
    return clients::duplicatesOf(m_session.reader(), draft, self);
}

Result<std::vector<ClientSummary>> ClientService::search(const QString &text, int limit)
{
    const auto kind = search::Kinds(search::Kind::Client);
    TRY_ASSIGN(const auto moment, m_session.reader().snapshot());
    TRY_ASSIGN(auto hits, search::SearchIndex::find(m_session.reader(), text, kind, limit));
    if (hits.empty() && isTypedAbroad(text)) {
        // "+234 803 …" is on the card as "0803 …": what both have in common finds it.
        TRY_ASSIGN(const QString country, clients::countryOf(m_session.reader()));
        if (const QString national = readPhone(text, country).national; !national.isEmpty()) {
            TRY_ASSIGN(hits, search::SearchIndex::find(m_session.reader(), national, kind, limit));
        }
    }
    std::vector<ClientId> ids;
    ids.reserve(hits.size());
    for (const search::Hit &hit : hits) {
        TRY_ASSIGN(const ClientId id, clients::resolved(m_session.reader(), ClientId(hit.row)));
        if (std::ranges::find(ids, id) == ids.end()) // a merged card and the one it leads to are one
            ids.push_back(id);
    }
    return summaries(ids);
}

Result<std::vector<ClientSummary>> ClientService::recent(int limit)
{
    TRY_ASSIGN(const auto moment, m_session.reader().snapshot());
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
