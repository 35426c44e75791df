// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/changes/write_context.h"

#include <QJsonValue>
#include <QString>

#include <optional>

namespace thimblely::workspaces {

//! The workspace's setting of that key, or nothing where it was never set.
Result<std::optional<QJsonValue>> setting(access::ScopedConnection &connection, const QString &key);
Result<void> setSetting(changes::WriteContext &context, const QString &key, const QJsonValue &value);

} // namespace thimblely::workspaces
