// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/base/clock.h"
#include "core/base/id.h"
#include "core/base/result.h"

#include <QString>

#include <optional>

namespace thimblely {

using ChannelId = Id<struct ChannelTag>;
using MessageId = Id<struct MessageTag>;

namespace conversations {

//! By what a shop writes.
enum class ChannelType { WhatsApp, Telegram, Sms, Email };
inline constexpr int channelTypeCount = int(ChannelType::Email) + 1;

QByteArray toCode(ChannelType type);
Result<ChannelType> channelTypeFromCode(QStringView code);

//! The number or address that a shop writes from. Pure.
struct ShopChannel {
    ChannelId id;
    ChannelType type;
    QString name;   //!< "Counter phone"
    QString sender; //!< "+2348035554471" or an address
    bool active;    //!< one that is not takes no new messages; what went over it stays readable
    //! Under which name this computer's keychain has its password or token; empty: none was given, or one may not know.
    QString credentials = {};
    friend bool operator==(const ShopChannel &, const ShopChannel &) = default;
};

//! A channel as it is typed.
struct ChannelDraft {
    ChannelType type = ChannelType::WhatsApp;
    QString name = {};
    QString sender = {};
    friend bool operator==(const ChannelDraft &, const ChannelDraft &) = default;
};

} // namespace conversations
} // namespace thimblely
