// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/conversations/conversation_repository.h"

#include "core/conversations/message_codes.h"
#include "core/inventory/read_rows.h"

#include <limits>

namespace thimblely::conversations {

namespace {

//! Before every message, and after every one.
MessageKey firstKey()
{
    return {Instant(std::numeric_limits<qint64>::min()), MessageId(IdBytes{})};
}
MessageKey lastKey()
{
    IdBytes most;
    most.fill(0xff);
    return {Instant(std::numeric_limits<qint64>::max()), MessageId(most)};
}

// Of each client the latest message. CROSS JOIN keeps SQLite from beginning with the clients and sorting after.
constexpr char latestFirst[] = R"(
    SELECT clients.id, clients.name, clients.message_opt_out_at IS NOT NULL,
           (SELECT count(*) FROM messages AS mine WHERE mine.client_id = clients.id AND mine.next_attempt_at IS NOT NULL),
           (SELECT count(*) FROM messages AS mine
             WHERE mine.client_id = clients.id AND mine.direction = 'inbound' AND mine.read_at IS NULL),
           messages.id, messages.direction, messages.status, messages.error, messages.read_at IS NOT NULL,
           channel.channel_type, messages.content, messages.created_at
      FROM messages
     CROSS JOIN clients ON clients.id = messages.client_id
      LEFT JOIN communication_channels AS channel ON channel.id = messages.channel_id
     WHERE messages.client_id IS NOT NULL AND (messages.created_at, messages.id) < (?1, ?2)
       AND NOT EXISTS (SELECT 1 FROM messages AS later
                        WHERE later.client_id = messages.client_id
                          AND (later.created_at, later.id) > (messages.created_at, messages.id))
     ORDER BY messages.created_at DESC, messages.id DESC
     LIMIT ?3)";

// Of each client the message that waits longest to be sent.
constexpr char longestToSend[] = R"(
    SELECT clients.id, clients.name, clients.message_opt_out_at IS NOT NULL,
           (SELECT count(*) FROM messages AS mine WHERE mine.client_id = clients.id AND mine.next_attempt_at IS NOT NULL),
           (SELECT count(*) FROM messages AS mine
             WHERE mine.client_id = clients.id AND mine.direction = 'inbound' AND mine.read_at IS NULL),
           messages.id, messages.direction, messages.status, messages.error, messages.read_at IS NOT NULL,
           channel.channel_type, messages.content, messages.created_at
      FROM messages
     CROSS JOIN clients ON clients.id = messages.client_id
      LEFT JOIN communication_channels AS channel ON channel.id = messages.channel_id
     WHERE messages.next_attempt_at IS NOT NULL AND (messages.created_at, messages.id) > (?1, ?2)
       AND NOT EXISTS (SELECT 1 FROM messages AS earlier
                        WHERE earlier.client_id = messages.client_id AND earlier.next_attempt_at IS NOT NULL
                          AND (earlier.created_at, earlier.id) < (messages.created_at, messages.id))
     ORDER BY messages.created_at, messages.id
     LIMIT ?3)";

// Of each client the message that waits longest for an answer.
constexpr char longestUnanswered[] = R"(
    SELECT clients.id, clients.name, clients.message_opt_out_at IS NOT NULL,
           (SELECT count(*) FROM messages AS mine WHERE mine.client_id = clients.id AND mine.next_attempt_at IS NOT NULL),
           (SELECT count(*) FROM messages AS mine
             WHERE mine.client_id = clients.id AND mine.direction = 'inbound' AND mine.read_at IS NULL),
           messages.id, messages.direction, messages.status, messages.error, messages.read_at IS NOT NULL,
           channel.channel_type, messages.content, messages.created_at
      FROM messages
     CROSS JOIN clients ON clients.id = messages.client_id
      LEFT JOIN communication_channels AS channel ON channel.id = messages.channel_id
     WHERE messages.direction = 'inbound' AND messages.read_at IS NULL
       AND (messages.created_at, messages.id) > (?1, ?2)
       AND NOT EXISTS (SELECT 1 FROM messages AS earlier
                        WHERE earlier.client_id = messages.client_id
                          AND earlier.direction = 'inbound' AND earlier.read_at IS NULL
                          AND (earlier.created_at, earlier.id) < (messages.created_at, messages.id))
     ORDER BY messages.created_at, messages.id
     LIMIT ?3)";

