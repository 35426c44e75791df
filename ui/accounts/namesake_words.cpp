// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/accounts/namesake_words.h"

#include "core/base/namesakes.h"
#include "ui/accounts/rights_words.h"
#include "ui/desk/day_text.h"
#include "ui/desk/desk.h"
#include "ui/desk/isolated.h"

#include <QCoreApplication>

#include <algorithm>

namespace thimblely::ui {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(thimblely::ui::NamesakeWords)
};

const TeamMember *namedSo(const QString &name, const std::vector<TeamMember> &team, const std::optional<MemberId> &of)
{
    const auto found = std::ranges::find_if(
        team, [&](const TeamMember &member) { return of != member.id && isSameName(member.ownName, name); });
    return found == team.end() ? nullptr : &*found;
}

} // namespace

QString whoWords(access::Role role, const QString &jobTitle, Instant since, const Desk &desk)
{
    return Texts::tr("%1, since %2", "what somebody does, and from which day on")
        .arg(isolated(workWords(role, jobTitle)), wholeDayText(desk.calendar().dayOf(since), desk.locale()));
}

QString takenNameSentence(const QString &typed, const std::vector<TeamMember> &team, const Desk &desk,
                          const std::optional<MemberId> &of)
{
    const TeamMember *other = namedSo(typed, team, of);
    if (!other)
        return {};
    return Texts::tr("Somebody here is called %1 already: %2. Add what tells the two apart, such as a second name.")
        .arg(isolated(other->ownName), whoWords(other->role, other->jobTitle, other->since, desk));
}

QString namesakeSentence(const MemberCard &card, const std::vector<TeamMember> &team, const Desk &desk)
{
    const TeamMember *other = namedSo(card.terms.name, team, card.id);
    return other ? Texts::tr("Not to be taken for the other %1: %2.")
                       .arg(isolated(other->ownName), whoWords(other->role, other->jobTitle, other->since, desk))
                 : QString();
}

} // namespace thimblely::ui
