// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/changes/write_context.h"
#include "core/measurements/measurement_set.h"

namespace thimblely::measurements {

//! Inside an operation: see MeasurementService::save().
Result<MeasurementSetId> save(changes::WriteContext &context, const MeasurementDraft &draft);

} // namespace thimblely::measurements
