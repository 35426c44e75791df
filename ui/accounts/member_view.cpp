// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/accounts/member_view.h"

#include "core/base/practice_mode.h"
#include "ui/accounts/member_words.h"
#include "ui/accounts/namesake_words.h"
#include "ui/accounts/rights_view.h"
#include "ui/accounts/rights_words.h"
#include "ui/desk/desk.h"
#include "ui/desk/isolated.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/label.h"
#include "ui/widgets/pane.h"
#include "ui/widgets/section_head.h"

namespace thimblely::ui {

using access::Capability;

MemberView::MemberView(Desk &desk, QWidget *parent)
    : QWidget(parent), m_desk(desk), m_head(new SectionHead({}, this, SectionHead::Level::Pane)),
      m_status(new Chip(Status::Waiting, tr("Suspended"), this)), m_change(new PrimaryButton(tr("Change…"), this)),
      m_pin(new PlainButton({}, this)), m_practise(new PlainButton(tr("Practise"), this)),
      m_access(new PlainButton(tr("Give workspace access"), this)), m_suspend(new PlainButton(tr("Suspend"), this)),
      m_bringBack(new PlainButton(tr("Bring back"), this)), m_remove(new PlainButton(tr("Remove…"), this)),
      m_residency(new PlainButton(tr("Where you live…"), this)),
      m_namesake(new Label(TextStyle::Body, Role::Text, {}, this)),
      m_why(new Label(TextStyle::Body, Role::Muted, {}, this)), m_rights(new RightsView(desk.locale(), this)),
      m_limits(new Label(TextStyle::Body, Role::Text, {}, this)),
      m_terms(new Label(TextStyle::Body, Role::Text, {}, this))
{
    m_practise->setToolTip(tr("On a copy: nothing of it is kept, no number is used up, nobody is written to"));
    m_access->setToolTip(tr("A customer opens no workspace of their own before somebody lets them"));
    auto *rows = column(this, 8, {24, 0, 24, 24});
    auto *top = row(nullptr, 12);
    top->addWidget(m_head, 1);
    top->addWidget(m_status);
    rows->addLayout(top);
    rows->addWidget(m_namesake);
    rows->addWidget(buildButtons());
    rows->addWidget(m_why);
    rows->addWidget(new SectionHead(tr("May do"), this));
    rows->addWidget(m_rights);
    rows->addWidget(m_limits);
    rows->addWidget(new SectionHead(tr("Work"), this));
    rows->addWidget(m_terms);
    rows->addStretch(1);
    for (Label *label : {m_namesake, m_why, m_limits, m_terms})
        label->setWordWrap(true);
    connect(m_change, &QAbstractButton::clicked, this, &MemberView::changeRequested);
    connect(m_pin, &QAbstractButton::clicked, this, &MemberView::pinRequested);
    connect(m_practise, &QAbstractButton::clicked, this, &MemberView::practiceRequested);
    connect(m_access, &QAbstractButton::clicked, this, &MemberView::accessRequested);
    connect(m_suspend, &QAbstractButton::clicked, this, &MemberView::suspendRequested);
    connect(m_bringBack, &QAbstractButton::clicked, this, &MemberView::bringBackRequested);
    connect(m_remove, &QAbstractButton::clicked, this, &MemberView::removeRequested);
    connect(m_residency, &QAbstractButton::clicked, this, &MemberView::residencyRequested);
}

QWidget *MemberView::buildButtons()
{
    auto *box = new QWidget(this);
    auto *flow = new FlowLayout(8, 8, box);
    for (Button *button : {m_change, m_pin, m_practise, m_access, m_residency, m_suspend, m_bringBack, m_remove}) {
        button->setParent(box);
        flow->addWidget(button);
    }
    return box;
}

void MemberView::focusFirst()
{
    for (Button *button : {m_change, m_pin, m_bringBack}) {
        if (button->isVisibleTo(this))
            return button->setFocus(Qt::OtherFocusReason);
    }
}

void MemberView::showCard(const MemberCard &card, const QString &namesake)
{
    m_card = card;
    m_namesake->setText(QStringLiteral("▲ ") + namesake);
    m_namesake->setHidden(namesake.isEmpty());
    m_head->setTitle(isolated(card.terms.name));
    m_head->setRemark(whoWords(card.terms.role, card.terms.jobTitle, card.since, m_desk));
    showStatus();
    m_rights->showTerms(card.terms);
    showLimits();
    showTerms();
    showButtons();
}

void MemberView::showStatus()
{
    m_status->setVisible(m_card->status == MemberStatus::Suspended || m_card->status == MemberStatus::Removed);
    m_status->setStatus(Status::Waiting, m_card->status == MemberStatus::Removed ? tr("Left") : tr("Suspended"));
}

void MemberView::showButtons()
{
    const MemberService service(m_desk.session(), m_desk.door());
    const access::Principal &own = m_desk.principal();
    const bool isOwn = m_card->person == own.person;
    const bool active = m_card->status == MemberStatus::Active;
    const QString name = isolated(m_card->terms.name);
    const bool hasLeft = m_card->status == MemberStatus::Removed;
    m_change->setVisible(!hasLeft && service.reach(*m_card) != CardReach::Nothing);
    m_change->setAccessibleName(tr("Change the card of %1").arg(name));
    m_pin->setText(isOwn ? tr("Change your PIN…") : tr("New PIN…"));
    m_pin->setAccessibleName(isOwn ? tr("Change your PIN") : tr("New PIN for %1").arg(name));
    m_pin->setVisible(
        active && (isOwn || (own.can(Capability::TeamManage) && access::mayAssignRole(own.role, m_card->terms.role))));
    m_practise->setAccessibleName(tr("%1 practises on a copy of the shop").arg(name));
    // On a copy one sees what they see: nobody looks through the eyes of somebody who may see more.
    const bool mayBeThem = own.can(Capability::TeamManage) && !service.beyondOwn(m_card->terms);
    m_practise->setVisible(active && !isPractising() && (isOwn || mayBeThem));
    m_access->setVisible(active && service.mayGiveWorkspaceAccess(*m_card));
    m_access->setAccessibleName(tr("Give %1 workspace access").arg(name));
    const bool mayDismiss = service.mayDismiss(*m_card);
    m_suspend->setVisible(mayDismiss && active);
    m_suspend->setAccessibleName(tr("Suspend %1").arg(name));
    m_bringBack->setVisible(mayDismiss && (hasLeft || m_card->status == MemberStatus::Suspended));
    m_bringBack->setAccessibleName(tr("Bring %1 back").arg(name));
    m_remove->setVisible(mayDismiss && !hasLeft);
    m_remove->setAccessibleName(tr("Remove %1").arg(name));
    m_residency->setVisible(isOwn && active);
    m_residency->setAccessibleName(tr("Where you live"));
    m_why->setText(
        m_card->terms.role == access::Role::Owner ? tr("The owner may do everything, and stays.")
        : hasLeft ? tr("They do not come in any more. Brought back, they may do what stands here, with their old PIN.")
        : isOwn   ? tr("Role, rights, limits and pay are set by somebody else who manages the team.")
                  : QString());
    m_why->setVisible(!m_why->text().isEmpty());
}

void MemberView::showLimits()
{
    m_limits->setText(limitLines(m_card->terms, m_desk).join(u'\n'));
}

void MemberView::showTerms()
{
    m_terms->setText(workLines(*m_card, m_desk).join(u'\n'));
}

} // namespace thimblely::ui
