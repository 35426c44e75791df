// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/conversations/message.h"

#include <QFuture>

#include <vector>

namespace thimblely::access {
class Session;
}
namespace thimblely::changes {
class WriteDoor;
}

namespace thimblely::conversations {

//! A draft with where it goes to, as recipientOf() has it.
struct AddressedDraft {
    MessageDraft draft;
    QString recipient;
};

//! What went by a program of the person's own, perhaps without any channel of the shop's being set up.
struct SentElsewhere {
    ClientId client;
    std::optional<OrderId> order = {};
    ChannelType type = ChannelType::WhatsApp;
    QString recipient = {};
    QString text = {};
    QString templateKey = {};
    QString about = {}; //!< its heading in the client's log; empty: by what it went
    bool offer = false;
    bool allTheSame = false;
};

/*!
 * What goes out and what came in. Nothing is sent from here: what is queued waits for a person, who opens it in a program of
 * their own and then says whether it went. That it went stands with the client and the order in the same operation; where
 * it reminds of what hangs ready, with each of these pieces, as their other reminders do.
 *
 * Errors: Invalid "message.no_text", "message.too_long" (args[0] characters), "message.no_recipient", "message.no_reason";
 * Conflict "message.opted_out" (an offer), "message.asked_not" (any other one, until allTheSame), "message.no_consent" (an
 * offer), "message.not_to_send" (it went, or was called off), "message.known_already", "channel.at_rest"; NotFound
 * "message.unknown", "client.unknown", "channel.unknown", "order.not_found"; Forbidden without messages:write, and
 * without clients:write where it is noted with the client.
 */
class OutboxService {
public:
    explicit OutboxService(changes::WriteDoor &door) : m_door(door) {}

    //! Begun, and not to be sent yet.
    QFuture<Result<MessageId>> draft(AddressedDraft message);
    QFuture<Result<MessageId>> queue(AddressedDraft message);
    //! All of them in one operation; how many. What the rules refuse is refused as a whole: they are left out beforehand.
    QFuture<Result<int>> queueAll(std::vector<AddressedDraft> messages);
    //! A draft, or what was not sent: it waits again, with other words where these are given.
    QFuture<Result<void>> again(MessageId message, QString text = {});
    //! A person sent it. What the client had written is answered by it.
    QFuture<Result<void>> markSent(MessageId message);
    QFuture<Result<void>> markFailed(MessageId message, QString reason);
    //! Not to be sent any more; it stays in the thread.
    QFuture<Result<void>> cancel(MessageId message);
    //! Sent without having waited here.
    QFuture<Result<void>> noteSent(SentElsewhere message);
    QFuture<Result<MessageId>> receive(InboundDraft message);
    //! What the client wrote asks for no answer any more.
    QFuture<Result<void>> settle(ClientId client);

private:
    changes::WriteDoor &m_door;
};

} // namespace thimblely::conversations
