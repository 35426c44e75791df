// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/changes/write_context.h"

#include <QSet>

#include <optional>

namespace thimblely::changes {

/*!
 * Remembers which foreign entry became which row (sys_import), so that a file read twice doubles nothing: a workspace,
 * a format, the entry's own id (or a hash of it) and the hash of its content.
 */
class ImportRegister {
public:
    struct Entry {
        QByteArray format; //!< "vcard", "ansur", "smis" …
        storage::Table table;
        QString foreignId;
    };
    struct Known {
        IdBytes row;
        QByteArray contentHash;
        //! The import that wrote the row last was taken back, and nobody touched the row since: the entry is news again.
        bool takenBack = false;
    };
    static Result<std::optional<Known>> find(WriteContext &context, const Entry &entry);
    //! Of all that is remembered of the entry's format and table.
    static Result<QSet<QString>> foreignIds(WriteContext &context, const Entry &entry);
    //! contentHash: SHA-256 of what was read.
    static Result<void> remember(WriteContext &context, const Entry &entry, const IdBytes &row,
                                 const QByteArray &contentHash);

private:
    struct Remembered; // an entry
    struct Waiting;    // of an operation that writes many
    static Result<bool> wasTakenBack(WriteContext &context, const IdBytes &row);
    static Result<void> write(WriteContext &context, const Remembered &entry);
    static Result<void> writeWaiting(WriteContext &context);
};

} // namespace thimblely::changes
