// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/orders/piece_forms.h"

#include "core/calendar/fitting_service.h"
#include "core/orders/order_service.h"
#include "ui/orders/cancel_form.h"
#include "ui/orders/change_form.h"
#include "ui/orders/cloth_form.h"
#include "ui/orders/correct_form.h"
#include "ui/orders/fitting_form.h"
#include "ui/orders/hold_form.h"
#include "ui/orders/message_form.h"
#include "ui/orders/photos_form.h"
#include "ui/orders/promise_form.h"
#include "ui/orders/redo_form.h"

namespace thimblely::ui {

PieceForms::PieceForms(Desk &desk, QWidget *over) : QObject(over), m_desk(desk), m_over(over) {}

template <typename Form>
Form *PieceForms::made(Form *&form)
{
    if (!form) {
        form = new Form(m_desk, m_over);
        connect(form, &SideForm::left, this, &PieceForms::left);
    }
    return form;
}

void PieceForms::begin(PieceStep step, const orders::Piece &piece, const QString &what)
{
    switch (step) {
    case PieceStep::Fits:
        return writeFits(piece.id);
    case PieceStep::FitAgain:
        return made(m_fitting)->begin(piece, what);
    case PieceStep::FreeRedo:
        return made(m_redo)->begin(piece, what);
    case PieceStep::PaidChange:
        return made(m_change)->begin(piece, what);
    case PieceStep::Cloth:
        return made(m_cloth)->begin(piece, what);
    case PieceStep::Photos:
        return made(m_photos)->begin(piece, what);
    case PieceStep::Hold:
        return made(m_hold)->begin(piece, what);
    case PieceStep::Cancel:
    case PieceStep::Correct:
        return beginBooked(step, piece, what);
    case PieceStep::MovePromise:
    case PieceStep::CancelOrder:
        if (const auto order = orders::OrderService(m_desk.session(), m_desk.door()).load(piece.order))
            return begin(step, *order);
        return;
    case PieceStep::Ready:
    case PieceStep::InWork:
    case PieceStep::Cut:
        return; // need no form of these
    }
}

void PieceForms::begin(PieceStep step, const orders::OrderDetail &order)
{
    if (step == PieceStep::MovePromise)
        beginPromise(order);
    else
        made(m_cancel)->begin(order, {}, {});
}

//! What is changed of a booked piece is changed of what it is now.
void PieceForms::beginBooked(PieceStep step, const orders::Piece &piece, const QString &what)
{
    auto order = orders::OrderService(m_desk.session(), m_desk.door()).load(piece.order);
    const orders::Piece *now = order ? order->row(piece.id) : nullptr;
    if (!order)
        m_desk.notices().fail(order.error());
    else if (now && step == PieceStep::Correct)
        made(m_correct)->begin(*order, *now, what);
    else if (now)
        made(m_cancel)->begin(*order, piece.id, what);
}

void PieceForms::beginPromise(const orders::OrderDetail &order)
{
    const bool first = !m_promise;
    made(m_promise)->begin(order);
    if (first)
        connect(m_promise, &PromiseForm::moved, this,
                [this](const orders::OrderDetail &of, const QString &templateKey) {
                    offerMessage(of, tr("Order %1: a new day").arg(of.number), templateKey);
                });
}

void PieceForms::offerMessage(const orders::OrderDetail &order, const QString &about, const QString &templateKey,
                              const std::optional<Money> &asked)
{
    made(m_message)->begin(order, about, templateKey, asked);
}

void PieceForms::writeFits(OrderItemId piece)
{
    m_desk.when(calendar::FittingService(m_desk.door()).fits({piece}), this, [] {});
}

} // namespace thimblely::ui
