// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/access/scoped_connection.h"

namespace thimblely::notifications {

//! A colleague as the shop calls them; empty where nobody is meant, or the team may not be read.
Result<QString> nameOf(access::ScopedConnection &connection, const std::optional<PersonId> &person);

} // namespace thimblely::notifications
