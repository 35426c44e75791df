// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/conversations/channel.h"

#include <QFuture>

#include <vector>

namespace thimblely {
class SecretStore;
}
namespace thimblely::access {
class Session;
}
namespace thimblely::changes {
class WriteDoor;
}

namespace thimblely::conversations {

/*!
 * The numbers and addresses a shop writes from. Reads answer at once, on the Session's thread; to write takes
 * workspace:manage. What a service asks for before it lets a program in (a token, a password) is kept in this computer's
 * keychain; the file has the name of the entry and nothing else.
 *
 * Errors: Invalid "channel.no_name", "client.bad_email", those of phone_number.h for a number; Conflict
 * "channel.there_already" (args[0] its name); NotFound "channel.unknown"; those of SecretStore.
 */
class ChannelService {
public:
    ChannelService(access::Session &session, changes::WriteDoor &door) : m_session(session), m_door(door) {}

    //! Those in use first, each group by when it was added.
    Result<std::vector<ShopChannel>> all() const;
    QFuture<Result<ChannelId>> add(ChannelDraft draft);
    QFuture<Result<void>> change(ChannelId channel, ChannelDraft to);
    //! One that is not in use takes no new messages; what went over it stays.
    QFuture<Result<void>> setActive(ChannelId channel, bool active);
    /*!
     * Puts the secret into the keychain and its entry's name into the file, once it is there; an empty one takes the name out
     * of the file. Goes on with the thread's event loop once the keychain has answered. "secrets.none_here" where it could be kept for this sitting only: then nothing is written.
     */
    QFuture<Result<void>> setSecret(ChannelId channel, SecretStore &store, const QByteArray &secret);

private:
    access::Session &m_session;
    changes::WriteDoor &m_door;
};

//! Under which name the keychain keeps what this channel needs.
QString credentialsName(ChannelId channel);

} // namespace thimblely::conversations
