// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/changes/write_context.h"
#include "core/measurements/measurement_set.h"

namespace thimblely::measurements {

//! Inside an operation: see MeasurementService::save().
Result<MeasurementSetId> save(changes::WriteContext &context, const MeasurementDraft &draft);

//! The templates a new workspace starts with; made once, a second call writes nothing.
Result<void> installBuiltinTemplates(changes::WriteContext &context);

//! The id of a workspace's copy of a built-in template, the same on every device.
TemplateId builtinTemplateId(WorkspaceId workspace, QLatin1StringView key);

} // namespace thimblely::measurements