constexpr char ofOneClient[] = R"(
    SELECT clients.id, clients.name, clients.message_opt_out_at IS NOT NULL,
           (SELECT count(*) FROM messages AS mine WHERE mine.client_id = clients.id AND mine.next_attempt_at IS NOT NULL),
           (SELECT count(*) FROM messages AS mine
             WHERE mine.client_id = clients.id AND mine.direction = 'inbound' AND mine.read_at IS NULL),
           messages.id, messages.direction, messages.status, messages.error, messages.read_at IS NOT NULL,
           channel.channel_type, messages.content, messages.created_at
      FROM clients
      LEFT JOIN messages ON messages.id = (SELECT latest.id FROM messages AS latest
                                            WHERE latest.client_id = clients.id
                                            ORDER BY latest.created_at DESC, latest.id DESC
                                            LIMIT 1)
      LEFT JOIN communication_channels AS channel ON channel.id = messages.channel_id
     WHERE clients.id = ?1)";

constexpr char threadOfClient[] = R"(
    SELECT messages.id, messages.client_id, messages.channel_id, channel.channel_type, channel.channel_name,
           messages.order_id, messages.direction, messages.status, messages.error, messages.read_at IS NOT NULL,
           messages.content, messages.template_key, messages.sender_name, messages.sender_identifier,
           messages.recipient_identifier, messages.attempts, messages.created_at,
           ifnull(messages.sent_at, messages.delivered_at)
      FROM messages
      LEFT JOIN communication_channels AS channel ON channel.id = messages.channel_id
     WHERE messages.client_id = ?1 AND (messages.created_at, messages.id) < (?2, ?3)
     ORDER BY messages.created_at DESC, messages.id DESC
     LIMIT ?4)";

constexpr char oneMessage[] = R"(
    SELECT messages.id, messages.client_id, messages.channel_id, channel.channel_type, channel.channel_name,
           messages.order_id, messages.direction, messages.status, messages.error, messages.read_at IS NOT NULL,
           messages.content, messages.template_key, messages.sender_name, messages.sender_identifier,
           messages.recipient_identifier, messages.attempts, messages.created_at,
           ifnull(messages.sent_at, messages.delivered_at)
      FROM messages
      LEFT JOIN communication_channels AS channel ON channel.id = messages.channel_id
     WHERE messages.id = ?1 AND messages.client_id IS NOT NULL)";

//! A channel in the bin says no more what it was.
Result<ChannelType> typeIn(storage::Statement &row, int column)
{
    return row.isNull(column) ? Result<ChannelType>(ChannelType::WhatsApp) : channelTypes.value(row.text(column));
}

Result<Conversation> mapConversation(storage::Statement &row)
{
    Conversation one{row.id<ClientId>(0), row.text(1), row.optionalId<MessageId>(5)};
    one.optedOut = row.boolean(2);
    one.toSend = int(row.int64(3));
    one.unanswered = int(row.int64(4));
    if (!one.message)
        return one;
    TRY_ASSIGN(one.direction, directions.value(row.text(6)));
    TRY_ASSIGN(one.state, stateOf(one.direction, row.utf8(7), row.text(8), row.boolean(9)));
    TRY_ASSIGN(one.type, typeIn(row, 10));
    one.text = row.text(11);
    one.at = row.instant(12);
    return one;
}

Result<Message> mapMessage(storage::Statement &row)
{
    TRY_ASSIGN(const ChannelType type, typeIn(row, 3));
    TRY_ASSIGN(const Direction direction, directions.value(row.text(6)));
    TRY_ASSIGN(const MessageState state, stateOf(direction, row.utf8(7), row.text(8), row.boolean(9)));
    const bool inbound = direction == Direction::Inbound;
    return Message{row.id<MessageId>(0),
                   row.id<ClientId>(1),
                   row.id<ChannelId>(2),
                   type,
                   row.text(4),
                   row.optionalId<OrderId>(5),
                   {},
                   direction,
                   state,
                   row.text(10),
                   row.text(11),
                   row.text(inbound ? 13 : 14),
                   inbound ? QString() : row.text(12),
                   state == MessageState::Failed ? reasonOf(row.text(8)) : QString(),
                   int(row.int64(15)),
                   row.instant(16),
                   row.optionalInstant(17)};
}

