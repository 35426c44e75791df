// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"

#include <QByteArray>
#include <QString>

#include <vector>

namespace thimblely::storage {

class Connection;

//! What came of one table's rows; tables with nothing to say are left out of a list of these.
struct SalvagedTable {
    QByteArray table;
    qint64 kept = 0;
    qint64 lost = 0;    //!< that were there, by an index, and lie on damaged pages
    qint64 refused = 0; //!< that were read and fit no rule of the table
};

//! Rows that name a row which was not read.
struct MissingParent {
    QByteArray table;
    QByteArray parent;
    qint64 kept = 0;  //!< that can be without it
    qint64 aside = 0; //!< that cannot, and stay behind in the old file
};

struct SalvagedRows {
    qint64 damagedPages = 0;
    std::vector<SalvagedTable> tables;
    std::vector<MissingParent> parents;
    qint64 forgotten = 0; //!< entries of the history of rows that are not there
};

/*!
 * Reads what can be read of a damaged file into a new one, which the real migrator makes: every row whose page is whole
 * (damaged_file.h), under the same rowid; what names a row that was not read goes on without it, or stays behind and is
 * counted; the history of what is not there goes; derived figures are counted again, the full-text index is built from
 * the entries there are. Nothing that was done before can be undone any more. The damaged file and its log are only read.
 *
 * Errors: those of DamagedFile and of Migrator::create(); TooNew. A failure leaves no new file. On a thread of its own.
 */
Result<SalvagedRows> salvageRows(const QString &damaged, const QString &newFile, const Clock &clock);

} // namespace thimblely::storage
