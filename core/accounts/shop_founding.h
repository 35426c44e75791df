// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/access/privileged/first_start.h"
#include "core/accounts/new_shop.h"

namespace thimblely::accounts {

// From what was asked to a shop that can be worked in; internal to this folder.

QString unitCode(UnitSystem units);
access::NewWorkspace workspaceOf(const NewShop &shop);
//! What a shop starts with beside its own rows. Waits for the write.
Result<void> furnish(const QString &path, const access::Principal &owner, const Clock &clock);

} // namespace thimblely::accounts
