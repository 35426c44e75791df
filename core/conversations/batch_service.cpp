// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/conversations/batch_service.h"

#include "core/access/session.h"
#include "core/calendar/calendar_service.h"
#include "core/changes/write_door.h"
#include "core/clients/client_service.h"
#include "core/conversations/channel_service.h"
#include "core/conversations/conversation_repository.h"
#include "core/conversations/message_words.h"
#include "core/conversations/recipient.h"
#include "core/orders/order_service.h"
#include "core/workspaces/workspace_service.h"

#include <algorithm>

namespace thimblely::conversations {

namespace {

using access::Capability;

//! Somebody who may be written to, about what, and with which template.
struct Candidate {
    MessageAbout about;
    QString templateKey;
    bool askedToday = false;
};

//! The channel in use that reaches them: of the type they want to be told by, else any.
const ShopChannel *channelFor(const ClientDraft &client, const std::vector<ShopChannel> &channels)
{
    const auto usable = [&](const ShopChannel &channel) {
        return channel.active && !recipientOf(client, channel.type).isEmpty();
    };
    const auto wanted = usualChannelOf(client);
    auto found = std::ranges::find_if(
        channels, [&](const ShopChannel &channel) { return usable(channel) && channel.type == wanted; });
    if (found == channels.end())
        found = std::ranges::find_if(channels, usable);
    return found == channels.end() ? nullptr : &*found;
}

class BatchMaker {
public:
    BatchMaker(access::Session &session, changes::WriteDoor &door, std::vector<ShopChannel> channels)
        : m_session(session), m_door(door), m_channels(std::move(channels))
    {}

    Result<void> add(const Candidate &candidate)
    {
        TRY_ASSIGN(const Client client, ClientService(m_session, m_door).load(candidate.about.client));
        TRY_ASSIGN(const bool waits, ConversationRepository(m_session.reader())
                                         .isWaitingFor(client.id, candidate.about.order, candidate.templateKey));
        const ShopChannel *channel = channelFor(client.fields, m_channels);
        const auto leave = [&](LeftOut why) {
            m_batch.leftOut.push_back({client.id, client.fields.name, why});
            return Result<void>();
        };
        if (client.fields.messageOptOutAt)
            return leave(LeftOut::AskedNot);
        if (!channel)
            return leave(LeftOut::NoChannel);
        if (waits)
            return leave(LeftOut::WaitsAlready);
        if (candidate.askedToday)
            return leave(LeftOut::AskedToday);
        TRY_ASSIGN(const PreparedMessage words,
                   conversations::prepare(m_session, m_door, candidate.templateKey, candidate.about));
        m_batch.entries.push_back({{{client.id, candidate.about.order, channel->id, words.text, candidate.templateKey},
                                    recipientOf(client.fields, channel->type)},
                                   client.fields.name});
        return {};
    }
    bool isFull() const { return int(m_batch.entries.size()) >= BatchService::mostOfBatch; }
    PreparedBatch take() { return std::move(m_batch); }

private:
    access::Session &m_session;
    changes::WriteDoor &m_door;
    std::vector<ShopChannel> m_channels;
    PreparedBatch m_batch;
};

Result<void> addReady(access::Session &session, changes::WriteDoor &door, BatchMaker &batch, Date today,
                      const ShopCalendar &calendar)
{
    const orders::OrderService orders(session, door);
    std::optional<orders::OpenOrderKey> after;
    do {
        TRY_ASSIGN(const orders::OpenOrderPage page, orders.openOrders(orders::OpenOrderFilter::Ready, after));
        for (const orders::OrderRow &order : page.rows) {
            if (!order.client || batch.isFull())
                continue;
            const bool askedToday = order.asked && calendar.dayOf(*order.asked) >= today;
            TRY(batch.add({{*order.client, order.id},
                           order.asked ? QStringLiteral("reminder") : QStringLiteral("ready"),
                           askedToday}));
        }
        after = page.next;
    } while (after && !batch.isFull());
    return {};
}

Result<void> addFittings(access::Session &session, BatchMaker &batch, Date today, const ShopCalendar &calendar)
{
    const QString key = QStringLiteral("fitting");
    TRY_ASSIGN(const auto fittings, calendar::CalendarService(session).fittings(today.plusDays(1)));
    for (const calendar::Fitting &fitting : fittings) {
        if (!fitting.client || batch.isFull())
            continue;
        TRY_ASSIGN(const auto sent, ConversationRepository(session.reader()).lastSent(*fitting.client, key));
        TRY(batch.add(
            {{*fitting.client, fitting.order, fitting.startsAt}, key, sent && calendar.dayOf(*sent) >= today}));
    }
    return {};
}

} // namespace

std::vector<AddressedDraft> PreparedBatch::messages() const
{
    std::vector<AddressedDraft> all;
    for (const BatchEntry &entry : entries)
        all.push_back(entry.message);
    return all;
}

Result<PreparedBatch> BatchService::prepare(Batch batch) const
{
    TRY(m_session.principal().require(Capability::MessagesWrite));
    TRY(m_session.principal().require(Capability::ClientsRead));
    TRY_ASSIGN(std::vector<ShopChannel> channels, ChannelService(m_session, m_door).all());
    TRY_ASSIGN(const WorkspaceProfile shop, WorkspaceService(m_session, m_door).load());
    TRY_ASSIGN(const ShopCalendar calendar, shop.calendar());
    const Date today = calendar.dayOf(m_door.clock().now());
    BatchMaker maker(m_session, m_door, std::move(channels));
    if (batch == Batch::ReadyUncollected) {
        TRY(m_session.principal().require(Capability::OrdersRead));
        TRY(addReady(m_session, m_door, maker, today, calendar));
    } else {
        TRY(addFittings(m_session, maker, today, calendar));
    }
    return maker.take();
}

} // namespace thimblely::conversations
