// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/changes/write_context.h"
#include "core/conversations/outbox_service.h"

namespace thimblely::conversations {

// The rules of OutboxService, inside an operation; for this folder.

struct WrittenTo {
    QString name;
    bool optedOut;
    bool consented; //!< to offers
};

Result<WrittenTo> writtenTo(changes::WriteContext &context, ClientId client);
//! Whether somebody may be written to: `offer` and `allTheSame` as MessageDraft has them.
Result<void> checkConsent(const WrittenTo &client, bool offer, bool allTheSame);
Result<MessageId> addOutbound(changes::WriteContext &context, const AddressedDraft &message, MessageState state);
Result<Message> loadMessage(changes::WriteContext &context, MessageId message);
//! That it went: its row, the client's log and what it answers.
Result<void> noteSent(changes::WriteContext &context, const Message &message, const QString &about = {});
//! With the client, and with the order; `type` says by what.
Result<void> logSent(changes::WriteContext &context, const SentElsewhere &message);
Result<MessageId> addInbound(changes::WriteContext &context, const InboundDraft &message);
Result<void> settleAll(changes::WriteContext &context, ClientId client);
//! Of the channel in use of that type that was added first; none: there is none.
Result<std::optional<ChannelId>> channelOf(changes::WriteContext &context, ChannelType type);

} // namespace thimblely::conversations
