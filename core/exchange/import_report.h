// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/base/error.h"

#include <QString>

#include <functional>
#include <vector>

namespace thimblely {

//! What becomes of an entry of a foreign file.
enum class RowFate { Created, Updated, Unchanged, Refused };

//! An entry that was not taken, with the file it stands in.
struct RefusedEntry {
    QString file; //!< file name without folders
    qint64 line;  //!< 0: the file as a whole
    Error error;
};

//! What an import did, counting things of the kind named: read = created + updated + unchanged + refused.
struct ImportReport {
    int files = 0;
    int read = 0; //!< a file that cannot be read at all counts as one, and is refused
    int created = 0;
    int updated = 0;
    int unchanged = 0;
    int clientsCreated = 0; //!< made for the sets imported
    std::vector<RefusedEntry> refused;
    std::vector<RefusedEntry> leftOut; //!< parts of entries that were taken otherwise: a value, a broken line
    std::vector<RowFate> fates;        //!< of the entries of all files, in their order
};

/*!
 * Called on the importing thread with what is done so far, in bytes: those of the files once they are read, and again as
 * their entries are written. False stops, and nothing of the import is kept.
 */
using ImportProgress = std::function<bool(qint64 done, qint64 total)>;

} // namespace thimblely
