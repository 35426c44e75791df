// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/access/session.h"
#include "core/changes/write_door.h"

#include <QFuture>

#include <vector>

namespace thimblely {

//! Somewhere the person is signed in.
struct OwnSignIn {
    RowId id;
    QString computer; //!< its name; empty: not known
    QString program;  //!< "Thimblely 0.1.0"
    int window;       //!< which of the file's windows on that computer; 0: not known
    bool isOnThisDevice;
    QString account; //!< of the computer's system; empty: not known
    Instant since;
    Instant lastUse; //!< to a few minutes
};

/*!
 * Where somebody is signed in, read and ended as oneself (access.md). A window whose sign-in was ended shows the faces
 * within seconds, what was being typed is kept there (standing.h). Ending one is nothing that can be taken back: it stands
 * in the history under the person's name. GUI thread.
 */
class OwnSignInsService {
public:
    OwnSignInsService(access::Session &session, changes::WriteDoor &door) : m_session(session), m_door(door) {}

    //! Those that hold now, the last used first.
    Result<std::vector<OwnSignIn>> open() const;
    //! NotFound where it is none of theirs.
    QFuture<Result<void>> end(RowId signIn);
    //! All but the one at this window; gives how many.
    QFuture<Result<int>> endOthers(RowId here);

private:
    access::Session &m_session;
    changes::WriteDoor &m_door;
};

} // namespace thimblely
