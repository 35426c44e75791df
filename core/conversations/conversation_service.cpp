// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/conversations/conversation_service.h"

#include "core/access/session.h"
#include "core/changes/write_door.h"
#include "core/clients/client_service.h"
#include "core/conversations/conversation_repository.h"

namespace thimblely::conversations {

using access::Capability;

Result<void> ConversationService::require() const
{
    TRY(m_session.principal().require(Capability::MessagesRead));
    return m_session.principal().require(Capability::ClientsRead);
}

Result<std::vector<Conversation>> ConversationService::list(ConversationFilter filter,
                                                            const std::optional<MessageKey> &after, int limit) const
{
    TRY(require());
    TRY_ASSIGN(const auto moment, m_session.reader().snapshot());
    return ConversationRepository(m_session.reader()).page(filter, after, limit);
}

Result<std::vector<Conversation>> ConversationService::search(const QString &words, int limit) const
{
    TRY(require());
    TRY_ASSIGN(const auto clients, ClientService(m_session, m_door).search(words, limit));
    ConversationRepository repository(m_session.reader());
    std::vector<Conversation> found;
    for (const ClientSummary &client : clients) {
        TRY_ASSIGN(const auto one, repository.of(client.id));
        if (one)
            found.push_back(*one);
    }
    return found;
}

Result<Conversation> ConversationService::of(ClientId client) const
{
    TRY(require());
    TRY_ASSIGN(const auto one, ConversationRepository(m_session.reader()).of(client));
    if (!one)
        return Error{ErrorKind::NotFound, "client.unknown", {}, {}};
    return *one;
}

Result<std::vector<Message>> ConversationService::thread(ClientId client, const std::optional<MessageKey> &after,
                                                         int limit) const
{
    TRY(require());
    TRY_ASSIGN(const auto moment, m_session.reader().snapshot());
    return ConversationRepository(m_session.reader()).thread(client, after, limit);
}

Result<ConversationCounts> ConversationService::counts() const
{
    TRY(require());
    return ConversationRepository(m_session.reader()).counts();
}

} // namespace thimblely::conversations
