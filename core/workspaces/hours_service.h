// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/access/session.h"
#include "core/changes/write_door.h"
#include "core/workspaces/fitting_rules.h"
#include "core/workspaces/working_hours.h"

#include <QFuture>

namespace thimblely {

//! When one of the shop's people works.
struct MemberHours {
    MemberId member;
    QString name;
    bool sews;                         //!< cuts, stitches or finishes: counted among those who do the work
    std::optional<WorkWeek> week = {}; //!< none: as the shop
    friend bool operator==(const MemberHours &, const MemberHours &) = default;
};

//! What the load of a day is reckoned from.
struct ShopHours {
    WorkingHours hours;
    FittingRules fittings = {};
    std::vector<MemberHours> people = {}; //!< by name; empty where they may not be read
    friend bool operator==(const ShopHours &, const ShopHours &) = default;
};

/*!
 * When the shop and its people work, and how often things are tried on. Reads answer at once, on the Session's thread;
 * saving is one operation. Errors: Invalid "hours.nobody" where the week has no hour at all; Forbidden without
 * workspace:manage, and without team:manage where somebody's hours change.
 */
class HoursService {
public:
    HoursService(access::Session &session, changes::WriteDoor &door) : m_session(session), m_door(door) {}

    Result<ShopHours> load() const;
    //! Only what differs from what stands in the file is written.
    QFuture<Result<void>> save(ShopHours hours);

private:
    access::Session &m_session;
    changes::WriteDoor &m_door;
};

} // namespace thimblely
