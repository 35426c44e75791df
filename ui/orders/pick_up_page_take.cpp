// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/access/capability.h"
#include "core/finance/payment_service.h"
#include "core/invoices/country_invoice.h"
#include "core/invoices/invoice_service.h"
#include "core/orders/order_service.h"
#include "ui/desk/desk.h"
#include "ui/desk/garments.h"
#include "ui/desk/isolated.h"
#include "ui/documents/order_papers.h"
#include "ui/documents/paper_rights.h"
#include "ui/orders/attempt_form.h"
#include "ui/orders/bag_pane.h"
#include "ui/orders/delivery_form.h"
#include "ui/orders/open_orders_model.h"
#include "ui/orders/outcome_form.h"
#include "ui/orders/pay_pane.h"
#include "ui/orders/pick_up_head.h"
#include "ui/orders/pick_up_page.h"
#include "ui/orders/piece_forms.h"
#include "ui/orders/piece_list_model.h"
#include "ui/orders/piece_offers.h"
#include "ui/orders/release_form.h"
#include "ui/orders/stamp_form.h"
#include "ui/photos/photo_strip.h"

#include <QMenu>

#include <algorithm>

// What is done with the bag and with one of its orders.

namespace thimblely::ui {

namespace {

bool wantsRelease(const Error &error)
{
    return error.code == "access.refused" &&
           error.args.value(0) == QLatin1String(access::nameOf(access::Capability::OrdersReleaseUnpaid));
}

} // namespace

void PickUpPage::take(const QString &why, const std::optional<access::Approval> &approval)
{
    if (!hasBag() || m_pay->isBusy() || !m_pay->takesAnything())
        return;
    if (!m_photos->isWhole()) {
        m_pay->setProblem(tr("The photo is still being taken in. Once it is, Enter again."));
        return;
    }
    const auto payment = m_pay->payment();
    if (!payment) {
        refuse(payment.error());
        return;
    }
    const std::vector<OrderItemId> ticked = m_bag->pieces().ticked();
    if (!ticked.empty() && !m_delivery && !m_head->isIdentified()) {
        refuse({ErrorKind::Invalid, "order.not_identified", {}, {}});
        return;
    }
    const bool asked = why.isEmpty(); // else it was said already why they leave unpaid
    if ((ticked.empty() && !*payment) ||
        (asked && (!m_pay->isTakeSure() || !m_pay->isGivenSure() || !m_pay->isRestSure(ticked))))
        return;
    handOver(leaving(why), *payment, approval);
}

//! Who stands here: as typed, else who pays for what leaves. Empty: whose order it is, as the core knows it.
QString PickUpPage::collector() const
{
    const auto likely = m_head->collector().isEmpty() ? onePayer() : std::nullopt;
    return likely ? likely->name : m_head->collector();
}

//! The one of several who pays, or whose pieces leave; none: it is not one of several.
std::optional<orders::PayerShare> PickUpPage::onePayer() const
{
    const PieceListModel &pieces = m_bag->pieces();
    const std::vector<OrderItemId> ticked = pieces.ticked();
    const WhoPays who = m_pay->who().all ? pieces.bag().whoPaysFor({ticked.begin(), ticked.end()}) : m_pay->who();
    if (who.all || !pieces.bag().isShared())
        return std::nullopt;
    const auto payers = pieces.bag().payers();
    const auto found = std::ranges::find(payers, who.client, &orders::PayerShare::client);
    return found == payers.end() ? std::nullopt : std::optional(*found);
}

//! What is ticked, order by order; only the first that leaves pays the courier.
finance::Bag PickUpPage::leaving(const QString &why) const
{
    finance::Bag bag{{}, m_paying.ids()};
    const PieceListModel &pieces = m_bag->pieces();
    const std::vector<OrderItemId> ticked = pieces.ticked();
    for (const orders::OrderDetail &order : pieces.bag().orders) {
        orders::HandOver handOver{order.id};
        for (const orders::Piece &piece : order.pieces) {
            if (std::ranges::find(ticked, piece.id) != ticked.end())
                handOver.pieces.push_back(piece.id);
        }
        if (handOver.pieces.empty())
            continue;
        handOver.collector = m_delivery && !m_courier.isEmpty() ? m_courier : collector();
        handOver.ticketSeen = m_head->isTicketSeen();
        handOver.identity = m_head->identity();
        handOver.unpaidReason = why;
        handOver.photos = m_photos->photos();
        handOver.collectors = m_bag->takenBy();
        handOver.delivery = m_delivery;
        if (handOver.delivery && !bag.leaving.empty())
            handOver.delivery->fee.reset();
        bag.leaving.push_back(std::move(handOver));
    }
    return bag;
}

void PickUpPage::handOver(finance::Bag bag, const std::optional<finance::PaymentDraft> &payment,
                          const std::optional<access::Approval> &approval)
{
    const bool leaves = !bag.leaving.empty();
    const bool released = leaves && !bag.leaving.front().unpaidReason.isEmpty();
    const auto unpaid = released && !m_paying.isEmpty() ? std::optional(m_paying.first()) : std::nullopt;
    const Money rest = unpaid ? m_pay->staysDue(m_bag->pieces().ticked()) : Money::zero(m_desk.profile().currency);
    m_pay->setBusy(true);
    whenDone(finance::CheckoutService(m_desk.session(), m_desk.door()).handOver(std::move(bag), payment, approval),
             this,
             [this, leaves, unpaid, rest,
              subject = draftSubject()](const Result<std::optional<finance::PaymentTaken>> &money) {
                 m_pay->setBusy(false);
                 if (!money) {
                     refuse(money.error());
                     return;
                 }
                 m_desk.drafts().discard(draftScreen, subject);
                 m_payTyped = {};
                 m_release->forgetTyped();
                 taken(*money);
                 if (leaves)
                     handedOver();
                 if (unpaid && rest.minor() > 0)
                     tellUnpaid(*unpaid, rest);
             });
}

//! Whoever left with unpaid pieces is told in writing what is still to be paid, where somebody sends it.
void PickUpPage::tellUnpaid(const orders::OrderDetail &order, const Money &rest)
{
    m_forms->offerMessage(order, tr("Order %1: left unpaid").arg(order.number), QStringLiteral("left_unpaid"), rest);
}

void PickUpPage::taken(const std::optional<finance::PaymentTaken> &payment)
{
    if (!payment)
        return;
    if (!payment->change.isZero())
        m_desk.notices().say(
            tr("%1 taken, give back %2").arg(m_desk.amount(payment->amount), m_desk.amount(payment->change)));
    if (payment->credited)
        m_desk.notices().say(tr("%1 kept for the client").arg(m_desk.amount(*payment->credited)));
    if (m_pay->printsReceipts())
        OrderPapers(m_desk).printReceipt(payment->id);
    else
        m_desk.notices().say(receiptOffer());
}

//! The next client's ticket is scanned at once, into a bag of its own where nothing of this one is left to leave.
void PickUpPage::handedOver()
{
    m_delivery.reset();
    m_courier.clear();
    m_pay->setFee({});
    m_bag->forgetTakenBy();
    m_head->clearHandOver();
    m_photos->setPhotos({});
    m_gone = true;
    m_head->focusFind();
}

void PickUpPage::addWork()
{
    const orders::OrderDetail *const order = hasBag() ? m_bag->chosenOrder() : nullptr;
    if (order && !m_pay->isBusy() && m_pay->mayAdd())
        Q_EMIT m_desk.navigation().addToOrderRequested(order->id);
}

void PickUpPage::openParty()
{
    if (const orders::OrderDetail *const order = hasBag() ? m_bag->chosenOrder() : nullptr)
        Q_EMIT m_desk.navigation().partyRequested(order->id);
}

void PickUpPage::complete()
{
    const orders::OrderDetail *const order = hasBag() ? m_bag->chosenOrder() : nullptr;
    if (!order || m_pay->isBusy())
        return;
    std::vector<OrderItemId> unready;
    for (const orders::Piece &piece : order->pieces) {
        if (piece.isHere() && !piece.isReady())
            unready.push_back(piece.id);
    }
    m_pay->setBusy(true);
    m_desk.when(
        orders::OrderService(m_desk.session(), m_desk.door()).complete(order->id), this,
        [this, unready] {
            m_pay->setBusy(false);
            m_bag->askPlace(unready);
        },
        [this](const Error &error) {
            m_pay->setBusy(false);
            refuse(error);
        });
}

void PickUpPage::invoice()
{
    const orders::OrderDetail *const order = hasBag() ? m_bag->chosenOrder() : nullptr;
    if (!order || m_pay->isBusy())
        return;
    invoices::InvoiceService papers(m_desk.session(), m_desk.door());
    const auto payer = order->shareOf(m_pay->payer()) ? m_pay->payer() : order->client;
    const auto issued = papers.forOrder(order->id, payer);
    if (!issued) {
        refuse(issued.error());
        return;
    }
    const auto unbilled = papers.hasUnbilled(order->id, payer);
    if (*issued && unbilled && !*unbilled) {
        OrderPapers(m_desk).printInvoice(**issued);
        return;
    }
    m_pay->setBusy(true);
    m_desk.when(
        papers.issue(order->id, invoices::InvoiceKind::Invoice, payer), this,
        [this](const invoices::InvoiceDocument &document) {
            m_pay->setBusy(false);
            OrderPapers(m_desk).printInvoice(document.id);
        },
        [this](const Error &error) {
            m_pay->setBusy(false);
            refuse(error);
        });
}

void PickUpPage::printReceipt()
{
    const orders::OrderDetail *const order = hasBag() ? m_bag->chosenOrder() : nullptr;
    if (!order)
        return;
    auto payments = finance::PaymentService(m_desk.session(), m_desk.door()).ofOrder(order->id);
    if (!payments) {
        refuse(payments.error());
        return;
    }
    const WhoPays &who = m_pay->who(); // the last one of theirs
    if (!who.all)
        std::erase_if(*payments,
                      [&](const finance::Payment &one) { return order->countedFor(one.client) != who.client; });
    if (payments->empty())
        m_desk.notices().say(who.all ? tr("Nothing was paid for this order yet.")
                                     : tr("They have paid nothing for this order yet."));
    else
        OrderPapers(m_desk).printReceipt(payments->back().id);
}

//! Of the chosen order; what fills a sheet is seen before it is printed.
void PickUpPage::offerPapers(const QPoint &at)
{
    const orders::OrderDetail *const order = hasBag() ? m_bag->chosenOrder() : nullptr;
    if (!order)
        return;
    QMenu menu(this);
    const access::Principal &who = m_desk.principal();
    const auto offer = [&](const QString &text, PaperOrder paper, bool seen) {
        if (!mayPrint(paper.kind, who))
            return;
        connect(menu.addAction(text), &QAction::triggered, this, [this, paper, seen] {
            if (seen)
                Q_EMIT previewRequested(paper);
            else
                OrderPapers(m_desk).print(paper);
        });
    };
    const IdBytes about = order->id.bytes();
    offer(tr("Work order, A4…"), {PaperKind::WorkOrder, about}, true);
    offer(tr("Work order, A5…"), {PaperKind::WorkOrder, about, SheetSize::A5}, true);
    const bool waits = std::ranges::any_of(order->pieces, &orders::Piece::mayLeave);
    if (order->client && waits) {
        offer(tr("Notice to fetch what is ready…"), {PaperKind::Notice, about}, true);
        if (who.can(access::Capability::ClientsRead) && who.can(access::Capability::ClientsWrite))
            connect(menu.addAction(tr("They were asked to fetch it…")), &QAction::triggered, this,
                    [this, asked = *order] { m_attempt->begin(asked); });
    }
    if (waits && who.can(access::Capability::OrdersWrite))
        connect(menu.addAction(tr("Nobody fetches it…")), &QAction::triggered, this,
                [this, left = *order] { m_outcome->begin(left, m_bag->pieces().ticked()); });
    menu.addSeparator();
    offerPaidBack(menu, *order);
    offerStamp(menu, *order);
    offer(m_pay->wantsNote(*order) ? tr("Note, before it is paid") : tr("Claim check once more"),
          {PaperKind::ClaimCheck, about}, false);
    for (const orders::PayerShare &share : order->payers) {
        if (share.client && share.client != order->client && who.can(access::Capability::PricesRead))
            offer(tr("Claim check of %1 once more").arg(isolated(share.name)),
                  {PaperKind::ClaimCheck, about, SheetSize::A4, share.client->bytes()}, false);
    }
    offer(tr("Tags once more"), {PaperKind::Tags, about}, false);
    offer(tr("Rack slip once more"), {PaperKind::RackSlip, about}, false);
    if (who.can(access::Capability::HistoryRead)) {
        menu.addSeparator();
        connect(menu.addAction(tr("History of this order")), &QAction::triggered, this,
                [this, id = order->id,
                 words = order->number.isEmpty() ? tr("Parked order") : tr("Order %1").arg(order->number)] {
                    Q_EMIT m_desk.navigation().historyRequested(storage::Table::Orders, id.as<RowTag>(), words);
                });
    }
    menu.exec(at - QPoint(0, menu.sizeHint().height()));
}

//! What hangs ready can be had on paper, for the judge or whom it is given to.
std::optional<PaperKind> PickUpPage::uncollectedPaper() const
{
    if (!m_desk.principal().can(access::Capability::ClientsRead) || hasBag())
        return std::nullopt;
    switch (m_open->filter()) {
    case orders::OpenOrderFilter::Ready:
        return PaperKind::UncollectedAll;
    case orders::OpenOrderFilter::ReadyLong:
        return PaperKind::UncollectedLong;
    default:
        return std::nullopt;
    }
}

//! The tax office's number comes after the invoice, from its own system.
void PickUpPage::offerStamp(QMenu &menu, const orders::OrderDetail &order)
{
    invoices::InvoiceService papers(m_desk.session(), m_desk.door());
    const auto payer = order.shareOf(m_pay->payer()) ? m_pay->payer() : order.client;
    const auto issued = papers.forOrder(order.id, payer);
    if (!issued || !*issued || !m_desk.principal().can(access::Capability::InvoicesIssue))
        return;
    const auto invoice = papers.load(**issued);
    if (!invoice || !invoices::wantsStamp(*invoice))
        return;
    connect(menu.addAction(tr("eTIMS number of invoice %1…").arg(invoice->number)), &QAction::triggered, this,
            [this, stamped = *invoice] { m_stamp->begin(stamped); });
}

//! What a person may not let go unpaid is offered to somebody who may, in the same place.
void PickUpPage::refuse(const Error &error)
{
    if (wantsRelease(error) && !m_paying.isEmpty()) {
        const QString rest = m_desk.amount(m_pay->staysDue(m_bag->pieces().ticked()));
        m_release->begin(draftSubject(), tr("What stays here does not cover what is owed for what leaves."),
                         tr("%1 leave unpaid: %2 stays due, order %3, %4")
                             .arg(pieceCount(int(m_bag->pieces().ticked().size())), rest, m_paying.first().number,
                                  isolated(m_paying.first().clientName)));
        return;
    }
    m_pay->setProblem(m_desk.sentence(error));
    if (error.code == "order.not_identified")
        m_head->askIdentity();
}

// Forms ---------------------------------------------------------------------------------------------------------------

void PickUpPage::deliver()
{
    if (const orders::OrderDetail *order = hasBag() ? m_bag->chosenOrder() : nullptr)
        m_deliver->begin(*order, m_delivery, m_courier);
}

void PickUpPage::step(PieceStep step, const orders::Piece &piece, const QString &what)
{
    leaveForm();
    if (const auto stage = stageOf(step, piece, m_desk.principal()))
        moveStage(piece.id, *stage);
    else
        m_forms->begin(step, piece, what);
}

void PickUpPage::moveStage(OrderItemId piece, orders::Stage stage)
{
    m_desk.when(orders::OrderService(m_desk.session(), m_desk.door()).moveStage(piece, stage), this,
                [this, piece, stage] {
                    if (stage == orders::Stage::Ready)
                        m_bag->askPlace({piece});
                });
}

void PickUpPage::start(OrderId shown, OrderTask task)
{
    const orders::OrderDetail *const order = hasBag() ? m_bag->pieces().bag().find(shown) : nullptr;
    if (!order || !m_desk.principal().can(access::Capability::OrdersWrite))
        return;
    leaveForm();
    if (task == OrderTask::Correct)
        correct(*order);
    else
        m_forms->begin(task == OrderTask::MovePromise ? PieceStep::MovePromise : PieceStep::CancelOrder, *order);
}

//! The first of its pieces that is here; another one is chosen in the list.
void PickUpPage::correct(const orders::OrderDetail &order)
{
    const auto piece = std::ranges::find_if(order.pieces, &orders::Piece::isHere);
    if (piece == order.pieces.end())
        return;
    m_bag->choose(piece->id);
    m_forms->begin(PieceStep::Correct, *piece, m_bag->pieces().what(m_bag->pieces().rowOf(piece->id)));
}

bool PickUpPage::submitForm()
{
    const auto forms = m_pay->findChildren<SideForm *>(QString(), Qt::FindDirectChildrenOnly);
    for (SideForm *form : forms) {
        if (form->isOpen()) {
            form->submit();
            return true;
        }
    }
    return false;
}

bool PickUpPage::leaveForm()
{
    const auto forms = m_pay->findChildren<SideForm *>(QString(), Qt::FindDirectChildrenOnly);
    bool any = false;
    for (SideForm *form : forms) {
        if (form->isOpen()) {
            form->leave();
            any = true;
        }
    }
    return any;
}

} // namespace thimblely::ui
