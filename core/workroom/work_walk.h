// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/access/scoped_connection.h"
#include "core/workroom/work_board.h"
#include "core/workspaces/fitting_rules.h"

#include <functional>

namespace thimblely::workroom {

//! As much of an open piece as it takes to say where it stands and how much work it is.
struct WalkedPiece {
    WorkKey key;
    orders::PieceKind kind;
    orders::Stage stage;
    int step;
    bool tried;  //!< on, before it is finished
    int minutes; //!< in all
    int left;    //!< of these
    int here;    //!< of those, what is done at its step
    std::optional<PersonId> given;
};

//! How a shop works, as far as it says where pieces stand.
struct WorkTerms {
    Steps steps;
    FittingRules fittings;

    static Result<WorkTerms> load(access::ScopedConnection &connection);
    //! Whether what is so far is tried on once more: what is made new and usually is.
    bool isTried(orders::PieceKind kind, const QString &garment) const
    {
        return kind == orders::PieceKind::Make && fittings.countOf(garment) > 0;
    }
    //! What of the minutes that are left is done at that step.
    int minutesHere(int minutes, orders::Stage stage, int step, orders::PieceKind kind, bool tried) const;
};

//! Whether the filter leaves it.
bool leaves(const WorkFilter &filter, const WalkedPiece &piece);

/*!
 * The pieces in work, by promise: the late ones first, those without a day last, which is the order of the lists that
 * Today counts; for this folder only. `visit` answers whether to go on. What is ready is no more among them.
 */
Result<void> walkInWork(access::ScopedConnection &connection, const WorkTerms &terms,
                        const std::optional<WorkKey> &after, const std::function<bool(const WalkedPiece &)> &visit);
//! What is ready and here, the longest first.
Result<void> walkReady(access::ScopedConnection &connection, const WorkTerms &terms,
                       const std::optional<WorkKey> &after, const std::function<bool(const WalkedPiece &)> &visit);

} // namespace thimblely::workroom
