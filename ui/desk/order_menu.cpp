// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/desk/order_menu.h"

#include "core/orders/order_service.h"
#include "core/orders/rack_service.h"
#include "ui/desk/desk.h"
#include "ui/desk/piece_stages.h"

#include <algorithm>

namespace thimblely::ui {

using access::Capability;

OrderMenu::OrderMenu(Desk &desk, const orders::OrderDetail &order, QWidget *parent) : QMenu(parent), m_desk(desk)
{
    addStages(order);
    const access::Principal &who = desk.principal();
    const bool here = std::ranges::any_of(order.pieces, &orders::Piece::isHere);
    if (!here || order.status == orders::OrderStatus::Draft || !who.can(Capability::OrdersWrite))
        return;
    if (!isEmpty())
        addSeparator();
    const auto lead = [&](const QString &words, auto signal) {
        connect(addAction(words), &QAction::triggered, &desk, [&desk, signal] { signal(desk.navigation()); });
    };
    const bool priced = who.can(Capability::PricesRead);
    if (priced)
        lead(tr("Change what was booked…"),
             [id = order.id](Navigation &way) { Q_EMIT way.orderTaskRequested(id, OrderTask::Correct); });
    lead(tr("Move the promise…"),
         [id = order.id](Navigation &way) { Q_EMIT way.orderTaskRequested(id, OrderTask::MovePromise); });
    if (priced)
        lead(tr("Cancel the whole order…"),
             [id = order.id](Navigation &way) { Q_EMIT way.orderTaskRequested(id, OrderTask::Cancel); });
    if (order.client && who.can(Capability::MessagesWrite) && who.can(Capability::ClientsRead))
        lead(tr("Write to the client…"),
             [id = order.id, client = *order.client](Navigation &way) { Q_EMIT way.messagesRequested(client, id); });
}

bool OrderMenu::isFor(const access::Principal &who)
{
    return who.can(Capability::OrdersWrite) || who.can(Capability::OrdersMoveStage) ||
           who.can(Capability::OrdersQualityCheck);
}

//! One piece: its stages are the menu's; of several, each has a menu of its own.
void OrderMenu::addStages(const orders::OrderDetail &order)
{
    const auto last = orders::RackService(m_desk.session(), m_desk.door()).lastPlace();
    const QString place = last.valueOr(QString());
    const auto here = std::ranges::count_if(order.pieces, &orders::Piece::isHere);
    for (const orders::Piece &piece : order.pieces) {
        const auto choices = stagesFor(piece, m_desk.principal());
        if (choices.empty() || order.status == orders::OrderStatus::Draft)
            continue;
        const QString what = QStringLiteral("%1-%2 %3").arg(order.number).arg(piece.position).arg(piece.facts.name);
        QMenu &menu = here == 1 ? *this : *addMenu(what);
        for (const StageChoice &choice : choices) {
            const bool hangs = choice.stage == orders::Stage::Ready && !place.isEmpty();
            if (hangs)
                addStage(menu, tr("Ready, hangs at %1").arg(place), piece.id, choice.stage, place);
            addStage(menu, hangs ? tr("Ready, place not said") : choice.words, piece.id, choice.stage, {});
        }
    }
}

void OrderMenu::addStage(QMenu &menu, const QString &words, OrderItemId piece, orders::Stage stage,
                         const QString &place)
{
    connect(menu.addAction(words), &QAction::triggered, &m_desk, [&desk = m_desk, piece, stage, place] {
        desk.when(orders::OrderService(desk.session(), desk.door()).moveStage(piece, stage, place), &desk, [] {});
    });
}

} // namespace thimblely::ui
