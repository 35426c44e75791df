// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "app/thimblectl/demo_market.h"

#include "app/thimblectl/demo_till.h"

#include "core/feed/feed_service.h"
#include "core/inventory/shop_terms.h"
#include "core/marketplace/product_service.h"

namespace thimblectl {

using namespace thimblely;

namespace {

struct DemoProduct {
    const char *title;
    const char *about;
    const char *category;
    qint64 price; //!< in Lagos; elsewhere as demoPrice() has it
    int left;     //!< 0: made to order
    const char *sizes;
    bool published;
};
constexpr DemoProduct products[] = {
    {"Agbada, three pieces", "Hand embroidered at the neck; fitted twice in the shop.", "For men", 120'000, 0, "M,L,XL",
     true},
    {"Fila of aso oke", "Woven in Iseyin.", "For men", 8'500, 6, "56,58,60", true},
    {"Iro and buba", "Cotton lace, lined.", "For women", 65'000, 0, "S,M,L", true},
    {"Silk scarf", "Rolled by hand.", "For women", 18'000, 3, nullptr, true},
    {"Linen apron", "For the kitchen or the cutting table.", "For the house", 9'000, 12, nullptr, true},
    {"School shirt", "White, with the badge of the school sewn on.", "For children", 7'500, 0, "8,10,12", false},
};

} // namespace

Result<void> addDemoMarket(DemoShop &shop)
{
    TRY_ASSIGN(const inventory::ShopTerms terms, inventory::ShopTerms::load(shop.session->reader()));
    marketplace::ProductService service(*shop.session, *shop.door);
    for (const DemoProduct &each : products) {
        marketplace::ProductDraft draft{
            .facts = {.title = QString::fromLatin1(each.title), .price = demoPrice(each.price, terms.currency)}};
        draft.facts.description = QString::fromLatin1(each.about);
        draft.facts.category = QString::fromLatin1(each.category);
        draft.regions = {terms.country};
        draft.madeToOrder = each.left == 0;
        if (each.left > 0)
            draft.facts.stock = Quantity::whole(each.left);
        if (each.sizes)
            draft.options = {{QStringLiteral("Size"), QString::fromLatin1(each.sizes).split(u',')}};
        TRY(changes::await(each.published ? service.publish(draft) : service.draft(draft)));
    }
    feed::PostDraft post;
    post.caption = QStringLiteral("Three days of embroidery at one neck. Photos follow as soon as the light is good.");
    post.tags = {QStringLiteral("agbada"), QStringLiteral("embroidery")};
    TRY(changes::await(feed::FeedService(*shop.session, *shop.door).draft(post)));
    return {};
}

} // namespace thimblectl
