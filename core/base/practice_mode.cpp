// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/base/practice_mode.h"

#include <atomic>

namespace thimblely {

namespace {

std::atomic<bool> practising = false;

} // namespace

bool isPractising()
{
    return practising;
}

void setPractising(bool on)
{
    practising = on;
}

} // namespace thimblely
