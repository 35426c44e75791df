// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/finance/payment.h"
#include "core/inventory/item.h"
#include "core/orders/day_plan.h"
#include "core/orders/order.h"
#include "core/orders/order_totals.h"
#include "core/orders/party_service.h"
#include "core/orders/piece_measures.h"
#include "core/orders/promise_text.h"
#include "core/orders/repeat_service.h"
#include "ui/orders/pay_facts.h"

#include <QJsonObject>
#include <QObject>
#include <QSet>

#include <map>
#include <memory>
#include <optional>

namespace thimblely::ui {

class Desk;

//! A booked order that is added to: what is there already are the first rows of the draft.
struct AddedTo {
    struct Kept {
        OrderItemId piece;
        int tasks;     //!< how many are there already
        QString state; //!< why no task can be added to it; empty: it can
    };
    OrderId order;
    QString number;
    Money total; //!< before
    Money paid;
    bool rush; //!< before
    std::optional<Date> promisedDate;
    std::optional<QTime> promisedTime;
    std::vector<Kept> pieces;
};

/*!
 * The order that is being taken at the counter: what was typed so far, its sums, and its copy on the disk (a device
 * draft), which is written at each change and comes back after a power cut. The panes of the counter show it and
 * change it; none of them keeps a copy.
 */
class OrderEditor : public QObject {
    Q_OBJECT

public:
    static constexpr const char *draftScreen = "counter"; //!< the name its device drafts go by

    explicit OrderEditor(Desk &desk, QObject *parent = nullptr);

    const orders::OrderDraft &draft() const { return m_draft; }
    const QString &clientName() const { return m_clientName; }
    bool isEmpty() const;
    //! Nothing that anybody would miss: at most a client was chosen.
    bool holdsNothing() const;

