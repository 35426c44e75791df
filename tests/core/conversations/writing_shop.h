// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/clients/client_log.h"
#include "core/conversations/channel_service.h"
#include "core/conversations/conversation_service.h"
#include "core/conversations/message_template_service.h"
#include "core/conversations/outbox_service.h"
#include "tests/core/orders/order_shop.h"

namespace thimblely::test {

//! A shop that writes by WhatsApp and by mail, and Ngozi, who has a number.
class WritingShop : public OrderShop {
public:
    static conversations::ChannelDraft typed(conversations::ChannelType type, const char *name, const char *sender)
    {
        return {type, QString::fromUtf8(name), QString::fromUtf8(sender)};
    }
    conversations::AddressedDraft message(const char *text, const char *templateKey = "") const
    {
        conversations::MessageDraft draft{client, {}, phone, QString::fromUtf8(text), QString::fromLatin1(templateKey)};
        return {draft, QStringLiteral("+2348035551234")};
    }
    conversations::AddressedDraft about(OrderId order, const char *text, const char *templateKey = "") const
    {
        conversations::AddressedDraft made = message(text, templateKey);
        made.draft.order = order;
        return made;
    }
    MessageId queued(const char *text) { return await(outbox.queue(message(text))).value(); }
    //! "queued: Hello | sent: Bye", the latest last.
    QString thread() const
    {
        static const std::map<conversations::MessageState, const char *> words = {
            {conversations::MessageState::Draft, "draft"},
            {conversations::MessageState::Queued, "queued"},
            {conversations::MessageState::Sent, "sent"},
            {conversations::MessageState::Delivered, "delivered"},
            {conversations::MessageState::Read, "read"},
            {conversations::MessageState::Failed, "failed"},
            {conversations::MessageState::Cancelled, "called off"},
            {conversations::MessageState::Arrived, "arrived"},
            {conversations::MessageState::Answered, "answered"}};
        QStringList all;
        const auto messages = conversations.thread(client).value();
        for (const conversations::Message &each : messages)
            all.prepend(QString::fromLatin1(words.at(each.state)) + QStringLiteral(": ") + each.text);
        return all.join(QStringLiteral(" | "));
    }
    //! What stands in the client's log, the latest first.
    QStringList log()
    {
        QStringList all;
        const auto page = ClientLogService(*shop.session, *shop.door).page(client, {}, 50).value();
        for (const LogEntry &entry : page.rows)
            all.append(entry.text);
        return all;
    }
    void say(void (*change)(ClientDraft &, Instant))
    {
        ClientDraft draft = clients.load(client).value().fields;
        change(draft, shop.clock.now());
        if (const auto done = await(clients.update(client, draft)); !done)
            qFatal("%s", qPrintable(describe(done.error())));
    }

    conversations::OutboxService outbox{*shop.door};
    conversations::ConversationService conversations{*shop.session, *shop.door};
    conversations::ChannelService channels{*shop.session, *shop.door};
    const ChannelId phone =
        await(channels.add(typed(conversations::ChannelType::WhatsApp, "Counter phone", "0803 555 9999"))).value();
};

} // namespace thimblely::test
