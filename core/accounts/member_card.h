// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/access/permissions.h"
#include "core/access/role.h"
#include "core/base/clock.h"
#include "core/base/id.h"
#include "core/base/money.h"
#include "core/workspaces/working_hours.h"

#include <QStringList>

#include <optional>

namespace thimblely {

enum class MemberStatus { Pending, Active, Suspended, Removed };

//! How somebody's wage is reckoned; what for each piece, hour or month is its amount.
enum class PayKind { Piece, Hour, Month };

struct MemberPay {
    PayKind kind = PayKind::Piece;
    std::optional<Money> amount = {}; //!< by the piece it stands with the price list
    friend bool operator==(const MemberPay &, const MemberPay &) = default;
};

//! What a manager says of a member: what they are, what they may, and on which terms they work. A value.
struct MemberTerms {
    QString name;
    access::Role role = access::Role::Member;
    QString jobTitle = {}; //!< "cutter" and its like are presets (role.h), any other words are only a title
    access::Permissions permissions = {};
    std::optional<int> discountLimitBp = {}; //!< hundredths of a per cent of a piece's price; none: no discount
    std::optional<Money> refundLimit = {};   //!< a day; none: nothing is given back without approval
    QStringList skills = {};
    std::optional<WorkWeek> week = {}; //!< none: as the shop
    std::optional<MemberPay> pay = {}; //!< none: not said, or not the reader's to see

    access::Job job() const { return access::jobFromTitle(jobTitle); }
    //! What the role and the preset give by themselves.
    access::CapabilitySet given() const { return access::capabilitiesOf(role, job()); }
    //! What they may in the end.
    access::CapabilitySet capabilities() const
    {
        return role == access::Role::Owner
                   ? given()
                   : (given() | (permissions.grants - access::ownersOnly())) - permissions.refusals;
    }
    friend bool operator==(const MemberTerms &, const MemberTerms &) = default;
};

//! A member as the team's page shows them.
struct MemberCard {
    MemberId id;
    PersonId person;
    MemberStatus status = MemberStatus::Active;
    MemberTerms terms;
    bool showsPay = false;                   //!< the reader may see what they are paid
    std::optional<bool> customerAccess = {}; //!< of a customer: whether they may make a workspace; none: no customer
    Instant since = Instant(0);              //!< they are in the team
};

} // namespace thimblely
