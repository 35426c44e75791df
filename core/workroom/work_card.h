// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/orders/piece.h"

#include <QTime>

#include <optional>
#include <vector>

namespace thimblely::workroom {

//! Somebody is at it now.
struct AtWork {
    PersonId who;
    QString name; //!< empty where names may not be read
    Instant since;
    friend bool operator==(const AtWork &, const AtWork &) = default;
};

//! The next time a piece is tried on, or the last one to which nobody came.
struct CardFitting {
    Instant at;
    int number = 1; //!< 1 is the first one
    int of = 1;     //!< that take or took place
    bool missed = false;
    friend bool operator==(const CardFitting &, const CardFitting &) = default;
};

//! A piece as the workroom knows it: without any price, and without how its client is reached.
struct WorkCard {
    OrderItemId id;
    OrderId order;
    QString tag;              //!< "1042-2"
    QString who;              //!< who wears it, else whose order it is; empty where that may not be read
    orders::PieceDraft facts; //!< kind, garment, name, colour, mark, tasks and cloth; nothing else
    orders::Stage stage;
    int step; //!< of the shop's Steps
    std::optional<Date> promised;
    std::optional<QTime> promisedTime;
    bool rush = false;
    std::optional<orders::Hold> hold = {}; //!< open
    std::optional<PersonId> given = {};
    QString givenName = {};
    int minutes = 0; //!< in all, as planned
    int left = 0;    //!< of these
    int spent = 0;
    std::vector<AtWork> atWork = {};
    int checked = 0; //!< points of the shop's list that have passed
    int checks = 0;  //!< of so many
    QString delay = {};
    int notes = 0;
    QString orderNote = {}; //!< from the counter to the workroom; empty where that may not be read
    std::optional<CardFitting> fitting = {};
    bool tried = false; //!< it is tried on before it is finished
    std::optional<Instant> readyAt = {};
    QString rack = {};
    bool isSet = false; //!< one of a set of pieces

    bool isWaiting() const { return hold && hold->isOpen(); }
    bool isAtWork(PersonId person) const
    {
        for (const AtWork &each : atWork) {
            if (each.who == person)
                return true;
        }
        return false;
    }
    friend bool operator==(const WorkCard &, const WorkCard &) = default;
};

} // namespace thimblely::workroom
