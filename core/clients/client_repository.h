// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/access/scoped_connection.h"
#include "core/clients/client_service.h"

namespace thimblely::clients {

// The reads of clients; internal to this folder. All on the connection's thread.

Result<ClientPage> page(access::ScopedConnection &connection, ClientFilter filter, ClientSort sort,
                        const std::optional<ClientKey> &after, int limit);
Result<qint64> count(access::ScopedConnection &connection, ClientFilter filter);
//! Who a card was merged into, at the end of the chain; itself where it was not.
Result<ClientId> resolved(access::ScopedConnection &connection, ClientId id);
//! Of a card that was merged: the one it was merged into.
Result<std::optional<Client>> load(access::ScopedConnection &connection, ClientId id);
//! The row itself, merged or not.
Result<std::optional<Client>> loadRow(access::ScopedConnection &connection, ClientId id);
//! Absent where the card was merged: it stands in no list.
Result<std::optional<ClientSummary>> summary(access::ScopedConnection &connection, ClientId id);
Result<std::vector<ClientId>> recent(access::ScopedConnection &connection, int limit);

//! The statements of all filters and sorts, for the test that looks at their plans.
std::vector<QByteArray> listStatements(bool withPrices);

} // namespace thimblely::clients
