// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/access/session.h"
#include "core/clients/client_service.h"

#include <QString>

namespace thimblely {

enum class ClientFormat { VCard4, Csv };

/*!
 * Writes every client this person may read to one file, whole or not at all; the number of clients.
 * Needs data:export. Io, ReadOnly, DiskFull.
 */
Result<qint64> exportClients(const access::Session &session, ClientService &clients, ClientFormat format,
                             const QString &path);

} // namespace thimblely
