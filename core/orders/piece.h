// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/base/clock.h"
#include "core/base/date.h"
#include "core/base/id.h"
#include "core/base/money.h"
#include "core/base/quantity.h"
#include "core/changes/media.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace thimblely::orders {

enum class PieceKind { Make, Alteration, Redo, ReadyMade, Fabric, Service };
enum class Stage { Booked, Measured, Cut, Stitched, Fitting, Altered, Finished, Ready, Collected };
enum class FabricSource { Shop, Client, Merchant };
enum class HoldReason { Client, Cloth, Trim, Money };
//! What is billed of the order itself, and is no piece. Cancellation: kept for work that was begun.
enum class Charge { Rush, Cancellation };
//! What became of a piece that its owner never fetched.
enum class PieceOutcome { Donated, Sold, Lost, Damaged, ReturnedUnworked };
enum class TaskSide { Left, Right, Both }; //!< the client's, not the looker's

QByteArray toCode(PieceKind kind); //!< "make" …
Result<PieceKind> pieceKindFromCode(QStringView code);
QByteArray toCode(Stage stage); //!< "booked" …
Result<Stage> stageFromCode(QStringView code);
QByteArray toCode(FabricSource source);
Result<FabricSource> fabricSourceFromCode(QStringView code);
QByteArray toCode(Charge charge);
Result<Charge> chargeFromCode(QStringView code);
//! "Rush", as on the bill. Translated.
QString chargeWords(Charge charge);
QByteArray toCode(TaskSide side);
Result<TaskSide> taskSideFromCode(QStringView code);
QByteArray toCode(PieceOutcome outcome); //!< "donated" …
Result<PieceOutcome> pieceOutcomeFromCode(QStringView code);
//! "Donated", as a list says it. Translated.
QString outcomeWords(PieceOutcome outcome);
QByteArray toCode(HoldReason why); //!< "client" …
Result<HoldReason> holdReasonFromCode(QStringView code);

//! Work on one garment: there is always exactly one of it (seven pairs of trousers are seven pieces, each with a tag).
constexpr bool isWork(PieceKind kind)
{
    return kind == PieceKind::Make || kind == PieceKind::Alteration || kind == PieceKind::Redo;
}

//! One thing to do to a piece; its price is a part of the piece's unit price, shown beside it.
struct Task {
    QString name = {};   //!< "Hem"
    QString amount = {}; //!< as said at the counter: "−3.5 cm"
    QString zone = {};
    std::optional<TaskSide> side = {};
    std::optional<InventoryItemId> service = {}; //!< the line of the price list it came from
    int minutes = 0;
    std::optional<Money> price = {};
    friend bool operator==(const Task &, const Task &) = default;
};

//! As it is read in the order and on every paper, without its price: "Shorten sleeve 1/2 in, client's left". Translated.
QString taskWords(const Task &task);

//! What was chosen of one option of a garment, by the words of the catalogue (style_catalogue.h).
struct StyleChoice {
    QString option; //!< "lapel"
    QString choice; //!< "notch"
    friend bool operator==(const StyleChoice &, const StyleChoice &) = default;
};

//! Cloth that a merchant sends for one piece, from a bunch of samples.
struct ClothOrder {
    QString merchant = {};
    QString bunch = {}; //!< its reference: "702311"
    std::optional<Quantity> quantity = {};
    std::optional<Date> ordered = {};
    std::optional<Date> due = {};
    std::optional<Date> arrived = {};
    friend bool operator==(const ClothOrder &, const ClothOrder &) = default;
};

//! A piece as the counter types it.
struct PieceDraft {
    PieceKind kind = PieceKind::Make;
    QString garmentType = {}; //!< "trousers"; may be empty for what is no garment
    QString name = {};        //!< "Trousers", as on the tag and the bill
    QString description = {};
    std::vector<Task> tasks = {};
    QString colour = {};
    QString mark = {};                     //!< "pinstripe": what tells it from the other navy ones
    std::vector<StyleChoice> style = {};   //!< how it is made; in the order of the catalogue
    QString styleNote = {};                //!< the same in words of one's own
    QStringList condition = {};            //!< "shine on seat": printed on the claim check
    std::optional<ClientId> wearer = {};   //!< where another than who pays
    std::optional<ClientId> payer = {};    //!< who pays for it, where another than the order's client
    std::optional<Money> unitPrice = {};   //!< none counts as zero
    std::optional<Money> discount = {};    //!< off this piece, in money
    std::optional<Money> priceBefore = {}; //!< what it would have cost, where less is asked
    QString discountReason = {};           //!< why less is asked
    Rate taxRate = Rate(0);
    QString taxCode = {};
    Quantity quantity = Quantity::whole(1); //!< always one for work on a garment
    QString unit = QStringLiteral("pcs");
    std::optional<InventoryItemId> inventoryItem = {}; //!< shop cloth used, or the ready-made or cloth that is sold
    std::optional<Quantity> shopCloth = {};            //!< of that item, for work; reserved at once, cut at the end
    QString clientClothNote = {};
    std::optional<Quantity> clientCloth = {}; //!< what the client brought, in the item's unit or metres
    std::optional<MeasurementSetId> measurementSet = {};
    std::optional<FabricSource> fabricSource = {};
    std::optional<ClothOrder> clothOrder = {};
    std::vector<changes::Media> photos = {}; //!< as it came in; the first ones first
    QString patternRef = {};                 //!< number or name of the paper pattern it is cut by
    std::optional<Charge> charge = {};       //!< it is no piece: a line of the bill
    int setNo = 0;                           //!< pieces of an order with the same number are one set; 0: it is of none
    QString setName = {};                    //!< "Suit", of a set's pieces
    friend bool operator==(const PieceDraft &, const PieceDraft &) = default;
};

