// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/clients/client.h"
#include "ui/desk/order_state.h"

#include <optional>

namespace thimblely::ui {

//! What is most pressing about a client: late, due today, ready to be fetched, at work; nothing where nothing is open.
std::optional<StateWords> stateOf(const ClientSummary &client, Date today);

} // namespace thimblely::ui
