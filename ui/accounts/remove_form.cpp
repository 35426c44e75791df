// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/accounts/remove_form.h"

#include "ui/accounts/namesake_words.h"
#include "ui/accounts/rights_words.h"
#include "ui/desk/desk.h"
#include "ui/desk/isolated.h"
#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/label.h"
#include "ui/widgets/pane.h"

#include <QComboBox>

namespace thimblely::ui {

RemoveForm::RemoveForm(Desk &desk, QWidget *parent)
    : EntryForm(desk, {}, tr("Remove"), parent), m_heirPart(new QWidget(body())), m_heir(new QComboBox(m_heirPart))
{
    auto *part = column(m_heirPart, 4);
    part->addWidget(new Label(TextStyle::CaptionStrong, Role::Muted, tr("Who goes on with it"), m_heirPart));
    part->addWidget(m_heir);
    m_heir->setAccessibleName(tr("Who goes on with it"));
    m_heir->setMinimumHeight(metric::Touch);
    m_heir->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    rows()->addWidget(m_heirPart);
    rows()->addStretch(1);
}

void RemoveForm::begin(const MemberCard &card, const std::vector<TeamMember> &team)
{
    clearProblem();
    m_card = card;
    const QString name = isolated(card.terms.name);
    setTitle(tr("%1 leaves the team").arg(name));
    const auto work = MemberService(desk().session(), desk().door()).openWork(card.person);
    QStringList words{tr("%1.", "who it is").arg(whoWords(card.terms.role, card.terms.jobTitle, card.since, desk()))};
    if (const QString other = namesakeSentence(card, team, desk()); !other.isEmpty())
        words.append(other);
    words.append(tr("They do not come in any more. What they did stays in their name, and this can be undone."));
    if (work && work->pieces > 0)
        words.append(work->pieces == 1 ? tr("1 piece given to them is not ready yet.")
                                       : tr("%n pieces given to them are not ready yet.", nullptr, work->pieces));
    if (work && work->fittings > 0)
        words.append(work->fittings == 1 ? tr("1 appointment of theirs is still to come.")
                                         : tr("%n appointments of theirs are still to come.", nullptr, work->fittings));
    setWords(words.join(u' '));
    m_heir->clear();
    m_heirs.clear();
    m_heir->addItem(tr("Nobody yet"));
    for (const TeamMember &member : team) {
        if (!member.active || member.person == card.person || member.role == access::Role::Viewer)
            continue;
        m_heir->addItem(tr("%1, %2", "name, job").arg(isolated(member.name), workWords(member.role, member.jobTitle)));
        m_heirs.push_back(member.person);
    }
    m_heirPart->setVisible(!work || !work->isEmpty());
    beginTyping(card.id.toString(), tr("%1 leaves the team").arg(card.terms.name));
    if (!work)
        setProblem(work.error());
}

void RemoveForm::focusFirst()
{
    (m_heirPart->isVisibleTo(body()) ? static_cast<QWidget *>(m_heir) : primary())->setFocus(Qt::OtherFocusReason);
}

void RemoveForm::submit()
{
    if (isBusy() || !m_card)
        return;
    const int line = m_heir->currentIndex() - 1;
    const auto heir = line >= 0 && size_t(line) < m_heirs.size() ? std::optional(m_heirs[size_t(line)]) : std::nullopt;
    write([this, heir] { return MemberService(desk().session(), desk().door()).remove(m_card->id, heir); });
}

} // namespace thimblely::ui