    void setClient(std::optional<ClientId> client, const QString &name);
    /*!
     * Who wears the pieces from now on, where another than the client, who pays; none: the client. `whole`: the pieces
     * that are there already, too, as where nobody was chosen when they were added.
     */
    void setWearer(std::optional<ClientId> wearer, const QString &name, bool whole = false);
    std::optional<ClientId> wearer() const { return m_wearer; }
    //! The name of a wearer of this order; empty for the client.
    QString wearerName(const std::optional<ClientId> &wearer) const;
    //! Who may wear its pieces besides the client, as far as anybody was named for it.
    const QHash<ClientId, QString> &wearerNames() const { return m_wearerNames; }
    //! Whether who wears the next pieces pays for theirs; only where that is another than the client.
    bool paysOwn() const;
    bool paysOwn(ClientId wearer) const;
    void setPaysOwn(bool own);
    //! Whom the new pieces dress, in their order; none among them: the client.
    QList<std::optional<ClientId>> dressed() const;
    //! Each of them gets pieces as one has who is dressed already (none: nobody's); who is dressed is left as they are.
    void dress(const std::vector<orders::PartyGuest> &guests, const std::optional<std::optional<ClientId>> &alike);
    //! Somebody is no client any more: their new pieces go.
    void undress(ClientId wearer);
    //! What others than the client pay for, of all that stands here.
    Result<Money> othersPay() const { return othersPay(0, {}); }
    //! Those of them who pay for new pieces, in the order of these.
    QList<ClientId> ownPayers() const;
    //! Of what is new, what one of them pays; none: what is left for the order's client.
    Result<Money> partOf(const std::optional<ClientId> &payer) const;
    //! Whose payment stands in the field and under the method: one of those, none: the order's client.
    std::optional<ClientId> paying() const;
    void setPaying(std::optional<ClientId> payer);
    //! Whose body it is about now: the wearer, else the client.
    std::optional<ClientId> body() const { return m_wearer ? m_wearer : m_draft.client; }
    void addPiece(const QString &garmentType, const QString &name);
    void addPiece(orders::PieceDraft piece);
    //! Garments (type and name) that are sold as one: a piece each, the first with the price of all.
    void addSet(const QString &name, const std::vector<std::pair<QString, QString>> &garments);
    //! Something that is sold as it is, by the shop's price; once more of what is counted makes one more. Its row.
    int addGoods(InventoryItemId item, const inventory::ItemDraft &facts);
    //! Adds the pieces of an order once more.
    void repeat(const orders::RepeatedOrder &last);
    //! Adds `count` more of a piece, each a row and a tag of its own.
    void copyPiece(int index, int count);
    void changePiece(int index, const orders::PieceDraft &piece);
    void removePiece(int index);
    //! A price as it was typed while it cannot be read; it stays with the draft until it can.
    void setUnreadPrice(int piece, const QString &typed);
    QString unreadPrice(int piece) const { return m_typed[size_t(piece)].unreadPrice; }
    //! Which piece's price cannot be read: "order.price_unreadable", its position, name and what was typed.
    Result<void> checkPrices() const;
    //! A task while it is typed: it stays with the draft until it is one.
    void setHalfTask(int piece, const QString &typed);
    QString halfTask(int piece) const { return m_typed[size_t(piece)].halfTask; }
    //! Who wears a piece from now on, where another than the client; none: the client.
    void setPieceWearer(int piece, std::optional<ClientId> wearer, const QString &name);
    //! A name of somebody new while it is typed: it stays with the draft until it is somebody.
    void setHalfWearer(int piece, const QString &typed);
    QString halfWearer(int piece) const { return m_typed[size_t(piece)].halfWearer; }
    //! The paper pattern by which such a garment was cut for that body last; empty: none is known.
    QString patternOf(int piece) const;
    //! Who wears a piece; none while nobody was chosen.
    std::optional<ClientId> bodyOf(int piece) const;
    //! The measures a piece can be made by, the likeliest first; none where it is not made new, or nobody wears it yet.
    std::vector<orders::MeasuresChoice> measuresOf(int piece) const;
    bool areMeasuresChosen(int piece) const { return m_typed[size_t(piece)].measuresChosen; }
    //! Another set than the likeliest; none: without measures. It stays whatever is measured meanwhile.
    void chooseMeasures(int piece, std::optional<MeasurementSetId> set);
    //! Somebody was measured: pieces for which no set was chosen take the newest.
    void measured();
    void setNotes(const QString &notes);
    //! Who sells it, where the shop asks; none: nobody said it.
    void setSeller(std::optional<PersonId> seller);
    //! The number on the old ticket, where there is one.
    void setPaperTicket(const QString &number);
    //! The day it is for, as typed: a wedding, a feast. Understood as a promise is.
    void setEventText(const QString &text);
    const QString &eventText() const { return m_eventText; }
    //! Why it is no day; none where nothing is typed.
    Result<std::optional<Date>> eventDay() const;
    //! What can be promised; nullptr before it was read.
    const orders::DayPlan *plan() const { return m_plan.get(); }
    //! Reads it on another thread; planRead() says when it is there.
    void reloadPlan();
    //! When somebody comes to try on, the first one first: as it follows from the promise until it is typed otherwise.
    const std::vector<Instant> &visits() const { return m_visits; }
    bool areVisitsTyped() const { return m_visitsTyped; }
    void setVisits(std::vector<Instant> visits);
    //! They follow from the promise again.
    void proposeVisits();
    //! What stands in the When field, understood or not.
    void setPromiseText(const QString &text);
    const QString &promiseText() const { return m_promiseText; }
    //! The promise understood from the text, or why it is none.
    Result<orders::Promise> promise() const;
    //! As typed for who is paying(); empty: of the client the share that the shop asks for (half of what is made, all of
    //! the rest), of another nothing.
    void setPayText(const QString &text);
    const QString &payText() const;
    Result<Money> payNow() const { return payNow(paying()); }
    Result<Money> payNow(const std::optional<ClientId> &payer) const;
    //! As typed, an amount or a share ("10 %"), spread over the new pieces by their prices; empty: none.
    void setDiscountText(const QString &text);
    const QString &discountText() const { return m_discountText; }
    //! Why less is asked; of every new piece that costs less than it would.
    void setDiscountReason(const QString &reason);
    const QString &discountReason() const { return m_discountReason; }
    //! Whether anything new costs less than it would: then why is worth saying.
    bool asksLess() const;
    //! Why the discount typed cannot be read.
    Result<void> checkDiscount() const;
    //! Whether it goes before the others; what is charged for it is the shop's terms until something else is typed.
    void setRush(bool rush);
    bool isRush() const { return m_draft.rush; }
    //! As typed, an amount or a share ("20 %") of the work; empty: as the shop charges.
    void setRushText(const QString &text);
    const QString &rushText() const { return m_rushText; }
    //! Why what was typed for it cannot be read.
    Result<void> checkRush() const;
    //! True where the shop asks for a share of it, not for all.
    bool asksDeposit() const;
    //! How it is paid, as typed for who is paying().
    void setPayFacts(const PayFacts &facts);
    const PayFacts &payFacts() const { return payFactsOf(paying()); }
    const PayFacts &payFactsOf(const std::optional<ClientId> &payer) const;
    //! What stands in the Who field while nobody is chosen.
    void setWhoText(const QString &text);
    const QString &whoText() const { return m_whoText; }
    //! The other half of a client who is not there yet: the name to a number, the number to a name, a member's name.
    void setNewText(const QString &text);
    const QString &newText() const { return m_newText; }
    //! Both halves as they stand in a sentence or in a list.
    static QString typedWho(const QString &who, const QString &other);
    //! Kept with the draft while it is on its way to the file, so that after a power cut nobody books it twice unseen.
    void setBooking(bool booking);
    //! Not without a price that was typed and cannot be read: the sum would be less than what was said.
    Result<orders::OrderTotals> totals() const;
    //! Everything taken away; the draft on the disk goes too.
    void clear();
    //! As clear(), and bringBack() undoes it until something else is typed.
    void startOver();
    bool canBringBack() const { return m_before.has_value() && isEmpty(); }
    void bringBack();
    //! The name it goes by from its first draft on, so that it is written once, whatever ends the program meanwhile.
    const std::optional<OrderId> &id() const { return m_id; }
    //! As it is booked.
    orders::OrderDraft toBook() const;
    //! What had been booked although the program ended before it said so.
    const std::optional<orders::Booked> &writtenBefore() const { return m_written; }
    //! It waits without a number already: it goes on from that one.
    void followParked();
    //! As it is parked: what was typed of the payment and who was typed go with it. An error where the deposit cannot be read.
    Result<orders::OrderDraft> toPark() const;
    //! Goes on with an order that was parked, which it takes the place of when it is booked or parked again.
    void goOn(orders::OrderDraft parked, const QString &clientName, QHash<ClientId, QString> wearerNames);
    //! Goes on from a booked order, to add pieces and tasks to it.
    void addTo(const orders::OrderDetail &order);
    const std::optional<AddedTo> &addedTo() const { return m_addedTo; }
    //! The row of a piece that is there already; nullptr: it is new.
    const AddedTo::Kept *kept(int index) const;
    //! What is new of it.
    orders::Addition addition() const;
    //! What was paid before, where an order is added to.
    Money paidBefore() const;
    //! All that stands here, and the way back to it.
    QJsonObject kept() const { return toJson(); }
    void putBack(const QJsonObject &kept);
    //! Goes on with what another window had before it (its device draft).
    void bringIn(const QJsonObject &kept);
    //! The parked order it goes on from is gone: from here it is an order of its own.
    void forgetParked();
    //! What was brought back from the disk at the start, in a sentence; empty: nothing was.
    QString restoredSentence() const;

Q_SIGNALS:
    void clientChanged(); //!< who pays, or who wears what is added next
    void piecesReset();   //!< added or removed
    void measuresChanged();
    void sumsChanged(); //!< anything that changes money
    void promiseChanged();
    void planRead();
    void visitsChanged(); //!< or the day it is for, or the old ticket's number
    void changed();       //!< anything that is kept: what follows from the whole of it is reckoned again
    void savedAt(const QString &time);
    void broughtIn(); //!< from another window: restoredSentence() says what

private:
    //! What stands in a piece's fields and is no fact of it yet.
    struct Typed {
        QString unreadPrice;
        QString halfTask;
        bool measuresChosen = false; // by hand: otherwise they follow the newest
        QString halfWearer = {};
    };
    orders::OrderDraft blank() const;
    void followVisits();
    Rate taxOf(orders::PieceKind kind) const;
    void attachMeasures();
    void begin(orders::OrderDraft draft, const QString &clientName, QHash<ClientId, QString> wearerNames);
    //! What is paid by another than the client.
    struct OwnPay {
        QString text;
        PayFacts facts;
    };
    Result<Money> othersPay(int first, const std::optional<ClientId> &only) const;
    const QString &payTextOf(const std::optional<ClientId> &payer) const;
    void forgetPayers();
    QJsonObject payTyped() const;
    void takePayTyped(const QJsonObject &json);
    void keep();
    void restore();
    void followWritten();
    void tellAll();
    void takeWho(const QString &typed);
    void understandPromise();
    void forgetSetsOfOne();
    void copySet(int set, int count);
    void leadSet(int index, const orders::PieceDraft &piece);
    Result<std::vector<Money>> discounts() const;
    void spreadDiscount();
    Result<std::optional<Money>> rushCharge() const;
    //! What follows from the pieces' prices: what is taken off them, and what is charged besides.
    void reckon();
    QString typedPromise(Date date, const std::optional<QTime> &time = {}) const;
    void putAside(QJsonObject &json) const;
    void takeAside(const QJsonObject &json);
    int keptCount() const { return m_addedTo ? int(m_addedTo->pieces.size()) : 0; }
    QJsonObject toJson() const;
    void fromJson(const QJsonObject &json);

