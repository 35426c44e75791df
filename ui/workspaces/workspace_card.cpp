// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/workspaces/workspace_card.h"

#include "ui/accounts/rights_words.h"
#include "ui/desk/day_text.h"
#include "ui/desk/desk.h"
#include "ui/desk/isolated.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/label.h"
#include "ui/widgets/pane.h"

#include <utility>

namespace thimblely::ui {

WorkspaceCard::WorkspaceCard(Desk &desk, QWidget *parent)
    : QWidget(parent), m_desk(desk), m_name(new Label(TextStyle::Heading, Role::Text, {}, this)),
      m_role(new Label(TextStyle::Body, Role::Muted, {}, this)),
      m_words(new Label(TextStyle::Body, Role::Text, {}, this)), m_switch(new PrimaryButton(tr("Work there"), this)),
      m_bringBack(new PrimaryButton(tr("Bring it back"), this)), m_profile(new PlainButton(tr("The shop…"), this)),
      m_transfer(new PlainButton(tr("Hand it over…"), this)), m_leave(new PlainButton(tr("Leave…"), this)),
      m_delete(new PlainButton(tr("Delete…"), this))
{
    for (Label *each : {m_name, m_role, m_words})
        each->setWordWrap(true); // a name may be longer than a line
    m_switch->setCaption(tr("Enter"));
    auto *rows = column(this, 12, {24, 16, 24, 24});
    rows->addWidget(m_name);
    rows->addWidget(m_role);
    rows->addWidget(m_words);
    auto *box = new QWidget(this);
    auto *flow = new FlowLayout(8, 8, box);
    const std::pair<Button *, void (WorkspaceCard::*)()> ways[] = {
        {m_switch, &WorkspaceCard::switchRequested},   {m_bringBack, &WorkspaceCard::bringBackRequested},
        {m_profile, &WorkspaceCard::profileRequested}, {m_transfer, &WorkspaceCard::transferRequested},
        {m_leave, &WorkspaceCard::leaveRequested},     {m_delete, &WorkspaceCard::deleteRequested}};
    for (const auto &[button, requested] : ways) {
        button->setParent(box);
        flow->addWidget(button);
        connect(button, &QAbstractButton::clicked, this, requested);
    }
    rows->addWidget(box);
    rows->addStretch(1);
}

QString WorkspaceCard::words(const OwnWorkspace &workspace, bool here) const
{
    const bool isOwner = workspace.role == access::Role::Owner;
    if (workspace.deletedAt)
        return tr("Deleted on %1. Nobody comes in and nothing of it is seen until you bring it back, as it was.")
            .arg(wholeDayText(m_desk.calendar().dayOf(*workspace.deletedAt), m_desk.locale()));
    const QString whose = isOwner ? tr("It is yours.") : tr("Its owner is %1.").arg(isolated(workspace.owner));
    if (here)
        return whose + u' ' + tr("You are working in it.");
    return whose + u' ' +
           (isOwner ? tr("Nothing of it is shown from here. To hand it over or delete it, work there first.")
                    : tr("Nothing of it is shown from here. To leave it, work there first."));
}

void WorkspaceCard::showWorkspace(const OwnWorkspace &workspace)
{
    m_workspace = workspace;
    const access::Principal &own = m_desk.principal();
    const bool live = !workspace.deletedAt;
    const bool here = live && workspace.id == own.workspace;
    const QString name = isolated(workspace.name);
    m_name->setText(name);
    m_role->setText(workWords(workspace.role, workspace.jobTitle));
    m_words->setText(words(workspace, here));
    m_switch->setVisible(live && !here);
    m_switch->setAccessibleName(tr("Work in %1").arg(name));
    m_bringBack->setVisible(!live);
    m_bringBack->setAccessibleName(tr("Bring %1 back").arg(name));
    m_profile->setVisible(here && own.can(access::Capability::WorkspaceManage));
    m_profile->setAccessibleName(tr("The page of %1").arg(name));
    m_transfer->setVisible(here && own.can(access::Capability::WorkspaceTransfer));
    m_transfer->setAccessibleName(tr("Hand %1 over").arg(name));
    m_leave->setVisible(here && own.role != access::Role::Owner);
    m_leave->setAccessibleName(tr("Leave %1").arg(name));
    m_delete->setVisible(here && own.can(access::Capability::WorkspaceDelete));
    m_delete->setAccessibleName(tr("Delete %1").arg(name));
}

void WorkspaceCard::focusFirst()
{
    for (Button *each : {m_switch, m_bringBack, m_profile, m_transfer, m_leave}) {
        if (each->isVisibleTo(this))
            return each->setFocus(Qt::OtherFocusReason);
    }
}

} // namespace thimblely::ui
