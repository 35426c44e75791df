// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/calendar/fitting_service.h"
#include "core/changes/write_context.h"

namespace thimblely::calendar {

//! As FittingService::fits(), part of a write operation of a module above, on the writer thread.
Result<void> itFits(changes::WriteContext &context, const TriedOn &tried);

} // namespace thimblely::calendar
