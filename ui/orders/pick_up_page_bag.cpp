// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/invoices/invoice_service.h"
#include "core/orders/order_service.h"
#include "ui/desk/desk.h"
#include "ui/desk/garments.h"
#include "ui/documents/paper_rights.h"
#include "ui/orders/bag_pane.h"
#include "ui/orders/open_orders_model.h"
#include "ui/orders/pay_pane.h"
#include "ui/orders/pick_up_head.h"
#include "ui/orders/pick_up_page.h"
#include "ui/orders/piece_list_model.h"
#include "ui/photos/photo_strip.h"

#include <QJsonObject>
#include <QStackedWidget>

#include <algorithm>

// What is in the bag and how it is shown.

namespace thimblely::ui {

namespace {

constexpr int ordersLookedThrough = 20; // of a client, for what else is ready

} // namespace

void PickUpPage::showOrder(OrderId order)
{
    begin(order);
    if (hasBag())
        m_pay->focusGiven();
}

void PickUpPage::showMember(OrderId order, const std::optional<ClientId> &wearer)
{
    begin(order);
    if (!hasBag())
        return;
    std::set<OrderItemId> theirs;
    const orders::OrderDetail &detail = m_bag->pieces().bag().first();
    for (const orders::Piece &piece : detail.pieces) {
        if (detail.wearerOf(piece) == wearer && !piece.isCancelled())
            theirs.insert(piece.id);
    }
    m_bag->tickOnly(theirs);
    m_pay->follow(m_bag->pieces().bag().whoPaysFor(theirs)); // also where nothing of theirs is ready
    if (!theirs.empty())
        m_bag->choose(*theirs.begin());
    m_pay->focusGiven();
}

void PickUpPage::begin(OrderId order)
{
    leaveForm();
    m_bag->leavePlace();
    m_bag->forgetTakenBy();
    m_inBag = {order};
    m_scannedOf.clear();
    m_gone = false;
    m_delivery.reset();
    m_courier.clear();
    m_pay->setFee({});
    m_pay->forgetPayer();
    m_head->clearHandOver();
    m_photos->setPhotos({});
    m_bag->setCollector({});
    m_head->clearFind();
    m_open->setWords({});
    m_payTyped = {};
    reload();
    restoreTyped();
}

void PickUpPage::open(OrderId order)
{
    if (!hasBag() || m_gone)
        begin(order);
    else
        add(order);
    if (hasBag())
        m_pay->focusGiven();
}

void PickUpPage::add(OrderId order)
{
    if (std::ranges::find(m_inBag, order) == m_inBag.end())
        m_inBag.push_back(order);
    m_head->clearFind();
    m_open->setWords({});
    reload();
}

QString PickUpPage::draftSubject() const
{
    QStringList ids;
    for (const OrderId &id : m_inBag)
        ids.append(id.toString());
    return ids.join(u' ');
}

//! What was said of the hand-over and what was given, until it is taken: the light may go while the change is counted.
void PickUpPage::keepTyped()
{
    if (!hasBag())
        return;
    QJsonObject typed = m_head->said();
    if (!m_payTyped.isEmpty())
        typed.insert(QLatin1String("pay"), toJson(m_payTyped));
    if (m_delivery) {
        typed.insert(QLatin1String("address"), m_delivery->address);
        typed.insert(QLatin1String("courier"), m_courier);
        if (m_delivery->fee)
            typed.insert(QLatin1String("fee"), QString::number(m_delivery->fee->minor()));
    }
    QJsonObject takenBy;
    for (const auto &[piece, name] : m_bag->takenBy()) {
        if (!name.isEmpty())
            takenBy.insert(piece.toString(), name);
    }
    if (!takenBy.isEmpty())
        typed.insert(QLatin1String("taken_by"), takenBy);
    if (typed.isEmpty())
        m_desk.drafts().discard(draftScreen, draftSubject());
    else
        m_desk.drafts().keep(draftScreen, draftSubject(), typed);
}

void PickUpPage::restoreTyped()
{
    const auto kept = hasBag() ? m_desk.drafts().kept(draftScreen, draftSubject()) : std::nullopt;
    if (!kept)
        return;
    m_payTyped = payFactsFromJson(kept->value(QLatin1String("pay")).toObject());
    if (!m_payTyped.isEmpty())
        m_pay->restore(m_payTyped);
    m_head->setSaid(*kept);
    if (const QString collector = m_head->collector(); !collector.isEmpty())
        m_bag->setCollector(collector);
    if (const QString address = kept->value(QLatin1String("address")).toString(); !address.isEmpty()) {
        orders::Delivery delivery{address};
        if (const qint64 fee = kept->value(QLatin1String("fee")).toString().toLongLong(); fee > 0)
            delivery.fee = Money(fee, m_desk.profile().currency);
        delivery.feeTaxRate = m_desk.profile().tax.rate;
        setDelivery(delivery, kept->value(QLatin1String("courier")).toString());
    }
    std::map<OrderItemId, QString> takenBy;
    const QJsonObject names = kept->value(QLatin1String("taken_by")).toObject();
    for (auto name = names.begin(); name != names.end(); ++name) {
        if (const auto piece = OrderItemId::parse(name.key()))
            takenBy.emplace(*piece, name.value().toString());
    }
    if (!takenBy.empty())
        m_bag->setTakenBy(std::move(takenBy));
}

void PickUpPage::setDelivery(const std::optional<orders::Delivery> &delivery, const QString &courier)
{
    m_delivery = delivery;
    m_courier = courier;
    m_head->setDelivery(courier, delivery.has_value());
    m_pay->setFee(delivery ? delivery->fee : std::nullopt);
}

void PickUpPage::leaveBag()
{
    leaveForm();
    m_bag->leavePlace();
    m_inBag.clear();
    m_paying = {};
    m_bag->setBag({});
    m_pay->setFee({});
    m_pay->setBag({});
    m_pay->setOrder({});
    showList();
}

void PickUpPage::reload()
{
    const orders::OrderService service(m_desk.session(), m_desk.door());
    Bag bag;
    std::vector<OrderId> there;
    for (const OrderId &id : m_inBag) {
        auto order = service.load(id);
        if (!order) {
            m_desk.notices().fail(order.error());
            continue;
        }
        there.push_back(id);
        bag.orders.push_back(std::move(*order));
    }
    m_inBag = std::move(there);
    if (!hasBag()) {
        leaveBag();
        return;
    }
    m_bag->setBag(std::move(bag));
    showBag();
}

void PickUpPage::showBag()
{
    m_stack->setCurrentWidget(m_bag);
    m_head->showBag();
    showPaying(true);
    showChosen();
    showAlsoReady();
    m_pay->show();
    Q_EMIT titleChanged();
}

//! The money is for the orders of which something leaves; what is typed stays while these are the same.
void PickUpPage::showPaying(bool readAgain)
{
    const PieceListModel &pieces = m_bag->pieces();
    const Bag paying = pieces.bag().only(pieces.ordersThatCount());
    if (readAgain || !paying.isSame(m_paying)) {
        m_paying = paying;
        m_pay->setBag(m_paying);
    }
    m_pay->setTicked(pieces.ticked());
    showCollector();
}

//! Who takes it unless somebody else is named.
void PickUpPage::showCollector()
{
    const Bag &bag = m_bag->pieces().bag();
    if (bag.isEmpty())
        return;
    const auto payer = onePayer();
    const QString &name = payer ? payer->name : bag.first().clientName;
    m_head->setClient(name);
    if (m_head->collector().isEmpty())
        m_bag->setCollector(name);
}

//! The lower buttons are about one order.
void PickUpPage::showChosen()
{
    const orders::OrderDetail *const order = hasBag() ? m_bag->chosenOrder() : nullptr;
    m_pay->setOrder(order ? std::optional(*order) : std::nullopt);
    if (!order || !mayPrint(PaperKind::Invoice, m_desk.principal()))
        return;
    const invoices::InvoiceService papers(m_desk.session(), m_desk.door());
    QString number;
    const auto payer = order->shareOf(m_pay->payer()) ? m_pay->payer() : order->client;
    const auto unbilled = papers.hasUnbilled(order->id, payer);
    if (const auto issued = papers.forOrder(order->id, payer); issued && *issued && unbilled && !*unbilled) {
        if (const auto document = papers.load(**issued))
            number = document->number;
    }
    m_pay->setInvoice(number);
}

//! What else of these people can be taken along.
void PickUpPage::showAlsoReady()
{
    m_alsoReady.reset();
    m_head->setAlso({}, {});
    const orders::OrderService service(m_desk.session(), m_desk.door());
    for (const orders::OrderDetail &order : m_bag->pieces().bag().orders) {
        const auto page = order.client ? service.ofClient(*order.client, {}, ordersLookedThrough)
                                       : Result<orders::ClientOrderPage>(orders::ClientOrderPage{});
        if (!page)
            continue;
        for (const orders::OrderRow &other : page->rows) {
            if (std::ranges::find(m_inBag, other.id) != m_inBag.end() || other.ready <= other.collected)
                continue;
            m_alsoReady = other.id;
            m_head->setAlso(other.number, pieceCount(other.ready - other.collected));
            return;
        }
    }
}

void PickUpPage::addAlso()
{
    if (m_alsoReady && m_stack->currentWidget() == m_bag)
        add(*m_alsoReady);
}

} // namespace thimblely::ui
