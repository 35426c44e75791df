// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/clients/client.h"
#include "core/conversations/channel.h"

namespace thimblely::conversations {

//! The number or address at which a client is written to by such a channel: of their numbers first one that is meant
//! for it. Empty: there is none. Pure.
QString recipientOf(const ClientDraft &client, ChannelType type);
//! The one of a client's numbers to be dialled or written to; nullptr: none can be.
const Phone *phoneFor(const std::vector<Phone> &phones, PhoneUse use);
//! By what they want to be told, as far as it can be written; else by what reaches them; none: nothing does.
std::optional<ChannelType> usualChannelOf(const ClientDraft &client);

} // namespace thimblely::conversations