    Desk &m_desk;
    orders::OrderDraft m_draft;
    std::optional<OrderId> m_id; // from the first keeping on
    std::vector<Typed> m_typed;  // by piece
    // By body and garment, until somebody is measured or another order begins: seven copies ask for the same.
    mutable std::map<std::pair<ClientId, QString>, std::vector<orders::MeasuresChoice>> m_choices;
    mutable std::map<std::pair<ClientId, QString>, QString> m_patterns; // likewise
    QString m_clientName;
    std::optional<ClientId> m_wearer;
    QHash<ClientId, QString> m_wearerNames;
    QSet<ClientId> m_payOwn; // of the wearers
    std::map<ClientId, OwnPay> m_ownPay;
    std::optional<ClientId> m_paying;
    std::optional<AddedTo> m_addedTo;
    QString m_promiseText;
    QString m_eventText;
    std::shared_ptr<const orders::DayPlan> m_plan;
    std::vector<Instant> m_visits;
    bool m_visitsTyped = false;
    QString m_payText;
    QString m_discountText;
    QString m_discountReason;
    QString m_rushText;
    QString m_whoText;
    QString m_newText;
    PayFacts m_payFacts; // of the client
    bool m_booking = false;
    bool m_restored = false;
    bool m_maybeBooked = false; // restored from a draft that was on its way to the file
    std::optional<orders::Booked> m_written;
    QString m_writtenFor; // whose it is, and what was paid
    std::optional<QJsonObject> m_before;
};

//! Whether it is meant as a number and not as a name.
bool looksLikePhone(const QString &typed);

//! Who an order in a device draft is for, as far as it was typed; may be empty.
QString describeKept(const QJsonObject &kept);

} // namespace thimblely::ui
