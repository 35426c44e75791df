// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/orders/piece_forms.h"

#include "core/calendar/fitting_service.h"
#include "ui/orders/change_form.h"
#include "ui/orders/fitting_form.h"
#include "ui/orders/hold_form.h"
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
    case PieceStep::Hold:
        return made(m_hold)->begin(piece, what);
    }
}

void PieceForms::writeFits(OrderItemId piece)
{
    m_desk.when(calendar::FittingService(m_desk.door()).fits({piece}), this, [] {});
}

} // namespace thimblely::ui
