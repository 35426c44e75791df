// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/calendar/ics_import.h"
#include "core/changes/import_register.h"
#include "core/exchange/import_store.h"

#include <QCryptographicHash>

namespace thimblely::exchange {

namespace {

using changes::ImportRegister;
using changes::WriteContext;

ImportRegister::Entry entryOf(const EventEntry &event, const QString &foreignId)
{
    return {event.format, storage::Table::Events, foreignId};
}

QByteArray hashOf(const calendar::IcsEvent &event)
{
    QStringList parts{event.title,
                      event.description,
                      event.location,
                      event.attendees.join(u'\x1f'),
                      event.allDay ? event.start.toDateText() : event.start.toText(),
                      event.end.toText(),
                      QString::fromLatin1(event.zone),
                      event.rule,
                      QString::fromLatin1(event.status)};
    for (const auto *walls : {&event.rdates, &event.exdates}) {
        QStringList texts;
        for (const calendar::WallTime wall : *walls)
            texts.append(wall.toText());
        parts.append(texts.join(u'\x1f'));
    }
    for (const int minutes : event.alarms)
        parts.append(QString::number(minutes));
    return QCryptographicHash::hash(parts.join(u'\x1e').toUtf8(), QCryptographicHash::Sha256);
}

//! The row of the series that an entry takes the place of one of, as it came in before or a moment ago.
Result<std::optional<EventId>> seriesOf(WriteContext &context, const EventEntry &entry)
{
    if (!entry.event.recurrence || entry.event.uid.isEmpty())
        return std::optional<EventId>();
    TRY_ASSIGN(const auto known, ImportRegister::find(context, entryOf(entry, entry.event.uid)));
    if (known) {
        TRY_ASSIGN(const bool there, calendar::eventExists(context, EventId(known->row)));
        if (there)
            return std::optional(EventId(known->row));
    }
    calendar::IcsEvent series = entry.event;
    series.recurrence.reset();
    return calendar::eventNamed(context, series);
}

} // namespace

Result<RowFate> store(WriteContext &context, const EventEntry &entry)
{
    constexpr auto table = storage::Table::Events;
    const QByteArray hash = hashOf(entry.event);
    const ImportRegister::Entry registered = entryOf(entry, entry.foreignId);
    TRY_ASSIGN(const auto known, ImportRegister::find(context, registered));
    if (known && known->contentHash == hash && !known->takenBack)
        return RowFate::Unchanged;
    TRY_ASSIGN(const auto series, seriesOf(context, entry));
    std::optional<EventId> row = known ? std::optional(EventId(known->row)) : std::nullopt;
    if (!row) {
        TRY_ASSIGN(row, calendar::eventNamed(context, entry.event));
    }
    if (!row) {
        TRY_ASSIGN(const EventId made, calendar::enterFromOutside(context, entry.event, series));
        TRY(ImportRegister::remember(context, registered, made.bytes(), hash));
        return RowFate::Created;
    }
    TRY_ASSIGN(const bool there, calendar::eventExists(context, *row));
    if (!there && !(known && known->takenBack))
        return RowFate::Unchanged; // somebody put it in the bin
    if (!there)
        TRY(context.rows().restore(table, row->bytes()));
    TRY(calendar::changeFromOutside(context, *row, entry.event, series));
    TRY(ImportRegister::remember(context, registered, row->bytes(), hash));
    return there ? RowFate::Updated : RowFate::Created;
}

} // namespace thimblely::exchange
