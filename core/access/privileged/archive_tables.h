// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/base/result.h"
#include "core/storage/catalogue.h"

#include <QByteArray>
#include <QByteArrayList>

#include <optional>
#include <vector>

namespace thimblely::storage {
class Connection;
}

namespace thimblely::access {

struct ArchiveColumn {
    QByteArray name;
    QByteArray type; //!< INTEGER, TEXT, BLOB, REAL
    bool notNull;
    bool json; //!< text that is JSON
};

struct ArchiveReference {
    QByteArrayList columns;
    QByteArray table;
    QByteArrayList to;
};

//! A table as an export has it.
struct ArchiveTable {
    QByteArray name;
    std::optional<storage::Table> domain; //!< none: the program's own
    std::vector<ArchiveColumn> columns;
    QByteArrayList order; //!< the columns its lines are sorted by, which are unique together
    std::vector<QByteArrayList> unique = {};
    std::vector<ArchiveReference> references = {};
    QByteArrayList leftOut = {}; //!< columns that are in the file and not in an export
};

/*!
 * What an export holds, in its order: every table of the catalogue (which is where a new one comes from by itself), and
 * of the program's own those that say what a person did and owns: devices by their names, the series of numbers, what was
 * brought in from where, pictures, the history and its changes. Last, people_elsewhere: the ids of people whom rows
 * name and who are not in the workspace, so that a like or a review keeps its author without saying who it is.
 *
 * Left out are secrets (hashes of passwords, PINs, recovery codes and tokens, names of keychain entries) and what is
 * only so on this computer (when somebody signed in last). Privileged; on the connection's thread.
 */
Result<std::vector<ArchiveTable>> archiveTables(storage::Connection &connection);

//! Tables of the file that no export holds, each with the reason: made anew from the others, or of this computer alone.
QByteArrayList tablesThatStay();

} // namespace thimblely::access
