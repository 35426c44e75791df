// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/access/privileged/principal_store.h"
#include "core/finance/account_service.h"
#include "core/finance/checkout_service.h"
#include "core/finance/payment_service.h"
#include "core/finance/till_service.h"
#include "tests/core/orders/order_shop.h"

namespace thimblely::test {

//! A shop with its till and an order of 65,000 (a jacket of 45,000 and trousers of 20,000) with nothing paid.
struct TillShop {
    finance::PaymentTaken take(qint64 whole, finance::PaymentMethod method = finance::PaymentMethod::Cash)
    {
        return take(order, whole, method);
    }
    finance::PaymentTaken take(OrderId what, qint64 whole, finance::PaymentMethod method = finance::PaymentMethod::Cash)
    {
        return await(payments.take(what, {naira(whole), method})).value();
    }
    //! Counts so many whole naira in the drawer, and what the card terminal says.
    Result<finance::CountResult> count(qint64 whole, std::optional<qint64> card = {})
    {
        finance::CountSheet sheet{{}, naira(whole)};
        if (card)
            sheet.cardTotal = naira(*card);
        return await(till.count(sheet));
    }
    finance::DayPage close(qint64 kept, const QString &reason = {})
    {
        return till.dayPage(await(till.close({naira(kept), reason})).value()).value();
    }
    finance::TillSums sums() { return till.sums().value(); }

    OrderShop shop;
    finance::PaymentService payments{*shop.shop.session, *shop.shop.door};
    finance::AccountService accounts{*shop.shop.session, *shop.shop.door};
    finance::TillService till{*shop.shop.session, *shop.shop.door};
    OrderId order = shop.book({OrderShop::piece("Jacket", 45'000), OrderShop::piece("Trousers", 20'000)});
};

//! The owner's word for a colleague's next operation, as after the PIN.
inline access::Approval ownersWord(OrderShop &shop, access::Capability capability)
{
    const auto store = access::PrincipalStore::open({shop.shop.path()}).value();
    const access::Principal &owner = shop.shop.principal;
    return store->approve(owner.person, owner.workspace, owner.device, capability, shop.shop.clock.now()).value();
}

} // namespace thimblely::test
