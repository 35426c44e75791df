// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/conversations/message.h"

#include <vector>

namespace thimblely::access {
class Session;
}
namespace thimblely::changes {
class WriteDoor;
}

namespace thimblely::conversations {

/*!
 * What was written with clients: the list of conversations and the thread of each. Answers at once, on the Session's
 * thread. Forbidden without messages:read and clients:read.
 */
class ConversationService {
public:
    ConversationService(access::Session &session, changes::WriteDoor &door) : m_session(session), m_door(door) {}

    Result<std::vector<Conversation>> list(ConversationFilter filter, const std::optional<MessageKey> &after = {},
                                           int limit = 50) const;
    //! Clients by name, number or digits of a phone, best first, also those with whom nothing was written yet.
    Result<std::vector<Conversation>> search(const QString &words, int limit) const;
    //! NotFound "client.unknown".
    Result<Conversation> of(ClientId client) const;
    //! The latest first.
    Result<std::vector<Message>> thread(ClientId client, const std::optional<MessageKey> &after = {},
                                        int limit = 50) const;
    Result<ConversationCounts> counts() const;

private:
    Result<void> require() const;

    access::Session &m_session;
    changes::WriteDoor &m_door;
};

} // namespace thimblely::conversations
