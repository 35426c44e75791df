// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/access/scoped_connection.h"
#include "core/clients/client.h"

namespace thimblely {

//! Why two cards may be one person's.
enum class Likeness {
    SamePhone,        //!< the same number, however it was typed
    SameNameAndBirth, //!< the same name, accents aside, born on the same day
    NearNameAndDigits //!< nearly the same name, and the number ends alike
};

struct Duplicate {
    ClientSummary client;
    Likeness likeness;
};

namespace clients {

/*!
 * Who is there already and may be the same as `draft`, the likeliest first, at most five; `self` is the card that is
 * being edited and its family is left out, for a family shares a number. Internal to this folder.
 */
Result<std::vector<Duplicate>> duplicatesOf(access::ScopedConnection &connection, const ClientDraft &draft,
                                            std::optional<ClientId> self);

//! Whether two names differ by no more than a slip of the hand or their order: "Bello Amina", "Amina Belo". Pure.
bool areNearNames(const QString &a, const QString &b);

} // namespace clients

} // namespace thimblely
