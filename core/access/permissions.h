// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/access/capability.h"
#include "core/base/result.h"

#include <QByteArray>

namespace thimblely::access {

//! What a member may do over their role, and what of it they may not: the column `permissions`. A value; any thread.
struct Permissions {
    CapabilitySet grants;
    CapabilitySet refusals;

    //! Empty for an absent column; names that a newer program wrote are passed over. Invalid: "access.permissions".
    static Result<Permissions> fromJson(QByteArrayView json);
    /*!
     * The column as it is to be written: null where there is nothing to say. What `before` names that this program does
     * not know stays in it.
     */
    QByteArray toJson(QByteArrayView before = {}) const;

    //! Those that make `wanted` of what the role and the job give: no more of them than that takes.
    static Permissions between(const CapabilitySet &given, const CapabilitySet &wanted)
    {
        return {wanted - given, given - wanted};
    }
    friend bool operator==(const Permissions &, const Permissions &) = default;
};

//! What only the owner may do, whatever is written in a member's permissions.
const CapabilitySet &ownersOnly();

//! What is never granted or refused by itself: one's own rows, and the narrower form that a job brings with it.
const CapabilitySet &neverSingle();

} // namespace thimblely::access
