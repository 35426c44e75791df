// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/exchange/calendar_exporter.h"

#include "core/calendar/ics_export.h"
#include "core/calendar/recurrence.h"
#include "core/exchange/whole_file.h"

namespace thimblely {

Result<qint64> exportCalendar(access::Session &session, const Clock &clock, const QString &path)
{
    TRY(session.principal().require(access::Capability::DataExport));
    TRY_ASSIGN(const auto events, calendar::everyEvent(session));
    const QByteArray bytes = calendar::writeIcs(events, calendar::WallTime::of(clock.now(), "UTC"));
    if (bytes.isEmpty())
        return Error{ErrorKind::Internal, "ics.no_reader", {}, {}};
    TRY(exchange::writeWhole(path, bytes));
    return qint64(events.size());
}

} // namespace thimblely
