// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/base/clock.h"

#include <QString>

namespace thimblely::ui {

class Desk;

//! A moment by the shop's clock: "today 14:32", "yesterday 09:05", "14 Nov 14:32", of another year "14 Nov 2025 14:32".
QString momentText(Instant instant, const Desk &desk);

} // namespace thimblely::ui
