// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/invoices/documents.h"
#include "core/orders/attempt_service.h"
#include "core/orders/piece_notes.h"
#include "core/orders/work_measures.h"

namespace thimblely::invoices {

//! A piece as the workroom reads it: what is done to it, from what, by which measures. No price.
struct WorkPiece {
    QString tag;
    QString barcode;
    QString name;
    QString colour;
    QString wearer;
    orders::PieceKind kind;
    QStringList tasks;
    QString description;
    QStringList condition;
    QString cloth; //!< of the client, with its length; empty: none was brought
    std::optional<Quantity> shopCloth;
    QStringList style; //!< how it is made
    QString pattern;   //!< the paper pattern it is cut by; empty: not said
    QString question;  //!< what the client was asked last; empty: nothing
    QString answer;    //!< what they said; empty: it waits
    std::optional<orders::WorkMeasures> measures;
    std::vector<orders::PieceNote> notes; //!< of its fittings, the latest first
};

//! What goes to the workroom with the pieces of an order.
struct WorkOrder {
    Party shop;
    QString orderNumber;
    QString barcode;
    QString clientName;
    std::optional<Date> promisedDate;
    std::optional<QTime> promisedTime;
    std::optional<Date> eventDate;
    bool rush;
    QString notes;
    std::vector<WorkPiece> pieces; //!< neither cancelled nor collected
};

struct UncollectedPiece {
    QString tag;
    QString name; //!< with its colour
    QString rack;
    std::optional<Date> readySince;
    std::optional<Money> total;
    std::vector<orders::Attempt> attempts; //!< the latest first
};

//! That finished pieces are to be fetched, and what was done about it so far.
struct UncollectedNotice {
    Party shop;
    Party client;
    QString orderNumber;
    QString barcode;
    Date orderDate;
    Date asOf;
    std::vector<UncollectedPiece> pieces;
    std::optional<Money> balance; //!< asked of all who pay for the order; none where prices may not be read
    QString terms;                //!< as the client signed them on the claim check
    std::optional<Money> total = {};
    std::optional<Money> paid = {};
    std::optional<Money> overpaid = {};          //!< by some of them; pays for no other's pieces
    std::vector<orders::PayerShare> payers = {}; //!< where several pay; else none
};

//! A piece that is ready and was not fetched.
struct UncollectedLine {
    QString tag;
    QString name; //!< with its colour
    QString owner;
    QString phone;
    Date received;
    std::optional<Date> readySince;
    QString rack;
    std::optional<Money> total; //!< what is asked for it; none where prices may not be read
};

//! All that nobody fetches, the longest first: for the judge, the auctioneer or whom it is given to.
struct UncollectedList {
    Party shop;
    Date asOf;
    int overDays = 0; //!< only what hangs longer than this; 0: all of it
    std::vector<UncollectedLine> lines;
    std::optional<Money> sum = {};
};

} // namespace thimblely::invoices
