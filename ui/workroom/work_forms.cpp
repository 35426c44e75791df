// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/workroom/work_forms.h"

#include "core/orders/order_service.h"
#include "ui/desk/desk.h"
#include "ui/orders/piece_forms.h"
#include "ui/theme/theme.h"
#include "ui/workroom/check_form.h"
#include "ui/workroom/give_form.h"
#include "ui/workroom/setup_form.h"
#include "ui/workroom/words_form.h"
#include "ui/workroom/work_words.h"

#include <algorithm>

namespace thimblely::ui {

namespace {

constexpr int formWidth = 320;
constexpr int share = 36; // % of a narrow window

} // namespace

WorkForms::WorkForms(Desk &desk, QWidget *parent)
    : Pane(Role::Window, Edge::Leading, parent), m_desk(desk), m_pieces(new PieceForms(desk, this))
{
    connect(m_pieces, &PieceForms::left, this, &WorkForms::close);
    hide();
}

void WorkForms::fit(int windowWidth)
{
    setFixedWidth(std::min(Theme::instance().px(formWidth), std::max(formWidth, windowWidth * share / 100)));
}

template <typename Form>
Form *WorkForms::made(Form *&form)
{
    if (!form) {
        form = new Form(m_desk, this);
        connect(form, &SideForm::left, this, &WorkForms::close);
    }
    return form;
}

EntryForm *WorkForms::open() const
{
    const auto forms = findChildren<EntryForm *>(Qt::FindDirectChildrenOnly);
    for (EntryForm *form : forms) {
        if (form->isVisibleTo(this))
            return form;
    }
    return nullptr;
}

void WorkForms::begin(Deed deed, const workroom::WorkCard &card, const workroom::Checklist &checks)
{
    if (EntryForm *before = open())
        before->leave(); // what was typed there stays for the next time
    show();
    switch (deed) {
    case Deed::Give:
        return made(m_give)->begin(card);
    case Deed::Check:
        return made(m_check)->begin(card, checks);
    case Deed::Delay:
        return made(m_delay)->begin(card);
    case Deed::Note:
        return made(m_note)->begin(card);
    default:
        return beginOfPiece(deed, card);
    }
}

void WorkForms::beginSetup(const workroom::Steps &steps, const workroom::Checklist &checks)
{
    if (EntryForm *before = open())
        before->leave();
    show();
    made(m_setup)->begin(steps, checks);
}

//! The forms of pick up, of the piece as it stands now.
void WorkForms::beginOfPiece(Deed deed, const workroom::WorkCard &card)
{
    auto order = orders::OrderService(m_desk.session(), m_desk.door()).load(card.order);
    const orders::Piece *piece = order ? order->row(card.id) : nullptr;
    if (!piece) {
        if (!order)
            m_desk.notices().fail(order.error());
        return close();
    }
    const PieceStep step = deed == Deed::Fitting ? PieceStep::FitAgain
                           : deed == Deed::Redo  ? PieceStep::FreeRedo
                                                 : PieceStep::Hold;
    m_pieces->begin(step, *piece, cardName(card));
}

void WorkForms::close()
{
    if (open())
        return;
    hide();
    Q_EMIT left();
}

} // namespace thimblely::ui
