// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/base/id.h"
#include "core/storage/catalogue.h"

#include <QByteArray>
#include <QMetaType>
#include <QStringList>

#include <algorithm>
#include <optional>
#include <vector>

namespace thimblely::changes {

//! One row that changed, directly or because a derived figure of it did.
struct RowChange {
    storage::Table table;
    IdBytes id;

    friend auto operator<=>(const RowChange &, const RowChange &) = default;
};

/*!
 * Everything one commit changed, told once after it. Screens ask it whether they are concerned and patch their rows.
 * A change of more rows than is worth naming (an import), or one by another program on the file, says `everything`.
 */
struct ChangeSet {
    std::optional<OperationId> operation; //!< none: another program wrote
    QByteArray kind;
    QStringList args;
    bool undoable = false;
    bool everything = false;
    std::vector<RowChange> rows; //!< sorted, without doubles

    bool touches(storage::Table table) const
    {
        return everything || std::ranges::any_of(rows, [table](const RowChange &row) { return row.table == table; });
    }
    bool touches(storage::Table table, const IdBytes &id) const
    {
        return everything || std::ranges::binary_search(rows, RowChange{table, id});
    }
    template <typename IdType>
    std::vector<IdType> ids(storage::Table table) const
    {
        std::vector<IdType> result;
        for (const RowChange &row : rows) {
            if (row.table == table)
                result.emplace_back(row.id);
        }
        return result;
    }
};

//! What undoing would take back.
struct UndoOffer {
    OperationId operation;
    QByteArray kind;
    QStringList args;
};

} // namespace thimblely::changes

Q_DECLARE_METATYPE(thimblely::changes::ChangeSet)
