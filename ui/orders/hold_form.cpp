// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/orders/hold_form.h"

#include "core/orders/hold_service.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/field_edit.h"
#include "ui/widgets/segmented.h"

#include <QVBoxLayout>

namespace thimblely::ui {

HoldForm::HoldForm(Desk &desk, QWidget *over)
    : SideForm(desk, {}, over), m_why(new Segmented(tr("What it waits for"), body())), m_words(nullptr)
{
    for (const QString &why : {tr("Client"), tr("Cloth"), tr("Trim"), tr("Money")}) // as HoldReason
        m_why->addSegment(why);
    rows()->addWidget(m_why);
    m_words = addText({});
    rows()->addStretch(1);
    endWith(m_words);
}

void HoldForm::begin(const orders::Piece &piece, const QString &what)
{
    m_piece = piece.id;
    m_answers = piece.isWaiting();
    m_why->setVisible(!m_answers);
    m_why->setCurrentIndex(0);
    m_words->setText({});
    m_words->clearError();
    m_words->setLabel(m_answers ? tr("The answer") : tr("What is asked"));
    m_words->edit()->setPlaceholderText(m_answers ? QString() : tr("One vent or two?"));
    primary()->setText(m_answers ? tr("Go on with it") : tr("Let it wait"));
    come(piece.id.toString(), what, m_answers ? tr("Answered") : tr("Waits"),
         m_answers ? tr("%1: “%2”").arg(what, piece.hold->question) : what, m_words->edit());
}

void HoldForm::submit()
{
    if (isBusy() || !m_piece)
        return;
    write([this] {
        orders::HoldService holds(desk().door());
        return m_answers ? holds.answer(*m_piece, m_words->text())
                         : holds.ask(*m_piece, orders::HoldReason(m_why->currentIndex()), m_words->text());
    });
}

} // namespace thimblely::ui
