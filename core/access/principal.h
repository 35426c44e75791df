// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/access/capability.h"
#include "core/access/role.h"
#include "core/base/id.h"
#include "core/base/result.h"

#include <QString>

#include <optional>

namespace thimblely::access {

/*!
 * A signed-in person in the workspace they chose, at this device; a value, made by privileged/principal_store.h after
 * the password or PIN was right, never changed. A change of role makes a new one and with it a new Session.
 */
struct Principal {
    PersonId person;
    WorkspaceId workspace;
    DeviceId device;
    MemberId member; //!< the person's row of workspace_members
    Role role;
    Job job;
    CapabilitySet capabilities;

    bool can(Capability capability) const { return capabilities.has(capability); }
    //! Forbidden with the capability's name in args[0] where the person may not.
    Result<void> require(Capability capability) const
    {
        if (can(capability))
            return {};
        return Error{ErrorKind::Forbidden, "access.refused", {QString::fromLatin1(nameOf(capability))}, {}};
    }
};

} // namespace thimblely::access
