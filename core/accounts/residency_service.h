// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/access/session.h"
#include "core/changes/write_door.h"

#include <QFuture>

namespace thimblely {

//! Where somebody lives, and where what is kept of them may lie: codes of regions (core/base/region.h); empty: not said.
struct Residency {
    QString country = {};
    QString region = {}; //!< the part of it
    QString data = {};   //!< a server elsewhere is refused their data (access.md)
    friend bool operator==(const Residency &, const Residency &) = default;
};

/*!
 * What the signed-in person says of themselves; of nobody else. Reads answer at once, on the Session's thread; saving is
 * one operation ("profile.places") that can be undone. Errors: those of access/region_rules.h.
 */
class ResidencyService {
public:
    ResidencyService(access::Session &session, changes::WriteDoor &door) : m_session(session), m_door(door) {}

    Result<Residency> load() const;
    //! Only what differs is written. What somebody is shown of other workspaces' offers follows when they sign in anew.
    QFuture<Result<void>> save(const Residency &residency);

private:
    access::Session &m_session;
    changes::WriteDoor &m_door;
};

} // namespace thimblely
