// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/access/session.h"
#include "core/changes/write_door.h"
#include "core/storage/catalogue.h"

#include <QFuture>

#include <optional>
#include <vector>

namespace thimblely::changes {

/*!
 * What was deleted, by whom and when, and the way back. Nothing is ever purged from it by itself.
 *
 * Listed are the things that somebody removed; what went along with one (the pieces of a parked order) comes back with
 * it, and what an undo took back is done again in the history. Forbidden without history:read; each kind of thing takes
 * the right to delete that kind. page() on the session's thread, it may take longer than a frame.
 */
class Bin {
public:
    struct Thing {
        storage::Table table;
        RowId id;
        QString name;
        QString of;
        std::optional<storage::Table> ofTable;
        Instant deletedAt;
        QString personName; //!< who removed it; empty where it may not be read
        int others;         //!< rows that went along with it
    };
    struct Key {
        Instant deletedAt;
        RowId id;
    };
    struct Page {
        std::vector<Thing> things; //!< what was removed last comes first
        std::optional<Key> next;
    };

    //! Those with all of `words` in their name or in that of what they belong to.
    static Result<Page> page(access::Session &session, const QString &words = {}, const std::optional<Key> &before = {},
                             int limit = 50);
    /*!
     * Brings it back with what went along, as one operation. Errors: NotFound "bin.gone"; Conflict "bin.taken" (its
     * number or SKU was given to another), those of the module whose thing it is (RestoredRows).
     */
    static QFuture<Result<void>> restore(WriteDoor &door, const Thing &thing);
};

} // namespace thimblely::changes
