// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/changes/change_set.h"
#include "core/changes/draft_store.h"
#include "core/finance/checkout_service.h"
#include "core/orders/party_service.h"
#include "ui/desk/page.h"

#include <QJsonObject>

#include <functional>
#include <optional>

class QGridLayout;

namespace thimblely::ui {

class ApprovePane;
class Desk;
class OrderEditor;
class GoodsPane;
class PartyForm;
class PiecesPane;
class QuotePane;
class SellerPane;
class TicketPane;
class WhoPane;

/*!
 * The counter: who, the pieces, when and money, in the order in which it is said. F9 books the order, takes the money
 * and prints the claim check, in one commit; what was typed is on the disk before.
 */
class CounterPage : public Page {
    Q_OBJECT

public:
    explicit CounterPage(Desk &desk, QWidget *parent = nullptr);

    //! An order for the client; pieces of another client's order that stand here are parked first.
    void startFor(std::optional<ClientId> client);
    //! Goes on with a parked order; what stands here is parked first.
    void goOn(OrderId order, const QString &who);
    //! Adds to a booked order; what stands here is parked first.
    void addTo(OrderId order);

    QString title() const override { return tr("Counter"); }
    void arrive() override;
    bool stepBack() override;
    bool handle(ActionId action) override;
    //! The label of something that is sold adds it to the order.
    bool takeScan(const QString &code) override;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    bool isSomebodyElses(ClientId client) const;
    void book();
    QFuture<Result<finance::CheckedOut>> write(const std::optional<finance::PaymentDraft> &payment,
                                               const std::vector<finance::PaymentDraft> &others);
    //! Does it once what is typed is on the disk with the order's id: whatever ends the program then, it is done once.
    void onceKept(std::function<void()> write);
    void refuse(const Error &error);
    //! What is said of a refusal, once what follows from it at the counter is done.
    QString settle(const Error &error);
    //! It was booked before: that one is seen instead of a second one.
    void openWritten(const QString &sentence);
    //! What is said of the order as it is goes once it is another.
    void say(const QString &sentence);
    void followOrder();
    //! Offers somebody else's PIN where that lets it through; false: it is another error.
    bool askApproval(const Error &error);
    //! Whether it is said why less is asked, where it is.
    bool isReasonSaid();
    //! Whether what stands here can wait without a number; else says why not.
    bool mayPark();
    //! Puts the order aside; what is there to be parked first is done before `next`.
    void park();
    void parkThen(std::function<void()> next);
    void parked(const std::function<void()> &next);
    void take(const changes::DraftStore::Draft &draft);
    void drop(OrderId order);
    void askForQuote();
    void askParty();
    void forgetParty();
    void addParty(const std::vector<orders::PartyGuest> &guests, int alike);
    void keepQuote(Date until);
    void quoted(const Result<OrderId> &quote);
    void decline(OrderId quote, const QString &reason);
    //! Whether the prices and the promise can be read; else they have the keyboard.
    bool isReadable();
    //! Asks once about what may have been forgotten; true: the same order was asked about already, or nothing is missing.
    bool isWhole();
    QStringList lackingCloth();
    QStringList unpricedTasks() const;
    //! Whether it is said who sells, or the shop does not ask; else asks, and goes on once it is said.
    bool isSellerSaid();
    void addGoods(InventoryItemId item);
    bool isOnlyGoods() const;
    bool areGivensSure(const std::optional<finance::PaymentDraft> &payment,
                       const std::vector<finance::PaymentDraft> &others);
    void booked(const finance::CheckedOut &checkedOut);
    void tellTaken(const std::vector<finance::PaymentTaken> &taken);
    void printAgain();
    void follow(const changes::ChangeSet &changes);
    void place();

    Desk &m_desk;
    OrderEditor *m_editor;
    WhoPane *m_who;
    PiecesPane *m_pieces;
    TicketPane *m_ticket;
    QuotePane *m_quote;
    SellerPane *m_seller;
    GoodsPane *m_goods;
    PartyForm *m_party;
    ApprovePane *m_approve; // lies over the offer, too
    QGridLayout *m_panes;
    std::optional<OrderId> m_lastBooked;        // what "print again" prints
    std::vector<TransactionId> m_receiptsAsked; // of its payments, where the client may want one
    std::optional<QJsonObject> m_lastParked;    // as it was typed: undoing brings it back here
    std::optional<orders::OrderDraft> m_asked;  // what the next F9 books as it is
    std::optional<orders::OrderDraft> m_saidOf; // what was said last is about
    std::optional<Date> m_quoteUntil;           // of the offer that an approval is asked for
    bool m_booking = false;
};

} // namespace thimblely::ui
