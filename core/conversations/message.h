// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/conversations/channel.h"

#include <vector>

namespace thimblely::conversations {

enum class Direction { Inbound, Outbound };

/*!
 * Where a message stands. Queued waits for a person, as nothing is sent by itself; Failed was tried and may be again;
 * Cancelled is not to be sent any more. Arrived waits for an answer, Answered does not.
 */
enum class MessageState { Draft, Queued, Sent, Delivered, Read, Failed, Cancelled, Arrived, Answered };

//! Longer ones are no messages any more; the same in every channel.
inline constexpr qsizetype longestMessage = 4'000;

struct Message {
    MessageId id;
    ClientId client;
    ChannelId channel;
    ChannelType type;
    QString channelName;
    std::optional<OrderId> order;
    QString orderNumber; //!< empty: of no order, or orders may not be read
    Direction direction;
    MessageState state;
    QString text;
    QString templateKey;
    QString who;     //!< inbound: from which number or address; outbound: to which
    QString person;  //!< outbound: who wrote it
    QString problem; //!< why it failed, in a person's words
    int attempts;
    Instant at;                    //!< when it was written down here
    std::optional<Instant> wentAt; //!< when somebody said that it went; inbound: when it came

    bool isToSend() const { return state == MessageState::Queued || state == MessageState::Failed; }
    bool canBeSent() const { return isToSend() || state == MessageState::Draft; }
};

//! Where a page of a list or of a thread ended.
struct MessageKey {
    Instant at;
    MessageId id;
};

//! What of the conversations is listed.
enum class ConversationFilter {
    All,       //!< by the last message, the latest first
    ToSend,    //!< with a message that waits to be sent, the longest first
    Unanswered //!< with a message that waits for an answer, the longest first
};

//! A client with whom something was written, and the message that puts them on the list.
struct Conversation {
    ClientId id;
    QString name;
    std::optional<MessageId> message; //!< none: found by name, and nothing was written yet
    Direction direction = Direction::Outbound;
    MessageState state = MessageState::Draft;
    ChannelType type = ChannelType::WhatsApp;
    QString text = {};
    Instant at = Instant(0);
    int toSend = 0;
    int unanswered = 0;
    bool optedOut = false; //!< asked not to be written to
    friend bool operator==(const Conversation &, const Conversation &) = default;
};

//! How many clients wait, for the tabs over the list.
struct ConversationCounts {
    int toSend = 0;
    int unanswered = 0;
};

//! What is to be written to a client.
struct MessageDraft {
    ClientId client;
    std::optional<OrderId> order = {};
    ChannelId channel;
    QString text = {};
    QString templateKey = {}; //!< empty: in one's own words
    bool offer = false;       //!< no news of an order of theirs: takes their consent
    bool allTheSame = false;  //!< the person was told that they asked not to be written to
};

//! What came in elsewhere and is typed in here.
struct InboundDraft {
    ClientId client;
    std::optional<OrderId> order = {};
    ChannelId channel;
    QString text = {};
    std::optional<Instant> at = {}; //!< none: now
    QString externalId = {};        //!< as the service that carried it numbers it; the same one never lands twice
};

} // namespace thimblely::conversations
