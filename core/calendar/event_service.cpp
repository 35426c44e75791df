// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/calendar/event_service.h"

#include "core/calendar/event_writer.h"
#include "core/changes/write_door.h"

namespace thimblely::calendar {

using changes::Operation;
using changes::WriteContext;

QFuture<Result<EventId>> EventService::add(EventDraft draft, QList<int> leads)
{
    const QStringList args{draft.personal ? QString() : draft.title.simplified()}; // what is one's own is in no history
    return m_door.write<EventId>(
        Operation{"event.add", args},
        [draft = std::move(draft), leads](WriteContext &context) { return enterEvent(context, draft, leads); });
}

QFuture<Result<void>> EventService::change(EventKey which, Scope scope, EventDraft to, std::optional<QList<int>> leads)
{
    const QStringList args{to.personal ? QString() : to.title.simplified()};
    return m_door.write<void>(Operation{"event.change", args},
                              [which, scope, to = std::move(to), leads = std::move(leads)](WriteContext &context) {
                                  return changeEvent(context, which, scope, to, leads);
                              });
}

QFuture<Result<void>> EventService::move(EventKey which, Scope scope, Instant to)
{
    return m_door.write<void>(Operation{"event.move"}, [which, scope, to](WriteContext &context) -> Result<void> {
        TRY_ASSIGN(const EventRow row, loadEvent(context.connection(), which.event));
        EventDraft draft = draftOf(row, which.at);
        TRY_ASSIGN(const auto series, seriesOf(context.connection(), row));
        if (series)
            draft.rule = series->rule;
        draft.endsAt = to.plusMsecs(draft.endsAt.msecs() - draft.startsAt.msecs());
        draft.startsAt = to;
        context.nameIt({row.personal ? QString() : row.title});
        return changeEvent(context, which, scope, draft);
    });
}

QFuture<Result<void>> EventService::cancel(EventKey which, Scope scope)
{
    return m_door.write<void>(Operation{"event.cancel"}, [which, scope](WriteContext &context) -> Result<void> {
        TRY_ASSIGN(const EventRow row, loadEvent(context.connection(), which.event));
        context.nameIt({row.personal ? QString() : row.title});
        return cancelEvent(context, which, scope);
    });
}

QFuture<Result<void>> EventService::remind(EventId event, QList<int> leads)
{
    return m_door.write<void>(Operation{"event.remind"}, [event, leads](WriteContext &context) -> Result<void> {
        TRY_ASSIGN(const EventRow row, loadEvent(context.connection(), event));
        return setLeads(context, row, leads);
    });
}

} // namespace thimblely::calendar
