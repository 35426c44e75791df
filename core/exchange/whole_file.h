// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>

namespace thimblely::exchange {

//! Writes the file whole or leaves what was there: Io, ReadOnly or DiskFull with the path in args[0].
Result<void> writeWhole(const QString &path, const QByteArray &bytes);

} // namespace thimblely::exchange
