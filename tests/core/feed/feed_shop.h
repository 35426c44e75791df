// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/feed/comment_service.h"
#include "core/feed/feed_service.h"
#include "tests/core/orders/order_shop.h"

namespace thimblely::test {

//! A shop with posts: its owner, and colleagues who are hired.
class FeedShop : public OrderShop {
public:
    static changes::Media photo(char which) { return {QByteArray(32, which), "image/jpeg", 3, QByteArray("jpg")}; }
    static feed::PostDraft post(const char *caption, feed::Whose whose = feed::Whose::Shop)
    {
        feed::PostDraft draft;
        draft.whose = whose;
        draft.caption = QString::fromUtf8(caption);
        draft.photos = {photo('a')};
        return draft;
    }
    feed::FeedService of(Colleague &who) const { return {*who.session, *who.door}; }
    QStringList captions(feed::PostList list, access::Session *session = nullptr)
    {
        QStringList found;
        const auto page = feed::FeedService::page(session ? *session : *shop.session, list, {}, 50);
        for (const feed::Post &post : page.value())
            found.append(post.facts.caption);
        return found;
    }
    void setConsent(ClientId who, bool agrees)
    {
        ClientDraft card = clients.load(who).value().fields;
        card.photoConsentAt = agrees ? std::optional(shop.clock.now()) : std::nullopt;
        if (const auto done = await(clients.update(who, card)); !done)
            qFatal("%s", qPrintable(describe(done.error())));
    }
    //! An order whose pieces are ready.
    OrderId finishedOrder(std::optional<ClientId> wearer = {})
    {
        orders::PieceDraft agbada = piece("Agbada", 90'000);
        agbada.colour = QStringLiteral("navy");
        agbada.wearer = wearer;
        const OrderId order = book({agbada, piece("Fila", 5'000)});
        if (const auto done = await(orders.complete(order)); !done)
            qFatal("%s", qPrintable(describe(done.error())));
        return order;
    }

    feed::FeedService posts{*shop.session, *shop.door};
    feed::CommentService comments{*shop.session, *shop.door};
};

} // namespace thimblely::test
