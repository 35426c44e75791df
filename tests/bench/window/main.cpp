// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "tests/bench/comparison.h"
#include "tests/bench/window/watched_application.h"
#include "tests/bench/window/window_shop.h"

int main(int argc, char **argv)
{
    const thimblely::bench::WatchedApplication application(argc, argv);
    benchmark::Initialize(&argc, argv);
    if (benchmark::ReportUnrecognizedArguments(argc, argv))
        return 2;
    benchmark::RunSpecifiedBenchmarks();
    // A promise that was broken on a noisy machine is a reason to look, not to fail a build.
    thimblely::bench::printTable();
    thimblely::bench::WindowShop::close();
    benchmark::Shutdown();
    return 0;
}
