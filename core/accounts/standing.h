// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/access/principal.h"

#include <QFuture>

namespace thimblely {

/*!
 * Whether somebody who is signed in is still what they were let in as: an active member with the same role, job and
 * rights. On a thread of its own; where the file cannot be asked the error says so, and nothing is concluded.
 */
QFuture<Result<bool>> stillStands(const QString &path, const access::Principal &principal);

} // namespace thimblely
