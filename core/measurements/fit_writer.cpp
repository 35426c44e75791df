// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/measurements/fit_writer.h"

#include "core/measurements/fit_correction.h"
#include "core/measurements/garment_template.h"
#include "core/measurements/measurement_repository.h"
#include "core/measurements/measurement_writer.h"

namespace thimblely::measurements {

Result<void> correctFit(changes::WriteContext &context, const FitSeen &seen)
{
    TRY(context.principal().require(access::Capability::MeasurementsWrite));
    TRY_ASSIGN(const auto known, templates(context.connection()));
    const MeasurementTemplate *garment = templateOf(known, seen.garmentType);
    if (!garment)
        return {};
    TRY_ASSIGN(const auto now, currentSet(context.connection(), seen.client, SetKind::FitAdjustment, garment->id));
    std::vector<MeasuredValue> before;
    if (now) {
        TRY_ASSIGN(const auto set, load(context.connection(), *now));
        before = set->values;
    }
    MeasurementDraft fit{seen.client, garment->id, SetKind::FitAdjustment,
                         corrected(std::move(before), seen.corrections)};
    fit.notes = seen.note;
    fit.piece = seen.piece;
    fit.fitting = seen.fitting;
    TRY(save(context, fit));
    return {};
}

} // namespace thimblely::measurements
