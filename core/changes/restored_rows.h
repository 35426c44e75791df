// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/changes/write_context.h"
#include "core/storage/catalogue.h"

namespace thimblely::changes {

/*!
 * What must follow a row whose columns an undo put back, such as its entry in the search: the module that writes that
 * beside the row registers here what an undo calls, inside its own operation. Registered while the program loads,
 * called on the writer thread.
 */
class RestoredRows {
public:
    using Follow = Result<void> (*)(WriteContext &, const IdBytes &row);

    //! One per table; a static object of the module that owns the table's rows.
    RestoredRows(storage::Table table, Follow function);

    static Result<void> follow(WriteContext &context, storage::Table table, const IdBytes &row);
};

} // namespace thimblely::changes
