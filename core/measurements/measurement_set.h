// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/base/clock.h"
#include "core/base/id.h"
#include "core/measurements/measured_value.h"
#include "core/measurements/measurement_template.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace thimblely {

enum class SetKind { Body, FinishedGarment, FitAdjustment };
enum class SetStatus { Draft, Current, Superseded };

//! One measuring of one person; a later one supersedes it, nothing overwrites it.
struct MeasurementSet {
    MeasurementSetId id;
    ClientId client;
    std::optional<TemplateId> templateId;
    SetKind kind;
    SetStatus status;
    std::vector<MeasuredValue> values;
    QString posture;
    std::optional<PersonId> takenBy;
    QString takenByName;
    Instant takenAt;
    QStringList warningsAccepted; //!< "waist_circ:measure.outside_usual"
    QString notes;
    std::optional<MeasurementSetId> supersedes;
};

//! What a person measured and has not saved yet.
struct MeasurementDraft {
    ClientId client;
    std::optional<TemplateId> templateId;
    SetKind kind = SetKind::Body;
    std::vector<MeasuredValue> values;
    QString posture = {};
    QStringList warningsAccepted = {};
    QString notes = {};
    QString source = {};                      //!< "here" (default), "notebook", "garment", "client"
    std::optional<Instant> takenAt = {};      //!< default: now
    std::optional<QString> changeReason = {}; //!< "error" or "body_changed"
};

//! The newest value of a code and side over all current body sets, whichever garment it was taken for.
struct CurrentValue {
    MeasuredValue value;
    MeasurementSetId set;
    Instant takenAt;
};

} // namespace thimblely
