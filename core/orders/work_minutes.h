// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/orders/piece.h"

namespace thimblely::orders {

// How long work takes, in minutes of one person. Pure; any thread.

//! What is known of a piece's work without its tasks being read one by one.
struct WorkOf {
    PieceKind kind = PieceKind::Make;
    QStringView garment = {};
    int timed = 0;   //!< minutes of its tasks, as the price list has them
    int longest = 0; //!< of these, the longest task
    int untimed = 0; //!< how many of its tasks the price list says nothing about
};

//! Of a garment made new where the price list says nothing: "jacket" 18 hours, "shirt" 5 …
int usualMinutes(QStringView garment);
//! Of a task where the price list says nothing.
inline constexpr int usualTaskMinutes = 30;
//! A task of so long is the making itself, and takes the place of usualMinutes().
inline constexpr int makingMinutes = 120;

//! From the first cut to the last button; 0 for what is sold and not worked on.
int minutesOf(const WorkOf &work);
int minutesOf(const PieceDraft &piece);
//! What of it is still to be done once it stands there.
int minutesLeft(int minutes, Stage stage);

} // namespace thimblely::orders
