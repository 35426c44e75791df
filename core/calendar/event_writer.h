// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/calendar/event_rows.h"
#include "core/changes/write_context.h"

#include <QList>

namespace thimblely::calendar {

// Parts of write operations on the calendar, on the writer thread; the errors of EventService.

Result<EventId> enterEvent(changes::WriteContext &context, const EventDraft &draft, const QList<int> &leads);
//! `leads`: of it, or of the series it is one of; nothing: as they were.
Result<void> changeEvent(changes::WriteContext &context, const EventKey &which, Scope scope, const EventDraft &to,
                         const std::optional<QList<int>> &leads = std::nullopt);
Result<void> cancelEvent(changes::WriteContext &context, const EventKey &which, Scope scope);
Result<void> setLeads(changes::WriteContext &context, const EventRow &row, const QList<int> &leads);

//! As it would be typed again.
EventDraft draftOf(const EventRow &row, const std::optional<WallTime> &at);
//! The end of the last one of a series, for the column recurs_until; absent: never.
access::FieldValue recursUntil(const EventRow &row);
//! What a series is called in other programs.
QString ownUid(EventId id);

} // namespace thimblely::calendar
