// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/base/date.h"
#include "core/base/error.h"
#include "core/base/id.h"
#include "core/base/money.h"
#include "core/changes/media.h"

#include <QString>
#include <QTime>

#include <optional>
#include <vector>

namespace thimblely::notebook {

/*!
 * A line of the old book, as it is read off the paper. With pieces it is an order that hangs here or is still to be
 * done; without, it is what a client owes (`total`, less `paid`) or has with the shop (`paid` beyond `total`).
 */
struct Line {
    QString ticket = {}; //!< of the old paper: found by search, at pick up and by a scan
    QString name = {};
    QString phone = {};                  //!< as typed; "#318" is the number of a card that is here
    QString pieces = {};                 //!< "2 trousers navy hem, jacket grey": piece_text.h
    std::optional<QString> readyAt = {}; //!< ready, and where it hangs ("" where nobody knows); none: still to do
    std::optional<Date> promised = {};
    std::optional<QTime> promisedAt = {};
    std::optional<Money> total = {}; //!< agreed for all of it, with its tax
    std::optional<Money> paid = {};
    std::optional<Date> takenIn = {}; //!< none: not known
    QString note = {};

    bool isBalance() const { return pieces.trimmed().isEmpty(); }
    friend bool operator==(const Line &, const Line &) = default;
};

//! What is entered at once: a page of the book, with a photo of it where one was taken.
struct Page {
    std::vector<Line> lines = {};
    std::optional<changes::Media> photo = {};
};

//! Why a line was not taken; `line` counts from 0.
struct RefusedLine {
    size_t line;
    Error error;
};

//! Whom a line means of those that are here, and what the file has against it.
struct Known {
    std::optional<ClientId> client = {}; //!< none: made with the page
    QString name = {};
    QString number = {};
    //! Why nobody can tell ("client.several_of_name", "client.no_such_number"), or that the line was entered before
    //! ("notebook.balance_here").
    std::optional<Error> problem = {};
};

//! What came of a page. Where any line was refused nothing was written.
struct Entered {
    int orders = 0;
    int pieces = 0;
    int balances = 0; //!< of clients without an order
    int newClients = 0;
    std::vector<QString> numbers = {}; //!< of the orders, line by line; empty for credit
    std::vector<RefusedLine> refused = {};
};

constexpr int longestTicket = 40;
constexpr size_t mostPieces = 50; //!< on one ticket

} // namespace thimblely::notebook
