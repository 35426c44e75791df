// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/changes/write_context.h"

#include <optional>

namespace thimblely::exchange {

/*!
 * A client of ours in a file that we wrote: the UID of a vCard, and a line in the notes of a .smis. So that what goes out
 * and comes back, here or in another shop's file, is one person in both.
 */
QString uriOf(ClientId client); //!< "urn:uuid:…"

//! The first such line of a text, taken out of it; empty where there is none.
QString takeUri(QString &text);

//! Who is meant here: the client of that id, or whom a file with that UID brought in; none where nobody is, or any more.
Result<std::optional<ClientId>> clientOfUri(changes::WriteContext &context, const QString &uri);

//! Notes that a file with that UID brought this client in, before a vCard has said more of them.
Result<void> rememberUri(changes::WriteContext &context, const QString &uri, ClientId client);

} // namespace thimblely::exchange
