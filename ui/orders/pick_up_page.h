// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/access/approval.h"
#include "core/changes/change_set.h"
#include "core/finance/checkout_service.h"
#include "core/orders/order.h"
#include "ui/desk/navigation.h"
#include "ui/desk/page.h"
#include "ui/documents/paper.h"
#include "ui/orders/bag.h"
#include "ui/orders/pay_facts.h"
#include "ui/orders/piece_strip.h"

#include <optional>
#include <set>

class QMenu;
class QStackedWidget;

namespace thimblely::ui {

class AttemptForm;
class OutcomeForm;
class BagPane;
class DeliveryForm;
class Desk;
class EmptyState;
class ListView;
class OpenOrdersModel;
class PayBackForm;
class PayPane;
class PhotoStrip;
class PickUpHead;
class PieceForms;
class ReleaseForm;
class StampForm;

/*!
 * What hangs on the rail: found by number, ticket, name, phone, garment and day, place; several orders together in one
 * bag, with one sum and one hand-over. Without a bag it lists what is open by promise.
 */
class PickUpPage : public Page {
    Q_OBJECT

public:
    explicit PickUpPage(Desk &desk, QWidget *parent = nullptr);

    //! A new bag with this order.
    void showOrder(OrderId order);
    //! The same with what is ready of one of those it dresses ticked, and who pays for it chosen.
    void showMember(OrderId order, const std::optional<ClientId> &wearer);
    //! With the order that was shown: what is to be done with it.
    void start(OrderId order, OrderTask task);
    //! The list of those open orders that the filter leaves, the keyboard in it.
    void showOpen(orders::OpenOrderFilter filter);
    //! Back to the list of all open orders, the keyboard in the field that finds one.
    void startOver();

    QString title() const override;
    void arrive() override;
    bool stepBack() override;
    bool handle(ActionId action) override;
    //! As if it had been typed to find something: a ticket goes into the bag, a place is where the tag before it hangs.
    bool takeScan(const QString &code) override;

Q_SIGNALS:
    //! A paper that is looked at before it is printed.
    void previewRequested(const thimblely::ui::PaperOrder &paper);
    //! Nothing hangs here yet that the program knows of: it is entered off the old book.
    void notebookRequested();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    static constexpr const char *draftScreen = "pick-up";

    void build();
    QWidget *buildOpenList();
    void connectHead();
    void connectBag();
    void connectPay();
    void follow(const changes::ChangeSet &changes);
    void place();

    // The bag: what is in it, and how it is shown (pick_up_page_bag.cpp).
    bool hasBag() const { return !m_inBag.empty(); }
    void begin(OrderId order);
    void add(OrderId order);
    void open(OrderId order); //!< into the bag that is open, else into a new one
    void leaveBag();
    void reload();
    void showBag();
    void showPaying(bool readAgain);
    void showChosen();
    void showCollector();
    void showAlsoReady();
    void addAlso();
    QString draftSubject() const;
    void keepTyped();
    void restoreTyped();
    void setDelivery(const std::optional<orders::Delivery> &delivery, const QString &courier);

    // The list, and finding.
    void showList();
    void listOrEmpty();
    std::optional<PaperKind> uncollectedPaper() const;
    void setFilter(orders::OpenOrderFilter filter);
    void narrow(const QString &typed);
    void find(bool scanned);
    void findAmongOpen(const QString &typed);
    void chooseOnTag(OrderId order, const QString &typed);
    bool hangScanned(const QString &typed);

    // What is done (pick_up_page_take.cpp).
    void take(const QString &why = {}, const std::optional<access::Approval> &approval = {});
    QString collector() const;
    std::optional<orders::PayerShare> onePayer() const;
    finance::Bag leaving(const QString &why) const;
    void handOver(finance::Bag bag, const std::optional<finance::PaymentDraft> &payment,
                  const std::optional<access::Approval> &approval);
    void taken(const std::optional<finance::PaymentTaken> &payment);
    void handedOver();
    void tellUnpaid(const orders::OrderDetail &order, const Money &rest);
    void addWork();
    void openParty();
    void complete();
    void invoice();
    void printReceipt();
    void offerPapers(const QPoint &at);
    void offerStamp(QMenu &menu, const orders::OrderDetail &order);
    void offerPaidBack(QMenu &menu, const orders::OrderDetail &order);
    void offerCreditBack(QMenu &menu, const orders::OrderDetail &order);
    void payBack(ClientId client, const QString &name);
    bool isPayingBack() const;
    void refuse(const Error &error);
    void deliver();
    void step(PieceStep step, const orders::Piece &piece, const QString &what);
    void moveStage(OrderItemId piece, orders::Stage stage);
    void correct(const orders::OrderDetail &order);
    bool submitForm();
    bool leaveForm();

    Desk &m_desk;
    std::vector<OrderId> m_inBag;
    Bag m_paying;        // those of them that the money is for
    bool m_gone = false; // all that could leave has left: the next order begins a bag of its own
    std::optional<OrderId> m_alsoReady;
    std::optional<OrderItemId> m_scanned; // the piece whose tag was read last: a place that is scanned next is its
    std::set<OrderId> m_scannedOf;        // orders of this bag of which single tags were read
    std::optional<orders::Delivery> m_delivery;
    QString m_courier;
    PayFacts m_payTyped; // what a person typed of the payment

    OpenOrdersModel *m_open;
    PickUpHead *m_head = nullptr;
    PhotoStrip *m_photos = nullptr; // of what leaves
    QStackedWidget *m_stack = nullptr;
    ListView *m_openList = nullptr;
    EmptyState *m_empty = nullptr;
    EmptyState *m_nothing = nullptr; // that answers to what is looked for
    BagPane *m_bag = nullptr;
    PayPane *m_pay = nullptr;
    PayBackForm *m_payBack = nullptr; // made when first used
    PieceForms *m_forms = nullptr;
    ReleaseForm *m_release = nullptr;
    DeliveryForm *m_deliver = nullptr;
    AttemptForm *m_attempt = nullptr;
    StampForm *m_stamp = nullptr;
    OutcomeForm *m_outcome = nullptr;
};

} // namespace thimblely::ui
