// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/workspaces/transfer_form.h"

#include "core/accounts/team_service.h"
#include "ui/accounts/rights_words.h"
#include "ui/desk/isolated.h"
#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/field_edit.h"
#include "ui/widgets/label.h"
#include "ui/widgets/pane.h"

#include <QComboBox>

namespace thimblely::ui {

TransferForm::TransferForm(Desk &desk, QWidget *parent)
    : EntryForm(desk, {}, tr("Hand it over"), parent), m_service(desk.session(), desk.door()),
      m_to(new QComboBox(body())), m_own(nullptr), m_theirs(nullptr)
{
    auto *part = column(nullptr, 4);
    auto *label = new Label(TextStyle::CaptionStrong, Role::Muted, tr("To whom"), body());
    label->setBuddy(m_to);
    part->addWidget(label);
    part->addWidget(m_to);
    m_to->setAccessibleName(tr("To whom"));
    m_to->setMinimumHeight(metric::Touch);
    m_to->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    rows()->addLayout(part);
    m_own = addText(tr("Your own PIN or password"));
    m_theirs = addText(tr("Their PIN or password, typed by them"));
    for (FieldEdit *secret : {m_own, m_theirs}) {
        secret->edit()->setEchoMode(QLineEdit::Password);
        endWith(secret);
    }
    rows()->addStretch(1);
}

//! False: there is nobody to hand it to.
bool TransferForm::fillColleagues()
{
    m_to->clear();
    m_people.clear();
    const auto team = TeamService(desk().session(), desk().door()).members();
    if (!team) {
        setProblem(team.error());
        return false;
    }
    for (const TeamMember &member : *team) {
        if (!member.active || member.person == desk().principal().person)
            continue;
        m_to->addItem(tr("%1, %2", "name, job").arg(isolated(member.name), workWords(member.role, member.jobTitle)));
        m_people.push_back(member.person);
    }
    return !m_people.empty();
}

void TransferForm::begin()
{
    clearProblem();
    for (FieldEdit *secret : {m_own, m_theirs}) {
        secret->setText({});
        secret->clearError();
    }
    const QString name = isolated(desk().profile().name);
    setTitle(tr("Hand over %1").arg(name));
    const bool anybody = fillColleagues();
    for (QWidget *each : {static_cast<QWidget *>(m_to), static_cast<QWidget *>(m_own), static_cast<QWidget *>(m_theirs),
                          static_cast<QWidget *>(primary())})
        each->setEnabled(anybody);
    setWords(anybody
                 ? tr("Whoever takes it is its owner from then on: only they can delete it or hand it on. You stay as"
                      " a manager. Both of you are asked, and nobody can undo it but the new owner.")
                 : tr("Nobody else works here yet. Add or invite somebody first."));
    beginTyping({}, tr("Hand over %1").arg(desk().profile().name));
}

void TransferForm::focusFirst()
{
    if (m_to->isEnabled())
        m_to->setFocus(Qt::OtherFocusReason);
}

void TransferForm::submit()
{
    const int line = m_to->currentIndex();
    if (isBusy() || !m_to->isEnabled() || line < 0)
        return;
    for (FieldEdit *secret : {m_own, m_theirs}) {
        if (secret->text().isEmpty())
            return secret->edit()->setFocus(Qt::OtherFocusReason);
    }
    write([this, to = m_people[size_t(line)]] { return m_service.transfer(to, m_own->text(), m_theirs->text()); },
          [this](const auto &...) { finish(); }, [this](const Error &error) { refused(error); });
}

//! The secret that was wrong is typed again.
void TransferForm::refused(const Error &error)
{
    FieldEdit *wrong = error.code == "ownership.their_secret" ? m_theirs : m_own;
    wrong->setText({});
    wrong->edit()->setFocus(Qt::OtherFocusReason);
}

} // namespace thimblely::ui
