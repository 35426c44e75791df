// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/access/session.h"
#include "core/changes/write_door.h"

#include <QFuture>

#include <optional>
#include <vector>

namespace thimblely {

struct TeamMember {
    MemberId id;
    PersonId person;
    QString name;
    access::Role role;
    access::Job job;
    QString colour;
    bool active;
    QString jobTitle = {}; //!< a preset's code or words of the shop's own
    bool hasLeft = false;  //!< only of left()
    Instant since = Instant(0);
    QString ownName = {};     //!< without the number
    bool hasNamesake = false; //!< among those of the list; a number in the name tells the two apart
};

//! A colleague in 15 seconds: name, job, PIN; no e-mail needed.
struct NewPerson {
    QString name;
    access::Role role = access::Role::Member;
    access::Job job = access::Job::None;
    QString pin;
    QString login = {};    //!< e-mail or login name; empty: they sign in by face and PIN only
    QString password = {}; //!< only with a login
};

//! The people of the workspace. Adding needs team:manage, and nobody gives a role above their own.
class TeamService {
public:
    TeamService(access::Session &session, changes::WriteDoor &door);

    //! Who works here, and who is suspended; by name.
    Result<std::vector<TeamMember>> members();
    //! Who worked here once: removed, or gone by themselves; by name.
    Result<std::vector<TeamMember>> left();
    //! "team.no_name", Conflict "team.same_name" (args[0]: as a colleague is called already), the PIN's and password's codes, Conflict "team.login_taken".
    QFuture<Result<PersonId>> add(const NewPerson &person);

private:
    access::Session &m_session;
    changes::WriteDoor &m_door;
};

} // namespace thimblely
