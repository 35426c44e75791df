// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/finance/checkout_service.h"
#include "core/inventory/shop_terms.h"
#include "core/storage/checksum_vfs.h"
#include "tests/bench/comparison.h"
#include "tests/bench/filled_shop.h"

namespace {

using namespace thimblely;
using namespace thimblely::bench;

constexpr int ordersMeasured = 4000;

int clientOf(const FilledShop &shop, int number)
{
    return int(std::int64_t(number) * 7919 % shop.scale.clientsOf(0));
}

orders::OrderDraft draftOf(const FilledShop &shop, int number, Currency currency, Date today)
{
    static const QStringList garments = {QStringLiteral("jacket"), QStringLiteral("trousers"), QStringLiteral("shirt"),
                                         QStringLiteral("dress"), QStringLiteral("kaftan")};
    orders::OrderDraft draft;
    draft.client = idOf<ClientId>(clientId(0, clientOf(shop, number)));
    draft.promisedDate = today.plusDays(7 + int(std::int64_t(number) * 7919 % 500));
    for (int piece = 0; piece < shop.scale.piecesPerOrder; ++piece) {
        orders::PieceDraft &made = draft.pieces.emplace_back();
        made.garmentType = garments.at((number + piece) % garments.size());
        made.name = made.garmentType;
        made.unitPrice = Money(1'500'000, currency);
    }
    draft.depositAsked = Money(1'500'000, currency);
    return draft;
}

std::int64_t fileBytes(FilledShop &shop)
{
    return Bare(shop.path().toStdString(), storage::registerChecksumVfs().constData()).fileBytes();
}

void durableOrder(benchmark::State &state)
{
    FilledShop &shop = FilledShop::instance();
    finance::CheckoutService checkout(*shop.session, *shop.door);
    const inventory::ShopTerms terms = valueOf(inventory::ShopTerms::load(shop.session->reader()));
    const Date today = terms.calendar.dayOf(shop.clock.now());
    int bareNumber = shop.scale.ordersOf(0);
    int ourNumber = bareNumber;
    const std::int64_t ourBytes = fileBytes(shop);
    const std::int64_t bareBytes = shop.bare->fileBytes();
    compare(
        state, "durable order of 3 pieces", 2.0,
        [&] {
            shop.bare->insertOrder(0, clientOf(shop, bareNumber), bareNumber);
            ++bareNumber;
        },
        [&] {
            valueOf(changes::await(checkout.book(draftOf(shop, ourNumber, terms.currency, today), std::nullopt)));
            ++ourNumber;
        });
    const double ours = double(fileBytes(shop) - ourBytes) / (ourNumber - shop.scale.ordersOf(0));
    const double bare = double(shop.bare->fileBytes() - bareBytes) / (bareNumber - shop.scale.ordersOf(0));
    state.counters["bytes"] = ours;
    state.counters["bare_bytes"] = bare;
    report({"bytes of file for each", "bytes", ours, bare, ours / bare, 1.15});
    report({"bytes of file for each", "bytes", ours, 0, ours, 2500});
}

BENCHMARK(durableOrder)->Iterations(ordersMeasured)->UseManualTime()->Unit(benchmark::kMicrosecond);

} // namespace
