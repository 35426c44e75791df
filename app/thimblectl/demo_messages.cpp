// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "app/thimblectl/demo_shop.h"

#include "core/clients/client_service.h"
#include "core/conversations/channel_service.h"
#include "core/conversations/message_words.h"
#include "core/conversations/outbox_service.h"
#include "core/conversations/recipient.h"
#include "core/orders/order_service.h"

namespace thimblectl {

using namespace thimblely;
using conversations::ChannelType;

namespace {

constexpr int mostWritten = 9;

constexpr const char *answers[] = {"Thank you! Can I come on Saturday?", "Until when are you open today?",
                                   "My brother will fetch it, is that all right?"};

//! What was written of orders that are ready: some went, some wait, and some clients wrote back.
class MessageTeller {
public:
    MessageTeller(DemoShop &shop, ChannelId phone)
        : m_session(*shop.session), m_door(*shop.door), m_outbox(m_door), m_phone(phone)
    {}

    Result<void> tell(const orders::OrderRow &order, int number)
    {
        TRY_ASSIGN(const Client client, ClientService(m_session, m_door).load(*order.client));
        const QString recipient = conversations::recipientOf(client.fields, ChannelType::WhatsApp);
        if (recipient.isEmpty() || client.fields.messageOptOutAt)
            return {};
        const QString key = QStringLiteral("ready");
        TRY_ASSIGN(const auto words, conversations::prepare(m_session, m_door, key, {client.id, order.id}));
        TRY_ASSIGN(const MessageId message,
                   changes::await(m_outbox.queue({{client.id, order.id, m_phone, words.text, key}, recipient})));
        if (number % 3 == 2)
            return {};
        TRY(changes::await(m_outbox.markSent(message)));
        if (number % 3 == 1)
            return {};
        const char *answer = answers[size_t(number / 3) % std::size(answers)];
        TRY(changes::await(m_outbox.receive({client.id, order.id, m_phone, QString::fromUtf8(answer)})));
        return {};
    }

private:
    access::Session &m_session;
    changes::WriteDoor &m_door;
    conversations::OutboxService m_outbox;
    ChannelId m_phone;
};

} // namespace

Result<void> addDemoMessages(DemoShop &shop)
{
    conversations::ChannelService channels(*shop.session, *shop.door);
    TRY_ASSIGN(const ChannelId phone,
               changes::await(channels.add({ChannelType::WhatsApp, QStringLiteral("The telephone at the counter"),
                                            QStringLiteral("+234 803 555 9999")})));
    TRY(changes::await(
        channels.add({ChannelType::Email, QStringLiteral("The shop"), QStringLiteral("shop@thimble.example")})));
    TRY_ASSIGN(
        const auto ready,
        orders::OrderService(*shop.session, *shop.door).openOrders(orders::OpenOrderFilter::Ready, {}, mostWritten));
    MessageTeller teller(shop, phone);
    int number = 0;
    for (const orders::OrderRow &order : ready.rows) {
        if (order.client)
            TRY(teller.tell(order, number++));
    }
    return {};
}

} // namespace thimblectl
