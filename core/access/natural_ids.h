// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/base/id.h"

#include <QByteArrayView>

#include <optional>

namespace thimblely::access {

//! The row of a person in a workspace: the same on every device (UUIDv8).
MemberId memberId(WorkspaceId workspace, PersonId person);

//! The row of a setting: the same on every device. No person: the workspace's; no device: on every device.
RowId settingId(WorkspaceId workspace, std::optional<PersonId> person, std::optional<DeviceId> device,
                QByteArrayView key);

//! A row that one person makes once on one parent: a like, a review, a share of one kind.
RowId linkId(QByteArrayView table, RowId parent, PersonId person, QByteArrayView kind = {});

} // namespace thimblely::access
