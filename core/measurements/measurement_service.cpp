// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/measurements/measurement_service.h"

#include "core/measurements/measurement_repository.h"
#include "core/measurements/measurement_writer.h"

#include <algorithm>

namespace thimblely {

using changes::Operation;
using changes::WriteContext;

MeasurementService::MeasurementService(access::Session &session, changes::WriteDoor &door)
    : m_session(session), m_door(door)
{}

Result<std::vector<MeasurementTemplate>> MeasurementService::templates()
{
    return measurements::templates(m_session.reader());
}

Result<MeasurementTemplate> MeasurementService::measurementTemplate(TemplateId id)
{
    TRY_ASSIGN(auto found, measurements::measurementTemplate(m_session.reader(), id));
    if (!found)
        return Error{ErrorKind::NotFound, "template.unknown", {}, {}};
    return std::move(*found);
}

Result<std::vector<MeasurementSet>> MeasurementService::setsOf(ClientId client, int limit)
{
    return measurements::setsOf(m_session.reader(), client, limit);
}

Result<MeasurementSet> MeasurementService::load(MeasurementSetId id)
{
    TRY_ASSIGN(auto found, measurements::load(m_session.reader(), id));
    if (!found)
        return Error{ErrorKind::NotFound, "measure.unknown", {}, {}};
    return std::move(*found);
}

Result<std::vector<CurrentValue>> MeasurementService::currentValues(ClientId client, SetKind kind)
{
    return measurements::currentValues(m_session.reader(), client, kind);
}

QFuture<Result<MeasurementSetId>> MeasurementService::save(const MeasurementDraft &draft)
{
    return m_door.write<MeasurementSetId>(
        Operation{"measurement.save"}, [draft](WriteContext &context) { return measurements::save(context, draft); });
}

QFuture<Result<void>> MeasurementService::reorderTemplate(TemplateId id, const QStringList &codes)
{
    return m_door.write<void>(Operation{"template.reorder"}, [id, codes](WriteContext &context) -> Result<void> {
        TRY_ASSIGN(auto found, measurements::measurementTemplate(context.connection(), id));
        if (!found)
            return Error{ErrorKind::NotFound, "template.unknown", {}, {}};
        // Fields that are not named keep their order behind the named ones.
        std::ranges::stable_sort(found->fields, {}, [&](const TemplateField &field) {
            const qsizetype place = codes.indexOf(field.code);
            return place < 0 ? codes.size() : place;
        });
        return context.rows().update(
            storage::Table::MeasurementTemplates, id,
            {{"fields", measurements::fieldsToJson(found->fields)}, {"version", qint64(found->version + 1)}});
    });
}

} // namespace thimblely
