// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/orders/outcome_form.h"

#include "core/orders/order_service.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/field_edit.h"
#include "ui/widgets/label.h"
#include "ui/widgets/segmented.h"

#include <QCoreApplication>
#include <QVBoxLayout>

#include <algorithm>

namespace thimblely::ui {

using orders::PieceOutcome;

OutcomeForm::OutcomeForm(Desk &desk, QWidget *over)
    : SideForm(desk, tr("Take it off the list"), over), m_outcome(new Segmented(tr("What became of it"), body())),
      m_words(nullptr), m_law(new Label(TextStyle::Caption, Role::Muted, {}, body()))
{
    for (const PieceOutcome outcome : {PieceOutcome::Donated, PieceOutcome::Sold, PieceOutcome::Lost,
                                       PieceOutcome::Damaged, PieceOutcome::ReturnedUnworked}) // in their order
        m_outcome->addSegment(orders::outcomeWords(outcome));
    m_outcome->setSmall(true);
    rows()->addWidget(m_outcome);
    m_words = addText(tr("To whom, or how"));
    m_words->edit()->setPlaceholderText(tr("St Mary’s, the judge’s sale, moth"));
    m_law->setWordWrap(true);
    rows()->addWidget(m_law);
    addApprover();
    rows()->addStretch(1);
    endWith(m_words);
}

void OutcomeForm::begin(const orders::OrderDetail &order, const std::vector<OrderItemId> &ticked)
{
    std::vector<const orders::Piece *> ready;
    std::vector<const orders::Piece *> chosen;
    for (const orders::Piece &piece : order.pieces) {
        if (!piece.mayLeave())
            continue;
        ready.push_back(&piece);
        if (std::ranges::find(ticked, piece.id) != ticked.end())
            chosen.push_back(&piece);
    }
    if (chosen.empty())
        chosen = ready;
    m_leaving = orders::HandOver{order.id};
    QStringList names;
    for (const orders::Piece *piece : chosen) {
        m_leaving->pieces.push_back(piece->id);
        names.append(tr("%1-%2 %3").arg(order.number).arg(piece->position).arg(piece->facts.name));
    }
    m_outcome->setCurrentIndex(0);
    m_words->setText({});
    m_words->clearError();
    sayLaw(chosen);
    m_asked = desk().locale().createSeparatedList(names);
    come(order.id.toString(), m_asked, tr("Nobody fetches it"), m_asked, m_words->edit());
}

//! What the country's law says of it, and whether its day has come.
void OutcomeForm::sayLaw(const std::vector<const orders::Piece *> &pieces)
{
    const auto rules = orders::OrderService(desk().session(), desk().door()).uncollectedRules();
    m_law->setVisible(rules && rules->endAfterDays);
    if (!rules || !rules->endAfterDays)
        return;
    const bool come = std::ranges::all_of(pieces, [&](const orders::Piece *piece) {
        return piece->readyAt && rules->mayEnd(desk().calendar().dayOf(*piece->readyAt), desk().today());
    });
    const QString law = QCoreApplication::translate("UncollectedRules", rules->law);
    m_law->setText(come ? law : tr("%1 That day has not come yet.").arg(law));
}

void OutcomeForm::submit()
{
    if (isBusy() || !m_leaving)
        return;
    if (m_words->text().trimmed().isEmpty()) {
        m_words->setError(tr("Say to whom or how; it stands with the piece."));
        m_words->edit()->setFocus(Qt::OtherFocusReason);
        return;
    }
    if (!isAllowed({access::Capability::OrdersReleaseUnpaid}, {m_asked}))
        return;
    orders::HandOver leaving = *m_leaving;
    leaving.outcome = PieceOutcome(m_outcome->currentIndex());
    leaving.collector = m_words->text().trimmed();
    const auto approval = access::approvalFor(access::Capability::OrdersReleaseUnpaid, takeApprovals());
    write([this, leaving = std::move(leaving), approval] {
        return orders::OrderService(desk().session(), desk().door()).endUncollected(leaving, approval);
    });
}

} // namespace thimblely::ui
