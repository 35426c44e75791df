// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/measurements/measurement_service.h"

#include "core/measurements/measurement_repository.h"
#include "core/measurements/measurement_writer.h"

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

QFuture<Result<void>> MeasurementService::saveVisit(const std::vector<MeasurementDraft> &drafts)
{
    return m_door.write<void>(Operation{"measurement.save"}, [drafts](WriteContext &context) -> Result<void> {
        if (drafts.empty())
            return Error{ErrorKind::Invalid, "measure.empty", {}, {}};
        for (const MeasurementDraft &draft : drafts)
            TRY(measurements::save(context, draft));
        return {};
    });
}

QFuture<Result<void>> MeasurementService::saveGroup(const GroupVisit &visit)
{
    return m_door.write<void>(Operation{"measurement.group"},
                              [visit](WriteContext &context) { return measurements::saveGroup(context, visit); });
}

} // namespace thimblely