const char *sqlOf(ConversationFilter filter)
{
    switch (filter) {
    case ConversationFilter::All:
        return latestFirst;
    case ConversationFilter::ToSend:
        return longestToSend;
    case ConversationFilter::Unanswered:
        return longestUnanswered;
    }
    Q_UNREACHABLE();
}

} // namespace

Result<std::vector<Conversation>> ConversationRepository::page(ConversationFilter filter,
                                                               const std::optional<MessageKey> &after, int limit)
{
    TRY_ASSIGN(auto query, m_connection.query(sqlOf(filter)));
    const MessageKey from = after.value_or(filter == ConversationFilter::All ? lastKey() : firstKey());
    query->bind(from.at, from.id, limit);
    return inventory::readRows<Conversation>(*query, mapConversation);
}

Result<std::optional<Conversation>> ConversationRepository::of(ClientId client)
{
    TRY_ASSIGN(auto query, m_connection.query(ofOneClient));
    query->bind(client);
    return inventory::readRow<Conversation>(*query, mapConversation);
}

Result<std::vector<Message>> ConversationRepository::thread(ClientId client, const std::optional<MessageKey> &after,
                                                            int limit)
{
    TRY_ASSIGN(auto query, m_connection.query(threadOfClient));
    const MessageKey from = after.value_or(lastKey());
    query->bind(client, from.at, from.id, limit);
    TRY_ASSIGN(std::vector<Message> messages, inventory::readRows<Message>(*query, mapMessage));
    TRY(addOrderNumbers(messages));
    return messages;
}

Result<std::optional<Message>> ConversationRepository::message(MessageId message)
{
    TRY_ASSIGN(auto query, m_connection.query(oneMessage));
    query->bind(message);
    return inventory::readRow<Message>(*query, mapMessage);
}

Result<ConversationCounts> ConversationRepository::counts()
{
    TRY_ASSIGN(auto query, m_connection.query(R"(
        SELECT (SELECT count(DISTINCT client_id) FROM messages
                 WHERE next_attempt_at IS NOT NULL AND client_id IS NOT NULL),
               (SELECT count(DISTINCT client_id) FROM messages
                 WHERE direction = 'inbound' AND read_at IS NULL AND client_id IS NOT NULL))"));
    TRY(query->step());
    return ConversationCounts{int(query->int64(0)), int(query->int64(1))};
}

Result<bool> ConversationRepository::isWaitingFor(ClientId client, const std::optional<OrderId> &order,
                                                  const QString &templateKey)
{
    TRY_ASSIGN(auto query, m_connection.query(R"(
        SELECT 1
          FROM messages
         WHERE client_id = ?1 AND next_attempt_at IS NOT NULL
           AND (order_id = ?2 OR (?2 IS NULL AND template_key = ?3)))"));
    query->bind(client, order, templateKey);
    return query->step();
}

Result<std::optional<Instant>> ConversationRepository::lastSent(ClientId client, const QString &templateKey)
{
    TRY_ASSIGN(auto query, m_connection.query(R"(
        SELECT max(sent_at)
          FROM messages
         WHERE client_id = ?1 AND template_key = ?2)"));
    query->bind(client, templateKey);
    TRY(query->step());
    return query->optionalInstant(0);
}

//! Their own right: who may read messages need not see orders.
Result<void> ConversationRepository::addOrderNumbers(std::vector<Message> &messages)
{
    if (!m_connection.principal().can(access::Capability::OrdersRead))
        return {};
    for (Message &message : messages) {
        if (!message.order)
            continue;
        TRY_ASSIGN(auto query, m_connection.query("SELECT order_number FROM orders WHERE id = ?"));
        query->bind(*message.order);
        TRY_ASSIGN(const bool found, query->step());
        if (found)
            message.orderNumber = query->text(0);
    }
    return {};
}

} // namespace thimblely::conversations
