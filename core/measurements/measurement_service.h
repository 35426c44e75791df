// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/access/session.h"
#include "core/changes/write_door.h"
#include "core/measurements/group_visit.h"
#include "core/measurements/measurement_set.h"

#include <QFuture>

#include <vector>

namespace thimblely {

/*!
 * Measurement sets and templates of the session's workspace. Reads at once on the session's thread, writes through the
 * door. "measure.empty": a set without a value; "measure.same_code": a code and side twice; "measure.unknown" and
 * "template.unknown": no such row for this person.
 */
class MeasurementService {
public:
    MeasurementService(access::Session &session, changes::WriteDoor &door);

    Result<std::vector<MeasurementTemplate>> templates();
    //! Newest first, of every kind.
    Result<std::vector<MeasurementSet>> setsOf(ClientId client, int limit = 50);
    Result<MeasurementSet> load(MeasurementSetId id);
    //! One per code and side, in the catalogue's order; `kind` keeps body and finished garment apart.
    Result<std::vector<CurrentValue>> currentValues(ClientId client, SetKind kind = SetKind::Body);

    //! A new version: the client's current set of the same kind and template becomes superseded, in the same operation.
    QFuture<Result<MeasurementSetId>> save(const MeasurementDraft &draft);
    //! What was measured on one visit, body and garment apart, in one operation.
    QFuture<Result<void>> saveVisit(const std::vector<MeasurementDraft> &drafts);
    //! Of several people (group_visit.h), in one operation.
    QFuture<Result<void>> saveGroup(const GroupVisit &visit);

private:
    access::Session &m_session;
    changes::WriteDoor &m_door;
};

} // namespace thimblely
