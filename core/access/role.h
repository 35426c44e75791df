// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/access/capability.h"
#include "core/base/result.h"

#include <QByteArrayView>
#include <QString>

namespace thimblely::access {

//! A person's role in one workspace. The owner's is never stored: workspaces.owner_id says it.
enum class Role { Viewer, Member, Admin, Owner };

//! What a member does in the shop; a preset over the role Member, without effect on the others.
enum class Job { None, Counter, Cutter, Stitcher, Finisher };

//! "owner", "admin", "member", "viewer".
const char *nameOf(Role role);
Result<Role> roleFromName(QByteArrayView name);
//! A job_title the program has no preset for is Job::None: a plain member.
Job jobFromTitle(const QString &title);

//! What the role, narrowed by the job, may do before the member's own permissions are looked at.
CapabilitySet capabilitiesOf(Role role, Job job);

/*!
 * A member's permissions over the role: {"grant": ["orders:refund"], "refuse": ["prices:read"]}; a refusal wins.
 * A name this program does not know is passed over (a newer one may have written it); anything else that is not this
 * shape is Invalid ("access.permissions"). What only owners may do cannot be granted.
 */
Result<CapabilitySet> applyPermissions(const CapabilitySet &base, QByteArrayView permissionsJson);

//! Nobody raises a role above their own, and nobody is made an owner except by workspace:transfer.
bool mayAssignRole(Role own, Role given);

} // namespace thimblely::access
