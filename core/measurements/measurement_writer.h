// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/changes/write_context.h"
#include "core/measurements/measurement_set.h"

namespace thimblely::measurements {

//! Inside an operation: see MeasurementService::save().
Result<MeasurementSetId> save(changes::WriteContext &context, const MeasurementDraft &draft);

//! Inside an operation: a body set without a template that was taken back with its import is the current one again.
Result<void> bringBack(changes::WriteContext &context, MeasurementSetId set, ClientId client);
//! Inside an operation: whether there is such a set outside the bin.
Result<bool> exists(changes::WriteContext &context, MeasurementSetId set);

} // namespace thimblely::measurements
