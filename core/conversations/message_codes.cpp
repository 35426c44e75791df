// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/conversations/message_codes.h"

#include <array>
#include <utility>

namespace thimblely::conversations {

QByteArray toCode(ChannelType type)
{
    return channelTypes.code(type);
}

Result<ChannelType> channelTypeFromCode(QStringView code)
{
    return channelTypes.value(code);
}

QString reasonColumn(const QString &reason)
{
    return u'"' + reason.simplified() + u'"';
}

QString reasonOf(const QString &column)
{
    const bool quoted = column.size() >= 2 && column.startsWith(u'"') && column.endsWith(u'"');
    return quoted ? column.mid(1, column.size() - 2) : column;
}

Result<MessageState> stateOf(Direction direction, const QByteArray &status, const QString &error, bool answered)
{
    if (direction == Direction::Inbound)
        return answered ? MessageState::Answered : MessageState::Arrived;
    if (status == "failed")
        return error == QLatin1String(calledOff) ? MessageState::Cancelled : MessageState::Failed;
    constexpr std::array<std::pair<const char *, MessageState>, 5> states{{{"draft", MessageState::Draft},
                                                                           {"queued", MessageState::Queued},
                                                                           {"sent", MessageState::Sent},
                                                                           {"delivered", MessageState::Delivered},
                                                                           {"read", MessageState::Read}}};
    for (const auto &[word, state] : states) {
        if (status == word)
            return state;
    }
    return Error{ErrorKind::Internal, "file.unknown_word", {}, QStringLiteral("status of a message")};
}

} // namespace thimblely::conversations
