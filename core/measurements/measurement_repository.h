// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/access/scoped_connection.h"
#include "core/measurements/measurement_set.h"

namespace thimblely::measurements {

// The reads of measurements; internal to this folder. All on the connection's thread.

Result<std::vector<MeasurementTemplate>> templates(access::ScopedConnection &connection);
Result<std::optional<MeasurementTemplate>> measurementTemplate(access::ScopedConnection &connection, TemplateId id);
Result<std::vector<MeasurementSet>> setsOf(access::ScopedConnection &connection, ClientId client, int limit);
Result<std::optional<MeasurementSet>> load(access::ScopedConnection &connection, MeasurementSetId id);
Result<std::vector<CurrentValue>> currentValues(access::ScopedConnection &connection, ClientId client, SetKind kind);
Result<std::optional<MeasurementSetId>> currentSet(access::ScopedConnection &connection, ClientId client, SetKind kind,
                                                   const std::optional<TemplateId> &templateId);

const char *toColumn(SetKind kind);

} // namespace thimblely::measurements
