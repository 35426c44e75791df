// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/access/natural_ids.h"

namespace thimblely::access {

namespace {

template <typename IdType>
void append(QByteArray &name, const IdType &id)
{
    name += id.view().toByteArray();
}

} // namespace

MemberId memberId(WorkspaceId workspace, PersonId person)
{
    QByteArray name = "workspace_members:";
    append(name, workspace);
    append(name, person);
    return MemberId::fromName(name);
}

RowId settingId(WorkspaceId workspace, std::optional<PersonId> person, std::optional<DeviceId> device,
                QByteArrayView key)
{
    QByteArray name = "sys_settings:";
    append(name, workspace);
    // A letter before each part that may be absent, so that one is never read as the other.
    if (person)
        append(name += 'p', *person);
    if (device)
        append(name += 'd', *device);
    return RowId::fromName(name + 'k' + key.toByteArray());
}

RowId linkId(QByteArrayView table, RowId parent, PersonId person, QByteArrayView kind)
{
    QByteArray name = table.toByteArray() + ':';
    append(name, parent);
    append(name, person);
    return RowId::fromName(name + kind.toByteArray());
}

} // namespace thimblely::access
