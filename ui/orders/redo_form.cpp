// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/orders/redo_form.h"

#include "core/accounts/team_service.h"
#include "core/orders/redo_service.h"
#include "ui/orders/ready_by.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/field_edit.h"

#include <QComboBox>
#include <QVBoxLayout>

namespace thimblely::ui {

RedoForm::RedoForm(Desk &desk, QWidget *over)
    : SideForm(desk, tr("Add the redo"), over), m_task(addText(tr("What is put right"))),
      m_why(addText(tr("What was wrong"))), m_who(addChoice(tr("Whose slip it was")))
{
    m_ready = new ReadyBy(desk, body());
    rows()->addWidget(m_ready);
    connect(m_ready, &FieldEdit::edited, this, [this] { clearProblem(); });
    endWith(m_ready);
    addApprover();
    rows()->addStretch(1);
    connect(m_task->edit(), &QLineEdit::returnPressed, this, [this] { m_why->edit()->setFocus(Qt::TabFocusReason); });
    endWith(m_why);
}

void RedoForm::offerPeople()
{
    m_who->clear();
    m_people.clear();
    m_who->addItem(tr("Nobody’s, or not known"));
    const auto members = TeamService(desk().session(), desk().door()).members();
    if (!members) {
        setProblem(members.error());
        return;
    }
    for (const TeamMember &member : *members) {
        m_who->addItem(member.name);
        m_people.push_back(member.person);
    }
}

void RedoForm::begin(const orders::Piece &piece, const QString &what)
{
    m_piece = piece.id;
    m_ready->begin(piece.order);
    m_what = what;
    m_task->setText({});
    m_why->setText({});
    clearProblem();
    offerPeople();
    come(piece.id.toString(), what, tr("Free redo"), what, m_task->edit());
}

void RedoForm::submit()
{
    if (isBusy() || !m_piece)
        return;
    orders::FreeRedo redo{*m_piece};
    if (const QString task = m_task->text().trimmed(); !task.isEmpty()) {
        redo.tasks.resize(1);
        redo.tasks.front().name = task;
    }
    redo.why = m_why->text().trimmed();
    if (redo.tasks.empty() || redo.why.isEmpty()) {
        setProblem({ErrorKind::Invalid, redo.tasks.empty() ? "redo.no_tasks" : "redo.no_reason", {}, {}});
        (redo.tasks.empty() ? m_task : m_why)->edit()->setFocus(Qt::OtherFocusReason);
        return;
    }
    const auto ready = m_ready->promised();
    if (!ready) {
        setProblem(ready.error());
        m_ready->edit()->setFocus(Qt::OtherFocusReason);
        return;
    }
    redo.promised = *ready;
    if (!isAllowed({access::Capability::RedoApprove}, {tr("Free redo: %1. %2").arg(m_what, redo.why)}))
        return;
    if (const int chosen = m_who->currentIndex(); chosen > 0)
        redo.slipOf = m_people[size_t(chosen - 1)];
    redo.approval = access::approvalFor(access::Capability::RedoApprove, takeApprovals());
    write([this, redo = std::move(redo)] { return orders::RedoService(desk().session(), desk().door()).redo(redo); });
}

} // namespace thimblely::ui
