// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/conversations/recipient.h"

#include <algorithm>

namespace thimblely::conversations {

const Phone *phoneFor(const std::vector<Phone> &phones, PhoneUse use)
{
    const auto usable = [](const Phone &phone) { return !phone.e164.isEmpty(); };
    auto found = std::ranges::find_if(
        phones, [&](const Phone &each) { return usable(each) && (each.use == use || each.use == PhoneUse::Both); });
    if (found == phones.end())
        found = std::ranges::find_if(phones, usable);
    return found == phones.end() ? nullptr : &*found;
}

QString recipientOf(const ClientDraft &client, ChannelType type)
{
    if (type == ChannelType::Email)
        return client.email;
    const Phone *phone = phoneFor(client.phones, type == ChannelType::Sms ? PhoneUse::Call : PhoneUse::WhatsApp);
    return phone ? phone->e164 : QString();
}

std::optional<ChannelType> usualChannelOf(const ClientDraft &client)
{
    const auto reaches = [&](ChannelType type) { return !recipientOf(client, type).isEmpty(); };
    if (client.channel == Channel::Email && reaches(ChannelType::Email))
        return ChannelType::Email;
    if (client.channel == Channel::Sms && reaches(ChannelType::Sms))
        return ChannelType::Sms;
    if (reaches(ChannelType::WhatsApp))
        return ChannelType::WhatsApp;
    return reaches(ChannelType::Email) ? std::optional(ChannelType::Email) : std::nullopt;
}

} // namespace thimblely::conversations
