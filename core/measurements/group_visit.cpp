// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/measurements/group_visit.h"

#include "core/clients/client_writer.h"
#include "core/measurements/measurement_repository.h"
#include "core/measurements/measurement_writer.h"

#include <algorithm>

namespace thimblely::measurements {

namespace {

Result<ClientId> clientOf(changes::WriteContext &context, const GroupVisit &visit, const GroupMember &member)
{
    if (member.client)
        return *member.client;
    ClientDraft draft;
    draft.name = member.name;
    draft.payer = visit.payer;
    return clients::add(context, draft);
}

//! What is not measured now stays as it was.
Result<void> carryOver(changes::WriteContext &context, MeasurementDraft &draft)
{
    TRY_ASSIGN(const auto before, currentSet(context.connection(), draft.client, draft.kind, draft.templateId));
    if (!before)
        return {};
    TRY_ASSIGN(const auto set, load(context.connection(), *before));
    if (!set)
        return {};
    if (!differencesOf(set->values, draft.values).empty())
        draft.changeReason = ChangeReason::BodyChanged;
    const std::vector<MeasuredValue> measured = draft.values;
    for (const MeasuredValue &value : set->values) {
        if (std::ranges::find(measured, value.code, &MeasuredValue::code) != measured.end())
            continue;
        const auto from = set->carried.find(value.code);
        draft.carried.insert_or_assign(value.code, from == set->carried.end() ? set->id : from->second);
        draft.values.push_back(value);
    }
    return {};
}

} // namespace

Result<void> saveGroup(changes::WriteContext &context, const GroupVisit &visit)
{
    int measured = 0;
    for (const GroupMember &member : visit.members) {
        if (member.values.empty() && member.client)
            continue;
        TRY_ASSIGN(const ClientId client, clientOf(context, visit, member));
        if (member.values.empty())
            continue;
        MeasurementDraft draft{client, visit.garment, SetKind::Body, member.values};
        draft.warningsAccepted = member.warningsAccepted;
        TRY(carryOver(context, draft));
        TRY(save(context, draft));
        ++measured;
    }
    if (measured == 0)
        return Error{ErrorKind::Invalid, "measure.empty", {}, {}};
    context.nameIt({QString::number(measured)});
    return {};
}

} // namespace thimblely::measurements
