// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/base/clock.h"
#include "core/base/id.h"
#include "core/base/result.h"
#include "core/storage/connection.h"

#include <QStringList>

namespace thimblely::access {

//! In whose name, where and on which device something privileged is done.
struct Actor {
    PersonId person;
    WorkspaceId workspace;
    DeviceId device;
};

/*!
 * What is written from here to endOperation() stands in the journal under an operation of its own, which nobody undoes.
 * Within a transaction of the caller's.
 */
Result<void> beginOperation(storage::Connection &connection, const Actor &actor, const char *kind,
                            const QStringList &args, const Clock &clock);
Result<void> endOperation(storage::Connection &connection);

} // namespace thimblely::access
