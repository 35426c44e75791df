// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/conversations/message.h"
#include "core/inventory/code_table.h"

namespace thimblely::conversations {

// How the columns of messages and communication_channels say it; for this folder only.

inline constexpr inventory::CodeTable<ChannelType, channelTypeCount> channelTypes{
    "channel_type", {"whatsapp", "telegram", "sms", "email"}};
inline constexpr inventory::CodeTable<Direction, 2> directions{"direction", {"inbound", "outbound"}};

//! In the column `error` of what was called off; a reason that a person typed is in quotation marks, so never this.
inline constexpr char calledOff[] = "cancelled";
//! A person's reason as it is kept.
QString reasonColumn(const QString &reason);
QString reasonOf(const QString &column);

Result<MessageState> stateOf(Direction direction, const QByteArray &status, const QString &error, bool answered);

} // namespace thimblely::conversations
