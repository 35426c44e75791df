// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/accounts/invitation_card.h"

#include "ui/accounts/rights_words.h"
#include "ui/desk/day_text.h"
#include "ui/desk/desk.h"
#include "ui/desk/isolated.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/label.h"
#include "ui/widgets/pane.h"
#include "ui/widgets/section_head.h"

namespace thimblely::ui {

InvitationCard::InvitationCard(Desk &desk, QWidget *parent)
    : QWidget(parent), m_desk(desk), m_head(new SectionHead({}, this, SectionHead::Level::Pane)),
      m_words(new Label(TextStyle::Body, Role::Text, {}, this)),
      m_withdraw(new PlainButton(tr("Withdraw the invitation"), this))
{
    m_words->setWordWrap(true);
    auto *rows = column(this, 12, {24, 0, 24, 24});
    rows->addWidget(m_head);
    rows->addWidget(m_words);
    auto *buttons = row(nullptr, 0);
    buttons->addWidget(m_withdraw);
    buttons->addStretch(1);
    rows->addLayout(buttons);
    rows->addStretch(1);
    connect(m_withdraw, &QAbstractButton::clicked, this, &InvitationCard::withdraw);
}

void InvitationCard::showInvitation(const OpenInvitation &invitation)
{
    m_invitation = invitation;
    m_head->setTitle(invitation.email.isEmpty() ? tr("Somebody") : isolated(invitation.email));
    m_head->setRemark(tr("invited"));
    const QString day = wholeDayText(m_desk.calendar().dayOf(invitation.expiresAt), m_desk.locale());
    m_words->setText(QStringList{
        tr("Will be: %1").arg(workWords(invitation.role, invitation.jobTitle)),
        tr("Invited by %1").arg(isolated(invitation.inviter)),
        invitation.isExpired ? tr("It ran out on %1 and lets nobody in.").arg(day)
                             : tr("It holds until %1 and lets one person in.").arg(day),
        tr("The code was shown when it was made and stands nowhere else; where it is lost, make another one.")}
                         .join(u'\n'));
    m_withdraw->setEnabled(true);
}

void InvitationCard::withdraw()
{
    m_withdraw->setEnabled(false);
    m_desk.when(
        InvitationService(m_desk.session(), m_desk.door()).withdraw(m_invitation->id), this, [] {},
        [this](const Error &) { m_withdraw->setEnabled(true); });
}

} // namespace thimblely::ui
