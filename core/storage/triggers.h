// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/base/result.h"
#include "core/storage/catalogue.h"
#include "core/storage/schema_sql.h"

#include <QByteArray>
#include <QByteArrayList>

namespace thimblely::storage {

class Connection;

/*!
 * The three triggers that write a table's changes into sys_journal under the operation that the connection says
 * (Connection::setOperation), or under that of sys_current_operation, where a script by hand says it.
 *
 * An INSERT keeps no image. An UPDATE keeps the old values of the columns that changed, a DELETE those of the whole
 * row, as a JSON object by column: numbers as numbers, text (JSON columns too) as strings, NULL as null, BLOBs as their
 * hexadecimal digits. Derived columns are left out always, updated_at where a row is updated. A change under no operation
 * is refused ("journal.no_operation"); a program without the functions of journal_functions.h can read the file and
 * nothing more.
 */
QByteArray journalTriggers(const TableFacts &facts, const QByteArrayList &columns);

//! Drops every view and trigger and makes them anew, with the planner's figures. Inside a transaction of the caller.
Result<void> makeViewsAndTriggers(Connection &connection, const SchemaParts &parts);
Result<void> dropViewsAndTriggers(Connection &connection);

//! Tells whether the views and triggers of a file are those of this program.
QByteArray fingerprintOfTriggers(const SchemaParts &parts);

} // namespace thimblely::storage
