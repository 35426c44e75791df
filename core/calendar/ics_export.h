// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/base/result.h"
#include "core/calendar/ics_file.h"

namespace thimblely::access {
class Session;
}

namespace thimblely::calendar {

//! Every appointment of the shop as a calendar file has it, series and those of them that were moved. Forbidden without
//! calendar:read.
Result<std::vector<IcsEvent>> everyEvent(access::Session &session);

} // namespace thimblely::calendar
