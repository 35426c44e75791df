// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/inventory/item.h"

namespace thimblely::inventory {

//! Why something is thrown away.
enum class WasteReason { Flaw, CutWrong, Damaged, Moth, Sample, Lost };
inline constexpr int wasteReasonCount = int(WasteReason::Lost) + 1;

QByteArray toCode(WasteReason reason); //!< "flaw" …
Result<WasteReason> wasteReasonFromCode(QStringView code);

//! What came in.
struct Receipt {
    Quantity quantity;
    std::optional<Money> unitCost = {}; //!< needs finance:write
    QString supplier = {};              //!< empty: as the item says
    QString shelf = {};                 //!< the same
    QString note = {};                  //!< the delivery's number
};

//! Where what is left over goes.
enum class RemnantTo {
    ThisRoll, //!< back on the roll it came from
    OwnPiece, //!< left over from what was cut: a piece of its own
    CutOff    //!< cut off the roll, to lie by itself
};

struct RemnantDraft {
    Quantity quantity;
    RemnantTo to = RemnantTo::ThisRoll;
    QString name = {};  //!< of a piece of its own
    QString shelf = {}; //!< the same; empty: that of the roll
    QString note = {};
};

//! What somebody found on the shelf, and when they looked: work goes on while a shelf is counted.
struct CountLine {
    InventoryItemId item;
    Quantity counted;
    Instant at;
};

struct CountSheet {
    QString shelf = {};
    std::vector<CountLine> lines = {};
};

//! What the book said at the moment it was counted.
struct CountedLine {
    InventoryItemId item;
    QString name;
    QString unit;
    Quantity counted;
    Quantity expected;

    Quantity difference() const { return counted - expected; }
};

//! A place where stock lies; empty where none is said.
struct Shelf {
    QString name;
    int items;
    std::optional<Instant> countedAt; //!< the oldest count of what lies there; none: some of it was never counted
};

//! What there is of a kind, by unit, and what it cost; absent where costs may not be read.
struct StockTotals {
    struct OfUnit {
        QString unit;
        int items;
        Quantity quantity;
    };
    std::vector<OfUnit> units = {};
    std::optional<Money> value = {};
};

//! What is to be bought: what falls short of the reorder level (of the most to keep, where that is said) once what is
//! promised is gone and what is ordered has come.
struct Purchase {
    ItemRow item;
    QString supplier;
    QString contact;
    Quantity wanted; //!< zero: what is ordered is enough
    std::optional<Date> orderedOn;
    std::optional<Money> cost = {}; //!< of a unit, when it was last bought
};

struct OrderedItem {
    InventoryItemId item;
    std::optional<Quantity> quantity; //!< on its way from now on; none: nothing is
};

} // namespace thimblely::inventory
