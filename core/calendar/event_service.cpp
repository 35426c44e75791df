// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/calendar/event_service.h"

#include "core/calendar/event_writer.h"
#include "core/changes/write_door.h"

#include <QCoreApplication>

namespace thimblely::calendar {

using changes::Operation;
using changes::WriteContext;

namespace {

//! As the history calls it: what is one's own stands in none by its name.
QString said(const QString &title, bool personal)
{
    return personal ? QCoreApplication::translate("Calendar", "one of your own") : title.simplified();
}

} // namespace

QFuture<Result<EventId>> EventService::add(EventDraft draft, QList<int> leads)
{
    const QStringList args{said(draft.title, draft.personal)};
    return m_door.write<EventId>(
        Operation{"event.add", args},
        [draft = std::move(draft), leads](WriteContext &context) { return enterEvent(context, draft, leads); });
}

QFuture<Result<void>> EventService::change(EventKey which, Scope scope, EventDraft to, std::optional<QList<int>> leads)
{
    const QStringList args{said(to.title, to.personal)};
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
        context.nameIt({said(row.title, row.personal)});
        return changeEvent(context, which, scope, draft);
    });
}

QFuture<Result<void>> EventService::cancel(EventKey which, Scope scope)
{
    return m_door.write<void>(Operation{"event.cancel"}, [which, scope](WriteContext &context) -> Result<void> {
        TRY_ASSIGN(const EventRow row, loadEvent(context.connection(), which.event));
        context.nameIt({said(row.title, row.personal)});
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
