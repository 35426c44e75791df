// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/access/principal.h"
#include "core/base/clock.h"
#include "core/storage/catalogue.h"
#include "core/storage/connection.h"

#include <QJsonValue>

#include <vector>

namespace thimblely::access {

//! A column of a row as it stands, or as it stood before somebody changed it. Pictures by their SHA-256 in hexadecimal.
struct HeldValue {
    QByteArray column;
    QJsonValue value;
};
struct FormerValue {
    Instant until; //!< when it was changed
    QString by;    //!< empty: not known
    HeldValue value;
};
struct HeldRow {
    storage::Table table;
    std::vector<HeldValue> values;
    std::vector<FormerValue> former; //!< the latest first
};

/*!
 * Privileged: everything that a file holds on a client, the bin and the history included: the very rows that an erasure
 * would reach. For the privacy module; seconds for a large file, any thread. Forbidden without data:export; NotFound
 * "client.unknown".
 */
Result<std::vector<HeldRow>> heldRows(const storage::OpenOptions &options, const Principal &principal, ClientId client);

//! The client of the workspace with this number, those in the bin last; for data:export. NotFound "client.unknown".
Result<ClientId> clientNumbered(const storage::OpenOptions &options, const Principal &principal, const QString &number);

} // namespace thimblely::access
