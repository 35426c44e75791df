// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/access/scoped_connection.h"
#include "core/conversations/message.h"

#include <vector>

namespace thimblely::conversations {

/*!
 * Reads conversations, page by page by key; each list comes in the order of an index of its own, however many messages
 * there are. For this folder; on the connection's thread.
 */
class ConversationRepository {
public:
    explicit ConversationRepository(access::ScopedConnection &connection) : m_connection(connection) {}

    Result<std::vector<Conversation>> page(ConversationFilter filter, const std::optional<MessageKey> &after,
                                           int limit);
    //! Of one client, also where nothing was written yet; none: there is no such client.
    Result<std::optional<Conversation>> of(ClientId client);
    //! The latest first.
    Result<std::vector<Message>> thread(ClientId client, const std::optional<MessageKey> &after, int limit);
    Result<std::optional<Message>> message(MessageId message);
    Result<ConversationCounts> counts();
    //! Whether something about this order, or where there is none of this template, waits to be sent to them already.
    Result<bool> isWaitingFor(ClientId client, const std::optional<OrderId> &order, const QString &templateKey);
    //! When one of this template last went to them.
    Result<std::optional<Instant>> lastSent(ClientId client, const QString &templateKey);

private:
    Result<void> addOrderNumbers(std::vector<Message> &messages);

    access::ScopedConnection &m_connection;
};

} // namespace thimblely::conversations
