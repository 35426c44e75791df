// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/changes/write_context.h"
#include "core/exchange/own_uri.h"

#include <optional>

namespace thimblely::exchange {

//! Who is meant here: the client of that id, or whom a file with that UID brought in; none where nobody is, or any more.
Result<std::optional<ClientId>> clientOfUri(changes::WriteContext &context, const QString &uri);

//! Notes that a file with that UID brought this client in, before a vCard has said more of them.
Result<void> rememberUri(changes::WriteContext &context, const QString &uri, ClientId client);

} // namespace thimblely::exchange
