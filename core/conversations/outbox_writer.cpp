// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/conversations/outbox_writer.h"

#include "core/conversations/conversation_repository.h"
#include "core/conversations/message_codes.h"
#include "core/orders/attempt_writer.h"

namespace thimblely::conversations {

namespace {

using access::Capability;
using changes::WriteContext;
using orders::AttemptKind;
using storage::Table;

Result<QString> checkedText(const QString &text)
{
    const QString said = text.trimmed();
    if (said.isEmpty())
        return Error{ErrorKind::Invalid, "message.no_text", {}, {}};
    if (said.size() > longestMessage)
        return Error{ErrorKind::Invalid, "message.too_long", {QString::number(longestMessage)}, {}};
    return said;
}

Result<void> requireChannel(WriteContext &context, ChannelId channel)
{
    TRY_ASSIGN(auto query, context.query("SELECT is_active FROM communication_channels WHERE id = ?"));
    query->bind(channel);
    TRY_ASSIGN(const bool found, query->step());
    if (!found)
        return Error{ErrorKind::NotFound, "channel.unknown", {}, {}};
    return query->boolean(0) ? Result<void>() : Error{ErrorKind::Conflict, "channel.at_rest", {}, {}};
}

//! Read as the person may see it; the file holds that it is of the same workspace.
Result<void> requireOrder(WriteContext &context, const std::optional<OrderId> &order)
{
    if (!order)
        return {};
    TRY(context.principal().require(Capability::OrdersRead));
    TRY_ASSIGN(auto query, context.query("SELECT 1 FROM orders WHERE id = ?"));
    query->bind(*order);
    TRY_ASSIGN(const bool found, query->step());
    return found ? Result<void>() : Error{ErrorKind::NotFound, "order.not_found", {}, {}};
}

Result<QString> ownName(WriteContext &context)
{
    TRY_ASSIGN(auto query, context.query(R"(
        SELECT coalesce(member.display_name, person.full_name)
          FROM workspace_members AS member
          LEFT JOIN profiles AS person ON person.id = member.user_id
         WHERE member.user_id = ?)"));
    query->bind(context.principal().person);
    TRY_ASSIGN(const bool found, query->step());
    return found ? query->text(0) : QString();
}

std::optional<QString> textOrNull(const QString &text)
{
    return text.isEmpty() ? std::nullopt : std::optional(text);
}

AttemptKind attemptKindOf(ChannelType type)
{
    return type == ChannelType::Email ? AttemptKind::Email : AttemptKind::Note;
}

QString wayOf(ChannelType type)
{
    switch (type) {
    case ChannelType::WhatsApp:
        return QStringLiteral("WhatsApp");
    case ChannelType::Telegram:
        return QStringLiteral("Telegram");
    case ChannelType::Sms:
        return QStringLiteral("SMS");
    case ChannelType::Email:
        break;
    }
    return {}; // the entry's kind says it
}

//! Asks somebody to fetch what is ready: what the law wants to see with each of the pieces.
bool remindsToFetch(const QString &templateKey)
{
    return templateKey == QLatin1String("ready") || templateKey == QLatin1String("reminder");
}

} // namespace

Result<WrittenTo> writtenTo(WriteContext &context, ClientId client)
{
    TRY(context.principal().require(Capability::MessagesWrite));
    TRY(context.principal().require(Capability::ClientsRead));
    TRY_ASSIGN(auto query, context.query(R"(
        SELECT name, message_opt_out_at IS NOT NULL, marketing_consent_at IS NOT NULL
          FROM clients
         WHERE id = ?)"));
    query->bind(client);
    TRY_ASSIGN(const bool found, query->step());
    if (!found)
        return Error{ErrorKind::NotFound, "client.unknown", {}, {}};
    return WrittenTo{query->text(0), query->boolean(1), query->boolean(2)};
}

Result<void> checkConsent(const WrittenTo &client, bool offer, bool allTheSame)
{
    if (offer && client.optedOut)
        return Error{ErrorKind::Conflict, "message.opted_out", {client.name}, {}};
    if (offer && !client.consented)
        return Error{ErrorKind::Conflict, "message.no_consent", {client.name}, {}};
    if (client.optedOut && !allTheSame)
        return Error{ErrorKind::Conflict, "message.asked_not", {client.name}, {}};
    return {};
}

Result<MessageId> addOutbound(WriteContext &context, const AddressedDraft &message, MessageState state)
{
    const MessageDraft &draft = message.draft;
    TRY_ASSIGN(const WrittenTo client, writtenTo(context, draft.client));
    context.nameIt({client.name});
    TRY_ASSIGN(const QString text, checkedText(draft.text));
    if (message.recipient.trimmed().isEmpty())
        return Error{ErrorKind::Invalid, "message.no_recipient", {client.name}, {}};
    TRY(checkConsent(client, draft.offer, draft.allTheSame));
    TRY(requireChannel(context, draft.channel));
    TRY(requireOrder(context, draft.order));
    TRY_ASSIGN(const QString person, ownName(context));
    const Instant now = context.clock().now();
    const bool waits = state == MessageState::Queued;
    const auto id = MessageId::make(context.clock());
    TRY(context.rows().insert(Table::Messages, id,
                              {{"channel_id", draft.channel},
                               {"client_id", draft.client},
                               {"order_id", draft.order},
                               {"direction", directions.code(Direction::Outbound)},
                               {"content", text},
                               {"template_key", textOrNull(draft.templateKey)},
                               {"sender_name", textOrNull(person)},
                               {"recipient_name", client.name},
                               {"recipient_identifier", message.recipient.trimmed()},
                               {"status", waits ? "queued" : "draft"},
                               {"next_attempt_at", waits ? std::optional(now) : std::nullopt}}));
    return id;
}

Result<Message> loadMessage(WriteContext &context, MessageId message)
{
    TRY(context.principal().require(Capability::MessagesWrite));
    TRY_ASSIGN(const auto found, ConversationRepository(context.connection()).message(message));
    if (!found)
        return Error{ErrorKind::NotFound, "message.unknown", {}, {}};
    return *found;
}

Result<void> noteSent(WriteContext &context, const Message &message, const QString &about)
{
    if (!message.canBeSent())
        return Error{ErrorKind::Conflict, "message.not_to_send", {}, {}};
    TRY(context.rows().update(Table::Messages, message.id,
                              {{"status", "sent"},
                               {"sent_at", context.clock().now()},
                               {"error", std::nullopt},
                               {"attempts", message.attempts + 1},
                               {"next_attempt_at", std::nullopt}}));
    TRY(settleAll(context, message.client));
    return logSent(
        context, {message.client, message.order, message.type, message.who, message.text, message.templateKey, about});
}

Result<void> logSent(WriteContext &context, const SentElsewhere &message)
{
    const AttemptKind kind = attemptKindOf(message.type);
    if (message.order && remindsToFetch(message.templateKey)) {
        TRY_ASSIGN(const bool noted, orders::noteAttempt(context, *message.order, kind, message.text));
        if (noted)
            return {};
    }
    return context.rows().insert(
        Table::ClientInteractions, RowId::make(context.clock()),
        {{"client_id", message.client},
         {"order_id", message.order},
         {"user_id", context.principal().person},
         {"interaction_type", orders::toCode(kind)},
         {"subject", textOrNull(message.about.isEmpty() ? wayOf(message.type) : message.about)},
         {"description", message.text},
         {"occurred_at", context.clock().now()}});
}

Result<MessageId> addInbound(WriteContext &context, const InboundDraft &message)
{
    TRY_ASSIGN(const WrittenTo client, writtenTo(context, message.client));
    context.nameIt({client.name});
    TRY_ASSIGN(const QString text, checkedText(message.text));
    TRY(requireOrder(context, message.order));
    TRY_ASSIGN(auto channel, context.query("SELECT 1 FROM communication_channels WHERE id = ?"));
    channel->bind(message.channel);
    TRY_ASSIGN(const bool there, channel->step());
    if (!there)
        return Error{ErrorKind::NotFound, "channel.unknown", {}, {}};
    const auto id = MessageId::make(context.clock());
    const auto added = context.rows().insert(Table::Messages, id,
                                             {{"channel_id", message.channel},
                                              {"client_id", message.client},
                                              {"order_id", message.order},
                                              {"direction", directions.code(Direction::Inbound)},
                                              {"content", text},
                                              {"external_message_id", textOrNull(message.externalId)},
                                              {"sender_name", client.name},
                                              {"status", "delivered"},
                                              {"delivered_at", message.at.value_or(context.clock().now())}});
    // Also one that lies in the bin, which no view shows.
    if (!added && added.error().kind == ErrorKind::Conflict && !message.externalId.isEmpty())
        return Error{ErrorKind::Conflict, "message.known_already", {}, {}};
    if (!added)
        return added.error();
    return id;
}

Result<void> settleAll(WriteContext &context, ClientId client)
{
    std::vector<MessageId> open;
    TRY_ASSIGN(auto query, context.query(R"(
        SELECT id
          FROM messages
         WHERE client_id = ? AND direction = 'inbound' AND read_at IS NULL)"));
    query->bind(client);
    for (;;) {
        TRY_ASSIGN(const bool more, query->step());
        if (!more)
            break;
        open.push_back(query->id<MessageId>(0));
    }
    for (const MessageId id : open)
        TRY(context.rows().update(Table::Messages, id, {{"status", "read"}, {"read_at", context.clock().now()}}));
    return {};
}

Result<std::optional<ChannelId>> channelOf(WriteContext &context, ChannelType type)
{
    TRY_ASSIGN(auto query, context.query(R"(
        SELECT id
          FROM communication_channels
         WHERE workspace_id = ?1 AND channel_type = ?2 AND is_active = 1
         ORDER BY created_at, id
         LIMIT 1)"));
    query->bind(context.principal().workspace).bindUtf8(toCode(type));
    TRY_ASSIGN(const bool found, query->step());
    return found ? std::optional(query->id<ChannelId>(0)) : std::nullopt;
}

} // namespace thimblely::conversations
