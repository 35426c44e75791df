// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/changes/write_context.h"
#include "core/measurements/measurement_template.h"

namespace thimblely::measurements {

// Inside an operation: see TemplateService.

Result<TemplateId> addTemplate(changes::WriteContext &context, const TemplateDraft &draft);
//! Writes only what differs.
Result<void> updateTemplate(changes::WriteContext &context, TemplateId id, const TemplateDraft &draft);
Result<void> reorderTemplate(changes::WriteContext &context, TemplateId id, const QStringList &codes);
Result<void> removeTemplate(changes::WriteContext &context, TemplateId id);

//! The templates a workspace starts with, those that it lacks; a second call writes nothing.
Result<void> installBuiltinTemplates(changes::WriteContext &context);

//! The id of a workspace's copy of a built-in template, the same on every device.
TemplateId builtinTemplateId(WorkspaceId workspace, QLatin1StringView key);

} // namespace thimblely::measurements
