// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/workroom/checklist.h"
#include "core/workroom/steps.h"
#include "core/workroom/work_card.h"

namespace thimblely::workroom {

//! Which pieces are looked at.
struct WorkFilter {
    std::optional<PersonId> who = {}; //!< given to them
    bool givenToNobody = false;
    std::optional<orders::PieceKind> kind = {};
    friend bool operator==(const WorkFilter &, const WorkFilter &) = default;
};

//! Where the next page starts: after this piece, in the order of promise; of what is ready, of how long it is.
struct WorkKey {
    std::optional<Date> promised;
    std::optional<QTime> time;
    OrderId order;
    int position;
    OrderItemId piece;
    std::optional<Instant> readyAt = {};
};

struct WorkPage {
    std::vector<WorkCard> cards;
    std::optional<WorkKey> next;
};

//! A column of the board: the first of its pieces, and how much it holds.
struct BoardColumn {
    Step step;
    int pieces = 0;
    int minutes = 0; //!< of work that is done at this step
    WorkPage first = {};
};

//! What stands where, of one moment.
struct WorkBoard {
    Steps steps = Steps::usual();
    Checklist checks = {};
    std::vector<BoardColumn> columns = {}; //!< one for each step
    int capacity = 0; //!< minutes that those who do the work have today and on the next open day; 0: not theirs to see
    std::optional<int> ordersReady = {}; //!< whole ones, as Today counts them
    bool isWhole = true;                 //!< false: so many are open that only the first were counted
};

//! The pieces promised for one day, or for the days that have passed.
struct WorkDay {
    std::optional<Date> day; //!< none: no day was promised
    bool late = false;       //!< for earlier days than today, all together
    int pieces = 0;
    int minutes = 0;                  //!< left to do
    std::optional<int> orders = {};   //!< of late and today's: as Today counts them
    std::optional<int> capacity = {}; //!< of the day, where that may be seen
    friend bool operator==(const WorkDay &, const WorkDay &) = default;
};

//! What is in work by promise: its days, and the first of its pieces.
struct WorkList {
    Steps steps = Steps::usual();
    Checklist checks = {};
    std::vector<WorkDay> days = {};
    int pieces = 0;
    WorkPage first = {};
    bool isWhole = true;
};

//! Somebody who may be given a piece, with what they have in hand.
struct Hand {
    PersonId person;
    QString name;
    QString job; //!< a preset's code or words of the shop's own
    int pieces = 0;
    int minutes = 0; //!< left to do of these
};

//! That a piece was given to somebody, or taken from them.
struct Given {
    Instant at;
    QString to; //!< empty: to nobody
    QString by;
};

//! What was noted with a piece.
struct Noted {
    Instant at;
    QString text;
    QString by; //!< empty where names may not be read
};

} // namespace thimblely::workroom
