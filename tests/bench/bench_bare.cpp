// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "tests/bench/bare.h"

#include <QTemporaryDir>

#include <benchmark/benchmark.h>

#include <cstdio>
#include <memory>

namespace {

using namespace thimblely::bench;

//! One filled file for all measurements of a run; filling it takes some twenty seconds.
struct FilledShop {
    QTemporaryDir folder;
    Scale scale;
    std::unique_ptr<Bare> bare;
    int nextOrder = 0;

    FilledShop()
    {
        std::fprintf(stderr, "filling the bare file with %d clients and %d orders\n", scale.clients, scale.orders);
        bare = std::make_unique<Bare>(folder.filePath(QStringLiteral("bare")).toStdString());
        bare->createSchema();
        bare->fill(scale);
        nextOrder = scale.ordersOf(0);
    }
};

FilledShop &shop()
{
    static FilledShop filled;
    return filled;
}

void expectFullPage(benchmark::State &state, int rows)
{
    if (rows != 50)
        state.SkipWithError("the page is not full");
}

void bareFirstPage(benchmark::State &state)
{
    Bare &bare = *shop().bare;
    for (auto _ : state) {
        PageKey key;
        expectFullPage(state, bare.pageByPromise(0, key));
    }
}

void bareFirstPageOfASmallShop(benchmark::State &state)
{
    Bare &bare = *shop().bare;
    for (auto _ : state) {
        PageKey key;
        expectFullPage(state, bare.pageByPromise(7, key));
    }
}

void barePageAt190000(benchmark::State &state)
{
    Bare &bare = *shop().bare;
    const PageKey start = bare.keyAt(0, 190'000);
    for (auto _ : state) {
        PageKey key = start;
        expectFullPage(state, bare.pageByPromise(0, key));
    }
}

void barePointRead(benchmark::State &state)
{
    FilledShop &filled = shop();
    const int orders = filled.scale.ordersOf(0);
    int number = 0;
    for (auto _ : state) {
        number = int((std::int64_t(number) + 7919) % orders);
        if (!filled.bare->readOrder(orderId(0, number)))
            state.SkipWithError("the order is not there");
    }
}

void bareDurableOrder(benchmark::State &state)
{
    FilledShop &filled = shop();
    for (auto _ : state) {
        const int number = filled.nextOrder++;
        filled.bare->insertOrder(0, number % filled.scale.clientsOf(0), number);
    }
    state.SetItemsProcessed(std::int64_t(state.iterations()));
}

BENCHMARK(bareFirstPage)->Unit(benchmark::kMicrosecond);
BENCHMARK(bareFirstPageOfASmallShop)->Unit(benchmark::kMicrosecond);
BENCHMARK(barePageAt190000)->Unit(benchmark::kMicrosecond);
BENCHMARK(barePointRead)->Unit(benchmark::kMicrosecond);
BENCHMARK(bareDurableOrder)->Unit(benchmark::kMicrosecond)->UseRealTime();

} // namespace
