// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/changes/write_context.h"
#include "core/measurements/measurement_set.h"

#include <optional>
#include <vector>

namespace thimblely {

//! One of several people who are measured for the same garment: a class for its uniforms, a wedding.
struct GroupMember {
    std::optional<ClientId> client; //!< none: becomes a client of this name
    QString name;
    std::vector<MeasuredValue> values;
    QStringList warningsAccepted = {};
};

struct GroupVisit {
    TemplateId garment;
    std::optional<ClientId> payer; //!< of those who are new; none: each is a client on their own
    std::vector<GroupMember> members;
};

namespace measurements {

/*!
 * Inside an operation: makes the clients that are new, and for each a new version of their body set for the garment, in
 * which what was not measured now is carried over. Errors: those of clients::add() and save(); "measure.empty" where
 * nobody was measured.
 */
Result<void> saveGroup(changes::WriteContext &context, const GroupVisit &visit);

} // namespace measurements

} // namespace thimblely
