// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/base/id.h"
#include "core/calendar/ics_file.h"
#include "core/changes/write_context.h"

namespace thimblely::calendar {

// Appointments of foreign calendars as rows of the shop's, inside an operation; for the importer (exchange).

//! One of the shop's by what other programs call it: of its own export, or what the person brought in before.
Result<std::optional<EventId>> eventNamed(changes::WriteContext &context, const IcsEvent &event);
Result<bool> eventExists(changes::WriteContext &context, EventId id);
//! `series`: the row of the series that it takes the place of one of, where that is known. Invalid "event.too_long".
Result<EventId> enterFromOutside(changes::WriteContext &context, const IcsEvent &event, std::optional<EventId> series);
Result<void> changeFromOutside(changes::WriteContext &context, EventId id, const IcsEvent &event,
                               std::optional<EventId> series);

} // namespace thimblely::calendar
