// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/conversations/outbox_service.h"

#include "core/base/error_args.h"
#include "core/changes/write_door.h"
#include "core/conversations/message_codes.h"
#include "core/conversations/outbox_writer.h"

namespace thimblely::conversations {

using changes::Operation;
using changes::WriteContext;
using storage::Table;

namespace {

//! The message as it stands, and its client for the sentence that says what was done.
Result<Message> named(WriteContext &context, MessageId id)
{
    TRY_ASSIGN(const Message message, loadMessage(context, id));
    TRY_ASSIGN(const WrittenTo client, writtenTo(context, message.client));
    context.nameIt({client.name});
    return message;
}

Error notToSend()
{
    return {ErrorKind::Conflict, "message.not_to_send", {}, {}};
}

Result<void> waitAgain(WriteContext &context, MessageId id, const QString &text)
{
    TRY_ASSIGN(const Message message, named(context, id));
    if (!message.canBeSent() && message.state != MessageState::Cancelled)
        return notToSend();
    if (text.size() > longestMessage)
        return Error{ErrorKind::Invalid, "message.too_long", {QString::number(longestMessage)}, {}};
    return context.rows().update(Table::Messages, id,
                                 {{"status", "queued"},
                                  {"error", std::nullopt},
                                  {"content", text.isEmpty() ? message.text : text},
                                  {"next_attempt_at", context.clock().now()}});
}

Result<void> writeFailed(WriteContext &context, MessageId id, const QString &reason)
{
    TRY_ASSIGN(const Message message, named(context, id));
    if (!message.canBeSent())
        return notToSend();
    if (reason.isEmpty())
        return Error{ErrorKind::Invalid, "message.no_reason", {}, {}};
    return context.rows().update(Table::Messages, id,
                                 {{"status", "failed"},
                                  {"error", reasonColumn(reason)},
                                  {"attempts", message.attempts + 1},
                                  {"next_attempt_at", context.clock().now()}});
}

Result<void> writeCancelled(WriteContext &context, MessageId id)
{
    TRY_ASSIGN(const Message message, named(context, id));
    if (!message.canBeSent())
        return notToSend();
    return context.rows().update(Table::Messages, id,
                                 {{"status", "failed"}, {"error", calledOff}, {"next_attempt_at", std::nullopt}});
}

Result<void> writeElsewhere(WriteContext &context, SentElsewhere sent)
{
    TRY_ASSIGN(const WrittenTo client, writtenTo(context, sent.client));
    context.nameIt({client.name});
    TRY(checkConsent(client, sent.offer, sent.allTheSame));
    sent.text = sent.text.trimmed();
    if (sent.text.isEmpty())
        return Error{ErrorKind::Invalid, "message.no_text", {}, {}};
    TRY_ASSIGN(const std::optional<ChannelId> channel, channelOf(context, sent.type));
    if (!channel || sent.recipient.isEmpty())
        return logSent(context, sent); // nothing of the shop's that it went over
    const MessageDraft draft{sent.client,      sent.order, *channel,       sent.text,
                             sent.templateKey, sent.offer, sent.allTheSame};
    TRY_ASSIGN(const MessageId id, addOutbound(context, {draft, sent.recipient}, MessageState::Draft));
    TRY_ASSIGN(const Message message, loadMessage(context, id));
    return noteSent(context, message, sent.about);
}

} // namespace

QFuture<Result<MessageId>> OutboxService::draft(AddressedDraft message)
{
    return m_door.write<MessageId>(Operation{"message.draft"}, [message = std::move(message)](WriteContext &context) {
        return addOutbound(context, message, MessageState::Draft);
    });
}

QFuture<Result<MessageId>> OutboxService::queue(AddressedDraft message)
{
    return m_door.write<MessageId>(Operation{"message.queue"}, [message = std::move(message)](WriteContext &context) {
        return addOutbound(context, message, MessageState::Queued);
    });
}

QFuture<Result<int>> OutboxService::queueAll(std::vector<AddressedDraft> messages)
{
    return m_door.write<int>(Operation{"message.queue_all", {errorArg(qint64(messages.size()))}},
                             [messages = std::move(messages)](WriteContext &context) -> Result<int> {
                                 for (const AddressedDraft &message : messages)
                                     TRY(addOutbound(context, message, MessageState::Queued));
                                 context.nameIt({errorArg(qint64(messages.size()))});
                                 return int(messages.size());
                             });
}

QFuture<Result<void>> OutboxService::again(MessageId message, QString text)
{
    return m_door.write<void>(Operation{"message.again"}, [message, text = text.trimmed()](WriteContext &context) {
        return waitAgain(context, message, text);
    });
}

QFuture<Result<void>> OutboxService::markSent(MessageId message)
{
    return m_door.write<void>(Operation{"message.sent"}, [message](WriteContext &context) -> Result<void> {
        TRY_ASSIGN(const Message sent, named(context, message));
        return conversations::noteSent(context, sent);
    });
}

QFuture<Result<void>> OutboxService::markFailed(MessageId message, QString reason)
{
    return m_door.write<void>(Operation{"message.failed"},
                              [message, reason = reason.simplified()](WriteContext &context) {
                                  return writeFailed(context, message, reason);
                              });
}

QFuture<Result<void>> OutboxService::cancel(MessageId message)
{
    return m_door.write<void>(Operation{"message.cancel"},
                              [message](WriteContext &context) { return writeCancelled(context, message); });
}

QFuture<Result<void>> OutboxService::noteSent(SentElsewhere message)
{
    return m_door.write<void>(Operation{"message.sent"},
                              [message = std::move(message)](WriteContext &context) -> Result<void> {
                                  return writeElsewhere(context, message);
                              });
}

QFuture<Result<MessageId>> OutboxService::receive(InboundDraft message)
{
    return m_door.write<MessageId>(
        Operation{"message.received"},
        [message = std::move(message)](WriteContext &context) { return addInbound(context, message); });
}

QFuture<Result<void>> OutboxService::settle(ClientId client)
{
    return m_door.write<void>(Operation{"message.answered"}, [client](WriteContext &context) -> Result<void> {
        TRY_ASSIGN(const WrittenTo whose, writtenTo(context, client));
        context.nameIt({whose.name});
        return settleAll(context, client);
    });
}

} // namespace thimblely::conversations
