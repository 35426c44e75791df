// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/access/session.h"
#include "core/changes/write_door.h"

#include <QString>

namespace thimblely {

// Tables for a spreadsheet, as UTF-8 CSV, written whole or not at all; the number of rows. Need data:export and the right
// to read what goes out; without prices:read there is no column of amounts. Io, ReadOnly, DiskFull.

//! Price list, stock and marketplace: kind, name, sku, garments, category, description, unit, price, currency, minutes,
//! stock. Its headings are those an import of products takes.
Result<qint64> exportProducts(access::Session &session, changes::WriteDoor &door, const QString &path);

//! Every order with a number: number, ticket, client, pieces, status, days, total, paid, balance.
Result<qint64> exportOrders(access::Session &session, const QString &path);

} // namespace thimblely
