// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/accounts/member_card.h"
#include "core/accounts/team_service.h"

#include <optional>
#include <vector>

namespace thimblely::ui {

class Desk;

//! "Cutter, since 14 Mar 2026": by which somebody is told from another one of the same name.
QString whoWords(access::Role role, const QString &jobTitle, Instant since, const Desk &desk);

//! Where somebody of the team has the name that is being typed already, who; empty: nobody else has it.
QString takenNameSentence(const QString &typed, const std::vector<TeamMember> &team, const Desk &desk,
                          const std::optional<MemberId> &of = {});

//! Who else of the team has the name of the card's; empty: nobody.
QString namesakeSentence(const MemberCard &card, const std::vector<TeamMember> &team, const Desk &desk);

} // namespace thimblely::ui
