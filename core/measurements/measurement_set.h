// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/base/clock.h"
#include "core/base/id.h"
#include "core/measurements/measured_value.h"
#include "core/measurements/measurement_template.h"

#include <QString>
#include <QStringList>

#include <map>
#include <optional>
#include <vector>

namespace thimblely {

enum class SetKind { Body, FinishedGarment, FitAdjustment };
enum class SetStatus { Draft, Current, Superseded };

//! Why a set takes another one's place: that one was wrong, or the body is another now.
enum class ChangeReason { Error, BodyChanged };
QByteArray toCode(ChangeReason reason); //!< "error", "body_changed"
std::optional<ChangeReason> changeReasonFromCode(QByteArrayView code);

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
    std::optional<ChangeReason> changeReason = {};    //!< why it differs from the one it supersedes
    std::map<QString, MeasurementSetId> carried = {}; //!< by code: taken over from another set
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
    QString source = {};                 //!< "here" (default), "notebook", "garment", "client"
    std::optional<Instant> takenAt = {}; //!< default: now
    std::optional<ChangeReason> changeReason = {};
    std::map<QString, MeasurementSetId> carried = {}; //!< by code: kept from another set
    std::optional<OrderItemId> piece = {};            //!< of a fit adjustment: the piece that was tried on
    std::optional<EventId> fitting = {};              //!< and the appointment it was seen at
};

//! The newest value of a code and side over all current body sets, whichever garment it was taken for.
struct CurrentValue {
    MeasuredValue value;
    MeasurementSetId set;
    Instant takenAt;
};

//! The codes and sides of which both sets have another amount (or other words).
std::vector<std::pair<QString, Side>> differencesOf(const std::vector<MeasuredValue> &before,
                                                    const std::vector<MeasuredValue> &after);

//! Why `set` was superseded, as the set says that took its place; nothing where none of `sets` did.
std::optional<ChangeReason> supersededBecause(const MeasurementSet &set, const std::vector<MeasurementSet> &sets);

/*!
 * Whether the value of a code in `set` was found to be a slip: the set that took its place says error and has another
 * value. It is nothing to compare with, and nothing to keep.
 */
bool isMistaken(const MeasurementSet &set, const QString &code, const std::vector<MeasurementSet> &sets);

//! The sets that rest on a slip in `wrong`: itself, and those of which one of these codes was carried over from it.
std::vector<MeasurementSetId> restingOn(const MeasurementSet &wrong, const QStringList &codes,
                                        const std::vector<MeasurementSet> &sets);

} // namespace thimblely