//! What is sold as it is, and taken home: nobody works on it, and it hangs nowhere.
constexpr bool isGoods(PieceKind kind)
{
    return kind == PieceKind::ReadyMade || kind == PieceKind::Fabric;
}

/*!
 * Whether the piece at `index` is a further one of a set: the first of it carries the set's price, as it was agreed. Each
 * piece still has its own stage, tag and place, and is cancelled for itself, but for the first while others stand.
 */
bool isFurtherOfSet(const std::vector<PieceDraft> &pieces, size_t index);
//! The next number that no set of these has.
int nextSetNo(const std::vector<PieceDraft> &pieces);
//! Gives the sets among these numbers of their own, from this one on: they are added to other pieces.
void renumberSets(std::vector<PieceDraft> &pieces, int from);

//! Tasks without a price on a piece that costs no more than its other tasks: they would be done for nothing. By place.
std::vector<size_t> freeTasks(const PieceDraft &piece);

//! What a piece waits for: it is not worked on before somebody has answered.
struct Hold {
    HoldReason why = HoldReason::Client;
    QString question = {};
    Instant since = Instant(0);
    std::optional<Instant> answeredAt = {};
    QString answer = {};
    std::optional<PersonId> answeredBy = {}; //!< who wrote the answer down; none: not known

    bool isOpen() const { return !answeredAt; }
    friend bool operator==(const Hold &, const Hold &) = default;
};

//! A piece as it stands in the file. Prices and task prices are absent where the person may not read them.
struct Piece {
    OrderItemId id;
    OrderId order;
    int position; //!< 1 …: the tag "1042-2" is order number and position
    PieceDraft facts;
    QString wearerName;
    std::optional<Money> total; //!< after discount; holds the tax where the order's prices do
    Stage stage;
    QString stageKey;
    std::optional<Instant> readyAt;
    std::optional<Instant> collectedAt;
    QString collectedByName;
    std::optional<Instant> cancelledAt;
    QString cancelledReason;
    bool measuresFrozen;
    QString rack = {};                          //!< where it hangs: "Rail C4"; empty: not said
    std::optional<Hold> hold = {};              //!< the last one, answered or not
    std::optional<OrderItemId> redoOf = {};     //!< the piece whose garment this works on once more
    bool isUnderWork = false;                   //!< a redo or change of this garment is not ready yet: it cannot leave
    std::optional<Quantity> clothUsed = {};     //!< of what the client brought
    std::optional<Quantity> clothReturned = {}; //!< of that, given back
    std::optional<PieceOutcome> outcome = {};   //!< where it left otherwise than by being fetched
    QString clothInitials = {};                 //!< who settled the account of that cloth
    std::optional<changes::Media> clothPhoto = {}; //!< of what was left of it; without its thumbnail
    std::vector<changes::Media> leftPhotos = {};   //!< as it left the shop; without their thumbnails

    //! What is still here of the client's cloth; none where none was brought.
    std::optional<Quantity> clothHere() const
    {
        const Quantity none(0);
        return facts.clientCloth
                   ? std::optional(*facts.clientCloth - clothUsed.value_or(none) - clothReturned.value_or(none))
                   : std::nullopt;
    }

    //! The client brought cloth for it, of which something may be here.
    bool isOfOwnCloth() const
    {
        return facts.fabricSource == FabricSource::Client || clothHere().value_or(Quantity(0)) > Quantity(0);
    }
    bool isCancelled() const { return cancelledAt.has_value(); }
    //! Its cloth is cut, or work on it goes on: cancelled or changed now, that is lost.
    bool isBegun() const { return stage >= Stage::Cut; }
    bool isReady() const { return stage == Stage::Ready; }
    bool isCollected() const { return stage == Stage::Collected; }
    bool isHere() const { return !isCancelled() && !isCollected(); }
    bool mayLeave() const { return isReady() && !isCancelled() && !isUnderWork; }
    bool isWaiting() const { return hold && hold->isOpen() && isHere(); }
};

} // namespace thimblely::orders
