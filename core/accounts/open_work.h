// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/base/clock.h"
#include "core/changes/write_context.h"

#include <optional>

namespace thimblely::accounts {

//! What is still to be done by one person.
struct OpenWork {
    int pieces = 0;   //!< given to them, not ready yet
    int fittings = 0; //!< and other appointments that are still to come
    bool isEmpty() const { return pieces == 0 && fittings == 0; }
    friend bool operator==(const OpenWork &, const OpenWork &) = default;
};

//! Nothing of what the reader may not see. On the connection's thread.
Result<OpenWork> openWorkOf(access::ScopedConnection &connection, PersonId person, Instant now);

//! Part of a write operation: all of it goes to somebody else, or to nobody yet. Forbidden as the RowWriter says.
Result<OpenWork> handOverWork(changes::WriteContext &context, PersonId from, const std::optional<PersonId> &to);

} // namespace thimblely::accounts
