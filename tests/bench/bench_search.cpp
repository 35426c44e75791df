// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/clients/client_service.h"
#include "core/search/search_index.h"
#include "tests/bench/comparison.h"
#include "tests/bench/filled_shop.h"

#include <random>

namespace {

using namespace thimblely;
using namespace thimblely::bench;

//! What people type: two to six letters out of names that are there, digits out of phones, and what nobody is called.
std::vector<QString> typedParts()
{
    const FilledShop &shop = FilledShop::instance();
    std::mt19937 random(20261123);
    const auto below = [&random](int end) { return int(random() % unsigned(end)); };
    std::vector<QString> parts;
    for (int i = 0; i < 2000; ++i) {
        const int client = below(shop.scale.clientsOf(0));
        if (i % 10 == 0) {
            QString nobody;
            for (int letter = 0; letter < 4; ++letter)
                nobody += QChar(u'a' + below(26));
            parts.push_back(nobody);
        } else if (i % 10 < 3) {
            parts.push_back(QString::fromStdString(clientPhone(client)).right(4 + below(4)));
        } else {
            const QString name = QString::fromStdString(clientName(client));
            const QString word = name.split(u' ').at(below(2));
            const int length = std::min(2 + below(5), int(word.size()));
            parts.push_back(word.mid(below(int(word.size()) - length + 1), length));
        }
    }
    return parts;
}

void searchHits(benchmark::State &state)
{
    FilledShop &shop = FilledShop::instance();
    const std::vector<QString> parts = typedParts();
    size_t next = 0;
    size_t hits = 0;
    measure(state, "search by a part, 50 hits", {{50, 1'000}, {99, 5'000}}, [&] {
        hits += valueOf(search::SearchIndex::find(shop.session->reader(), parts[next++ % parts.size()],
                                                  search::everyKind, 50))
                    .size();
    });
    state.counters["hits"] = double(hits) / double(state.iterations());
}

//! What the list under the search field asks for: the hits, and of each client what its row shows.
void searchRows(benchmark::State &state)
{
    FilledShop &shop = FilledShop::instance();
    ClientService clients(*shop.session, *shop.door);
    const std::vector<QString> parts = typedParts();
    size_t next = 0;
    measure(state, "the same with the clients' rows", {{50, 1'000}, {99, 5'000}},
            [&] { valueOf(clients.search(parts[next++ % parts.size()], 50)); });
}

BENCHMARK(searchHits)->Iterations(2000)->UseManualTime()->Unit(benchmark::kMicrosecond);
BENCHMARK(searchRows)->Iterations(2000)->UseManualTime()->Unit(benchmark::kMicrosecond);

} // namespace
