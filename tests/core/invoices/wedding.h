// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/invoices/invoice_service.h"
#include "core/orders/party_service.h"
#include "tests/core/finance/till_shop.h"

namespace thimblely::test {

//! The bride's mother orders; a groomsman pays for his own suit.
struct Wedding {
    explicit Wedding(bool taxInclusive = true)
    {
        orders::PieceDraft his = OrderShop::piece("Suit", 9'000);
        his.wearer = groomsman;
        his.payer = groomsman;
        his.taxRate = Rate::percent(7);
        orders::OrderDraft draft =
            till.shop.order({OrderShop::piece("Gown", 50'000), his, OrderShop::piece("Suit", 9'000)});
        draft.taxInclusive = taxInclusive;
        draft.rush = true;
        draft.rushCharge = naira(2'000);
        order = await(till.shop.orders.book(draft)).value().id;
    }

    ClientId addClient(const char *name)
    {
        ClientDraft draft;
        draft.name = QString::fromUtf8(name);
        return await(till.shop.clients.add(draft)).value();
    }
    orders::OrderDetail load() const { return till.shop.orders.load(order).value(); }
    orders::PayerShare share(std::optional<ClientId> of) const
    {
        const orders::OrderDetail detail = load();
        const orders::PayerShare *found = detail.shareOf(of);
        return found ? *found : orders::PayerShare{of, {}, naira(0), naira(0), naira(0)};
    }
    Money owes(ClientId client) { return till.shop.clients.load(client)->balance.value(); }
    Result<finance::PaymentTaken> pay(qint64 whole, std::optional<ClientId> payer,
                                      finance::PaymentMethod how = finance::PaymentMethod::Cash)
    {
        finance::PaymentDraft payment{naira(whole), how};
        payment.payer = payer;
        return await(till.payments.take(order, payment));
    }

    TillShop till;
    ClientId mother = till.shop.client;
    ClientId groomsman = addClient("Tunde Bello");
    OrderId order = OrderId::make(till.shop.shop.clock);
};

} // namespace thimblely::test
