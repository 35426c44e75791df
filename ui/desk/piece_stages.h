// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/access/principal.h"
#include "core/orders/piece.h"

#include <vector>

namespace thimblely::ui {

//! How far a piece can be said to be now.
struct StageChoice {
    orders::Stage stage;
    QString words; //!< "Ready"
    Qt::Key key;   //!< that says it where the piece is chosen
};

//! The likeliest first; none where it is gone, or the person may not say it.
std::vector<StageChoice> stagesFor(const orders::Piece &piece, const access::Principal &who);

} // namespace thimblely::ui
