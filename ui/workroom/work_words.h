// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/workroom/work_board.h"
#include "ui/desk/order_state.h"

#include <optional>

namespace thimblely::ui {

class Desk;

//! A chip; what stands at its end is never shortened.
struct ChipWords {
    StateWords state;
    QString end = {}; //!< " 3 d"

    QString whole() const { return state.word + end; }
};

//! What a card says of a piece, in the words of the desk's language. Nothing of it is a price.
struct CardWords {
    std::optional<ChipWords> chip = {};
    QString when = {}; //!< where there is no chip: the promise
    QString tag = {};
    QString who = {};  //!< in capitals, to be read from two metres away
    QString what = {}; //!< "jacket"
    QString second = {};
};

CardWords cardWords(Desk &desk, const workroom::WorkCard &card, const workroom::Steps &steps);
//! Where it stands, as one chip: "Stitching, redo", "Fitting 16:30", "Check 5 of 8", "Vents? 3 d".
ChipWords standingOf(Desk &desk, const workroom::WorkCard &card, const workroom::Steps &steps);
//! All of it in a sentence, for who cannot see it.
QString spokenCard(Desk &desk, const workroom::WorkCard &card, const workroom::Steps &steps);
//! As its row and its forms name it: "1042-2 Jacket".
QString cardName(const workroom::WorkCard &card);
//! When it is promised: "Fri 27, 17:00"; empty without a day.
QString promiseWords(Desk &desk, const workroom::WorkCard &card);
//! How long it took so far, of how long it takes: "1 h of 3 h", "3 h".
QString timeWords(Desk &desk, const workroom::WorkCard &card);
//! Since how many days it is ready: "12 d", "today".
QString readyDays(Desk &desk, const workroom::WorkCard &card);

//! The head of a day in a list: "Late", "Today", "Thursday 26", "No day".
QString headWords(Desk &desk, const workroom::WorkDay &day);
//! How much it holds: "3 pieces, 2 orders"; the orders are those that Today counts.
QString headCount(Desk &desk, const workroom::WorkDay &day);
//! What is left of it, and whether the day has the hours: "4 h left", "full, 24 h of 24 h".
QString headLoad(Desk &desk, const workroom::WorkDay &day);

//! The head of a column: "9 h of 16", with the word where it is too much.
QString loadText(int minutes, int capacity, const QLocale &locale);
//! The same in the least of room: "9 h", "too much".
QString shortLoad(int minutes, int capacity, const QLocale &locale);

} // namespace thimblely::ui
