// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "tests/bench/comparison.h"
#include "tests/bench/filled_shop.h"

#include <QCoreApplication>

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    benchmark::Initialize(&argc, argv);
    if (benchmark::ReportUnrecognizedArguments(argc, argv))
        return 2;
    benchmark::RunSpecifiedBenchmarks();
    // A promise that was broken on a noisy machine is a reason to look, not to fail a build.
    thimblely::bench::printTable();
    thimblely::bench::FilledShop::close();
    benchmark::Shutdown();
    return 0;
}
