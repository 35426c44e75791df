// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/accounts/member_service.h"
#include "core/accounts/team_service.h"
#include "ui/desk/entry_form.h"

#include <optional>
#include <vector>

class QComboBox;

namespace thimblely::ui {

//! Somebody leaves the team: what is not ready yet is counted, and goes to a colleague or to nobody yet.
class RemoveForm : public EntryForm {
    Q_OBJECT

public:
    RemoveForm(Desk &desk, QWidget *parent);

    void begin(const MemberCard &card, const std::vector<TeamMember> &team);
    void focusFirst() override;
    void submit() override;

private:
    std::optional<MemberCard> m_card;
    QWidget *m_heirPart;
    QComboBox *m_heir;
    std::vector<PersonId> m_heirs; //!< by the combo's lines after the first
};

} // namespace thimblely::ui
