// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/access/session.h"
#include "core/base/clock.h"

namespace thimblely {

//! The shop's appointments as an iCalendar file, written whole or not at all; how many. An import of it here changes
//! nothing. Needs data:export and calendar:read. Io, ReadOnly, DiskFull.
Result<qint64> exportCalendar(access::Session &session, const Clock &clock, const QString &path);

} // namespace thimblely
