// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include <QByteArray>
#include <QStringList>

namespace thimblely::changes {

/*!
 * What a write is called, in the history and on the undo toast: a dotted kind ("order.book") that ui/shell translates,
 * and what fills its sentence (an order's number; never a secret).
 */
struct Operation {
    QByteArray kind;
    QStringList args = {};
    bool undoable = true; //!< false: what was issued or sent is corrected by a new document, not undone
};

//! That a paper left the program: nobody takes it back, it stands in the way of no undo, and is said to nobody but the history.
inline constexpr const char *printedKind = "paper.print";

} // namespace thimblely::changes
